import Bytes
import Cartography
import Geometry
import Territory

/// The names on a map: which features are named, in what size, place and colours.
///
/// Sizes go by rank, so that they suit any layer: the heaviest twentieth in bold, the next fifth in between.
struct MapLabels {
  private let shown: Portrayal
  private let field: LabelField
  /// The features in px, where their fills matter to names.
  private let polygons: Layer
  /// The box of each.
  private let boxes: [Bounds]
  private let requests: [LabelRequest]
  /// The feature each request names.
  private let features: [Int]
  /// The code of every feature.
  private let keys: [String]
  /// What names keep off on this map alone: radii, markers and signs.
  private let own: [Bounds]
  /// The circles: a name on the circle of another feature would seem to name that one.
  private let circles: [Bounds]
  /// Whether the names are those of main towns, each beside its dot.
  private let areTowns: Bool

  /// Above this number of features, `auto` names main towns only, chosen by weight and distance.
  private static let mostLabels = 300
  /// As many main towns would have a name on a map of 650 px, as wide as that of a sheet of 1,000, if they were spread over
  /// it evenly; about half as many have one.
  private static let mostTowns = 60.0
  /// Above this number of features, what lies under a name is not looked up.
  private static let mostLookedAt = 5000
  /// As many would have a name on a phone's map if features filled it.
  private static let onPhone = 90.0

  init(_ input: MapInput, _ shown: Portrayal, _ request: MapRequest, _ furniture: Furniture, _ view: Viewport) {
    self.shown = shown
    keys = input.keys
    areTowns = request.labels == .auto && input.outlines.featureCount > Self.mostLabels
    let hasOutline = shown.symbols.isEmpty && !areTowns
    let isSeen = shown.tones.contains { $0 != .plain } && input.outlines.featureCount <= Self.mostLookedAt
    polygons =
      input.outlines.kind == .polygon && (isSeen || !areTowns) ? Self.onScreen(input.outlines, view) : Layer(.polygon)
    boxes = (0..<polygons.featureCount).map(polygons.bounds)
    var field = LabelField(
      frame: view.frame.grown(by: -3), polygons: areTowns ? Layer(.polygon) : polygons,
      // Names of circles and towns have little room, so that they may cross the outline.
      avoided: hasOutline ? input.outline.map { Self.segments($0, view) } ?? [] : [], minimumSize: 9)
    func squares(_ points: [(x: Double, y: Double)], _ half: Double) -> [Bounds] {
      points.filter { view.extent.contains($0.x, $0.y) }.map { Self.square(view.x($0.x), view.y($0.y), half) }
    }
    field.obstacles = furniture.obstacles + squares(input.sites.map { ($0.x, $0.y) }, Self.siteRoom)
    own =
      furniture.ownObstacles + squares(shown.content.markers.map { ($0.x, $0.y) }, 11)
    circles = shown.symbols.filter { $0.radius > 3 }.map { symbol in
      let (x, y) = (view.x(symbol.x) + symbol.offset.x, view.y(symbol.y) + symbol.offset.y)
      return Self.square(x, y, 0.8 * symbol.radius)
    }
    // A leader over half a phone's map is followed by nobody.
    if Self.isNarrow(request) { field.longestLeader = 45 }
    if areTowns { field.longestLeader = 0 }
    self.field = field
    var wanted =
      areTowns
      ? Self.towns(input, shown.symbols, view)
      : shown.symbols.isEmpty
        ? Self.inside(input, field.polygons, request, view) : Self.beside(shown.symbols, input, field.polygons, view)
    if Self.isNarrow(request), request.labels == .auto, !areTowns {
      let places = wanted.map { (feature: $0.feature, x: $0.label.x, y: $0.label.y) }
      let apart = 0.75 * (view.frame.width * view.frame.height / Self.onPhone).squareRoot()
      let chosen = Set(Self.spaced(places, input, apart: apart))
      wanted = wanted.filter { chosen.contains($0.feature) }
    }
    requests = wanted.map(\.label)
    features = wanted.map(\.feature)
  }

