import Bytes
import Maps
import Projections
import Statistics
import Territory

extension Project {
  /// Published areas and the Pôle's own territory side by side.
  ///
  /// Areas of communes come from the region's layer, in km² on the ellipsoid; the territory's population is the
  /// layer's. Throws what `Comparison` throws.
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
      // What is published is published of the whole: a part's inhabitants and area do not belong beside it.
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

  /// What the layers' populations are.
  static let layerPopulation = (
    date: ReferenceDate("2017-01-01")!,
    source: Text("Insee, populations légales 2017", "Insee, legal populations 2017")
  )

  /// None where a commune has no known population.
  private static func legal2017(_ people: Inhabitants) -> [PopulationPoint] {
    people.total.map { [PopulationPoint(layerPopulation.date, Double($0), source: layerPopulation.source)] }
      ?? []
  }
}
