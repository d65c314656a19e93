import Disclosure
import Bytes
import Geometry
import Shapefiles
import Statistics
import Territory

/// A small generator with a seed, the same everywhere (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Real communes, EPCI, cantons and départements with invented legal units and jobs.
struct SyntheticJobs {
  var areas: LinkedAreas
  var holdings: [LinkedAreas.Holding]

  static let families = ["association", "cooperative", "mutuelle", "fondation", "company", "other"]

  /// - Parameters:
  ///   - layers: names in GeoData, later ones adding their communes to the first's.
  ///   - families: how many of `families` take part.
  ///   - withTerritory: whether the communes of the first layer are an area of their own.
  init(layers: [String], withTerritory: Bool, families: Int = 6, seed: UInt64, geoData: String) throws {
    var layer = try CommuneLayer(Shapefile.read(Path.join(geoData, layers[0] + ".shp")), vintage: nil)
    let territory = layer.count
    for name in layers.dropFirst() {
      layer = try layer.adding(CommuneLayer(Shapefile.read(Path.join(geoData, name + ".shp")), vintage: nil))
    }
    var areas: [LinkedAreas.Area] = []
    func group(_ kind: String, _ key: (Commune) -> String?) {
      var members: [String: [Int]] = [:]
      for (row, commune) in layer.communes.enumerated() {
        if let code = key(commune) { members[code, default: []].append(row) }
      }
      for (code, rows) in members.sorted(by: { $0.key < $1.key }) {
        areas.append(.init(id: kind + " " + code, communes: rows))
      }
    }
    group("epci") { $0.epci }
    group("canton") { $0.canton }
    group("departement") { $0.departement }
    group("region") { $0.region }
    if withTerritory { areas.append(.init(id: "territory", communes: Array(0..<territory))) }
    self.areas = try LinkedAreas(
      communes: layer.communes.map(\.insee), areas: areas, families: Array(Self.families.prefix(families)))

    var random = Seeded(state: seed)
    // Some 2.6 employers a thousand inhabitants, three quarters of them associations; a few units in many places.
    let shares = [0.78, 0.11, 0.05, 0.02, 0.02, 0.02]
    var holdings: [LinkedAreas.Holding] = []
    var unit = 1000
    for (row, commune) in layer.communes.enumerated() {
      let expected = Double(commune.population ?? 500) * 0.0026
      for (family, share) in shares.prefix(families).enumerated() {
        let mean = expected * share
        let count = Int(mean + Double.random(in: 0..<1, using: &random) * (1 + mean.squareRoot()))
        for _ in 0..<count {
          let draw = Double.random(in: 0.02..<1, using: &random)
          let jobs = (1 + 3 / (draw * draw)).rounded(.down)
          var owner = unit
          if Double.random(in: 0..<1, using: &random) < 0.05 {
            owner = family * 20 + Int.random(in: 0..<20, using: &random)
          }
          holdings.append(.init(unit: owner, commune: row, family: family, value: jobs))
          unit += 1
        }
      }
    }
    self.holdings = holdings
  }
}
