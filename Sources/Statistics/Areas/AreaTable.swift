import Bytes
import Territory

/// The counts of a file by area: one for each area, measure and family, everything that one run may print.
public struct AreaTable: Sendable {
  /// The rows of the file, laid over the mesh.
  public let tally: Tally
  /// The areas counted; they may overlap.
  public let areas: [MeshArea]
  /// The families counted.
  public let families: [Family]
  /// Positions in the file's series, one for each measure, in the order of the file.
  public let series: [Int]
  /// The counts; that of an area, a series and a family stands at
  /// `(series × families + family) × areas + area`.
  public internal(set) var counts: [AreaCount]
  /// Whether disclosure control protects counts as well as magnitudes.
  public var protectsCounts = false
  /// Who is declared to have published the values without legal units already; `nil` for nobody.
  public var publisher: String?
  /// Positions of protected series that are taken as published.
  var published: Set<Int> = []

  /// Adds up the communes of each area. Throws 65 when a measure has several
  /// perimeters. Complexity: O(rows + areas' communes).
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

  /// The column of a family. A measure of the whole economy has no families,
  /// so that all of them get the same column.
  static func column(_ tally: Tally, _ series: Int, _ family: Family) -> [Tally.Entry] {
    tally.column(series, tally.observations.series[series].measure.isOfEverybody ? .all : family)
  }

  /// The reference date of the counts: that of the establishments, or else of the first measure.
  public var date: ReferenceDate? {
    let position = position(of: .establishments) ?? series.indices.first
    return position.flatMap { series(at: $0).date }
  }

  /// Whether disclosure control applies to a measure: always to magnitudes and to counts of a list of members
  /// or persons, and to counts of a public register on request.
  public func isProtected(_ measure: Measure) -> Bool {
    if measure.isMagnitude { return true }
    guard measure.isProtectable else { return false }
    return protectsCounts || position(of: measure).map { tally.observations.lists.contains(series[$0]) } ?? false
  }

  /// Index in `counts` of the count of an area, a series and a family, each given by its position.
  public func index(area: Int, series: Int, family: Int) -> Int {
    (series * families.count + family) * areas.count + area
  }

  /// Positions of the area, the series and the family of the count at an index.
  public func place(_ index: Int) -> (area: Int, series: Int, family: Int) {
    (index % areas.count, index / areas.count / families.count, index / areas.count % families.count)
  }

  /// The series at a position of `series`.
  public func series(at position: Int) -> Observations.Series { tally.observations.series[series[position]] }

  /// Who counted a series, as its rows say it, else who is declared to have published it; empty when nobody says.
  public func source(at position: Int) -> String {
    let number = series[position]
    let stated = tally.observations.series[number].source
    if !stated.isEmpty { return stated }
    let data = tally.observations
    let publishers = Set(data.rows.lazy.filter { $0.series == number }.map(\.publisher))
    return (publishers.isEmpty || publishers == [""] ? [publisher ?? ""] : publishers.filter { !$0.isEmpty }.sorted())
      .joined(separator: ", ")
  }

  /// Position of a measure among the series; `nil` when the file does not have it.
  public func position(of measure: Measure) -> Int? {
    series.firstIndex { tally.observations.series[$0].measure == measure }
  }

  /// The count of a measure; `nil` when the file does not have the measure.
  public func count(_ measure: Measure, area: Int, family: Int) -> AreaCount? {
    position(of: measure).map { counts[index(area: area, series: $0, family: family)] }
  }
}
