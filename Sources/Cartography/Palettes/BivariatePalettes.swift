import Bytes

/// Schemes of 3 × 3 colours for two measures at once: one hue for each measure, and a mixture where both are
/// high.
///
/// Colours are even steps in CIELAB from a grey that differs from the paper by 8 in L*. In `BlueOrange` the
/// steps of L* for the second measure are three times as large as for the first, so that all nine colours
/// differ by 8 in grey; the hues at its ends are distinguishable for readers without one kind of cones.
/// `PinkTeal` treats both measures alike, and its notes say what that costs.
/// Tests/Oracles/palettes/bivariate.py made them.
public enum BivariatePalettes {
  /// Names of the schemes, the standard one first.
  public static let names = ["BlueOrange", "PinkTeal"]

  /// Nine colours on light and on dark paper, in rows for the second measure from low to high; within a row the
  /// first measure grows.
  private static let colours: [[String]] = [
    [
      "d8d8d8 e7b98e e99a43 8796b3 9b796e 9e5b2a 295a8f 543e4e 582113",
      "383838 5c4730 7e5726 62748d 928586 bc967e 8cb7ec c7c9e5 f9dcdd",
    ],
    [
      "d8d8d8 d4a4bf cb6ea6 90b9ba 9289a2 8c5789 389a9d 4c6d85 4f406d",
      "383838 744d61 b35f8d 3a5f5d 7f7889 c38fb8 2a8886 84a4b4 cfbee5",
    ],
  ]

  /// A scheme, by its name in any letter case or `nil` for the standard one, for up to three classes of each
  /// measure: the colours row by row from the lowest class of the second measure.
  ///
  /// `swapped` exchanges the hues of the measures. Throws 64 for an unknown name.
  public static func named(_ name: String?, columns: Int, rows: Int, swapped: Bool = false, on paper: Colour)
    throws(Problem) -> Palette
  {
    guard let number = name.map({ name in names.firstIndex { $0.lowercased() == name.lowercased() } }) ?? 0 else {
      let known = names.joined(separator: ", ")
      throw Problem(
        .usage, Text.unknownPaletteForTwoMeasures(name ?? ""), fix: Text("palettes : \(known)", "palettes: \(known)"))
    }
    let all = colours[number][paper.lightness < 50 ? 1 : 0].split(separator: " ").map { Colour(hexadecimal: $0) }
    let picked = steps(rows).flatMap { row in
      steps(columns).map { column in swapped ? all[3 * column + row] : all[3 * row + column] }
    }
    return Palette(names[number], .qualitative, picked, columns: columns)
  }

  /// The steps of a scheme that a number of classes takes: all three, the two ends, or the middle.
  private static func steps(_ classes: Int) -> [Int] {
    switch classes {
    case ...1: [1]
    case 2: [0, 2]
    default: [0, 1, 2]
    }
  }
}
