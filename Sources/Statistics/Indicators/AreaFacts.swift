import Bytes
import Territory

/// What is known of one area at one date: the figures that an indicator may use.
public struct AreaFacts: Sendable {
  /// Code of the area.
  public var code: String
  /// Name of the area, as readers see it.
  public var name: String
  /// Level of the area: `region`, `departement`, `territory`…
  public var level: String
  /// Family of the figures.
  public var family = Family.all
  /// Establishments of the ESS; `nil` when unknown or withheld.
  public var establishments: Figure?
  /// Jobs of the ESS; `nil` when unknown or withheld.
  public var jobs: Figure?
  /// Share of the ESS in all salaried jobs of the area, as published.
  public var shareOfJobs: Figure?
  /// The share of the reference that the area's share may be compared with: of the same source and date.
  public var shareOfReference: Figure?
  /// All salaried jobs of the area, ESS or not.
  public var allJobs: Figure?
  /// Inhabitants at the date of the figures; `nil` when unknown.
  public var population: DatedPopulation?
  /// What is known of the inhabitants of its communes, also when
  /// `population` is not; `nil` for published areas.
  public var inhabitants: Inhabitants?
  /// Ellipsoidal area in square kilometres; `nil` when unknown.
  public var areaKm2: Double?
  /// How much of the area its communes make up; `nil` for published areas and for the user's own.
  public var extent: AreaExtent?
  /// Counts of other measures, such as pay, that the user's file has.
  public var others: [Figure] = []
  /// Measures that are withheld; what is computed from them is withheld too.
  public var withheld: Set<Measure> = []
  /// The area's rate, drawn towards the rates of its level; `nil` when the level has too few areas.
  public var smoothed: SmoothedRate?
  /// Notes on sums that cannot be given, by measure.
  public var partial: [Measure: Text] = [:]

  /// Level and code of the area.
  public var key: AreaKey { AreaKey(level, code) }

  /// Name of the area, and that it is a part if so: "Bretagne (part: 581 communes)".
  public var label: Text {
    isOfCountedCommunes ? Text.allCommunesWithCount : Text(same: name) + (extent?.words ?? Text(same: ""))
  }

  /// Code of all communes of the layers together.
  public static let layerCode = "layer"

  /// Whether the area is no place but what a file has counts of.
  var isOfCountedCommunes: Bool { code == Self.layerCode && level == "area" }

  /// Notes the inhabitants of the communes that the area is made of, with a remark when some are unknown.
  ///
  /// - Parameter label: what the remark calls the area.
  mutating func note(_ known: Inhabitants, label: Text) {
    inhabitants = known
    guard known.communesWithout > 0, known.communes > 1 else { return }
    partial[.population] =
      label + Text(", habitants : ", ", inhabitants: ") + known.shortWords + Text(" ; ", "; ") + known.withoutWords
  }

  /// The warning that there are more establishments than inhabitants; `nil`
  /// when there are not or either is unknown.
  public var crowding: Text? {
    guard let establishments, let population, establishments.value > population.value else { return nil }
    return establishments.printedValue + Text(" établissements pour ", " establishments for ")
      + Words.number(population.value.rounded()) + Text.populationMayBeInThousands
  }

  /// The figures that are known, establishments first.
  public var figures: [Figure] { [establishments, jobs, shareOfJobs, allJobs].compactMap { $0 } + others }

  /// The figure of a measure; `nil` when it is unknown or withheld.
  public func figure(_ measure: Measure) -> Figure? { figures.first { $0.measure == measure } }
}

/// An empirical Bayes rate of establishments per inhabitant, with the values it was computed from.
public struct SmoothedRate: Sendable, Equatable {
  /// The rate, in establishments per inhabitant, or why there is none.
  public var cell: Cell
  /// m, the rate of all areas of the level together.
  public var mean: Double
  /// A, the variance between areas beyond that of the counts.
  public var variance: Double
  /// Number of areas that took part.
  public var areas: Int
}

/// An area and the reference that it is compared with.
public struct IndicatorInput: Sendable {
  /// The area.
  public var area: AreaFacts
  /// The reference.
  public var reference: AreaFacts
  /// Whether figures with different perimeters are compared, with a warning, instead of giving `…`.
  public var acrossPerimeters: Bool
}