  /// Whether the map has names at all.
  static func isNamed(_ input: MapInput, _ request: MapRequest) -> Bool {
    switch request.labels {
    case .all: true
    case .none: false
    case .auto: input.outlines.featureCount <= mostLabels || input.weights.contains { $0 > 0 }
    }
  }

  // MARK: What is named

  private static func isNarrow(_ request: MapRequest) -> Bool { request.width < 600 }

  /// Rank of each feature by weight, the heaviest 0.
  private static func ranks(_ input: MapInput) -> [Int] {
    let order = input.weights.indices.sorted { (input.weights[$0], $1) > (input.weights[$1], $0) }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, feature) in order.enumerated() { ranks[feature] = rank }
    return ranks
  }

  /// Half the side of the square that a site's marker takes.
  private static let siteRoom = 8.0

  /// Names in their own polygons. A leader from a polygon that lies under the marker of a site starts at the marker.
  private static func inside(_ input: MapInput, _ polygons: Layer, _ request: MapRequest, _ view: Viewport) -> [(
    feature: Int, label: LabelRequest
  )] {
    let ranks = ranks(input)
    let count = polygons.featureCount
    let insides = polygons.polesOfInaccessibility(of: Array(0..<count), precision: 1)
    let (large, middle): (Double, Double) = isNarrow(request) ? (11, 9) : (13, 11)
    return insides.enumerated().compactMap { feature, inside in
      guard let inside else { return nil }
      let isLarge = ranks[feature] < max(1, count / 20)
      var label = LabelRequest(
        text: input.names[feature], priority: input.weights[feature],
        size: isLarge ? large : ranks[feature] < count / 4 ? middle : 9, weight: isLarge ? .bold : .regular,
        x: inside.x, y: inside.y, feature: feature)
      if let site = input.sites.first(where: { $0.feature == feature }) {
        let (x, y) = (view.x(site.x), view.y(site.y))
        if square(x, y, siteRoom + 1).contains(inside.x, inside.y) {
          // The corner of the square is farther than its side.
          (label.x, label.y, label.radius, label.hidesPolygon) = (x, y, 1.5 * siteRoom, true)
        }
      }
      return (feature, label)
    }
  }

  /// Features spread over a frame: sites of the project, then prefectures, which may stand half as far apart as others, then
  /// the heaviest, none near one that is chosen already. Places and distances are in px.
  ///
  /// Complexity: O(places · (log places + chosen)).
  private static func spaced(
    _ places: [(feature: Int, x: Double, y: Double)], _ input: MapInput, apart: Double
  ) -> [Int] {
    let sites = Set(input.sites.compactMap(\.feature))
    let ranked = places.map { place in
      let isPrefecture = AreaNames.prefectures.contains(input.keys[place.feature])
      return (first: sites.contains(place.feature) ? 0 : isPrefecture ? 1 : 2, place: place)
    }
    let order = ranked.sorted { a, b in
      (a.first, -input.weights[a.place.feature], a.place.feature)
        < (b.first, -input.weights[b.place.feature], b.place.feature)
    }
    var chosen: [(feature: Int, x: Double, y: Double)] = []
    for (first, place) in order {
      let least = first < 2 ? apart / 2 : apart
      let isFar = chosen.allSatisfy { other in
        let (dx, dy) = (other.x - place.x, other.y - place.y)
        return dx * dx + dy * dy >= least * least
      }
      if isFar { chosen.append(place) }
    }
    return chosen.map(\.feature)
  }

  /// Main towns, of the heaviest quarter but for prefectures and sites, the first chosen in bold: a name each beside its dot,
  /// its circle or its site.
  private static func towns(_ input: MapInput, _ symbols: [MapSymbol], _ view: Viewport) -> [(
    feature: Int, label: LabelRequest
  )] {
    let ranks = ranks(input)
    let places = input.weights.indices.compactMap { feature -> (feature: Int, x: Double, y: Double)? in
      let isMain =
        4 * ranks[feature] < ranks.count || AreaNames.prefectures.contains(input.keys[feature])
        || input.sites.contains { $0.feature == feature }
      guard isMain, input.weights[feature] > 0 else { return nil }
      let box = input.outlines.bounds(of: feature)
      return box.isEmpty ? nil : (feature, view.x(box.midX), view.y(box.midY))
    }
    let chosen = spaced(places, input, apart: 0.75 * (view.frame.height * 650 / mostTowns).squareRoot())
    let insides = input.outlines.kind == .polygon ? input.outlines.polesOfInaccessibility(of: chosen) : []
    let circles = Dictionary(symbols.map { ($0.feature, $0) }) { first, _ in first }
    return chosen.enumerated().map { rank, feature in
      let box = input.outlines.bounds(of: feature)
      let (circle, inside) = (circles[feature], insides.isEmpty ? nil : insides[rank])
      let site = input.sites.first { $0.feature == feature }
      let x = circle?.x ?? site?.x ?? inside?.x ?? box.midX
      let y = circle?.y ?? site?.y ?? inside?.y ?? box.midY
      return (
        feature,
        LabelRequest(
          text: input.names[feature], priority: -Double(rank), size: rank < 5 ? 13 : 11,
          weight: rank < 5 ? .bold : .regular, x: view.x(x), y: view.y(y),
          radius: max(site == nil ? 2.2 : 9, circle?.radius ?? 0))
      )
    }
  }

  /// Names of circles, the largest first: each on its own feature or, for places that stand exactly and for layers without
  /// areas, beside its circle.
  private static func beside(_ symbols: [MapSymbol], _ input: MapInput, _ polygons: Layer, _ view: Viewport) -> [(
    feature: Int, label: LabelRequest
  )] {
    symbols.filter { $0.label?.isEmpty != true }.map { symbol in
      let size: Double = symbol.radius > 14 ? 13 : symbol.radius > 6 ? 11 : 9
      let name = input.names[symbol.feature]
      let isOfFeature = polygons.featureCount > 0 && (symbol.label ?? name).hasPrefix(name)
      return (
        symbol.feature,
        LabelRequest(
          text: symbol.label ?? name, priority: symbol.radius, size: size,
          weight: symbol.radius > 14 ? .bold : .regular,
          x: view.x(symbol.x) + (symbol.clearance > 0 ? 0 : symbol.offset.x),
          y: view.y(symbol.y) + (symbol.clearance > 0 ? 0 : symbol.offset.y),
          feature: isOfFeature ? symbol.feature : nil, radius: max(symbol.radius, symbol.clearance))
      )
    }
  }

  // MARK: Where

  /// Every name that has a place, in colours that read there.
  func placed() -> [PlacedName] {
    places().map { placement in
      let request = requests[placement.request]
      var name = PlacedName(
        placement, tone(placement, of: features[placement.request]), isBold: request.weight == .bold)
      if areTowns, request.radius < 3 { name.dot = (request.x, request.y) }
      name.attributes = [("data-insee", keys[features[placement.request]])]
      return name
    }
  }

  /// Places names as on every map of the same ground, then once more those that this map has no room for there. The name
  /// of a large circle or of a listed place that has no room beside it stands on it or has a leader from its middle, which
  /// may cross others, rather than being left out.
  private func places() -> [LabelPlacement] {
    var clear = field
    clear.obstacles += circles
    let result = LabelPlacer.place(requests, in: clear)
    let (kept, hit) = result.placements.reduce(into: ([LabelPlacement](), [LabelPlacement]())) { parts, placement in
      let isHit = Self.room(of: placement).contains { box in own.contains { $0.overlaps(box) } }
      if isHit { parts.1.append(placement) } else { parts.0.append(placement) }
    }
    let areListed = shown.symbols.contains { $0.label != nil }
    let large = Set(result.unplaced.filter { !circles.isEmpty && (areListed || requests[$0].weight == .bold) })
    var placed = kept
    var over = field
    over.obstacles += own + kept.flatMap(Self.room)
    // One by one, so that no smaller name takes the only way out of a cluster.
    for index in (hit.map(\.request) + large).sorted(by: {
      (requests[$0].priority, $1) > (requests[$1].priority, $0)
    }) {
      var request = requests[index]
      if large.contains(index) { request.radius = 0 }
      guard var placement = LabelPlacer.place([request], in: over).placements.first else { continue }
      placement.request = index
      over.obstacles += Self.room(of: placement)
      placed.append(placement)
    }
    return placed
  }

  private static func square(_ x: Double, _ y: Double, _ half: Double) -> Bounds {
    Bounds(minX: x - half, minY: y - half, maxX: x + half, maxY: y + half)
  }

  /// The boxes that a name and its leader keep free, for other leaders too.
  private static func room(of placement: LabelPlacement) -> [Bounds] {
    guard let leader = placement.leader else { return [placement.box] }
    let (dx, dy) = (leader.endX - leader.startX, leader.endY - leader.startY)
    let steps = max(1, Int((dx * dx + dy * dy).squareRoot() / 3))
    let line = (0...steps).map { step in
      let along = Double(step) / Double(steps)
      return square(leader.startX + along * dx, leader.startY + along * dy, 4.2)
    }
    return [placement.box] + line
  }

  // MARK: Colours

  /// The colours of a name: those for the fill under its middle, when everything under the name wants light
  /// text or dark text alike; otherwise plain ink with an edge, which reads everywhere.
  private func tone(_ placement: LabelPlacement, of own: Int) -> LabelTone {
    let box = placement.box
    // Circles over shades are paper.
    guard !circles.contains(where: { $0.overlaps(box) }) else { return .plain }
    let (left, right) = (box.minX + 1, box.maxX - 1)
    let points = [(box.midX, box.midY), (left, box.minY), (right, box.minY), (left, box.maxY), (right, box.maxY)]
    let tones = points.map { x, y in
      feature(at: x, y, likely: own).map { shown.tones[Int(shown.styles.classes[$0])] } ?? .plain
    }
    let light = Set(tones.map { $0.isLight(in: shown.theme) })
    return light.count == 1 ? tones[0] : .plain
  }

  /// The feature at a point in px: the likely one first, and others when there are not too many to look at.
  private func feature(at x: Double, _ y: Double, likely: Int) -> Int? {
    guard polygons.featureCount > likely else { return nil }
    if polygons.contains(likely, x: x, y: y) { return likely }
    guard polygons.featureCount <= Self.mostLookedAt else { return nil }
    return boxes.indices.first { boxes[$0].contains(x, y) && polygons.contains($0, x: x, y: y) }
  }

  // MARK: On screen

  /// Rounds px to a 256th, so that differences in rounding between machines do not move a name.
  private static func onScreen(_ layer: Layer, _ view: Viewport) -> Layer {
    var copy = layer
    copy.coordinates.withUnsafeMutableBufferPointer { buffer in
      for point in stride(from: 0, to: buffer.count - 1, by: 2) {
        buffer[point] = round(view.x(buffer[point]))
        buffer[point + 1] = round(view.y(buffer[point + 1]))
      }
    }
    return copy
  }

  private static func round(_ value: Double) -> Double { (value * 256).rounded() / 256 }

  /// An outline as x1, y1, x2, y2 in px; names keep off it where they can.
  private static func segments(_ outline: Layer, _ view: Viewport) -> [Double] {
    var segments: [Double] = []
    segments.reserveCapacity(4 * outline.pointCount)
    for ring in 0..<outline.ringCount {
      for point in outline.points(ofRing: ring).dropLast() {
        segments.append(round(view.x(outline.x(point))))
        segments.append(round(view.y(outline.y(point))))
        segments.append(round(view.x(outline.x(point + 1))))
        segments.append(round(view.y(outline.y(point + 1))))
      }
    }
    return segments
  }
}
