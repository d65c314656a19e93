import Bytes
import Territory

/// The counts of a file by area: one for each area, measure and family, all that one run may print.
public struct AreaTable: Sendable {
  public let tally: Tally
  public let areas: [MeshArea]
  public let families: [Family]
  /// Numbers of the file's series, one a measure, in its order.
  public let series: [Int]
  /// `(series × families + family) × areas + area`.
  public internal(set) var counts: [AreaCount]
  /// Whether counts are under disclosure control too, beside magnitudes.
  public var protectsCounts = false
  /// Whether somebody says that what comes without legal units is published already.
  public var isPublishedElsewhere = false
  /// Positions of protected series that are taken as published.
  var published: Set<Int> = []

  /// Adds the communes up. Throws 65 when a measure comes in several perimeters. O(rows + areas' communes).
  public init(_ tally: Tally, areas: [MeshArea], families: [Family]) throws(Problem) {
    self.tally = tally
    self.areas = areas
    self.families = families
    var series: [Int] = []
    for measure in tally.observations.measures {
      if let number = try tally.observations.series(of: measure) { series.append(number) }
    }
    self.series = series
    var counts: [AreaCount] = []
    counts.reserveCapacity(series.count * families.count * areas.count)
    for number in series {
      for family in families {
        let entries = Self.column(tally, number, family)
        for area in areas { counts.append(AreaCount(area, entries)) }
      }
    }
    self.counts = counts
  }

  /// What counts everybody has no families: all of them get the same column.
  static func column(_ tally: Tally, _ series: Int, _ family: Family) -> [Tally.Entry] {
    tally.column(series, tally.observations.series[series].measure.isOfEverybody ? .all : family)
  }

  /// The date of the counts: of the establishments, else of the first measure.
  public var date: ReferenceDate? {
    let position = position(of: .establishments) ?? series.indices.first
    return position.flatMap { series(at: $0).date }
  }

  /// Whether disclosure control has a say in a measure: magnitudes and counts of a list always, counts of a public
  /// register on request.
  public func isProtected(_ measure: Measure) -> Bool {
    if measure.isMagnitude { return true }
    guard measure.isProtectable else { return false }
    return protectsCounts
      || position(of: measure).map { tally.observations.lists.contains(series[$0]) } ?? false
  }

  public func index(area: Int, series: Int, family: Int) -> Int {
    (series * families.count + family) * areas.count + area
  }

  /// What the count at an index is of.
  public func place(_ index: Int) -> (area: Int, series: Int, family: Int) {
    (index % areas.count, index / areas.count / families.count, index / areas.count % families.count)
  }

  /// The series at a position of `series`.
  public func series(at position: Int) -> Observations.Series { tally.observations.series[series[position]] }

  /// Position of a measure among the series; `nil` when the file does not have it.
  public func position(of measure: Measure) -> Int? {
    series.firstIndex { tally.observations.series[$0].measure == measure }
  }

  /// The count of a measure; `nil` when the file does not have the measure.
  public func count(_ measure: Measure, area: Int, family: Int) -> AreaCount? {
    position(of: measure).map { counts[index(area: area, series: $0, family: family)] }
  }
}
