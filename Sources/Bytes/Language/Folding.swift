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
  ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđĎĐ"), ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"), ("g", "ĝğġģĜĞĠĢ"),
  ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"), ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľŀłĹĻĽĿŁ"), ("n", "ñńņňÑŃŅŇ"),
  ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšŚŜŞŠ"), ("t", "ţťŧŢŤŦ"), ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"),
  ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶ"), ("z", "źżžŹŻŽ"),
].map { ($0.0, Set($0.1.unicodeScalars)) }

extension String {
  /// How many letters must be inserted, deleted or changed to make the other text: Levenshtein's distance.
  ///
  /// Complexity: O(n · m).
  public func editDistance(to other: String) -> Int {
    let letters = Array(other.unicodeScalars)
    var row = Array(0...letters.count)
    for (i, own) in unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, letter) in letters.enumerated() {
        let change = diagonal + (own == letter ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(change, row[j] + 1, diagonal + 1)
      }
    }
    return row[letters.count]
  }

  /// The names that this text may have meant, nearest first: names that begin with it, and names at an edit
  /// distance of at most two letters or a third of its length. Both are compared folded.
  public func nearest(among names: [String]) -> [String] {
    let wanted = folded
    let scored = names.map { name in
      (distance: name.folded.hasPrefix(wanted) ? 0 : wanted.editDistance(to: name.folded), name: name)
    }
    return scored.filter { $0.distance <= max(2, wanted.count / 3) }.sorted {
      ($0.distance, $0.name) < ($1.distance, $1.name)
    }.map(\.name)
  }
}
