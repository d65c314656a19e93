import Bytes

/// A place the Pôle works from.
public struct Site: Sendable, Equatable {
  /// Id by which other parts of the file refer to the site, unique among sites.
  public var id: String
  /// Name of the site, as readers see it.
  public var name: Text
  /// Code INSEE of its commune.
  public var insee: String
  /// Degrees east, WGS84; `nil` when only the commune is known.
  public var longitude: Double?
  /// Degrees north, WGS84; `nil` when only the commune is known.
  public var latitude: Double?
  /// What the statement that the site is in this commune rests on.
  public var support: Support
  /// What the coordinates rest on; `support` when there are none.
  public var positionSupport: Support
  /// The wording of the document that places the site, when it matters.
  public var printed: String?
  /// 1-based line of the site in the project file; 0 when it comes from no file.
  public var line: Int

  init(reading node: DocumentNode) throws(Problem) {
    let what = Text("un site", "a site")
    try node.allow(["id", "name", "insee", "printed", "position"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    positionSupport = support
    id = try node.required("id", in: what).identifier(Text(same: "id"))
    name = try node.required("name", in: what).text(Text(same: "name"))
    insee = try node.required("insee", in: what).insee(Text(same: "insee"))
    printed = try node["printed"]?.words(Text(same: "printed"))
    line = node.line
    guard let position = node["position"] else { return }
    let place = Text("la position d’un site", "the position of a site")
    try position.allow(["latitude", "longitude"] + Support.keys, in: place)
    latitude = try position.required("latitude", in: place).number(Text(same: "latitude"), in: -90...90)
    longitude = try position.required("longitude", in: place).number(Text(same: "longitude"), in: -180...180)
    positionSupport = try Support(reading: position, in: place)
  }

  /// The site in words: its commune, and its coordinates when they are known.
  public var statements: [Statement] {
    let section = Text("Lieu", "Place")
    var told = [
      Statement(
        section, Text("\(name.fr) : commune \(insee)", "\(name.en): commune \(insee)"), support, printed: printed)
    ]
    if let latitude, let longitude {
      let fr = Numerals(.fr)
      let en = Numerals(.en)
      let north = latitude < 0 ? "S" : "N"
      told.append(
        Statement(
          section,
          Text(
            "coordonnées\u{202F}: \(fr.short(abs(latitude), 6)) \(north), \(fr.short(abs(longitude), 6)) \(longitude < 0 ? "O" : "E")",
            "coordinates: \(en.short(abs(latitude), 6)) \(north), \(en.short(abs(longitude), 6)) \(longitude < 0 ? "W" : "E")"
          ),
          positionSupport))
    }
    return told
  }
}
