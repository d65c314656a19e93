import Cartopole

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A project of four square communes on the equator, gone with the last reference to it. Positions on the equator
/// are a·Δλ apart exactly: 01002 is 0.01° east of 01001, 01003 at the same place as 01002, 2A004 another 0.02°.
final class TinyProject {
  static let codes = ["01001", "01002", "01003", "2A004"]
  /// Kilometres of 0.01° of the equator of GRS80.
  static let step = 6378.137 * Double.pi / 180 * 0.01
  let folder: String

  /// `travelTimes` is the text of a table beside the project.
  init(
    visibility: String? = nil, actions: String = "", travelTimes: String? = nil,
    populations: [Int?] = [100, 200, nil, 50]
  ) throws {
    folder = "/tmp/cartopole-visibility-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    try OutputFile.makeFolder(folder)
    try Geodata.write(Self.features(populations), to: Path.join(folder, "communes.shp"))
    if let travelTimes { try write(travelTimes, to: "times.csv") }
    let lines = [
      "schema: 1", "title: Essai", "territory:", "  name: Quatre communes", "  layer: communes.shp", "  cog: 2025",
      "  basis: source", travelTimes == nil ? "" : "travel_times: times.csv", "sites:",
      "  - { id: siege, name: Siège, insee: \"01001\", basis: declared, by: Le Pôle, date: \"2025\" }",
      actions.isEmpty ? "actions: []" : "actions:\n\(actions)", visibility.map { "visibility:\n\($0)" } ?? "",
    ]
    try write(lines.joined(separator: "\n") + "\n", to: "pole.yaml")
  }

  deinit {
    for name in FileBytes.names(in: folder) { OutputFile.remove(path(name)) }
    rmdir(folder)
  }

  func path(_ name: String) -> String { Path.join(folder, name) }
  func write(_ text: String, to name: String) throws { try OutputFile.write(Array(text.utf8), to: path(name)) }
  func open() throws -> Project { try Project.open(folder) }

  /// The project as a scenario of this text would change it.
  func applying(_ scenario: String) throws -> Scenario {
    try write(scenario, to: "scenario.yaml")
    return try open().applying(scenario: path("scenario.yaml"))
  }

  /// The visibility of these channels.
  static func visibility(_ channels: String, threshold: String = "0.5") throws -> Visibility {
    try TinyProject(visibility: "  threshold: \(threshold)\n  basis: source\n  channels:\n\(channels)").open()
      .visibility()
  }

  /// The line and status with which something is refused, paths without their folder.
  func refusal(_ work: () throws -> Void) -> String? {
    do {
      try work()
      return nil
    } catch let error as Problem {
      return "\(error.status.rawValue) " + error.line(.en).replacing(folder + "/", with: "")
    } catch { return "\(error)" }
  }

  static func features(_ populations: [Int?] = [100, 200, nil, 50]) -> Features {
    var layer = Layer(.polygon)
    for (x, y) in [(0.0, 0.0), (0.01, 0), (0.01, 0.01), (0.03, 0)] {
      for (dx, dy) in [(0.0, 0.0), (0, 0.01), (0.01, 0.01), (0.01, 0), (0, 0)] { layer.addPoint(x + dx, y + dy) }
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    return Features(
      path: "communes.shp", geometry: layer,
      columns: [
        Column("INSEE_COM", .text(Self.codes.map { $0 })),
        Column("NOM", .text(["Ars", "L’Île-d’Œuf", "La Ferté", "Zonza"])), Column("POPULATION", .integer(populations)),
        Column("LON", .number([0, 0.01, 0.01, 0.03])), Column("LAT", .number([0, 0, 0, 0])),
      ], crs: "EPSG:4326")
  }
}
