import Bytes

extension LayerTable.Gap {
  /// The kinds of gaps in the order of legends.
  static let kinds: [LayerTable.Gap] = [.missing, .secret, .notAvailable, .notApplicable]

  /// What a legend calls it.
  var label: Text {
    switch self {
    case .none, .missing: Text("pas de donnée", "no data")
    case .secret: Text("s : secret statistique", "s: statistical secrecy")
    case .notAvailable: Text("… : non disponible", "…: not available")
    case .notApplicable: Text("/// : sans objet", "///: not applicable")
    }
  }
}
