import Cartopole
import Testing

/// Maps as the atlas's page shows them: outlines simplified to half a px, the rest unchanged.
@Suite struct PageMapTests {
  private static func request(width: Double = 375) -> MapRequest {
    var request = MapRequest(width: width)
    request.inline = MapRequest.Inline(idPrefix: "")
    return request
  }

  /// The shipped territory as one drawn at ten times the scale: every edge is 32, broken about the straight line.
  private static let fine = Result {
    let project = try Shipped.open()
    let layer = project.studyArea.layer
    let communes = try CommuneLayer(
      path: layer.path, communes: layer.communes, outlines: Broken.layer(layer.outlines, levels: 5),
      vintage: layer.vintage)
    let studyArea = StudyArea(layer: communes, sites: project.pole.sites, territoryCount: communes.count)
    return Subject(
      pole: project.pole, studyArea: studyArea, coverage: try project.coverage(), surroundings: nil, region: nil)
  }

  private static func subject(isFine: Bool) throws -> Subject {
    let project = try Shipped.open()
    return try isFine ? fine.get() : project.subject(project.coverage())
  }

  private static func draw(_ subject: Subject, _ request: MapRequest) throws -> DrawnMap {
    DrawnMap(try TerritoryMap().draw(subject, request).drawing)
  }

  /// What the communes draw along their common borders cancels out: the edges left over are those of the outline.
  @Test(arguments: [false, true], [375.0, 1000]) func sharedBordersAreDrawnAlike(isFine: Bool, width: Double) throws {
    let map = try Self.draw(Self.subject(isFine: isFine), Self.request(width: width))
    #expect(map.communes.count == 132)
    for (code, rings) in map.communes { #expect(rings.contains { Set($0).count >= 3 }, "\(code)") }
    let own = DrawnMap.net(map.communes.flatMap(\.rings))
    let outline = DrawnMap.net(map.outline)
    #expect(own == outline)
    #expect(!outline.isEmpty)
  }

  /// Of a hundred vertices left out, 99 lie within half a px of the line drawn; no spike is longer than 2 px.
  @Test(arguments: [false, true]) func whatIsLostIsNotSeen(isFine: Bool) throws {
    let subject = try Self.subject(isFine: isFine)
    let (full, page) = (try Self.draw(subject, MapRequest(width: 375)), try Self.draw(subject, Self.request()))
    var lost: [Double] = []
    for (before, after) in zip(full.communes, page.communes) {
      #expect(before.code == after.code)
      let points = before.rings.flatMap { $0 }
      for index in stride(from: 0, to: points.count, by: isFine ? 11 : 1) {
        lost.append(after.rings.map { points[index].distance(to: $0) }.min() ?? .infinity)
      }
    }
    lost.sort()
    #expect(lost[lost.count * 99 / 100] < 0.5)
    #expect(lost[lost.count - 1] < 2)
    #expect(page.count <= full.count)
    if isFine { #expect(page.count * 4 < full.count) }
  }

  /// Simplified outlines are drawn and nothing else: who is reached, every value and every word stay.
  @Test(arguments: ["mobilite-solidaire", "journal-du-pole"]) func nothingIsMeasuredOnThem(action: String) throws {
    let subject = try Self.subject(isFine: true)
    let map = CoverageMap([action])
    let full = DrawnMap(try map.draw(subject, MapRequest(width: 375)).drawing)
    let page = DrawnMap(try map.draw(subject, Self.request()).drawing)
    #expect(full.styles == page.styles)
    #expect(full.title == page.title)
    #expect(full.summary == page.summary)
  }
}

/// A point of a drawing in tenths of a px.
private struct Step: Hashable {
  var x: Int
  var y: Int

  /// px to the nearest point of a closed ring.
  func distance(to ring: [Step]) -> Double {
    var best = Double.infinity
    for index in ring.indices {
      let (a, b) = (ring[index], ring[index + 1 == ring.count ? 0 : index + 1])
      let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
      let (px, py) = (Double(x - a.x), Double(y - a.y))
      let length = dx * dx + dy * dy
      let t = length > 0 ? min(1, max(0, (px * dx + py * dy) / length)) : 0
      let (ex, ey) = (px - t * dx, py - t * dy)
      best = min(best, ex * ex + ey * ey)
    }
    return best.squareRoot() / 10
  }
}

/// What a map's file draws of its communes.
private struct DrawnMap {
  var title: String
  var summary: String
  var communes: [(code: String, rings: [[Step]])] = []
  /// What each commune says beside its outline: classes, value, title.
  var styles: [String] = []
  var outline: [[Step]] = []
  /// Vertices of all communes.
  var count: Int { communes.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.count } } }

