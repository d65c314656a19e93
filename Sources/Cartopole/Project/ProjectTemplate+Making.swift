import Bytes
import Territory

extension ProjectTemplate {
  /// Makes a project folder: a copy of the shipped one, or an empty project over the communes of Île-de-France.
  ///
  /// Returns the path of its pole.yaml. Throws 73 when the folder already holds a project, 64 for an unknown
  /// `from`, 66 when the shipped data cannot be found.
  public static func make(in folder: String, from: String?) throws(Problem) -> String {
    guard from == nil || from == "sud-essonne" else {
      throw Problem(
        .usage, Text("modèle inconnu « \(from!) »", "unknown template \"\(from!)\""),
        fix: Text("seul modèle : sud-essonne", "the only template: sud-essonne"))
    }
    let target = Path.join(folder, DataFolder.projectName)
    guard !FileBytes.exists(target) else {
      throw Problem(
        .cannotCreate, file: target, Text("ce dossier a déjà un projet", "this folder has a project already"),
        fix: Text("choisissez un autre dossier", "choose another folder"))
    }
    let data = try DataFolder.find()
    let stems = from == nil ? ["ile-de-france"] : ["sud-essonne", "context", "ile-de-france"]
    var names = stems.flatMap { stem in ["shp", "shx", "dbf", "prj", "cpg"].map { stem + "." + $0 } }
    names.append("ess-figures.csv")
    if from != nil {
      names.append("cantons-essonne-2008.csv")
      names += FileBytes.names(in: Path.join(data, "simulations")).map { "simulations/" + $0 }
    }
    let text: [UInt8]
    if from == nil {
      text = Array(
        yaml(title: "Mon Pôle", territory: "Mon territoire", layer: "ile-de-france.shp", cog: 2025).utf8)
    } else {
      text = try FileBytes.read(Path.join(data, DataFolder.projectName))
    }
    try OutputFile.makeFolder(folder)
    for name in names {
      try OutputFile.makeFolder(Path.folder(Path.join(folder, name)))
      try OutputFile.write(try FileBytes.read(Path.join(data, name)), to: Path.join(folder, name))
    }
    // Last, so that a folder with a pole.yaml is complete.
    try OutputFile.write(text, to: target)
    return target
  }
}
