import Bytes

extension Theme {
  /// White paper, for screens and colour print.
  ///
  /// Lightness L*: context 95, neutral 86, blues 86, 75, 60 and 38. Neighbouring fills differ by 8 or more.
  public static let light = Theme(
    name: "light", ink: Colour(0x20262E), grey: Colour(0x5D646D), paper: Colour(0xFFFFFF), context: Colour(0xF1F1EE),
    border: Colour(0x9AA0A6), inset: Colour(0xD9D9D4), neutral: Colour(0xDFD7C3),
    sequence: [Colour(0x205E7D), Colour(0x689AB6), Colour(0xA3C1D1), Colour(0xCADAE4)], accent: Colour(0xB3382C))

  /// Near-black paper, for screens at night and for slides; the strongest step is the lightest.
  ///
  /// Lightness L*: paper 8, context 15, neutral 24, blues 24, 33, 43 and 72.
  public static let dark = Theme(
    name: "dark", ink: Colour(0xECEFF3), grey: Colour(0xA3ABB5), paper: Colour(0x14181D), context: Colour(0x20262C),
    border: Colour(0x5F6872), inset: Colour(0x3A424B), neutral: Colour(0x3E3930),
    sequence: [Colour(0x7CB7DA), Colour(0x2F6B8F), Colour(0x24506C), Colour(0x1B3B4F)], accent: Colour(0xFF7A66),
    hatchWidth: 0.6)

  /// White paper and greys, for black-and-white printers and photocopies. No step is darker than L* 60, to save
  /// ink and to keep names dark on it; the classes of a palette may be.
  ///
  /// Lightness L*: context 98, neutral 89, steps 89, 80, 70 and 60.
  public static let print = Theme(
    name: "print", ink: Colour(0x000000), grey: Colour(0x454545), paper: Colour(0xFFFFFF), context: Colour(0xF9F9F9),
    border: Colour(0x8C8C8C), inset: Colour(0xD4D4D4), neutral: Colour(0xDFDFDF),
    sequence: [Colour(0x919191), Colour(0xABABAB), Colour(0xC6C6C6), Colour(0xDFDFDF)], accent: Colour(0x000000),
    outlineWidth: "2.6",
    hatchWidth: 0.7, isGrey: true)

  /// Every theme.
  public static let all: [Theme] = [.light, .dark, .print]

  /// The theme with a name. Throws 64, listing the known names, when there is none.
  public static func named(_ name: String) throws(Problem) -> Theme {
    if let theme = all.first(where: { $0.name == name }) { return theme }
    let known = all.map(\.name).joined(separator: ", ")
    throw Problem(
      .usage, Text("thème inconnu « \(name) »", "unknown theme \"\(name)\""),
      fix: Text("thèmes : \(known)", "themes: \(known)"))
  }
}