  init(_ drawing: Drawing) {
    title = drawing.title
    summary = drawing.summary
    for line in String(decoding: drawing.svg(), as: UTF8.self).split(separator: "\n") {
      guard line.hasPrefix("<path "), let path = Self.between(" d=\"", "\"", line) else { continue }
      if let code = Self.between(" data-insee=\"", "\"", line) {
        communes.append((String(code), Self.rings(path)))
        styles.append(String(line).replacing(String(path), with: ""))
      } else if line.hasPrefix("<path class=\"outline\"") {
        outline = Self.rings(path)
      }
    }
  }

  private static func between(_ start: String, _ end: Character, _ line: Substring) -> Substring? {
    line.firstRange(of: start).map { line[$0.upperBound...].prefix { $0 != end } }
  }

  private static func rings(_ path: Substring) -> [[Step]] {
    path.split(separator: "Z").map { ring in
      ring.dropFirst().split(separator: "L").map { pair in
        let ends = pair.split(separator: ",").map { Int((Double($0)! * 10).rounded()) }
        return Step(x: ends[0], y: ends[1])
      }
    }
  }

  /// How often each edge is drawn one way more than the other.
  static func net(_ rings: [[Step]]) -> [[Step]: Int] {
    var net: [[Step]: Int] = [:]
    for ring in rings {
      for index in ring.indices {
        let (a, b) = (ring[index], ring[index + 1 == ring.count ? 0 : index + 1])
        let isUp = (a.x, a.y) < (b.x, b.y)
        net[isUp ? [a, b] : [b, a], default: 0] += isUp ? 1 : -1
      }
    }
    return net.filter { $0.value != 0 }
  }
}

/// Lines made finer by moving the middle of each edge aside, the same for both of its sides.
private enum Broken {
  static func layer(_ layer: Layer, levels: Int) -> Layer {
    var out = Layer(.polygon)
    for feature in 0..<layer.featureCount {
      for part in layer.parts(of: feature) {
        for ring in layer.rings(ofPart: part) {
          let points = layer.points(ofRing: ring)
          for point in points.dropLast() {
            out.addPoint(layer.x(point), layer.y(point))
            add((layer.x(point), layer.y(point)), (layer.x(point + 1), layer.y(point + 1)), levels, to: &out)
          }
          out.addPoint(layer.x(points.lowerBound), layer.y(points.lowerBound))
          out.endRing()
        }
        out.endPart()
      }
      out.endFeature()
    }
    return out
  }

  private static func add(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ levels: Int, to out: inout Layer)
  {
    guard levels > 0 else { return }
    let (low, high) = (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
    var seed: UInt64 = 0
    for number in [low.x, low.y, high.x, high.y] {
      seed = (seed ^ number.bitPattern) &* 0x9E37_79B9_7F4A_7C15
      seed ^= seed >> 29
    }
    // At most an eighth of the edge.
    let aside = (Double(seed >> 11) / 9_007_199_254_740_992 - 0.5) / 4
    let middle = (
      x: (low.x + high.x) / 2 - (high.y - low.y) * aside, y: (low.y + high.y) / 2 + (high.x - low.x) * aside
    )
    add(a, middle, levels - 1, to: &out)
    out.addPoint(middle.x, middle.y)
    add(middle, b, levels - 1, to: &out)
  }
}
