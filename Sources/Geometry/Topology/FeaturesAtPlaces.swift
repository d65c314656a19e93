/// Which features have a vertex at each place of a layer.
struct FeaturesAtPlaces {
  private var starts: [Int]
  /// The features of each place, each feature once.
  private var members: [Int32]

  /// A counting sort over the places: O(points).
  init(_ layer: Layer, _ edges: SharedEdges) {
    var starts = [Int](repeating: 0, count: edges.vertexCount + 1)
    var members: [Int32] = []
    // Points come feature by feature, so a feature already counted at a place is the last one counted there.
    for pass in 0..<2 {
      var last = [Int32](repeating: -1, count: edges.vertexCount)
      for feature in 0..<layer.featureCount {
        for ring in layer.rings(of: feature) {
          for point in layer.points(ofRing: ring) {
            let place = Int(edges.vertices[point])
            guard last[place] != Int32(feature) else { continue }
            last[place] = Int32(feature)
            if pass == 0 {
              starts[place + 1] += 1
            } else {
              members[starts[place]] = Int32(feature)
              starts[place] += 1
            }
          }
        }
      }
      if pass == 0 {
        for place in 0..<edges.vertexCount { starts[place + 1] += starts[place] }
        members = [Int32](repeating: 0, count: starts[edges.vertexCount])
      }
    }
    // Filling has moved each start to the start of the next place.
    self.starts = [0] + starts.dropLast()
    self.members = members
  }

  func features(at place: Int) -> ArraySlice<Int32> { members[starts[place]..<starts[place + 1]] }

  /// Calls `body` with each pair of features that meet at a place, once for each such place.
  func forEachPair(_ body: (Int32, Int32) -> Void) {
    for place in 0..<starts.count - 1 {
      for first in starts[place]..<starts[place + 1] {
        for second in (first + 1)..<max(first + 1, starts[place + 1]) { body(members[first], members[second]) }
      }
    }
  }
}
