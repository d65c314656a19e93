import Bytes

/// What a figure measures. The vocabulary is open: an unknown id is kept and is its own label.
public struct Measure: Sendable, Hashable {
  /// English snake_case, as registers and files write it.
  public let id: String

  /// Makes a measure of any id.
  public init(_ id: String) { self.id = id }

  /// Establishments of the ESS.
  public static let establishments = Measure("establishments")
  /// Jobs of the ESS.
  public static let jobs = Measure("jobs")
  /// Inhabitants.
  public static let population = Measure("population")
  /// Share of the ESS in all salaried jobs of the area.
  public static let shareOfJobs = Measure("share_of_jobs")
  /// All salaried jobs of the area, ESS or not.
  public static let allJobs = Measure("all_salaried_jobs")
  /// All establishments of an area, ESS or not.
  public static let allEstablishments = Measure("all_establishments")
  /// Share of a family in the ESS establishments of the area.
  public static let shareOfEstablishmentsByFamily = Measure("share_of_ess_establishments")
  /// Share of a family in the ESS jobs of the area.
  public static let shareOfJobsByFamily = Measure("share_of_ess_jobs")
  /// Share of the area in the ESS establishments of France.
  public static let shareOfFrenchEstablishments = Measure("share_of_french_ess_establishments")
  /// Share of the area in the ESS jobs of France.
  public static let shareOfFrenchJobs = Measure("share_of_french_ess_jobs")

  /// Whether it is a share from 0 to 1; any other measure is a count or an amount.
  public var isShare: Bool { id.hasPrefix("share_") }

  /// Whether its values are whole and never negative, so that `1.234` of it means 1,234.
  public var isWhole: Bool { [.establishments, .jobs, .population, .allEstablishments, .allJobs].contains(self) }

  /// Whether disclosure control always protects it: true for jobs, pay and budgets, false for shares,
  /// inhabitants and the establishments of a public register.
  public var isMagnitude: Bool { !isShare && !id.hasSuffix("establishments") && self != .population }

  /// Whether disclosure control may protect it at all: false for shares and for inhabitants.
  var isProtectable: Bool { !isShare && self != .population }

  /// The same measure of the whole economy, ESS or not; `nil` when there is none.
  var everybody: Measure? {
    switch self {
    case .jobs: .allJobs
    case .establishments: Measure(Self.everybody + id)
    default: nil
    }
  }

  /// Whether it counts the whole economy, ESS or not; such a measure has no families.
  public var isOfEverybody: Bool { id.hasPrefix(Self.everybody) }

  /// The prefix of the ids of measures of the whole economy.
  public static let everybody = "all_"

  /// The name of the measure in words; its id when it is not one of these.
  public var label: Text {
    switch self {
    case .establishments: Text("établissements", "establishments")
    case .jobs: Text("emplois", "jobs")
    case .population: Text("habitants", "inhabitants")
    case .shareOfJobs: Text("part des emplois salariés", "share of salaried jobs")
    case .allJobs: Text.allSalariedJobs
    case .shareOfEstablishmentsByFamily: Text.shareOfESSEstablishments
    case .shareOfJobsByFamily: Text("part des emplois de l’ESS", "share of ESS jobs")
    case .shareOfFrenchEstablishments: Text.shareOfFrenchESSEstablishments
    case .shareOfFrenchJobs: Text.shareOfFrenchESSJobs
    default: Text(same: id)
    }
  }
}
