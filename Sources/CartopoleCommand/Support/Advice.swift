import Cartopole

/// Advice on a layer that could not be read, in terms of options that the running command has. The layer of a
/// project has no options and must be converted first.
enum Advice {
  /// The layer that the command line names, and the options for layers that the
  /// command has in addition to `LayerOptions`.
  nonisolated(unsafe) static var layer: (file: String, other: Set<String>)?

  /// The problem with its remedy.
  static func completing(_ problem: Problem) -> Problem {
    guard let need = problem.need else { return problem }
    var copy = problem
    let advice = text(need, problem.file)
    copy.remedy = problem.remedy.map { $0 + Text(" ou ", " or ") + advice } ?? advice
    return copy
  }

  /// The warning with its remedy.
  static func completing(_ warning: Warning) -> Warning {
    guard let need = warning.need else { return warning }
    var copy = warning
    copy.what = warning.what + Text(" ; ", "; ") + text(need, warning.file)
    return copy
  }

  private static func text(_ need: Need, _ file: String?) -> Text {
    guard let layer, isOf(file, layer.file) else { return converting(need, file) }
    switch need {
    case .crs: return Text.giveCoordinateSystemWithFrom
    case .encoding: return Text.encodingOptionChoosesAnother
    case .layer: return Text("choisissez avec --layer", "choose with --layer")
    case .ballpark(let own):
      if layer.other.contains("--allow-ballpark") { return Text.acceptItWithAllowBallpark }
      if let own, layer.other.contains("--crs") { return Text.drawInTheLayersSystem(own) }
      guard own == nil else { return converting(need, file) }
      return Text.sayWhichKnownSystem
    }
  }

  /// Advice on a layer for which the command has no options.
  private static func converting(_ need: Need, _ file: String?) -> Text {
    let name = file.map { Path.name(isCompanion($0) ? Path.stem($0) + ".shp" : $0) } ?? say("COUCHE", "LAYER")
    let options: String
    switch need {
    case .layer: return Text.nameLayerInTheProject(name)
    case .crs: options = "--from EPSG:2154"
    case .encoding: options = "--encoding CP850"
    case .ballpark: options = "--to EPSG:4326 --allow-ballpark"
    }
    return Text.convertTheLayerFirst(name, options)
  }

  private static func isCompanion(_ file: String) -> Bool {
    ["prj", "dbf", "cpg", "shx"].contains(Path.fileExtension(file))
  }

  /// Whether a file is the layer or one of its companions.
  private static func isOf(_ file: String?, _ layer: String) -> Bool {
    guard let file else { return true }
    let whole = LayerPath.file(layer)
    return file == whole || Path.stem(file) == Path.stem(whole)
  }
}
