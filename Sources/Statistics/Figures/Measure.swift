import Bytes

/// What a figure measures. The vocabulary is open: an unknown id is kept and is its own label.
public struct Measure: Sendable, Hashable {
  public let id: String

  public init(_ id: String) { self.id = id }

  public static let establishments = Measure("establishments")
  public static let jobs = Measure("jobs")
  public static let population = Measure("population")
  /// Share of all salaried jobs of the area that the ESS holds.
  public static let shareOfJobs = Measure("share_of_jobs")
  /// All salaried jobs of the area, ESS or not.
  public static let allJobs = Measure("all_salaried_jobs")
  /// All establishments of an area, ESS or not.
  public static let allEstablishments = Measure("all_establishments")
  public static let shareOfEstablishmentsByFamily = Measure("share_of_ess_establishments")
  public static let shareOfJobsByFamily = Measure("share_of_ess_jobs")
  public static let shareOfFrenchEstablishments = Measure("share_of_french_ess_establishments")
  public static let shareOfFrenchJobs = Measure("share_of_french_ess_jobs")

  /// A share from 0 to 1; everything else is a count.
  public var isShare: Bool { id.hasPrefix("share_") }

  /// Whether its values are whole and never below zero, so that `1.234` of it is a thousand.
  public var isWhole: Bool {
    [.establishments, .jobs, .population, .allEstablishments, .allJobs].contains(self)
  }

  /// What disclosure control protects: jobs, pay, budgets; not the establishments of a public register, nor what
  /// everybody can count.
  public var isMagnitude: Bool { !isShare && !id.hasSuffix("establishments") && self != .population }

  /// Counts everybody, ESS or not: it has no families.
  public var isOfEverybody: Bool { id.hasPrefix(Self.everybody) }

  /// What the ids of such measures begin with.
  public static let everybody = "all_"

  public var label: Text {
    switch self {
    case .establishments: Text("établissements", "establishments")
    case .jobs: Text("emplois", "jobs")
    case .population: Text("habitants", "inhabitants")
    case .shareOfJobs: Text("part des emplois salariés", "share of salaried jobs")
    case .allJobs: Text("emplois salariés, ESS ou non", "salaried jobs, ESS or not")
    case .shareOfEstablishmentsByFamily:
      Text("part des établissements de l’ESS", "share of ESS establishments")
    case .shareOfJobsByFamily: Text("part des emplois de l’ESS", "share of ESS jobs")
    case .shareOfFrenchEstablishments:
      Text("part des établissements de l’ESS de France", "share of French ESS establishments")
    case .shareOfFrenchJobs: Text("part des emplois de l’ESS de France", "share of French ESS jobs")
    default: Text(same: id)
    }
  }
}
