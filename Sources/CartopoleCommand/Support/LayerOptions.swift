import ArgumentParser
import Cartopole

/// How a layer is read, for every command that reads a layer named by the user.
struct LayerOptions: ParsableArguments {
  @Option(help: .encoding) var encoding: String?

  @Option(
    "système de coordonnées de la couche, s’il manque ou se trompe", "CRS of the layer, where it is missing or wrong",
    "crs")
  var from: String?

  @Option(
    "couche d’un GeoPackage qui en a plusieurs (sinon la seule dont les lignes sont des communes)",
    "layer of a GeoPackage that has several (else the only one whose rows are communes)", "name")
  var layer: String?

  /// Refuses these options when no layer is named.
  func check(_ hasLayer: Bool, of option: String = "--geo") throws {
    let given = firstGiven(["--encoding": encoding != nil, "--from": from != nil, "--layer": layer != nil])
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
