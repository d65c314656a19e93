import ArgumentParser
import Cartopole

/// How a layer is read, for every command that reads a layer named by the user.
struct LayerOptions: ParsableArguments {
  @Option(help: .words("encodage du .dbf, s’il se trompe", "encoding of the .dbf, when it is wrong"))
  var encoding: String?

  @Option(
    help: .words(
      "système de coordonnées de la couche, s’il manque ou se trompe", "CRS of the layer, where it is missing or wrong",
      "crs"))
  var from: String?

  @Option(
    help: .words(
      "couche d’un GeoPackage qui en a plusieurs (sinon la seule dont les lignes sont des communes)",
      "layer of a GeoPackage that has several (else the only one whose rows are communes)", "name"))
  var layer: String?

  /// Refuses these options when no layer is named.
  func check(_ hasLayer: Bool, of option: String = "--geo") throws {
    let given = [("--encoding", encoding), ("--from", from), ("--layer", layer)].first { $0.1 != nil }?.0
    guard let given, !hasLayer else { return }
    throw misuse("\(given) dit comment lire la couche de \(option)", "\(given) says how to read the layer of \(option)")
  }

  /// How the options read a file. From now on, advice about it may name
  /// them and the `other` options of the command.
  func reading(_ file: String?, other: Set<String> = []) -> LayerReading {
    if let file { Advice.layer = (file, other) }
    return LayerReading(encoding: encoding, from: from, layer: layer)
  }
}
