import Bytes
import Interchange
import Siting
import Territory

extension ProjectTemplate {
  /// Makes a project folder: a copy of the shipped project, or an empty
  /// project over the communes of Île-de-France.
  ///
  /// A new folder appears whole or not at all. In a folder that exists, pole.yaml comes last, and
  /// no file of another origin is replaced. Returns the path of the new pole.yaml. Throws 73 when
  /// the folder has a project already or a file with the name of a new one, 64 for an unknown
  /// `from`, 66 when the shipped data is not found.
  public static func make(in folder: String, from: String?) throws(Problem) -> String {
    guard from == nil || from == "sud-essonne" else {
      throw Problem(
        .usage, Text("modèle inconnu « \(from!) »", "unknown template \"\(from!)\""),
        fix: Text("seul modèle : sud-essonne", "the only template: sud-essonne"))
    }
    let target = Path.join(folder, DataFolder.projectName)
    try refuseProject(target)
    let data = try DataFolder.find()
    let stems = from == nil ? ["ile-de-france"] : ["sud-essonne", "context", "ile-de-france"]
    var names = stems.flatMap { Geodata.files(of: Path.join(data, $0 + ".shp")).map(Path.name) }
    names.append("ess-figures.csv")
    if from != nil {
      names.append("cantons-essonne-2008.csv")
      names += FileBytes.names(in: Path.join(data, "simulations")).map { "simulations/" + $0 }
    }
    let text: [UInt8]
    if from == nil {
      text = Array(yaml(title: "Mon Pôle", territory: "Mon territoire", layer: "ile-de-france.shp", cog: 2025).utf8)
    } else {
      text = try FileBytes.read(Path.join(data, DataFolder.projectName))
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names { files.append((name, try FileBytes.read(Path.join(data, name)))) }
    if FileBytes.isFolder(folder) {
      try write(files, text, to: folder)
    } else {
      try makeWhole(folder) { (place, ending) throws(Problem) in try write(files, text, to: place, then: ending) }
    }
    return target
  }

  private static func refuseProject(_ target: String) throws(Problem) {
    guard FileStatus(target, followsLinks: false) != nil else { return }
    throw Problem(
      .cannotCreate, file: target, Text("ce dossier a déjà un projet", "this folder has a project already"),
      fix: Text("choisissez un autre dossier", "choose another folder"))
  }

  private static func write(
    _ files: [(name: String, bytes: [UInt8])], _ project: [UInt8], to folder: String,
    then ending: () throws(Problem) -> Void = {}
  ) throws(Problem) {
    var set = try FileSet(folder, seal: DataFolder.projectName, inputs: [])
    do {
      // Another run may have made a project while this one waited.
      try refuseProject(set.path(DataFolder.projectName))
      for file in files { try set.write(file.name, file.bytes) }
      try set.finish(project, then: ending)
    } catch {
      set.abandon()
      throw error
    }
  }

  /// Fills a folder under a hidden name and then gives it its own; `fill` gets the hidden
  /// name and the action that ends its last step.
  private static func makeWhole(_ folder: String, _ fill: (String, () throws(Problem) -> Void) throws(Problem) -> Void)
    throws(Problem)
  {
    let above = try OutputFile.makeFolder(Path.folder(folder))
    let hidden = OutputFile.hiddenFolder(for: folder)
    do {
      try fill(hidden) { () throws(Problem) in
        try OutputFile.move(hidden, to: folder)
        above.forEach(Interruption.forget(folder:))
      }
    } catch {
      OutputFile.removeTree(hidden)
      for made in above.reversed() { OutputFile.removeFolder(made) }
      throw error
    }
  }
}
