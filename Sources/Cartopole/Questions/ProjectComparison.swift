import Bytes
import Maps
import Projections
import Statistics
import Territory

extension Project {
  /// Published areas and the Pôle's own territory, with their indicators.
  ///
  /// Areas in km² come from the region's layer, on the ellipsoid; the population of the territory is that of
  /// its layer. Throws what `Comparison` and the project's files throw.
  public func comparison(_ options: Comparison.Options = Comparison.Options()) throws(Problem) -> Comparison {
    let layer = ground.layer
    let ownArea = layer.communes.indices.reduce(0) { $0 + layer.outlines.geodesicArea(of: $1) / 1e6 }
    let own = Comparison.Territory(
      code: "territory", name: pole.territory.name,
      populations: Self.legal2017(layer.population), inhabitants: layer.population, areaKm2: ownArea)
    var areas: [String: Double] = [:]
    var populations: [String: [PopulationPoint]] = [:]
    if let region = try regionLayer() {
      var rows: [String: [Int]] = [:]
      for (row, commune) in region.communes.enumerated() {
        let area = region.outlines.geodesicArea(of: row) / 1e6
        for code in [commune.departement, commune.region].compactMap({ $0 }) {
          areas[code, default: 0] += area
          rows[code, default: []].append(row)
        }
      }
      // Published figures are about whole areas, so that inhabitants and
      // area of a part must not be used with them.
      let extents = try Self.extents(of: region)
      let parts = rows.filter { code, rows in
        let level = region.communes[rows[0]].region == code ? AreaLevel.region : .departement
        return extents.extent(level, code, communes: rows.count)?.isPart == true
      }
      for code in parts.keys {
        areas[code] = nil
        rows[code] = nil
      }
      populations = rows.mapValues { Self.legal2017(region.population($0)) }
    }
    return try Comparison(
      register(), territories: [own], areasKm2: areas, populations: populations, options: options)
  }

  private static func extents(of region: CommuneLayer) throws(Problem) -> AreaExtents {
    let folder = try DataFolder.find()
    let events = try CommuneEvents(path: Path.join(folder, "cog-events.csv"))
    let vintage =
      region.vintage.map { Vintage(stated: $0) } ?? Vintage(of: region.communes.map(\.insee), events: events)
    let sizes = try AreaSizes(path: Path.join(folder, DataFolder.areaSizesName))
    return AreaExtents([region], vintages: [vintage.cog], sizes: sizes)
  }

  /// Date and source of the layers' populations.
  static let layerPopulation = (
    date: ReferenceDate("2017-01-01")!,
    source: Text("Insee, populations légales 2017", "Insee, legal populations 2017")
  )

  /// Empty when a commune has no known population.
  private static func legal2017(_ people: Inhabitants) -> [PopulationPoint] {
    people.total.map { [PopulationPoint(layerPopulation.date, Double($0), source: layerPopulation.source)] }
      ?? []
  }
}
