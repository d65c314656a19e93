extension String {
  /// The text for comparing names: lower case, without accents, ligatures opened, and every run of
  /// spaces, hyphens and apostrophes as one space.
  ///
  /// Covers Latin letters up to U+017F, which is every letter of French place names.
  /// Complexity: O(n).
  public var folded: String {
    var out = ""
    var gap = false
    for scalar in unicodeScalars {
      let piece = Self.fold(scalar)
      if piece == " " {
        gap = !out.isEmpty
      } else {
        if gap { out += " " }
        gap = false
        out += piece
      }
    }
    return out
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ", "-", "'", "’", "\u{A0}", "\u{202F}", "‐", "–", "_": return " "
    case "\u{300}"..."\u{36F}": return ""  // combining accents
    case "œ", "Œ": return "oe"
    case "æ", "Æ": return "ae"
    case "ß": return "ss"
    default: break
    }
    if scalar.isASCII { return scalar.properties.lowercaseMapping }
    for (letter, accented) in foldingTable where accented.contains(scalar) { return letter }
    return scalar.properties.lowercaseMapping
  }
}

private let foldingTable: [(String, Set<Unicode.Scalar>)] = [
  ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđĎĐ"),
  ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"), ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"),
  ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľŀłĹĻĽĿŁ"), ("n", "ñńņňÑŃŅŇ"),
  ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšŚŜŞŠ"), ("t", "ţťŧŢŤŦ"),
  ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶ"), ("z", "źżžŹŻŽ"),
].map { ($0.0, Set($0.1.unicodeScalars)) }
