import Bytes

/// Which points of a layer are kept: nodes, and places with an effective area of at least the threshold.
///
/// A place is kept or removed for all lines through it at once, so that borders stay shared.
struct Thinning: Sendable {
  let layer: Layer
  let places: CoincidentPoints
  let threads: Int
  /// Effective area in square metres by the number of a place that is not a node; infinite for a place to be
  /// kept.
  let areas: SharedBuffer<Float>
  /// Places with a smaller effective area are removed.
  var threshold: Float = 0

  /// Ranks the vertices of every arc once. Complexity: O(points·log(points of an arc)).
  init(_ layer: Layer, _ measure: EffectiveArea, threads: Int) {
    self.layer = layer
    self.threads = threads
    let places = CoincidentPoints(layer, threads: threads)
    let areas = SharedBuffer<Float>(repeating: .infinity, count: layer.pointCount)
    _ = layer.eachPiece(threads: threads) { rings in
      var line = VisvalingamWhyatt()
      layer.coordinates.withUnsafeBufferPointer { coordinates in
        for ring in rings {
          layer.forEachArc(ofRing: ring, places) { arc in
            guard arc.length > 1, places.decides(arc) else { return }
            Self.rank(arc, &line, measure, coordinates, places.numbers.base, areas.base)
          }
        }
      }
    }
    self.places = places
    self.areas = areas
  }

  @inline(__always) private static func rank(
    _ arc: Arc, _ line: inout VisvalingamWhyatt, _ measure: EffectiveArea, _ coordinates: UnsafeBufferPointer<Double>,
    _ numbers: UnsafeMutablePointer<Int32>, _ areas: UnsafeMutablePointer<Float>
  ) {
    let count = arc.isRing ? arc.length : arc.length + 1
    let scale = measure.scale
    line.clear()
    for step in 0..<count {
      let point = arc.point(step)
      let y = coordinates[2 * point + 1]
      line.add(coordinates[2 * point] * scale, y * scale, narrowing: measure.narrowing(y: y))
    }
    line.run(isRing: arc.isRing)
    for step in arc.isRing ? 0..<count : 1..<count - 1 {
      areas[Int(numbers[arc.point(step)])] = Float(line.areas[step])
    }
  }

  @inline(__always) func keeps(_ point: Int) -> Bool {
    let number = Int(places.numbers.base[point])
    return number < 0 || areas.base[number] >= threshold
  }

  /// Effective area of a point that is not a node.
  @inline(__always) func area(_ point: Int) -> Float { areas.base[Int(places.numbers.base[point])] }

  /// Keeps the place of a point whatever the threshold.
  func restore(_ point: Int) { areas.base[Int(places.numbers.base[point])] = .infinity }

  /// Of the removed points among `points`, the one with the largest area, the first of equal ones; `nil` when
  /// all are kept.
  @inline(__always) func mostNeeded(_ points: some Sequence<Int>) -> Int? {
    var best: Int?
    var largest = -Float.infinity
    for point in points where !keeps(point) && area(point) > largest {
      best = point
      largest = area(point)
    }
    return best
  }

  /// The layer with the kept points only; rings, parts and features are the same.
  func thinned() -> Layer {
    let closing = layer.kind == .polygon ? 1 : 0
    let counts = layer.eachPiece(threads: threads) { rings in
      rings.map { ring in
        let points = layer.distinctPoints(ofRing: ring)
        var kept = 0
        for point in points where keeps(point) { kept += 1 }
        return points.isEmpty ? layer.points(ofRing: ring).count : kept + closing
      }
    }
    var offsets = [0]
    offsets.reserveCapacity(layer.ringCount + 1)
    for count in counts.joined() { offsets.append(offsets[offsets.count - 1] + count) }
    let ends = offsets
    let coordinates = [Double](unsafeUninitializedCapacity: 2 * ends[ends.count - 1]) { buffer, count in
      count = 2 * ends[ends.count - 1]
      guard let base = buffer.baseAddress else { return }
      // Each ring is written to places of its own.
      nonisolated(unsafe) let target = base
      _ = layer.eachPiece(threads: threads) { rings in
        for ring in rings { write(ring, to: target, at: 2 * ends[ring]) }
      }
    }
    return Layer(
      layer.kind, coordinates: coordinates, ringOffsets: offsets, partOffsets: layer.partOffsets,
      featureOffsets: layer.featureOffsets)
  }

  private func write(_ ring: Int, to base: UnsafeMutablePointer<Double>, at start: Int) {
    var place = start
    layer.coordinates.withUnsafeBufferPointer { coordinates in
      for point in layer.distinctPoints(ofRing: ring) where keeps(point) {
        base[place] = coordinates[2 * point]
        base[place + 1] = coordinates[2 * point + 1]
        place += 2
      }
      guard layer.kind == .polygon, !layer.points(ofRing: ring).isEmpty else { return }
      if place > start {
        base[place] = base[start]
        base[place + 1] = base[start + 1]
      } else {
        let point = layer.points(ofRing: ring).lowerBound
        base[place] = coordinates[2 * point]
        base[place + 1] = coordinates[2 * point + 1]
      }
    }
  }
}
