import Cartopole
import Testing

/// Names stand on the commune they name, or outside the territory with a leader: read back from the finished map.
@Suite struct OwnGroundTests {
  private struct Ring: Sendable {
    var points: [(x: Double, y: Double)]
    var box: Bounds

    init(_ points: [(x: Double, y: Double)]) {
      self.points = points
      box = Bounds(
        minX: points.map(\.x).min()!, minY: points.map(\.y).min()!, maxX: points.map(\.x).max()!,
        maxY: points.map(\.y).max()!)
    }
  }

  private struct Map: Sendable {
    var communes: [(name: String, rings: [Ring])] = []
    var names: [(text: String, box: Bounds)] = []
    var leaders: [(x0: Double, y0: Double, x1: Double, y1: Double)] = []

    init(_ written: String) {
      let svg = written.linesApart.replacing("&#39;", with: "'")
      for path in svg.matches(of: #/<path [^>]*data-insee="[^"]*"[^>]* d="([^"]*)"><title>([^<]*?)(?: \(|,| :)/#) {
        communes.append((String(path.2), Self.rings(path.1)))
      }
      for line in svg.matches(of: #/<line class="leader" x1="([^"]*)" y1="([^"]*)" x2="([^"]*)" y2="([^"]*)"/#) {
        leaders.append((Double(line.1)!, Double(line.2)!, Double(line.3)!, Double(line.4)!))
      }
      var parts: [(text: String, box: Bounds)] = []
      for text in svg.matches(
        of:
          #/<text( class="big")?( text-anchor="[a-z]*")? font-size="([^"]*)"(?: data-insee="[^"]*")? x="([^"]*)" y="([^"]*)">([^<]*)</#
      ) {
        let (size, x, y) = (Double(text.3)!, Double(text.4)!, Double(text.5)!)
        let width = TextMetrics.width(String(text.6), size: size, weight: text.1 == nil ? .regular : .bold)
        let left = text.2 == nil ? x : text.2!.contains("middle") ? x - width / 2 : x - width
        // A map of places counts them after the name.
        let name = String(text.6).replacing(#/ \([0-9]+\)$/#, with: "")
        parts.append((name, Bounds(minX: left, minY: y - 0.73 * size, maxX: left + width, maxY: y)))
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

    private static func rings(_ path: Substring) -> [Ring] {
      path.split(separator: "Z").map { ring in
        Ring(
          ring.dropFirst().split(separator: "L").map { pair in
            let numbers = pair.split(separator: ",").map { Double($0)! }
            return (numbers[0], numbers[1])
          })
      }
    }

    /// Where the borders of a commune cross a horizontal line.
    private static func crossings(_ rings: [Ring], y: Double) -> [Double] {
      var crossings: [Double] = []
      for ring in rings where y >= ring.box.minY && y <= ring.box.maxY {
        var a = ring.points[ring.points.count - 1]
        for b in ring.points {
          if (a.y > y) != (b.y > y) { crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)) }
          a = b
        }
      }
      return crossings
    }

    static func contains(_ rings: [Ring], _ x: Double, _ y: Double) -> Bool {
      crossings(rings, y: y).count { x < $0 } % 2 == 1
    }

    /// Share of a box on a commune, at 20 × 8 points.
    static func share(_ box: Bounds, of rings: [Ring]) -> Double {
      var count = 0
      for row in 0..<8 {
        let crossings = crossings(rings, y: box.minY + box.height * (Double(row) + 0.5) / 8)
        for column in 0..<20 {
          let x = box.minX + box.width * (Double(column) + 0.5) / 20
          if crossings.count(where: { x < $0 }) % 2 == 1 { count += 1 }
        }
      }
      return Double(count) / 160
    }
  }

  /// The least number of names of each map at each width, so that no rule is kept by leaving names out.
  static let widths: [Double] = [375, 700, 1000, 1400]
  private static let ofAreas = [
    "territory", "coverage", "coverage-mobilite-solidaire", "visibility", "siting", "density", "density-layer",
    "choropleth", "choropleth-signed", "typology", "bivariate",
  ]
  private static let ofCircles: [(file: String, least: [Int])] = [
    (file: "symbols", least: [12, 40, 50, 70]), (file: "symbols-over-shades", least: [12, 40, 50, 70]),
    (file: "points", least: [5, 8, 8, 8]),
  ]
  static let maps: [(file: String, least: [Int])] = {
    var maps = ofCircles
    for file in ofAreas { maps.append((file: file, least: [20, 60, 105, 125])) }
    return maps
  }()

