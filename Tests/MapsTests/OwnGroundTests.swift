import Cartopole
import Testing

/// Names stand on the commune they name, or outside the territory with a leader: read back from the finished map.
@Suite struct OwnGroundTests {
  private struct Map: Sendable {
    var communes: [(name: String, rings: [[(x: Double, y: Double)]])] = []
    var names: [(text: String, box: Bounds)] = []
    var leaders: [(x0: Double, y0: Double, x1: Double, y1: Double)] = []

    init(_ written: String) {
      let svg = written.replacing("&#39;", with: "'")
      for path in svg.matches(of: #/<path [^>]*data-insee="[^"]*"[^>]* d="([^"]*)"><title>([^<]*?)(?: \(|,| :)/#) {
        communes.append((String(path.2), Self.rings(path.1)))
      }
      for line in svg.matches(of: #/<line class="leader" x1="([^"]*)" y1="([^"]*)" x2="([^"]*)" y2="([^"]*)"/#) {
        leaders.append((Double(line.1)!, Double(line.2)!, Double(line.3)!, Double(line.4)!))
      }
      var parts: [(text: String, box: Bounds)] = []
      for text in svg.matches(
        of: #/<text( class="big")?( text-anchor="[a-z]*")? font-size="([^"]*)" x="([^"]*)" y="([^"]*)">([^<]*)</#)
      {
        let (size, x, y) = (Double(text.3)!, Double(text.4)!, Double(text.5)!)
        let width = TextMetrics.width(String(text.6), size: size, weight: text.1 == nil ? .regular : .bold)
        let left = text.2 == nil ? x : text.2!.contains("middle") ? x - width / 2 : x - width
        parts.append((String(text.6), Bounds(minX: left, minY: y - 0.73 * size, maxX: left + width, maxY: y)))
      }
      let known = Set(communes.map(\.name))
      var at = 0
      while at < parts.count {
        var (text, box) = parts[at]
        at += 1
        if !known.contains(text), at < parts.count {
          for joint in ["", " "] where known.contains(text + joint + parts[at].text) {
            text += joint + parts[at].text
            box = Bounds(
              minX: min(box.minX, parts[at].box.minX), minY: box.minY, maxX: max(box.maxX, parts[at].box.maxX),
              maxY: parts[at].box.maxY)
            at += 1
            break
          }
        }
        if known.contains(text) { names.append((text, box)) }
      }
    }

    private static func rings(_ path: Substring) -> [[(x: Double, y: Double)]] {
      path.split(separator: "Z").map { ring in
        ring.dropFirst().split(separator: "L").map { pair in
          let numbers = pair.split(separator: ",").map { Double($0)! }
          return (numbers[0], numbers[1])
        }
      }
    }

    static func contains(_ rings: [[(x: Double, y: Double)]], _ x: Double, _ y: Double) -> Bool {
      var inside = false
      for ring in rings {
        for (index, a) in ring.enumerated() {
          let b = ring[index + 1 == ring.count ? 0 : index + 1]
          if (a.y > y) != (b.y > y), x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) { inside.toggle() }
        }
      }
      return inside
    }

    /// Share of a box on a commune, at 20 × 8 points.
    static func share(_ box: Bounds, of rings: [[(x: Double, y: Double)]]) -> Double {
      var count = 0
      for column in 0..<20 {
        for row in 0..<8 {
          let x = box.minX + box.width * (Double(column) + 0.5) / 20
          let y = box.minY + box.height * (Double(row) + 0.5) / 8
          if contains(rings, x, y) { count += 1 }
        }
      }
      return Double(count) / 160
    }
  }

  /// The least number of names on a map of each width, so that no rule is kept by leaving names out.
  static let least: [(width: Double, names: Int)] = [(375, 30), (700, 60), (1000, 105), (1400, 125)]

  @Test(arguments: ["territory.svg", "coverage-mobilite-solidaire.svg", "visibility.svg"], Self.least)
  func onItsOwnGround(file: String, least: (width: Double, names: Int)) throws {
    let plate = try #require(Gallery.plates.first { $0.file == file })
    let drawing = try Gallery.draw(plate, width: least.width, labels: .auto)
    let map = Map(String(decoding: drawing.svg(), as: UTF8.self))
    #expect(map.communes.count == 132)
    #expect(map.names.count >= least.names, "\(map.names.count)")
    for (name, box) in map.names {
      let own = try #require(map.communes.first { $0.name == name })
      if Map.share(box, of: own.rings) >= 0.6 { continue }
      let under = map.communes.reduce(0) { $0 + Map.share(box, of: $1.rings) }
      #expect(under < 0.1, "\(name) stands on others at \(least.width): \(under)")
      let leader = map.leaders.first {
        Map.contains(own.rings, $0.x0, $0.y0) && box.grown(by: 12).contains($0.x1, $0.y1)
      }
      #expect(leader != nil, "\(name) has no leader into its commune at \(least.width)")
    }
  }
}
