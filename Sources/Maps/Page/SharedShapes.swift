import Bytes
import Cartography
import Geometry

/// The outlines of a project's territory and of what lies around it, which stand in a page once and which every map of
/// the page uses.
public struct SharedShapes: Sendable {
  /// Where the outlines lie, in px of a map as wide as that of a sheet of 1,000 px.
  let view: Viewport
  /// The `<defs>` element with the outlines.
  public let markup: [UInt8]
  /// The sites of the project, as SVG.
  public let sites: [UInt8]
  /// Positions of the communes' town halls, x and y of each in px.
  public let positions: [Double]
  /// Positions of the project's sites, x and y in px; `nil` for a site without a place.
  public let sitePositions: [[Double]?]
  /// What a live map knows of each commune's place.
  public let places: LivePlaces

  /// Ids of the outlines: this and the number of the commune; the surroundings; borders between départements; the
  /// limit of the territory.
  public static let (feature, around, boundaries, limit) = ("o", "around", "boundaries", "territory-limit")

  /// The outlines of the territory as a page shows them. Throws what projecting them throws.
  public init(_ subject: Subject, _ request: MapRequest) throws(Problem) {
    var request = request
    request.inline = MapRequest.Inline(idPrefix: "")
    let base = try BaseMap(subject, request)
    let input = base.input
    let canvas = MapCanvas(input, request)
    let sheet = Sheet(width: request.width, title: "", subtitle: "", source: "", blocks: [], aspect: input.aspect())
    let size = (width: sheet.mapWidth, height: (sheet.mapWidth * input.aspect()).rounded())
    let view = Viewport(input.extent(), in: Bounds(x: 0, y: 0, width: size.width, height: size.height))
    self.view = view
    var drawing = Drawing(
      width: size.width, height: size.height, title: "", summary: "", theme: request.theme, language: request.language)
    // The groups are there even when nothing is in them, because every map refers to them.
    drawing.shapes { drawing in
      drawing.group(id: Self.around) { drawing in
        if let around = input.surroundings { canvas.draw(around, view, in: &drawing) }
      }
      for feature in 0..<input.outlines.featureCount {
        let path = PathData(feature, of: input.outlines, through: view)
        drawing.path(path, class: nil, attributes: [("id", Self.feature + String(feature))])
      }
      drawing.group(id: Self.boundaries) { canvas.drawBoundaries(view, in: &$0) }
      drawing.group(id: Self.limit) { canvas.drawOutline(view, in: &$0) }
    }
    markup = drawing.fragment
    var marks = Drawing(
      width: size.width, height: size.height, title: "", summary: "", theme: request.theme, language: request.language)
    canvas.draw(input.sites, radius: 6.5, id: nil, view, in: &marks)
    sites = marks.fragment
    positions = try Self.pixels(subject.layer.communes.flatMap { [$0.longitude, $0.latitude] }, base, view)
    sitePositions = try subject.studyArea.sites.map { site throws(Problem) in
      try subject.studyArea.place(of: site).map { place throws(Problem) in
        try Self.pixels([place.longitude, place.latitude], base, view)
      }
    }
    places = LivePlaces(input, view, Adjacency(subject.layer.outlines))
  }

  /// Degrees as px of the view; NaN where a position is not known.
  private static func pixels(_ degrees: [Double], _ base: BaseMap, _ view: Viewport) throws(Problem) -> [Double] {
    let known = stride(from: 0, to: degrees.count - 1, by: 2).filter {
      degrees[$0].isFinite && degrees[$0 + 1].isFinite
    }
    var points = known.flatMap { [degrees[$0], degrees[$0 + 1]] }
    try base.project(&points)
    var pixels = [Double](repeating: .nan, count: degrees.count)
    for (at, place) in known.enumerated() {
      pixels[place] = view.x(points[2 * at])
      pixels[place + 1] = view.y(points[2 * at + 1])
    }
    return pixels
  }

  /// Width and height of the view in px.
  public var size: (width: Double, height: Double) { (view.frame.width, view.frame.height) }

  /// The scale of the view.
  public var pixelsPerKilometre: Double { view.scale * 1000 }

  /// Draws features, their surroundings and limits in another view of the same ground.
  func draw(_ styles: FeatureStyles, _ group: String, _ limits: Layer?, _ other: Viewport, in drawing: inout Drawing) {
    let scale = other.scale / view.scale
    let (x, y) = (
      other.x(view.extent.minX) - view.frame.minX * scale, other.y(view.extent.maxY) - view.frame.minY * scale
    )
    var move = "translate(\(ByteWriter.fixed(x, decimals: 2)) \(ByteWriter.fixed(y, decimals: 2)))"
    if (scale - 1).magnitude > 1e-6 { move += " scale(\(ByteWriter.fixed(scale, decimals: 5)))" }
    drawing.group(transform: move) { drawing in
      drawing.share(Self.around)
      drawing.group(id: group, class: "areas") {
        $0.features(styles, shapes: Self.feature)
      }
    }
    if let limits { drawing.path(PathData(all: limits, through: other), class: "limit") }
    drawing.group(transform: move) { drawing in
      drawing.share(Self.boundaries)
      drawing.share(Self.limit)
    }
  }
}
