import Cartopole

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A project of four square communes on the equator, 0.01° a side, written with our own writer.
///
///     01003 | 2A004
///     01001 | 01002
struct TinyProject {
  static let codes = ["01001", "01002", "01003", "2A004"]
  let folder: String
  let project: Project

  /// - Parameter populations: of the four communes; `nil` for a layer without such a column.
  init(
    actions: String, sites: String = TinyProject.site, populations: [Int?]? = TinyProject.populations, more: String = ""
  ) throws {
    folder = "/tmp/cartopole-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    try OutputFile.makeFolder(folder)
    try Geodata.write(Self.features(populations: populations), to: Path.join(folder, "communes.shp"))
    let text = """
      schema: 1
      title: Essai
      territory:
        name: Quatre communes
        layer: communes.shp
        cog: 2025
        basis: source
      sites:
      \(sites)
      actions:\(actions.isEmpty ? " []" : "\n" + actions)
      \(more)

      """
    let path = Path.join(folder, "pole.yaml")
    try OutputFile.write(Array(text.utf8), to: path)
    do { project = try Project.open(folder) } catch {
      Self.remove(folder)
      throw error
    }
  }

  static let site = """
      - id: siege
        name: Siège
        insee: "01001"
        basis: declared
        by: Le Pôle
        date: "2025"
    """

  static let populations: [Int?] = [100, 200, nil, 50]

  static func features(codes: Column? = nil, populations: [Int?]? = TinyProject.populations, _ extra: [Column] = [])
    -> Features
  {
    var layer = Layer(.polygon)
    for (x, y) in [(0.0, 0.0), (0.01, 0), (0, 0.01), (0.01, 0.01)] {
      for (dx, dy) in [(0.0, 0.0), (0, 0.01), (0.01, 0.01), (0.01, 0), (0, 0)] { layer.addPoint(x + dx, y + dy) }
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    let head = [
      codes ?? Column("INSEE_COM", .text(Self.codes.map { $0 })),
      Column("NOM", .text(["Ars", "L’Île-d’Œuf", "La Ferté", "Zonza"])),
    ]
    let places = [
      // On the equator: a·Δλ apart exactly.
      Column("LON", .number([0.001, 0.011, 0.005, 0.015])), Column("LAT", .number([0, 0, 0.015, 0.015])),
    ]
    let people = populations.map { [Column("POPULATION", .integer($0))] } ?? []
    return Features(path: "communes.shp", geometry: layer, columns: head + people + places + extra, crs: "EPSG:4326")
  }

  func remove() { Self.remove(folder) }

  private static func remove(_ folder: String) {
    for name in FileBytes.names(in: folder) { OutputFile.remove(Path.join(folder, name)) }
    rmdir(folder)
  }
}
