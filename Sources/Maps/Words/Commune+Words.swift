import Territory

extension Commune {
  /// The name with the code that tells communes of one name apart.
  var nameAndCode: String { "\(name) (\(insee))" }
}
