import Benchmark
import Cartopole

/// The steps of a map of Île-de-France's 1,266 communes, one by one.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(metrics: [.wallClock, .peakMemoryResident], maxDuration: .seconds(2))
  let root = Path.folder(Path.folder(Path.folder(#filePath)))
  let file = Path.join(root, "GeoData/ile-de-france.shp")

  Benchmark("read") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try Shapefile.read(file)) }
  }

  Benchmark("project, every point through PROJ") { benchmark in
    let layer = try Shapefile.read(file).geometry
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try projected(layer)) }
  }

  Benchmark("project, for a drawing") { benchmark in
    let layer = try Shapefile.read(file).geometry
    benchmark.startMeasurement()
    // Metres: a hundredth of the step of the region on 1,000 px.
    for _ in benchmark.scaledIterations { blackHole(try projected(layer, tolerance: 0.15)) }
  }

  Benchmark("simplify to a tenth") { benchmark in
    let layer = try Shapefile.read(file).geometry
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(layer.simplified(keeping: 0.1, degrees: true)) }
  }

  Benchmark("classify, quantile") { benchmark in
    let values = try populations(file)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(try ClassBreaks(values, by: ClassMethods.named("quantile")))
    }
  }

  Benchmark("classify, jenks") { benchmark in
    let values = try populations(file)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try ClassBreaks(values, by: ClassMethods.named("jenks"))) }
  }

  Benchmark("label, 200 names") { benchmark in
    let (requests, field) = try names(file)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(LabelPlacer.place(requests, in: field)) }
  }

  Benchmark("write") { benchmark in
    let layer = try projected(try Shapefile.read(file).geometry)
    let view = Viewport(layer.bounds, in: page)
    let styles = FeatureStyles(
      classNames: ["area"], classes: [UInt8](repeating: 0, count: layer.featureCount))
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      var drawing = Drawing(
        width: page.width, height: page.height, title: "", summary: "", theme: .light, language: .fr)
      drawing.features(layer, through: view, styles)
      blackHole(drawing.svg())
    }
  }
}

private let page = Box(x: 0, y: 0, width: 1000, height: 800)

private func projected(_ layer: Layer, tolerance: Double = 0) throws -> Layer {
  var copy = layer
  try copy.project(
    from: .wgs84, to: .lambert93, context: ProjectionContext(), tolerance: tolerance, threads: 1)
  return copy
}

private func populations(_ file: String) throws -> [Double] {
  let features = try Shapefile.read(file)
  let column = features.column("POPULATION")
  return (0..<features.count).map { column?.number($0) ?? .nan }
}

/// The first two hundred communes, each to be named in its outline.
private func names(_ file: String) throws -> ([LabelRequest], LabelField) {
  let features = try Shapefile.read(file)
  let named = features.column("NOM")
  var outlines = try projected(features.geometry).selecting(0..<200)
  let view = Viewport(outlines.bounds, in: page)
  for point in 0..<outlines.pointCount {
    let (x, y) = (outlines.x(point), outlines.y(point))
    outlines.coordinates[2 * point] = view.x(x)
    outlines.coordinates[2 * point + 1] = view.y(y)
  }
  let requests = (0..<200).map { row in
    let inside = outlines.poleOfInaccessibility(of: row, precision: 1)
    return LabelRequest(
      text: named?.text(row) ?? "", priority: Double(row), size: 9, weight: .regular, x: inside?.x ?? 0,
      y: inside?.y ?? 0, feature: row)
  }
  let frame = Bounds(minX: 0, minY: 0, maxX: page.width, maxY: page.height)
  return (requests, LabelField(frame: frame, polygons: outlines, obstacles: [], avoided: [], minimumSize: 9))
}
