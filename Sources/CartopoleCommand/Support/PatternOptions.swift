import ArgumentParser
import Cartopole

enum NeighbourChoice: String, CaseIterable, ExpressibleByArgument { case queen, rook, distance }

/// Options of Moran's I, for `compare`.
struct PatternOptions: ParsableArguments {
  @Flag(
    "I de Moran, grappes locales et Gini des communes (établissements par habitant)",
    "Moran's I, local clusters and Gini of the communes (establishments per inhabitant)")
  var moran = false

  @Option(
    "communes voisines : queen (un point commun), rook (une frontière) ou distance",
    "neighbouring communes: queen (a common point), rook (a border) or distance")
  var neighbours: NeighbourChoice = .queen

  @Option(number: "distance entre chefs-lieux voisins", "distance between neighbouring chefs-lieux", "km")
  var distanceKm: Double?

  @Option(parsing: .unconditional, "nombre de permutations", "number of permutations", "n") var permutations = 9_999

  @Option(parsing: .unconditional, "graine du hasard", "seed of the random draws", "n") var seed: UInt64 = 1

  @Flag("les taux bruts au lieu des taux normalisés", "raw rates instead of standardised ones") var raw = false

  func validate() throws {
    try refuse(
      (neighbours == .distance) != (distanceKm != nil), "--neighbours distance et --distance-km vont ensemble",
      "--neighbours distance and --distance-km go together")
    let distance = distanceKm ?? 1
    try refuse(!(distance > 0 && distance.isFinite), "--distance-km est positif", "--distance-km is above 0")
    try refuse(
      !(0...1_000_000).contains(permutations), "--permutations va de 0 à 1000000",
      "--permutations goes from 0 to 1000000")
  }

  var options: CommunePattern.Options? {
    guard moran else { return nil }
    var options = CommunePattern.Options()
    options.permutations = permutations
    options.seed = seed
    options.isRaw = raw
    switch neighbours {
    case .queen: options.neighbours = .queen
    case .rook: options.neighbours = .rook
    case .distance: options.neighbours = .distance(km: distanceKm ?? 0)
    }
    return options
  }
}
