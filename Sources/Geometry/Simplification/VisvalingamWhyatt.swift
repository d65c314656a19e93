import Bytes

/// How much a vertex matters: the area of the triangle with its two neighbours, weighted by the angle at the
/// vertex.
///
/// Visvalingam & Whyatt, Line generalisation by repeated elimination of points, The Cartographic Journal 30
/// (1993). The weight is 1 − 0.7·cos of the angle at the vertex, as in mapshaper's default (Matthew Bloch): 0.3
/// for a spike, 1 for a right angle, 1.7 for a straight line, so that lines become smoother. Areas are in
/// square metres when coordinates are metres; degrees of longitude and latitude are converted to metres around
/// each vertex on a sphere of radius 6,371,008.8 m (mean radius of GRS80).
struct EffectiveArea: Sendable {
  static let angleWeight = 0.7
  static let metresPerDegree = 6_371_008.8 * Double.pi / 180

  /// Whether coordinates are degrees.
  var degrees: Bool
  /// Length of a unit of the layer in metres, when the unit is not the degree.
  var metresPerUnit = 1.0

  var scale: Double { degrees ? Self.metresPerDegree : metresPerUnit }

  /// Factor for differences of x at a vertex: the cosine of the latitude for degrees, 1 otherwise.
  @inline(__always) func narrowing(y: Double) -> Double { degrees ? cos(y * (Double.pi / 180)) : 1 }

  /// The weighted area of the triangle a, b, c at its vertex b, in squared units of the coordinates;
  /// differences of x are multiplied by `narrowing`.
  @inline(__always) static func weighted(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double, narrowing: Double
  ) -> Double {
    let ux = (ax - bx) * narrowing
    let uy = ay - by
    let vx = (cx - bx) * narrowing
    let vy = cy - by
    let area = (ux * vy - uy * vx).magnitude / 2
    let lengths = ((ux * ux + uy * uy) * (vx * vx + vy * vy)).squareRoot()
    guard lengths > 0 else { return 0 }
    let cosine = (ux * vx + uy * vy) / lengths
    return area * (1 - angleWeight * cosine)
  }
}

/// Removes the vertices of one line, the one of least effective area first, and records each vertex's area.
///
/// After each removal the areas of both neighbours are computed again. A vertex with a smaller area than one
/// removed before gets that larger area (Visvalingam & Whyatt 1993); of equal areas the vertex nearer the start
/// is removed first. The memory is reused for the next line. Complexity: O(n·log n).
struct VisvalingamWhyatt {
  private var x: [Double] = []
  private var y: [Double] = []
  private var narrowing: [Double] = []
  /// The effective area of each vertex after `run`; infinite for vertices that are never removed.
  private(set) var areas: [Double] = []
  private var before: [Int32] = []
  private var after: [Int32] = []
  private var heap = AreaHeap()

  mutating func clear() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    narrowing.removeAll(keepingCapacity: true)
  }

  mutating func add(_ x: Double, _ y: Double, narrowing: Double) {
    self.x.append(x)
    self.y.append(y)
    self.narrowing.append(narrowing)
  }

  /// Removes all vertices except the two ends of a line, or the last three of a ring (the first point is not
  /// repeated).
  mutating func run(isRing: Bool) {
    let count = x.count
    areas.removeAll(keepingCapacity: true)
    areas.append(contentsOf: repeatElement(.infinity, count: count))
    before.removeAll(keepingCapacity: true)
    after.removeAll(keepingCapacity: true)
    for vertex in 0..<count {
      before.append(Int32(vertex == 0 ? count - 1 : vertex - 1))
      after.append(Int32(vertex == count - 1 ? 0 : vertex + 1))
    }
    let free = isRing ? 0..<count : 1..<max(count - 1, 1)
    guard free.count > (isRing ? 3 : 0) else { return }
    heap.reset(room: count)
    for vertex in free { heap.append(vertex, area(vertex)) }
    heap.order()
    var left = free.count
    var largest = 0.0
    while left > (isRing ? 3 : 0), let (vertex, value) = heap.pop() {
      left -= 1
      largest = max(largest, value)
      areas[vertex] = largest
      let previous = Int(before[vertex])
      let next = Int(after[vertex])
      after[previous] = Int32(next)
      before[next] = Int32(previous)
      if free.contains(previous) { heap.update(previous, area(previous)) }
      if free.contains(next) { heap.update(next, area(next)) }
    }
  }

  @inline(__always) private func area(_ vertex: Int) -> Double {
    let a = Int(before[vertex])
    let c = Int(after[vertex])
    return EffectiveArea.weighted(x[a], y[a], x[vertex], y[vertex], x[c], y[c], narrowing: narrowing[vertex])
  }
}

/// A binary heap of vertices, smallest area first, then lowest number; areas may change.
private struct AreaHeap {
  private var count = 0
  private var vertices = SharedBuffer<Int32>(64)
  private var keys = SharedBuffer<Double>(64)
  private var places = SharedBuffer<Int32>(64)

  /// Empties the heap and makes room for vertices with numbers below `room`.
  mutating func reset(room: Int) {
    count = 0
    guard keys.count < room else { return }
    vertices = SharedBuffer(2 * room)
    keys = SharedBuffer(2 * room)
    places = SharedBuffer(2 * room)
  }

  mutating func append(_ vertex: Int, _ key: Double) {
    keys.base[vertex] = key
    places.base[vertex] = Int32(count)
    vertices.base[count] = Int32(vertex)
    count += 1
  }

  mutating func order() { for place in stride(from: count / 2 - 1, through: 0, by: -1) { sink(place) } }

  mutating func pop() -> (vertex: Int, key: Double)? {
    guard count > 0 else { return nil }
    count -= 1
    let top = vertices.base[0]
    let last = vertices.base[count]
    if count > 0 {
      vertices.base[0] = last
      places.base[Int(last)] = 0
      sink(0)
    }
    return (Int(top), keys.base[Int(top)])
  }

  mutating func update(_ vertex: Int, _ key: Double) {
    keys.base[vertex] = key
    rise(Int(places.base[vertex]))
    sink(Int(places.base[vertex]))
  }

  @inline(__always) private func isLess(_ a: Int32, _ b: Int32) -> Bool {
    let first = keys.base[Int(a)]
    let second = keys.base[Int(b)]
    return first < second || (first == second && a < b)
  }

  private mutating func rise(_ start: Int) {
    var place = start
    let vertex = vertices.base[place]
    while place > 0 {
      let parent = (place - 1) / 2
      guard isLess(vertex, vertices.base[parent]) else { break }
      vertices.base[place] = vertices.base[parent]
      places.base[Int(vertices.base[place])] = Int32(place)
      place = parent
    }
    vertices.base[place] = vertex
    places.base[Int(vertex)] = Int32(place)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let vertex = vertices.base[place]
    while true {
      var child = 2 * place + 1
      guard child < count else { break }
      if child + 1 < count, isLess(vertices.base[child + 1], vertices.base[child]) { child += 1 }
      guard isLess(vertices.base[child], vertex) else { break }
      vertices.base[place] = vertices.base[child]
      places.base[Int(vertices.base[place])] = Int32(place)
      place = child
    }
    vertices.base[place] = vertex
    places.base[Int(vertex)] = Int32(place)
  }
}
