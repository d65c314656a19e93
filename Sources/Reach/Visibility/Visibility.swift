import Bytes
import Pole
import Statistics
import Territory

/// How visible the Pôle is from each commune: V = 1 − ∏ₖ (1 − pₖ·gₖ(d)), an index from 0 to 1 of potential
/// visibility.
///
/// It may be called a share of inhabitants only when every strength has `basis: source`; otherwise it is
/// printed as « indice de visibilité (hypothèses) ».
public struct Visibility: Sendable {
  /// The communes and sites.
  public let studyArea: StudyArea
  /// The channels and the threshold.
  public let model: VisibilityModel
  /// The term t = p·g of each channel in each commune, as `terms[channel][row]`.
  public let terms: [[Double]]
  /// V of each commune, from 0 to 1, by row.
  public let index: [Double]
  /// Kilometres from each commune to the nearest source of each channel, 0 for a channel that does not decay and `nil`
  /// in a commune that a limited channel does not serve; as `distances[channel][row]`.
  private let distances: [[Double?]]
  /// What the index rests on: the weakest basis of the strengths and of the positions from which they decay.
  public let basis: Basis

  /// Computes the model on a study area. Throws 65, naming the line of the channel, for a source or commune that is
  /// not in the layer. Complexity: O(channels × communes × sources).
  public init(_ model: VisibilityModel, on studyArea: StudyArea) throws(Problem) {
    self.studyArea = studyArea
    self.model = model
    var distances: [[Double?]] = []
    var bases = model.channels.map(\.support.basis)
    for channel in model.channels {
      let places = try Self.places(channel, studyArea)
      distances.append(try Self.distances(channel, places, studyArea))
      if channel.decay != .none { bases += places.map(\.support.basis) }
    }
    self.distances = distances
    basis = .weakest(bases)
    (terms, index) = Self.values(model.channels, distances, studyArea.layer.count)
  }

  /// The same places with other strengths and scales; `channels` has the channels of the model in their order.
  init(_ other: Visibility, _ channels: [Channel]) {
    var model = other.model
    model.channels = channels
    (studyArea, self.model, distances, basis) = (other.studyArea, model, other.distances, other.basis)
    (terms, index) = Self.values(channels, distances, other.studyArea.layer.count)
  }

  private static func values(_ channels: [Channel], _ distances: [[Double?]], _ count: Int) -> (
    terms: [[Double]], index: [Double]
  ) {
    let terms = zip(channels, distances).map { channel, distances in
      let scale = channel.scaleKilometres ?? .infinity
      return distances.map { $0.map { channel.strength * channel.decay.factor($0, scale: scale) } ?? 0 }
    }
    return (terms, (0..<count).map { row in 1 - terms.reduce(1) { $0 * (1 - $1[row]) } })
  }

  private static func places(_ channel: Channel, _ studyArea: StudyArea) throws(Problem) -> [Place] {
    var places: [Place] = []
    for source in channel.sources { places.append(try studyArea.place(source, line: channel.line)) }
    return places
  }

  private static func distances(_ channel: Channel, _ places: [Place], _ studyArea: StudyArea) throws(Problem)
    -> [Double?]
  {
    var limited: Set<Int>?
    if let names = channel.communes {
      var rows = Set<Int>()
      for name in names { rows.insert(try studyArea.commune(name, line: channel.line)) }
      limited = rows
    }
    return studyArea.layer.communes.enumerated().map { row, commune in
      if let limited, !limited.contains(row) { return nil }
      return channel.decay == .none ? 0 : places.map { $0.distance(to: commune) }.min() ?? .infinity
    }
  }

  /// The contribution of a channel in a commune: V minus what V would be without the channel.
  public func contribution(_ channel: Int, _ row: Int) -> Double {
    let without = terms.indices.filter { $0 != channel }.reduce(1.0) { $0 * (1 - terms[$1][row]) }
    return index[row] - (1 - without)
  }

  /// The rank of each commune by row; the largest index has rank 1, and equal indices share the smallest rank.
  /// O(n log n).
  public var ranks: [Int] {
    let sorted = index.sorted(by: >)
    var first: [Double: Int] = [:]
    for (position, value) in sorted.enumerated() where first[value] == nil { first[value] = position + 1 }
    return index.map { first[$0] ?? 0 }
  }

  /// Whether the index of a commune is below the threshold: « peu visible sous ces hypothèses ».
  public func isLow(_ row: Int) -> Bool { index[row] < model.threshold }

  /// The indices and the inhabitants of the communes with a known population.
  private var weighted: (index: [Double], weights: [Double]) {
    let known = zip(index, studyArea.layer.communes).compactMap { index, commune in
      commune.population.map { (index, Double($0)) }
    }
    return (known.map(\.0), known.map(\.1))
  }

  /// The mean of V over inhabitants; `nil` without inhabitants and when the population of a commune is unknown.
  public var mean: Double? { studyArea.layer.population.total == nil ? nil : meanOfKnown }

  /// The mean of V over the inhabitants of the communes with a known population; `nil` without inhabitants.
  public var meanOfKnown: Double? {
    let (index, weights) = weighted
    let total = weights.reduce(0, +)
    return total > 0 ? zip(index, weights).reduce(0) { $0 + $1.0 * $1.1 } / total : nil
  }

  /// The Gini index of V weighted by inhabitants; `nil` when the population of a commune is unknown.
  public var gini: Double? {
    guard studyArea.layer.population.total != nil else { return nil }
    return WeightedGini.value(index, weights: weighted.weights)
  }

  /// Whether V may be called a share of inhabitants: there are channels, and every strength has a source.
  public var isShare: Bool { !model.channels.isEmpty && model.channels.allSatisfy { $0.support.basis == .source } }

  /// Whether `isLow` rests on an assumption: in a strength, a position or the threshold.
  public var isAssumed: Bool { basis == .assumption || model.support.basis == .assumption }
}

extension Channel.Decay {
  /// The decay g(d) from 0 to 1, with the distance d and the scale s in kilometres; `threshold` is 1 for d ≤ s.
  public func factor(_ distance: Double, scale: Double) -> Double {
    switch self {
    case .none: 1
    case .exponential: exp(-distance / scale)
    case .gaussian: exp(-distance * distance / (2 * scale * scale))
    case .threshold: distance <= scale ? 1 : 0
    }
  }
}
