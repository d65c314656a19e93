import Bytes
import Geometry
import Maps
import Projections
import Territory

/// A layer in the CRS of its map. Overseas départements stand in frames beside metropolitan France, each in its legal
/// projection and at its own scale.
struct DrawnLayer {
  /// The outlines in map coordinates.
  private(set) var outlines: Layer
  /// The CRS of the map outside its frames.
  let crs: CRS
  /// Scale and direction of north outside the frames.
  let frame: MapFrame
  private(set) var insets: [InsetFrame] = []
  private var projections: [String] = []

  /// Takes a layer, of which nothing is left, and projects it in place.
  ///
  /// - `asked`: the CRS that everything is drawn in; without one the overseas départements that lie beside others have
  ///   frames.
  /// - `keys`: codes of the features, which may be communes.
  /// - `isNarrow`: whether the drawing is for a phone, where frames stand in a row under the rest.
  /// - `width`: width of the drawing in px; coordinates agree with PROJ to a hundredth of its printed step. 0 gives the
  ///   coordinates of PROJ itself.
  ///
  /// Throws 65 where no CRS goes without saying and for points that have no image. Complexity: O(points).
  init(
    taking layer: inout Layer, from source: CRS, asked: String?, keys: [String], width: Double = 0, isNarrow: Bool,
    file: String,
    _ context: ProjectionContext
  ) throws(Problem) {
    outlines = layer
    layer = Layer(layer.kind)
    do throws(Problem) {
      let whole = outlines.bounds
      let groups = asked == nil ? try Self.groups(outlines, whole, source, context) : []
      guard groups.count > 1 else {
        crs = try Georeference.drawing(asked, keys: keys, source, whole, file: file, context)
        let tolerance = try Self.tolerance(whole, source, crs, width, context)
        try outlines.project(from: source, to: crs, context: context, tolerance: tolerance, box: whole)
        frame = try MapFrame(outlines.bounds, toDegrees: Projector(from: crs, to: .wgs84, context: context))
        return
      }
      crs = CRS.legal(ofDepartements: [groups[0].code]) ?? .lambert93
      var main = outlines.selecting(groups[0].features)
      try main.project(
        from: source, to: crs, context: context, tolerance: Self.tolerance(main.bounds, source, crs, width, context))
      frame = try MapFrame(main.bounds, toDegrees: Projector(from: crs, to: .wgs84, context: context))
      let boxes = Self.frames(groups.count - 1, around: main.bounds, isNarrow: isNarrow)
      for (group, box) in zip(groups.dropFirst(), boxes) {
        let legal = CRS.legal(ofDepartements: [group.code]) ?? .lambert93
        var part = outlines.selecting(group.features)
        try part.project(from: source, to: legal, context: context)
        let own = try MapFrame(part.bounds, toDegrees: Projector(from: legal, to: .wgs84, context: context))
        let factor = Self.fit(&part, into: box)
        main.append(contentsOf: part)
        insets.append(
          InsetFrame(
            name: AreaNames.name(ofDepartement: group.code) ?? group.code, box: box,
            metresPerUnit: own.metresPerUnit / factor))
        projections.append("EPSG:\(legal.epsg ?? 0)")
      }
      var places = [Int](repeating: 0, count: outlines.featureCount)
      for (place, feature) in groups.flatMap(\.features).enumerated() { places[feature] = place }
      outlines = main.selecting(places)
    } catch { throw error.naming(file) }
  }

  /// Leaves out vertices, as `Layer.simplified` does.
  mutating func simplify(_ simplification: Simplification) {
    outlines =
      outlines.simplified(simplification, degrees: crs.isGeographic, metresPerUnit: frame.metresPerUnit).layer
  }

  /// The projections, for the foot of the map.
  var source: Text {
    let other = Set(projections).sorted().joined(separator: ", ")
    return Text("Projection : \(crs.name)", "Projection: \(crs.name)")
      + (insets.isEmpty
        ? Text(same: "") : Text(" ; cadres à leur échelle (\(other))", "; frames at their own scale (\(other))"))
  }

  // MARK: Overseas

  /// The boxes of the overseas départements, in degrees.
  private static let overseas: [(code: String, box: Bounds)] = [
    ("971", Bounds(minX: -61.9, minY: 15.7, maxX: -60.9, maxY: 16.6)),
    ("972", Bounds(minX: -61.3, minY: 14.3, maxX: -60.7, maxY: 15)),
    ("973", Bounds(minX: -55, minY: 2, maxX: -51.3, maxY: 6.2)),
    ("974", Bounds(minX: 55.1, minY: -21.5, maxX: 55.95, maxY: -20.8)),
    ("975", Bounds(minX: -56.6, minY: 46.6, maxX: -56, maxY: 47.3)),
    ("976", Bounds(minX: 44.9, minY: -13.1, maxX: 45.4, maxY: -12.5)),
    ("977", Bounds(minX: -62.97, minY: 17.8, maxX: -62.7, maxY: 18)),
    ("978", Bounds(minX: -63.2, minY: 17.98, maxX: -62.97, maxY: 18.15)),
    ("988", Bounds(minX: 158, minY: -23, maxX: 169, maxY: -18)),
  ]
  /// Between Ouessant and Corsica.
  private static let metropolitan = Bounds(minX: -6, minY: 41, maxX: 10, maxY: 52)

