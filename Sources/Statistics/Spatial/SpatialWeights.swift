import Geometry

/// The weights between neighbouring areas: a sparse matrix by rows, with an empty diagonal.
///
/// The neighbours of area i are `neighbours[offsets[i] ..< offsets[i+1]]`, ascending, with `weights` at the
/// same places. Contiguity and distance bands give weights of 1; `rowStandardised()` makes the weights of a row
/// add up to 1. Source: Anselin, "Spatial Econometrics" (1988), ch. 3.
public struct SpatialWeights: Sendable, Equatable {
  /// Start of each row in `neighbours` and `weights`, and the end of the
  /// last row: one more than there are areas.
  public let offsets: [Int]
  /// The neighbours of every area, row after row.
  public let neighbours: [Int32]
  /// The weights of those neighbours.
  public let weights: [Double]

  /// Takes the arrays as they are: `offsets` ascending from 0, one more
  /// than areas; the other arrays of one length.
  public init(offsets: [Int], neighbours: [Int32], weights: [Double]) {
    precondition(offsets.first == 0 && offsets.last == neighbours.count && neighbours.count == weights.count)
    self.offsets = offsets
    self.neighbours = neighbours
    self.weights = weights
  }

  /// Weight 1 for every neighbour of an adjacency.
  public init(_ adjacency: Adjacency) {
    self.init(
      offsets: adjacency.offsets, neighbours: adjacency.neighbours.map { Int32($0) },
      weights: [Double](repeating: 1, count: adjacency.neighbours.count))
  }

  /// Weight 1 between areas that touch: `.point` is queen contiguity, `.border` rook. O(points) on clean
  /// outlines.
  public init(_ layer: Layer, sharing contact: Adjacency.Contact) { self.init(Adjacency(layer, sharing: contact)) }

  /// Number of areas.
  public var count: Int { offsets.count - 1 }

  /// Areas without a neighbour, ascending.
  public var islands: [Int] { (0..<count).filter { offsets[$0] == offsets[$0 + 1] } }

  /// The same matrix with the weights of each row divided by their sum; a row that adds up to 0 stays as it is.
  public func rowStandardised() -> SpatialWeights {
    var standardised = weights
    for area in 0..<count {
      let row = offsets[area]..<offsets[area + 1]
      let sum = weights[row].reduce(0, +)
      guard sum != 0 else { continue }
      for place in row { standardised[place] /= sum }
    }
    return SpatialWeights(offsets: offsets, neighbours: neighbours, weights: standardised)
  }

  /// The matrix of some areas, given ascending, renumbered from 0; the weights between them are unchanged.
  public func restricted(to areas: [Int]) -> SpatialWeights {
    var number = [Int32](repeating: -1, count: count)
    for (new, old) in areas.enumerated() { number[old] = Int32(new) }
    var offsets = [0]
    var neighbours: [Int32] = []
    var weights: [Double] = []
    offsets.reserveCapacity(areas.count + 1)
    neighbours.reserveCapacity(self.neighbours.count)
    weights.reserveCapacity(self.neighbours.count)
    for area in areas {
      for place in self.offsets[area]..<self.offsets[area + 1] {
        let other = number[Int(self.neighbours[place])]
        guard other >= 0 else { continue }
        neighbours.append(other)
        weights.append(self.weights[place])
      }
      offsets.append(neighbours.count)
    }
    return SpatialWeights(offsets: offsets, neighbours: neighbours, weights: weights)
  }

  /// The weighted sum of the neighbours' values, for each area.
  public func lag(_ values: [Double]) -> [Double] {
    var lags = [Double](repeating: 0, count: count)
    for area in 0..<count {
      var sum = 0.0
      for place in offsets[area]..<offsets[area + 1] { sum += weights[place] * values[Int(neighbours[place])] }
      lags[area] = sum
    }
    return lags
  }
}
