extension String {
  /// The sentence with « de » and « à » elided or contracted as French does before a name:
  /// `autour de Étampes` becomes `autour d’Étampes`, `de Le Val` `du Val`, `de Les Molières` `des Molières`.
  public func eliding(_ name: String) -> String {
    var text = self
    // Few names end so, and making the pattern takes a millisecond.
    if name.hasSuffix("rrondissement"),
      let arrondissement = name.wholeMatch(of: /(Paris|Lyon|Marseille) ([0-9]+\p{L}+) [Aa]rrondissement/)
    {
      let place = "\(arrondissement.2) arrondissement de \(arrondissement.1)"
      text = text.replacingFirst(" de \(name)", " du \(place)").replacingFirst(" à \(name)", " dans le \(place)")
    } else if let first = name.folded.first, "aeiouhy".contains(first), !name.hasPrefix("Y") {
      text = text.replacingFirst(" de \(name)", " d’\(name)")
    } else if name.hasPrefix("Le ") {
      text = text.replacingFirst(" de \(name)", " du \(name.dropFirst(3))")
      text = text.replacingFirst(" à \(name)", " au \(name.dropFirst(3))")
    } else if name.hasPrefix("Les ") {
      text = text.replacingFirst(" de \(name)", " des \(name.dropFirst(4))")
      text = text.replacingFirst(" à \(name)", " aux \(name.dropFirst(4))")
    }
    return text
  }

  /// Where something is, as French says it of several places: « à Paris, au Bourget et aux Lilas ».
  public static func at(_ places: [String]) -> String {
    let all = places.map { String(" à \($0)".eliding($0).dropFirst()) }
    return all.count < 2 ? all.joined() : all.dropLast().joined(separator: ", ") + " et " + all[all.count - 1]
  }

  private func replacingFirst(_ target: String, _ replacement: String) -> String {
    guard let range = firstRange(of: target) else { return self }
    return self[..<range.lowerBound] + replacement + self[range.upperBound...]
  }
}