  /// The features by where the middles of their boxes lie: first those of metropolitan France, or without any those of
  /// the département that has most, then the other départements by code. Empty when a feature lies in none.
  private static func groups(
    _ layer: Layer, _ whole: Bounds, _ source: CRS, _ context: ProjectionContext
  ) throws(Problem) -> [(code: String, features: [Int])] {
    // Without a département overseas a layer is one group, whatever its system.
    if source == .wgs84, whole.isEmpty || metropolitan.contains(whole.minX, whole.minY),
      metropolitan.contains(whole.maxX, whole.maxY)
    {
      return []
    }
    var middles: [Double] = []
    for feature in 0..<layer.featureCount {
      let box = layer.bounds(of: feature)
      middles += box.isEmpty ? [whole.midX, whole.midY] : [box.midX, box.midY]
    }
    guard (try? Projector(from: source, to: .wgs84, context: context).project(&middles)) != nil else { return [] }
    var features: [String: [Int]] = [:]
    for feature in 0..<layer.featureCount {
      let (x, y) = (middles[2 * feature], middles[2 * feature + 1])
      if metropolitan.contains(x, y) || layer.bounds(of: feature).isEmpty {
        features["", default: []].append(feature)
      } else if let home = overseas.first(where: { $0.box.contains(x, y) }) {
        features[home.code, default: []].append(feature)
      } else {
        return []
      }
    }
    let most = features.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? ""
    let first = features[""] == nil ? most : ""
    return ([first] + features.keys.filter { $0 != first }.sorted()).map { ($0, features[$0] ?? []) }
  }

  /// Squares in a column at the left of a box, from the top down to its foot, or in a row under it.
  private static func frames(_ count: Int, around box: Bounds, isNarrow: Bool) -> [Bounds] {
    let gap = 0.02 * box.height
    if isNarrow {
      let side = min(0.3 * box.width, (box.width - gap * Double(count - 1)) / Double(count))
      return (0..<count).map { index in
        let (left, top) = (box.minX + Double(index) * (side + gap), box.minY - 2 * gap)
        return Bounds(minX: left, minY: top - side, maxX: left + side, maxY: top)
      }
    }
    let side = min(0.24 * box.height, (box.height - gap * Double(count - 1)) / Double(count))
    let height = Double(count) * side + gap * Double(count - 1)
    return (0..<count).map { index in
      let top = box.minY + height - Double(index) * (side + gap)
      let left = box.minX - 2 * gap - side
      return Bounds(minX: left, minY: top - side, maxX: left + side, maxY: top)
    }
  }

  /// Scales and moves a part into a frame, and returns map units for one of its own.
  private static func fit(_ part: inout Layer, into frame: Bounds) -> Double {
    let (box, room) = (part.bounds, InsetFrame.room)
    let (width, height) = (frame.width * (1 - 2 * room.side), frame.height * (1 - room.name - room.scale))
    let factor = min(width / max(box.width, 1), height / max(box.height, 1))
    let (x, y) = (frame.midX, frame.minY + frame.height * room.scale + height / 2)
    for point in 0..<part.pointCount {
      part.coordinates[2 * point] = x + (part.coordinates[2 * point] - box.midX) * factor
      part.coordinates[2 * point + 1] = y + (part.coordinates[2 * point + 1] - box.midY) * factor
    }
    return factor
  }

  /// A hundredth of about a tenth of a px, in units of the target: the smallest side of the layer's box on a drawing of
  /// this width. It is smaller than the step of any map of the layer.
  private static func tolerance(
    _ box: Bounds, _ source: CRS, _ target: CRS, _ width: Double, _ context: ProjectionContext
  ) throws(Problem) -> Double {
    guard width > 0, !box.isEmpty else { return 0 }
    let projector = try Projector(from: source, to: target, context: context)
    var corners = [box.minX, box.minY, box.maxX, box.minY, box.minX, box.maxY, box.maxX, box.maxY]
    try projector.project(&corners)
    let wide = max((corners[2] - corners[0]).magnitude, (corners[6] - corners[4]).magnitude)
    let high = max((corners[5] - corners[1]).magnitude, (corners[7] - corners[3]).magnitude)
    return min(wide, high) / (1000 * width)
  }
}
