import Bytes
import Cartography
import Geometry
import Testing

@Suite struct LabelPlacerTests {
  /// A row of squares of one side, each with a name and its centre as anchor.
  static func squares(_ names: [String], side: Double, size: Double = 12) -> (Layer, [LabelRequest]) {
    var layer = Layer(.polygon)
    var requests: [LabelRequest] = []
    for (number, name) in names.enumerated() {
      let x = 100 + Double(number) * side
      for (dx, dy) in [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)] { layer.addPoint(x + dx * side, 100 + dy * side) }
      layer.endRing()
      layer.endPart()
      layer.endFeature()
      requests.append(
        LabelRequest(
          text: name, priority: Double(names.count - number), size: size, x: x + side / 2, y: 100 + side / 2,
          feature: number))
    }
    return (layer, requests)
  }

  static let frame = Bounds(minX: 0, minY: 0, maxX: 600, maxY: 400)

  @Test func namesThatFitStandInTheMiddle() throws {
    let (layer, requests) = Self.squares(["Étampes", "Arpajon", "Dourdan", "Mennecy"], side: 90)
    let result = LabelPlacer.place(requests, in: LabelField(frame: Self.frame, polygons: layer))
    #expect(result.unplaced == [])
    for (placement, request) in zip(result.placements, requests) {
      #expect(placement.lines == [request.text])
      #expect(placement.anchor == .middle && placement.x == request.x && placement.leader == nil)
      #expect(placement.box.midY == request.y)
    }
    expectLegible(result, requests, in: LabelField(frame: Self.frame, polygons: layer))
  }

  @Test func longNamesInNarrowPolygonsTakeTwoLines() {
    let (layer, requests) = Self.squares(["Saint-Jean-de-Beauregard", "Saint-Cyr-la-Rivière"], side: 95)
    let result = LabelPlacer.place(requests, in: LabelField(frame: Self.frame, polygons: layer))
    #expect(result.placements.map(\.lines) == [["Saint-Jean-", "de-Beauregard"], ["Saint-Cyr-", "la-Rivière"]])
  }

  @Test func obstaclesAndLinesAreAvoided() throws {
    let (layer, requests) = Self.squares(["Étampes"], side: 120)
    let marker = Bounds(minX: 150, minY: 150, maxX: 170, maxY: 170)
    let line = [100.0, 180, 220, 180]
    let field = LabelField(frame: Self.frame, polygons: layer, obstacles: [marker], avoided: line)
    let result = LabelPlacer.place(requests, in: field)
    expectLegible(result, requests, in: field)
    let box = try #require(result.placements.first).box
    #expect(layer.bounds.contains(box.minX, box.minY) && layer.bounds.contains(box.maxX, box.maxY))
    #expect(box.maxY - 0.2 * 12 <= 180 || box.minY + 0.2 * 12 >= 180)
  }

  /// A small polygon all of whose surroundings are taken: only a leader line gets its name out.
  @Test func aNameWithoutRoomGetsALeader() throws {
    let (layer, requests) = Self.squares(["Bois-Herpin"], side: 16)
    let around = [
      Bounds(minX: 20, minY: 60, maxX: 104, maxY: 150), Bounds(minX: 104.5, minY: 60, maxX: 200, maxY: 106),
      Bounds(minX: 104.5, minY: 110, maxX: 200, maxY: 150),
    ]
    let none = LabelField(frame: Self.frame, polygons: layer, obstacles: around, longestLeader: 0)
    #expect(LabelPlacer.place(requests, in: none).unplaced == [0])
    let field = LabelField(frame: Self.frame, polygons: layer, obstacles: around, longestLeader: 120)
    let result = LabelPlacer.place(requests, in: field)
    let placement = try #require(result.placements.first)
    let leader = try #require(placement.leader)
    #expect(placement.anchor == .start && leader.startX == 108 && leader.startY == 108)
    #expect(placement.box.minX > 200 && placement.box.minX - leader.endX >= 2)
    expectLegible(result, requests, in: field)
  }

  /// A site's marker that hides the whole polygon: the leader starts at the marker, on other ground. Without the leave to
  /// do so the commune would have no name.
  @Test func aPolygonUnderAMarkerIsNamedFromTheMarker() throws {
    var (layer, requests) = Self.squares(["Cayenne"], side: 16)
    requests[0].radius = 13
    let marker = Bounds(minX: 99, minY: 99, maxX: 117, maxY: 117)
    let field = LabelField(frame: Self.frame, polygons: layer, obstacles: [marker], longestLeader: 120)
    #expect(LabelPlacer.place(requests, in: field).unplaced == [0])
    requests[0].hidesPolygon = true
    let result = LabelPlacer.place(requests, in: field)
    let leader = try #require(result.placements.first?.leader)
    let dx: Double = leader.startX - 108
    let dy: Double = leader.startY - 108
    #expect(abs(dx * dx + dy * dy - 169) < 1e-6 && !leader.hasDot)
    expectLegible(result, requests, in: field)
  }

  @Test func theMoreImportantNameStays() {
    var requests = ["Torfou", "Lardy"].map {
      LabelRequest(text: $0, priority: $0 == "Lardy" ? 5000 : 300, size: 12, x: 30, y: 20)
    }
    let frame = Bounds(minX: 26, minY: 0, maxX: 82, maxY: 22)
    #expect(LabelPlacer.place(requests, in: LabelField(frame: frame)).unplaced == [0])
    requests.reverse()
    #expect(LabelPlacer.place(requests, in: LabelField(frame: frame)).unplaced == [1])
  }

  @Test func namesBesidePointsKeepClearOfTheSymbol() throws {
    let request = LabelRequest(text: "Siège du Pôle", priority: 1, size: 12, x: 300, y: 200, radius: 6)
    let placement = try #require(LabelPlacer.place([request], in: LabelField(frame: Self.frame)).placements.first)
    #expect(placement.anchor == .start && placement.box.minX > 303)
  }

  @Test(arguments: [12.0, 17.25, 24]) func crowdedPointsNeverOverlap(_ size: Double) {
    let names = ["Cerny", "Saint-Hilaire", "Bouray-sur-Juine"]
    var requests: [LabelRequest] = []
    for number in 0..<40 {
      let x = Double(40 + number * 97 % 520)
      let y = Double(30 + number * 61 % 340)
      let priority = Double(number * 7 % 40)
      requests.append(LabelRequest(text: names[number % 3], priority: priority, size: size, x: x, y: y, radius: 3))
    }
    let field = LabelField(frame: Self.frame)
    let result = LabelPlacer.place(requests, in: field)
    #expect(result.placements.count + result.unplaced.count == 40)
    #expect(result.placements.count > 20)
    expectLegible(result, requests, in: field)
    #expect(result == LabelPlacer.place(requests, in: field))
  }

  @Test func nothingToPlace() {
    #expect(LabelPlacer.place([], in: LabelField(frame: Self.frame)).placements == [])
    var empty = Layer(.polygon)
    empty.endFeature()
    let request = LabelRequest(text: "Lardy", priority: 1, size: 12, x: 30, y: 30, feature: 0)
    let result = LabelPlacer.place([request], in: LabelField(frame: Self.frame, polygons: empty))
    #expect(result.placements.allSatisfy { $0.leader != nil })
  }
}

