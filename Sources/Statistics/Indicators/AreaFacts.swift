import Bytes

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
  public var areaKm2: Double?

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

  /// The figures known, establishments first.
  public var figures: [Figure] { [establishments, jobs, shareOfJobs, allJobs].compactMap { $0 } }
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
