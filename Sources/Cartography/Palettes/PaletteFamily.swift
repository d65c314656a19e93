import Bytes

/// A named family of palettes, with one palette for each number of classes.
public struct PaletteFamily: Sendable {
  /// Its usual name, such as `YlGnBu`.
  public let name: String
  /// What the order of its colours means.
  public let kind: Palette.Kind
  /// The `rrggbb` of its colours, for all numbers of classes together.
  private let words: [Substring]
  /// For each number of classes from 3 up, the places of its colours in `words`; when there is none, fewer classes take
  /// the first ones.
  private let picks: [[Int]]

  /// Families of one kind, a line for each: its name and its colours. `picks` gives the places of colours by its name.
  static func families(_ lines: String, _ kind: Palette.Kind, picks: (String) -> [[Int]] = { _ in [] })
    -> [PaletteFamily]
  {
    lines.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      let name = String(words[0])
      return PaletteFamily(name: name, kind: kind, words: Array(words.dropFirst()), picks: picks(name))
    }
  }

  /// Places written as letters, A for the first, a word for each number of classes.
  static func letters(_ text: String) -> [[Int]] {
    text.split(separator: " ").map { word in word.utf8.map { Int($0 - UInt8(ascii: "A")) } }
  }

  /// The largest number of classes for which it has colours; it has colours for every number from 1 up.
  public var most: Int { picks.last?.count ?? words.count }

  /// The colours for a number of classes, from low to high; `nil` above `most`. One and two classes take
  /// colours of three.
  func colours(_ classes: Int) -> [Colour]? {
    guard classes >= 1, classes <= most else { return nil }
    guard let three = picks.first else { return words.prefix(classes).map { Colour(hexadecimal: $0) } }
    let places = classes == 1 ? [three[1]] : classes == 2 ? [three[0], three[2]] : picks[classes - 3]
    return places.map { Colour(hexadecimal: words[$0]) }
  }

  /// All families: ColorBrewer's, then viridis and related ones, then our own.
  public static let all: [PaletteFamily] =
    ColorBrewer.sequential + ColorBrewer.diverging + ColorBrewer.qualitative + ViridisPalettes.all + StepsPalettes.all
}