/// The 132 communes at 1,400 px (Tests/Oracles/label-fixture.py).
@Suite struct CommuneLabelTests {
  @Test(arguments: [(1.0, 127), (0.8, 108)]) func theCommunesHaveTheirNames(_ scale: Double, _ least: Int) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let table = try CSVTable(path: "/" + root + "/Tests/Fixtures/sud-essonne-1400.csv")
    let outlines = try table.column("outline")
    var layer = Layer(.polygon)
    var requests: [LabelRequest] = []
    for (number, row) in table.rows.enumerated() {
      let numbers = row.fields[outlines].split(separator: " ").compactMap { Double($0) }
      for index in stride(from: 0, to: numbers.count, by: 2) {
        layer.addPoint(scale * numbers[index], scale * numbers[index + 1])
      }
      layer.endRing()
      layer.endPart()
      layer.endFeature()
      let population = try #require(Double(row.fields[2]))
      let size = population >= 10_000 ? 17 : population >= 3000 ? 14 : 11.5
      requests.append(
        LabelRequest(
          text: row.fields[1], priority: population, size: size, weight: population >= 10_000 ? .semibold : .regular,
          x: scale * Double(row.fields[3])!, y: scale * Double(row.fields[4])!, feature: number))
    }
    let frame = Bounds(minX: 34 * scale, minY: 98 * scale, maxX: 944 * scale, maxY: 983 * scale)
    let field = LabelField(
      frame: frame, polygons: layer,
      obstacles: [
        Bounds(minX: frame.minX + 10, minY: frame.maxY - 40, maxX: frame.minX + 210, maxY: frame.maxY - 8),
        Bounds(minX: frame.maxX - 40, minY: frame.minY + 8, maxX: frame.maxX - 8, maxY: frame.minY + 52),
      ])
    let result = LabelPlacer.place(requests, in: field)
    #expect(result.placements.count >= least)
    expectLegible(result, requests, in: field)
    let isInside = result.placements.filter { placement in
      layer.contains(placement.request, x: placement.box.midX, y: placement.box.midY)
    }
    #expect(isInside.count * 100 >= result.placements.count * 87)
    // On the smaller frame Arpajon has room neither on its 2 km² nor outside.
    let big = requests.indices.filter { requests[$0].priority > 10_000 }
    #expect(big.filter(result.unplaced.contains).count <= (scale < 1 ? 1 : 0))
  }
}

