import Bytes

extension CommuneLayer {
  /// The row of a commune given by code or by name (any case, accents optional).
  ///
  /// Throws 65 when no commune matches or several do; the message lists the candidates or the
  /// nearest names. When several communes have the name, the one among the rows `preferred` is
  /// taken, if only one is there. Complexity: O(n).
  public func find(_ text: String, preferring preferred: Range<Int> = 0..<0) throws(Problem) -> Int {
    if let row = row(text.uppercased()) { return row }
    let wanted = text.folded
    let exact = communes.indices.filter { communes[$0].name.folded == wanted }
    // "Ferté-Alais" means "La Ferté-Alais": names are often given without their article.
    let found =
      exact.isEmpty ? communes.indices.filter { Self.withoutArticle(communes[$0].name.folded) == wanted } : exact
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let best = found.filter { preferred.contains($0) }
      guard best.count == 1 else { throw ambiguous(text, found) }
      return best[0]
    }
    throw Problem(
      .badData, file: path, Text("aucune commune « \(text) »", "no commune \"\(text)\""),
      fix: otherLevel(text) ?? nearest(wanted))
  }

  /// The hint for a city that the layer has at the other level: the commune
  /// instead of an arrondissement, or the reverse.
  private func otherLevel(_ code: String) -> Text? {
    if let city = Arrondissements.commune(of: code), let row = row(city) {
      return Text.layerHasTheWholeCommune(city, communes[row].name)
    }
    let parts = Arrondissements.parts(of: code).filter { row($0) != nil }
    guard let first = parts.first, let last = parts.last else { return nil }
    return Text.layerHasTheArrondissements(first, last)
  }

  private func ambiguous(_ text: String, _ rows: [Int]) -> Problem {
    let names = rows.map { "\(communes[$0].insee) \(communes[$0].name)" }.joined(separator: ", ")
    return Problem(
      .badData, file: path, Text.namesSeveralCommunes(text),
      fix: Text("donnez le code : \(names)", "give the code: \(names)"))
  }

  private func nearest(_ wanted: String) -> Text {
    let longer = communes.filter { !wanted.isEmpty && $0.name.folded.hasPrefix(wanted) }
    if !longer.isEmpty {
      let names = longer.prefix(5).map { "\($0.insee) \($0.name)" }.joined(separator: ", ")
      let more = longer.count > 5 ? ", …" : ""
      return Text("donnez un nom entier : \(names)\(more)", "give a whole name: \(names)\(more)")
    }
    let scored = communes.map { (distance: wanted.editDistance(to: $0.name.folded), commune: $0) }.sorted {
      ($0.distance, $0.commune.insee) < ($1.distance, $1.commune.insee)
    }
    guard let best = scored.first, best.distance <= max(2, wanted.count / 3) else {
      return Text("vérifiez le code ou le nom", "check the code or the name")
    }
    let names = scored.prefix(3).filter { $0.distance <= best.distance + 1 }.map {
      "\($0.commune.insee) \($0.commune.name)"
    }.joined(separator: ", ")
    return Text("noms proches : \(names)", "near names: \(names)")
  }

  private static func withoutArticle(_ folded: String) -> String {
    for article in ["la ", "le ", "les ", "l "] where folded.hasPrefix(article) {
      return String(folded.dropFirst(article.count))
    }
    return folded
  }
}
