import Bytes

/// A family of the économie sociale et solidaire, or all of them together.
public enum Family: String, Sendable, CaseIterable {
  case all, association, cooperative, mutuelle, fondation
  /// Commercial companies of the ESS (loi du 31 juillet 2014).
  case company
  /// Other private non-profit bodies, Insee's fifth family.
  case other

  /// The four families of the statistics before the law of 2014: they partition `all`.
  public static let partition: [Family] = [.association, .cooperative, .mutuelle, .fondation]

  /// The name of the family in words, in the plural.
  public var label: Text {
    switch self {
    case .all: Text("toutes familles", "all families")
    case .association: Text("associations", "associations")
    case .cooperative: Text("coopératives", "cooperatives")
    case .mutuelle: Text("mutuelles", "mutual societies")
    case .fondation: Text("fondations", "foundations")
    case .company: Text.commercialCompaniesOfTheESS
    case .other: Text.otherPrivateNonProfitBodies
    }
  }
}