/// Recomputes each label's box from what a renderer is given, and checks that none touches another, an obstacle,
/// the frame or a foreign leader.
func expectLegible(_ result: LabelResult, _ requests: [LabelRequest], in field: LabelField) {
  let boxes = result.placements.map { placement in
    let request = requests[placement.request]
    #expect(placement.lines.joined().filter { $0 != " " } == request.text.filter { $0 != " " })
    let width = placement.lines.map { TextMetrics.width($0, size: placement.size, weight: request.weight) }.max() ?? 0
    let left =
      switch placement.anchor {
      case .start: placement.x
      case .middle: placement.x - width / 2
      case .end: placement.x - width
      }
    let below = Double(placement.lines.count - 1) * placement.lineHeight + placement.size * TextMetrics.descent
    return Bounds(
      minX: left, minY: placement.y - placement.size * TextMetrics.ascent, maxX: left + width, maxY: placement.y + below
    ).grown(by: -1e-9)
  }
  for (number, box) in boxes.enumerated() {
    #expect(field.frame.contains(box.minX, box.minY) && field.frame.contains(box.maxX, box.maxY))
    #expect(!boxes[..<number].contains { $0.intersects(box) })
    #expect(!field.obstacles.contains { $0.intersects(box) })
  }
  for (number, placement) in result.placements.enumerated() {
    guard let leader = placement.leader else { continue }
    var isClear = true
    for step in 0...100 {
      let along = Double(step) / 100
      let x = leader.startX + along * (leader.endX - leader.startX)
      let y = leader.startY + along * (leader.endY - leader.startY)
      isClear =
        isClear && !boxes.contains { $0.contains(x, y) }
        && !field.obstacles.contains { $0.grown(by: -1e-9).contains(x, y) }
    }
    #expect(isClear)
    for other in result.placements[..<number] {
      guard let theirs = other.leader else { continue }
      #expect(!cross(leader, theirs))
    }
  }
}

private func cross(_ a: LabelPlacement.Leader, _ b: LabelPlacement.Leader) -> Bool {
  func side(_ l: LabelPlacement.Leader, _ x: Double, _ y: Double) -> Double {
    (l.endX - l.startX) * (y - l.startY) - (l.endY - l.startY) * (x - l.startX)
  }
  return side(a, b.startX, b.startY) * side(a, b.endX, b.endY) < 0
    && side(b, a.startX, a.startY) * side(b, a.endX, a.endY) < 0
}
