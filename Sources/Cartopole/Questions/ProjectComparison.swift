import Bytes
import Maps
import Projections
import Statistics
import Territory

extension Project {
  /// Published areas and the Pôle's own territory, with their indicators.
  ///
  /// Areas in km² come from the region's layer, on the ellipsoid; the population of the territory is that of
  /// its layer. Rows are compared with the project's reference unless another is asked for. Throws what `Comparison` and
  /// the project's files throw.
  public func comparison(_ options: Comparison.Options = Comparison.Options()) throws(Problem) -> Comparison {
    let layer = studyArea.layer
    let ownArea = layer.communes.indices.reduce(0) { $0 + layer.outlines.geodesicArea(of: $1) / 1e6 }
    let own = Comparison.Territory(
      code: "territory", name: pole.territory.name,
      populations: try populations.points(of: [Array(layer.communes.indices)], in: populations.layer)[0],
      inhabitants: layer.population, areaKm2: ownArea, within: Self.around(layer))
    var options = options
    options.around = Set(try regionLayer().map(Self.around) ?? own.within)
    var areas: [AreaKey: Double] = [:]
    var inhabitants: [AreaKey: [PopulationPoint]] = [:]
    if let region = try regionLayer() {
      var rows: [AreaKey: [Int]] = [:]
      for (row, commune) in region.communes.enumerated() {
        let area = region.outlines.geodesicArea(of: row) / 1e6
        for key in Self.keys(of: commune) {
          areas[key, default: 0] += area
          rows[key, default: []].append(row)
        }
      }
      // Published figures are about whole areas, so that inhabitants and
      // area of a part must not be used with them.
      let extents = try Self.extents(of: region)
      let parts = rows.filter { key, rows in
        let level = AreaLevel(rawValue: key.level) ?? .departement
        return extents.extent(level, key.code, communes: rows.count)?.isPart == true
      }
      for key in parts.keys {
        areas[key] = nil
        rows[key] = nil
      }
      let keys = Array(rows.keys)
      let points = try populations.points(of: keys.map { rows[$0] ?? [] }, in: region)
      inhabitants = Dictionary(uniqueKeysWithValues: zip(keys, points))
    }
    let register = try register()
    if options.reference == nil, let reference = pole.territory.reference {
      do { _ = try register.areas(named: [reference.area]) } catch {
        var problem = Problem(.badData, file: path, error.what, fix: error.remedy)
        problem.place = Text("ligne \(reference.line)", "line \(reference.line)")
        throw problem
      }
      options.reference = Comparison.Reference(
        area: reference.area, date: reference.date.flatMap { ReferenceDate($0) })
    }
    return try Comparison(register, territories: [own], areasKm2: areas, populations: inhabitants, options: options)
  }

  private static func keys(of commune: Commune) -> [AreaKey] {
    [commune.departement.map { AreaKey("departement", $0) }, commune.region.map { AreaKey("region", $0) }].compactMap {
      $0
    }
  }

  /// The départements and régions of a layer's communes, each once, by code.
  private static func around(_ layer: CommuneLayer) -> [AreaKey] {
    Set(layer.communes.flatMap(keys)).sorted { ($0.level, $0.code) < ($1.level, $1.code) }
  }

  /// How much of each area a layer holds. Throws what reading the shipped tables of areas throws.
  static func extents(of region: CommuneLayer) throws(Problem) -> AreaExtents {
    let vintage = region.vintage(try DataFolder.communeEvents())
    return AreaExtents([region], vintages: [vintage.cog], sizes: try DataFolder.areaSizes())
  }
}