  /// At least 60 % of a name lies on its own commune, or it stands outside the territory with a leader into its commune: no
  /// name lies more on another commune than on its own.
  @Test(arguments: maps, Array(widths.indices)) func onItsOwnGround(kind: (file: String, least: [Int]), number: Int)
    throws
  {
    let width = Self.widths[number]
    let plate = try #require(Gallery.plates.first { $0.file == kind.file + ".svg" })
    let map = Map(String(decoding: try Gallery.draw(plate, width: width).svg(), as: UTF8.self))
    // One commune of the counts has no row, and density maps of a layer do not name it.
    #expect(map.communes.count >= 131)
    #expect(map.names.count >= kind.least[number], "\(map.names.count)")
    for (name, box) in map.names {
      let own = try #require(map.communes.first { $0.name == name })
      // The program asks for 60 % and measures on a raster of 3 px, so that a small name may have a little less: never so
      // little that more of it lies on others.
      if Map.share(box, of: own.rings) >= 0.59 { continue }
      let under = map.communes.reduce(0) { $0 + Map.share(box, of: $1.rings) }
      #expect(under == 0, "\(name) stands on others at \(width): \(under)")
      let leader = map.leaders.first {
        Map.contains(own.rings, $0.x0, $0.y0) && box.grown(by: 12).contains($0.x1, $0.y1)
      }
      #expect(leader != nil, "\(name) has no leader into its commune at \(width)")
    }
  }

  /// The names of a map with their places in its frame.
  private static func places(_ plate: Gallery.Plate, _ language: Language = .fr, width: Double = 1000) throws
    -> [String: Bounds]
  {
    let svg = String(decoding: try Gallery.draw(plate, width: width, language: language).svg(), as: UTF8.self)
    let frame = try #require(svg.firstMatch(of: /<rect class="frame" x="([^"]*)" y="([^"]*)"/))
    let (x, y) = (Double(frame.1)!, Double(frame.2)!)
    let names = Map(svg).names.map { name, box in
      (name, Bounds(minX: box.minX - x, minY: box.minY - y, maxX: box.maxX - x, maxY: box.maxY - y))
    }
    return Dictionary(names) { first, _ in first }
  }

  private static func areSame(_ a: Bounds, _ b: Bounds) -> Bool {
    abs(a.minX - b.minX) < 0.15 && abs(a.minY - b.minY) < 0.15 && abs(a.maxX - b.maxX) < 0.15
  }

  /// One map has the same names in the same places in both languages.
  @Test(arguments: maps.map(\.file), [375.0, 1000]) func bothLanguagesNameTheSamePlaces(file: String, width: Double)
    throws
  {
    let plate = try #require(Gallery.plates.first { $0.file == file + ".svg" })
    let (french, english) = (try Self.places(plate, width: width), try Self.places(plate, .en, width: width))
    #expect(Set(french.keys) == Set(english.keys))
    for (name, place) in french {
      let other = try #require(english[name])
      #expect(Self.areSame(place, other), "\(name)")
    }
  }

  /// A reader who turns from one map of an atlas to the next finds the names where they were, but for those that a circle's
  /// radius or a marker pushes aside.
  @Test(arguments: ["coverage", "coverage-mobilite-solidaire", "visibility", "siting", "density"])
  func theMapsOfAnAtlasAgree(file: String) throws {
    let first = try Self.places(try #require(Gallery.plates.first { $0.file == "territory.svg" }))
    let other = try Self.places(try #require(Gallery.plates.first { $0.file == file + ".svg" }))
    let same = first.count { name, place in other[name].map { Self.areSame(place, $0) } ?? false }
    #expect(same >= first.count - 10, "\(same) of \(first.count)")
    #expect(Set(first.keys).symmetricDifference(other.keys).count <= 5)
  }

  /// On a phone the names are spread over the territory: every quarter of it has some.
  @Test(arguments: ["territory", "choropleth"]) func aPhoneNamesEveryPart(file: String) throws {
    let plate = try #require(Gallery.plates.first { $0.file == file + ".svg" })
    let map = Map(String(decoding: try Gallery.draw(plate, width: 375).svg(), as: UTF8.self))
    let all = map.communes.flatMap { $0.rings.flatMap(\.points) }
    let (midX, midY) = (
      (all.map(\.x).min()! + all.map(\.x).max()!) / 2, (all.map(\.y).min()! + all.map(\.y).max()!) / 2
    )
    var counts = [0, 0, 0, 0]
    for (_, box) in map.names { counts[(box.midX > midX ? 1 : 0) + (box.midY > midY ? 2 : 0)] += 1 }
    #expect(counts.allSatisfy { $0 >= 4 }, "\(counts)")
  }
}
