import Bytes
import Territory

/// What is known of one area at one date: the figures an indicator may use.
public struct AreaFacts: Sendable {
  public var code: String
  public var name: String
  public var level: String
  public var family: Family
  public var establishments: Figure?
  public var jobs: Figure?
  /// Share of all salaried jobs of the area, as published.
  public var shareOfJobs: Figure?
  /// All salaried jobs of the area, ESS or not.
  public var allJobs: Figure?
  public var population: DatedPopulation?
  /// Inhabitants of its communes, where it is made of communes: what is known when `population` is not.
  public var inhabitants: Inhabitants?
  public var areaKm2: Double?
  /// How much of the area its communes are; `nil` for what is published and for areas of one's own.
  public var extent: AreaExtent?
  /// Counts of other measures, such as pay, that a file of one's own may hold.
  public var others: [Figure] = []
  /// Measures that exist and are withheld: what is computed from them is withheld too.
  public var withheld: Set<Measure> = []
  /// The area's rate drawn towards those of its level, where there are several.
  public var smoothed: SmoothedRate?
  /// What is known of a sum that cannot be given, by measure.
  public var partial: [Measure: Text] = [:]

  public init(
    code: String, name: String, level: String, family: Family = .all, establishments: Figure? = nil,
    jobs: Figure? = nil, shareOfJobs: Figure? = nil, allJobs: Figure? = nil, population: DatedPopulation? = nil,
    areaKm2: Double? = nil
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.family = family
    self.establishments = establishments
    self.jobs = jobs
    self.shareOfJobs = shareOfJobs
    self.allJobs = allJobs
    self.population = population
    self.areaKm2 = areaKm2
  }

  /// Its name, and that it is a part where it is: « Bretagne (partie : 581 communes) ».
  public var label: Text { Text(same: name) + (extent?.words ?? Text(same: "")) }

  /// Notes what is known of the inhabitants of the communes it is made of, and says so where that is not all.
  ///
  /// - Parameter label: what the area is called.
  mutating func note(_ known: Inhabitants, label: Text) {
    inhabitants = known
    guard known.communesWithout > 0, known.communes > 1 else { return }
    partial[.population] =
      label + Text(", habitants : ", ", inhabitants: ") + known.shortWords + Text(" ; ", "; ")
      + known.withoutWords
  }

  /// More establishments than inhabitants, in words; `nil` where there are fewer or either is unknown.
  public var crowding: Text? {
    guard let establishments, let population, establishments.value > population.value else { return nil }
    return establishments.printedValue + Text(" établissements pour ", " establishments for ")
      + Words.number(population.value.rounded())
      + Text(
        " habitants, plus de 10 000 pour 10 000 ; la population est-elle en milliers ?",
        " inhabitants, over 10,000 per 10,000; is the population in thousands?")
  }

  /// The figures known, establishments first.
  public var figures: [Figure] { [establishments, jobs, shareOfJobs, allJobs].compactMap { $0 } + others }

  /// The count of a measure, where it may be said.
  public func figure(_ measure: Measure) -> Figure? { figures.first { $0.measure == measure } }
}

/// An empirical Bayes rate of establishments per inhabitant with what it was computed from.
public struct SmoothedRate: Sendable, Equatable {
  public var cell: Cell
  /// m, the rate of all areas of the level together.
  public var mean: Double
  /// A, the variance between areas beyond that of the counts.
  public var variance: Double
  /// How many areas took part.
  public var areas: Int
}

/// An area beside the reference it is compared with.
public struct IndicatorInput: Sendable {
  public var area: AreaFacts
  public var reference: AreaFacts
  /// Compare figures whose perimeters differ, with a warning, instead of answering `…`.
  public var acrossPerimeters: Bool

  public init(area: AreaFacts, reference: AreaFacts, acrossPerimeters: Bool = false) {
    self.area = area
    self.reference = reference
    self.acrossPerimeters = acrossPerimeters
  }
}
