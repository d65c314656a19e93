import Bytes
import Geometry
import Territory

/// Who is whose neighbour.
public enum NeighbourRule: Sendable, Equatable {
  /// A common point is enough.
  case queen
  /// A common border of positive length.
  case rook
  /// Chefs-lieux at most so many kilometres apart.
  case distance(km: Double)
}

/// How the rate of establishments is spread over communes: Moran's I, local clusters and inequality.
public struct CommunePattern: Sendable {
  public struct Options: Sendable {
    public var neighbours = NeighbourRule.queen
    public var permutations = 9_999
    public var seed: UInt64 = 1
    /// The rates as they are instead of standardised ones.
    public var isRaw = false

    public init() {}
  }

  public let options: Options
  /// Numbers of the table's areas, one a commune, ascending by code; every array below follows.
  public let areas: [Int]
  /// Establishments per inhabitant; not available where withheld or unknown, not applicable where nobody lives.
  public let rates: [Cell]
  /// What Moran's I is computed from: standardised rates, or the rates.
  public let values: [Double?]
  public let sample: SpatialSample
  /// `nil` when fewer than four communes have a value, or all the same.
  public let moran: Moran?
  public let local: LocalMoran?
  /// Of the rates, weighted by inhabitants.
  public let gini: Double?

  /// The communes of a table of counts, after disclosure control.
  ///
  /// - Parameter family: number of the family in the table.
  ///
  /// Complexity: O(communes + neighbours × permutations).
  public init(_ counted: Comparison.Counted, family: Int, options: Options) {
    let table = counted.table
    let mesh = table.tally.mesh
    areas = table.areas.indices.filter { table.areas[$0].level == .commune }
      .sorted { table.areas[$0].code < table.areas[$1].code }
    let counts = areas.map { table.count(.establishments, area: $0, family: family)?.cell.value }
    let people = areas.map { counted.population.population(of: table.areas[$0], at: table.date)?.value }
    rates = zip(counts, people).map { Cell.ratio($0, $1) }
    let standardised = EmpiricalBayes(counts: counts, populations: people).standardised
    values = options.isRaw ? rates.map(\.value) : standardised
    let pieces = areas.map { table.areas[$0].pieces[0] }
    let weights: SpatialWeights
    switch options.neighbours {
    case .queen: weights = SpatialWeights(mesh.outlines(of: pieces), sharing: .point)
    case .rook: weights = SpatialWeights(mesh.outlines(of: pieces), sharing: .border)
    case .distance(let km):
      let communes = pieces.map { mesh.pieces[$0].commune }
      weights = SpatialWeights(
        longitudes: communes.map(\.longitude), latitudes: communes.map(\.latitude), withinKm: km)
    }
    sample = SpatialSample(values, weights: weights)
    moran = Moran(sample, permutations: options.permutations, seed: options.seed)
    local =
      options.permutations > 0
      ? LocalMoran(sample, permutations: options.permutations, seed: options.seed) : nil
    let known = zip(rates, people).compactMap { rate, people in
      rate.value.flatMap { rate in people.map { (rate, $0) } }
    }
    gini = WeightedGini.value(known.map(\.0), weights: known.map(\.1))
    self.options = options
  }
}
