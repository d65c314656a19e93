import Projections

extension SpatialWeights {
  /// Weight 1 between positions (degrees, RGF93 or WGS84) at most `radius` kilometres apart
  /// along the geodesic, that distance included.
  ///
  /// Positions sorted along the Earth's axis, candidates by the straight line through the Earth, which is never
  /// longer than the geodesic. Complexity: O(n log n + pairs of positions as far apart along the axis).
  public init(longitudes: [Double], latitudes: [Double], withinKm radius: Double, on geodesic: Geodesic = .grs80) {
    precondition(longitudes.count == latitudes.count)
    let metres = radius * 1000
    let places = zip(longitudes, latitudes).map { geodesic.cartesian($0, $1) }
    let order = places.indices.sorted { (places[$0].z, $0) < (places[$1].z, $1) }
    // A millimetre more than asked, so that rounding loses no pair: the geodesic decides.
    let reach = metres + 0.001
    var pairs: [(Int32, Int32)] = []
    for (rank, first) in order.enumerated() {
      let a = places[first]
      for second in order[(rank + 1)...] {
        let b = places[second]
        if b.z - a.z > reach { break }
        let dx = a.x - b.x
        let dy = a.y - b.y
        let dz = a.z - b.z
        guard dx * dx + dy * dy + dz * dz <= reach * reach else { continue }
        let length = geodesic.distance(longitudes[first], latitudes[first], longitudes[second], latitudes[second])
        if length <= metres { pairs.append((Int32(first), Int32(second))) }
      }
    }
    self.init(count: places.count, pairs: pairs)
  }

  /// Weight 1 between areas at most `limit` apart, by the caller's distances: n × n of any unit, row by row,
  /// from row to column. Distances that are not symmetric give neighbours that are not.
  public init(distances: [Double], count: Int, within limit: Double) {
    precondition(distances.count == count * count)
    var offsets = [0]
    var neighbours: [Int32] = []
    for row in 0..<count {
      for column in 0..<count where column != row && distances[row * count + column] <= limit {
        neighbours.append(Int32(column))
      }
      offsets.append(neighbours.count)
    }
    self.init(offsets: offsets, neighbours: neighbours, weights: [Double](repeating: 1, count: neighbours.count))
  }

  /// Both directions of each pair, weight 1.
  private init(count: Int, pairs: [(Int32, Int32)]) {
    var offsets = [Int](repeating: 0, count: count + 1)
    for (a, b) in pairs {
      offsets[Int(a) + 1] += 1
      offsets[Int(b) + 1] += 1
    }
    for area in 0..<count { offsets[area + 1] += offsets[area] }
    var neighbours = [Int32](repeating: 0, count: 2 * pairs.count)
    var fill = offsets
    for (a, b) in pairs {
      neighbours[fill[Int(a)]] = b
      fill[Int(a)] += 1
      neighbours[fill[Int(b)]] = a
      fill[Int(b)] += 1
    }
    for area in 0..<count { neighbours[offsets[area]..<offsets[area + 1]].sort() }
    self.init(offsets: offsets, neighbours: neighbours, weights: [Double](repeating: 1, count: neighbours.count))
  }
}
