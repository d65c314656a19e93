/// What a style sheet asks of a font.
struct FontRequest: Hashable, Sendable {
  /// In order of preference.
  var families: [String]
  /// As in CSS: 400 is regular, 700 bold.
  var weight = 400
  var isItalic = false
}

extension FontRequest {
  /// The names of a CSS `font-family`, without their quotation marks.
  static func families(_ css: String) -> [String] {
    css.split(separator: ",").map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()).filter {
        $0 != "'" && $0 != "\""
      }
    }
  }
}
