import Siting
import Bytes
import Projections
import Reach
import Shapefiles
import Territory

/// Communes of a layer in GeoData, by code, with geodesic kilometres between them.
struct Territories: Sendable {
  let weights: [Double]
  let costs: [Double]
  var count: Int { weights.count }

  static let sudEssonne = Result { try Territories("sud-essonne") }
  static let ileDeFrance = Result { try Territories("ile-de-france") }
  static let root = Path.folder(Path.folder(Path.folder(#filePath)))

  init(_ name: String) throws {
    let path = Path.join(Self.root, "GeoData/\(name).shp")
    let communes = try CommuneLayer(try Shapefile.read(path), vintage: nil).communes.sorted { $0.insee < $1.insee }
    weights = communes.map { Double($0.population ?? 0) }
    var costs = [Double](repeating: 0, count: communes.count * communes.count)
    for (row, a) in communes.enumerated() {
      for (column, b) in communes.enumerated().prefix(row) {
        let metres = Geodesic.grs80.distance(a.longitude, a.latitude, b.longitude, b.latitude)
        costs[row * communes.count + column] = metres / 1000
        costs[column * communes.count + row] = metres / 1000
      }
    }
    self.costs = costs
  }

  func problem(
    _ objective: SitingProblem.Objective, count: Int = 1, radius: Double? = nil, alternatives: Int = 0,
    timeLimit: Double = .infinity
  ) -> SitingProblem {
    SitingProblem(
      objective, weights: weights, candidates: self.count, costs: costs, count: count, radius: radius,
      alternatives: alternatives, timeLimit: timeLimit)
  }
}

/// Whether the solvers were compiled for speed; a debug build is some fifty times slower.
let isOptimised = !_isDebugAssertConfiguration()
