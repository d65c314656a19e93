import Bytes
import Cartography
import Geometry

/// The names on a map: which features are named, in what size, place and colours.
///
/// Sizes go by rank, so that they suit any layer: the heaviest twentieth in bold, the next fifth in between.
struct MapLabels {
  private let input: MapInput
  private let content: MapContent
  private let request: MapRequest
  private let view: Viewport
  private let field: LabelField
  private let requests: [LabelRequest]
  /// The feature each request names.
  private let features: [Int]
  /// Whether the names are those of main towns, each beside its dot.
  private let areTowns: Bool

  /// Above this number of features, `auto` names main towns only, chosen by weight and distance.
  private static let mostLabels = 300
  /// About as many main towns have a name on a map of 650 px, as wide as that of a sheet of 1,000.
  private static let towns = 30.0

  init(_ input: MapInput, _ content: MapContent, _ request: MapRequest, _ furniture: Furniture, _ view: Viewport) {
    self.input = input
    self.content = content
    self.request = request
    self.view = view
    guard Self.isNamed(input, request) else {
      (field, requests, features, areTowns) = (LabelField(frame: .empty), [], [], false)
      return
    }
    areTowns = request.labels == .auto && input.outlines.featureCount > Self.mostLabels && content.symbols.isEmpty
    var field = LabelField(
      frame: view.frame.grown(by: -3),
      polygons: input.outlines.kind == .polygon && !areTowns ? Self.onScreen(input.outlines, view) : Layer(.polygon),
      // Names beside circles have little room, so that they may cross the outline.
      avoided: content.symbols.isEmpty ? input.outline.map { Self.segments($0, view) } ?? [] : [], minimumSize: 9)
    let points = (input.sites + content.markers).map { ($0.x, $0.y) } + content.signs.map { ($0.x, $0.y) }
    field.obstacles =
      furniture.obstacles
      + points.filter { view.extent.contains($0.0, $0.1) }.map { Self.square(view.x($0.0), view.y($0.1), 8) }
    // A leader over half a phone's map is followed by nobody.
    if Self.isNarrow(request) { field.longestLeader = 45 }
    if areTowns {
      field.avoided = []
      field.longestLeader = 0
    }
    self.field = field
    let wanted =
      areTowns
      ? Self.towns(input, view)
      : content.symbols.isEmpty
        ? Self.inside(input, field.polygons, request) : Self.beside(content.symbols, input, request, view)
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

  /// Whether a circle is named: on a phone, `auto` names the heaviest quarter only.
  private static func isWritten(_ rank: Int, of count: Int, _ request: MapRequest) -> Bool {
    request.labels == .all || !isNarrow(request) || rank < max(1, count / 4)
  }

  /// Names in their own polygons.
  private static func inside(_ input: MapInput, _ polygons: Layer, _ request: MapRequest) -> [(
    feature: Int, label: LabelRequest
  )] {
    let ranks = ranks(input)
    let count = polygons.featureCount
    let insides = polygons.polesOfInaccessibility(of: Array(0..<count), precision: 1)
    let (large, middle): (Double, Double) = isNarrow(request) ? (11, 9) : (13, 11)
    return insides.enumerated().compactMap { feature, inside in
      guard let inside else { return nil }
      let isLarge = ranks[feature] < max(1, count / 20)
      return (
        feature,
        LabelRequest(
          text: input.names[feature], priority: input.weights[feature],
          size: isLarge ? large : ranks[feature] < count / 4 ? middle : 9, weight: isLarge ? .bold : .regular,
          x: inside.x, y: inside.y, feature: feature)
      )
    }
  }

  /// Main towns, the heaviest first, none near one that is chosen already: a name each beside its dot.
  private static func towns(_ input: MapInput, _ view: Viewport) -> [(feature: Int, label: LabelRequest)] {
    let apart = 0.75 * (view.frame.width * view.frame.height / towns * 650 / view.frame.width).squareRoot()
    let own = Set(input.sites.compactMap(\.feature))
    let order = input.weights.indices.filter { input.weights[$0] > 0 }.sorted {
      (own.contains($0) ? 0 : 1, -input.weights[$0], $0) < (own.contains($1) ? 0 : 1, -input.weights[$1], $1)
    }
    var chosen: [(feature: Int, x: Double, y: Double)] = []
    for feature in order {
      let box = input.outlines.bounds(of: feature)
      guard !box.isEmpty else { continue }
      let (x, y) = (view.x(box.midX), view.y(box.midY))
      func isFar(_ other: (feature: Int, x: Double, y: Double)) -> Bool {
        (other.x - x) * (other.x - x) + (other.y - y) * (other.y - y) >= apart * apart
      }
      if chosen.allSatisfy(isFar) { chosen.append((feature, x, y)) }
    }
    let insides =
      input.outlines.kind == .polygon ? input.outlines.polesOfInaccessibility(of: chosen.map(\.feature)) : []
    return chosen.enumerated().map { rank, town in
      let inside = insides.isEmpty ? nil : insides[rank].map { (x: view.x($0.x), y: view.y($0.y)) }
      return (
        town.feature,
        LabelRequest(
          text: input.names[town.feature], priority: -Double(rank), size: rank < 5 ? 13 : 11,
          weight: rank < 5 ? .bold : .regular, x: inside?.x ?? town.x, y: inside?.y ?? town.y, radius: 2.2)
      )
    }
  }

  /// Names beside circles, the largest first.
  private static func beside(_ symbols: [MapSymbol], _ input: MapInput, _ request: MapRequest, _ view: Viewport) -> [(
    feature: Int, label: LabelRequest
  )] {
    let ranks = ranks(input)
    let named = symbols.filter { $0.label?.isEmpty != true }
    return named.filter { isWritten(ranks[$0.feature], of: ranks.count, request) }.map { symbol in
      let size: Double = symbol.radius > 14 ? 13 : symbol.radius > 6 ? 11 : 9
      return (
        symbol.feature,
        LabelRequest(
          text: symbol.label ?? input.names[symbol.feature], priority: symbol.radius, size: size,
          weight: symbol.radius > 14 ? .bold : .regular,
          x: view.x(symbol.x) + (symbol.clearance > 0 ? 0 : symbol.offset.x),
          y: view.y(symbol.y) + (symbol.clearance > 0 ? 0 : symbol.offset.y),
          radius: max(symbol.radius, symbol.clearance))
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
      if areTowns { name.dot = (request.x, request.y) }
      return name
    }
  }

  /// Places names beside circles, clear of the others. A large one whose surroundings are taken is named on its
  /// own feature, over its circle, or by a leader line, rather than not at all.
  private func places() -> [LabelPlacement] {
    var clear = field
    clear.obstacles += content.symbols.compactMap(obstacle)
    let result = LabelPlacer.place(requests, in: clear)
    let late = result.unplaced.filter { !content.symbols.isEmpty && requests[$0].weight == .bold }
    guard !late.isEmpty else { return result.placements }
    var over = field
    let nameless = Set(late.map { features[$0] })
    over.obstacles += result.placements.flatMap(Self.room)
    over.obstacles += content.symbols.filter { !nameless.contains($0.feature) }.compactMap(obstacle)
    let last = late.map { index -> LabelRequest in
      var request = requests[index]
      if field.polygons.featureCount > 0 { request.feature = features[index] }
      request.mayCoverOthers = true
      return request
    }
    return result.placements
      + LabelPlacer.place(last, in: over).placements.map { placement in
        var copy = placement
        copy.request = late[placement.request]
        return copy
      }
  }

  /// A name on the circle of another feature would seem to name that one.
  private func obstacle(_ symbol: MapSymbol) -> Bounds? {
    guard symbol.radius > 3 else { return nil }
    return Self.square(view.x(symbol.x) + symbol.offset.x, view.y(symbol.y) + symbol.offset.y, 0.8 * symbol.radius)
  }

  private static func square(_ x: Double, _ y: Double, _ half: Double) -> Bounds {
    Bounds(minX: x - half, minY: y - half, maxX: x + half, maxY: y + half)
  }

  /// The boxes that a name and its leader keep free.
  private static func room(of placement: LabelPlacement) -> [Bounds] {
    guard let leader = placement.leader else { return [placement.box] }
    let (dx, dy) = (leader.endX - leader.startX, leader.endY - leader.startY)
    let steps = max(1, Int((dx * dx + dy * dy).squareRoot() / 3))
    let line = (0...steps).map { step in
      let along = Double(step) / Double(steps)
      return square(leader.startX + along * dx, leader.startY + along * dy, 1.5)
    }
    return [placement.box] + line
  }

  // MARK: Colours

  /// The colours of a name: those for the fill under its middle, when everything under the name wants light
  /// text or dark text alike; otherwise plain ink with an edge, which reads everywhere.
  private func tone(_ placement: LabelPlacement, of own: Int) -> LabelTone {
    guard !content.tones.isEmpty else { return .plain }
    let box = placement.box
    let (left, right) = (box.minX + 1, box.maxX - 1)
    let points = [(box.midX, box.midY), (left, box.minY), (right, box.minY), (left, box.maxY), (right, box.maxY)]
    let tones = points.map { x, y in
      // Classes beyond the tones, such as gaps, are light.
      feature(at: x, y, likely: own).flatMap { feature in
        let style = Int(content.styles.classes[feature])
        return content.tones.indices.contains(style) ? content.tones[style] : nil
      } ?? .plain
    }
    let light = Set(tones.map { $0.isLight(in: content.theme) })
    return light.count == 1 ? tones[0] : .plain
  }

  /// The feature at a point in px: the likely one first, and others when there are not too many to look at.
  private func feature(at x: Double, _ y: Double, likely: Int) -> Int? {
    let polygons = field.polygons
    guard polygons.featureCount > likely else { return nil }
    if polygons.contains(likely, x: x, y: y) { return likely }
    guard polygons.featureCount <= Self.mostLabels else { return nil }
    return (0..<polygons.featureCount).first {
      polygons.bounds(of: $0).contains(x, y) && polygons.contains($0, x: x, y: y)
    }
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
