extension String {
  /// The sentence with « de » and « à » elided or contracted as French does before a name:
  /// `autour de Étampes` becomes `autour d’Étampes`, `de Le Val` `du Val`, `de Les Molières` `des Molières`.
  public func eliding(_ name: String) -> String {
    var text = self
    if let first = name.folded.first, "aeiouhy".contains(first), !name.hasPrefix("Y") {
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

  private func replacingFirst(_ target: String, _ replacement: String) -> String {
    guard let range = firstRange(of: target) else { return self }
    return self[..<range.lowerBound] + replacement + self[range.upperBound...]
  }
}
