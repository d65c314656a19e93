import Bytes
import Interchange
import Siting
import Territory

extension ProjectTemplate {
  /// What was made: the path of the new pole.yaml, and what to tell.
  public struct Report: Sendable {
    /// Path of the new pole.yaml.
    public var path: String
    /// What the project has.
    public var notes: [Text] = []
    /// What the readers noticed.
    public var warnings: [Warning] = []
  }

  /// Makes a project of one's own in a folder.
  ///
  /// A new folder appears whole or not at all. In a folder that exists, pole.yaml comes last, and no file of another
  /// origin is replaced. Throws 73 when the folder has a project already or a file with the name of a new one, and as
  /// `OwnProject.make` does.
  public static func make(_ own: OwnProject, in folder: String) throws(Problem) -> Report {
    try fill(folder) { () throws(Problem) in try own.make(in: folder) }
  }

  /// Makes a copy of the shipped project, as `make(_:in:)` makes one's own. Throws 64 for an unknown template, 66 when
  /// the shipped data is not found.
  public static func copy(_ template: String, in folder: String) throws(Problem) -> Report {
    guard template == "sud-essonne" else {
      throw Problem(
        .usage, Text("modèle inconnu « \(template) »", "unknown template \"\(template)\""),
        fix: Text("seul modèle : sud-essonne", "the only template: sud-essonne"))
    }
    return try fill(folder) { () throws(Problem) in
      let data = try DataFolder.find()
      var names = ["sud-essonne", "context", "ile-de-france"].flatMap {
        Geodata.files(of: Path.join(data, $0 + ".shp")).map(Path.name)
      }
      names += ["ess-figures.csv", DataFolder.sharesName, "cantons-essonne-2008.csv"]
      names += FileBytes.names(in: data).filter { $0.hasPrefix("populations-") && $0.hasSuffix(".csv") }.sorted()
      names += FileBytes.names(in: Path.join(data, "simulations")).map { "simulations/" + $0 }
      var made = OwnProject.Made()
      for name in names { made.files.append((name, try FileBytes.read(Path.join(data, name)))) }
      made.yaml = try FileBytes.read(Path.join(data, DataFolder.projectName))
      return made
    }
  }

  private static func fill(_ folder: String, _ make: () throws(Problem) -> OwnProject.Made) throws(Problem) -> Report {
    let target = Path.join(folder, DataFolder.projectName)
    try refuseProject(target)
    let made = try make()
    if FileBytes.isFolder(folder) {
      try write(made, to: folder)
    } else {
      try makeWhole(folder) { (place, ending) throws(Problem) in try write(made, to: place, then: ending) }
    }
    return Report(path: target, notes: made.notes, warnings: made.warnings)
  }

  private static func refuseProject(_ target: String) throws(Problem) {
    guard FileStatus(target, followsLinks: false) != nil else { return }
    throw Problem(
      .cannotCreate, file: target, Text("ce dossier a déjà un projet", "this folder has a project already"),
      fix: Text("choisissez un autre dossier", "choose another folder"))
  }

  private static func write(
    _ made: OwnProject.Made, to folder: String, then ending: () throws(Problem) -> Void = {}
  ) throws(Problem) {
    var set = try FileSet(folder, seal: DataFolder.projectName, inputs: [])
    do {
      // Another run may have made a project while this one waited.
      try refuseProject(set.path(DataFolder.projectName))
      try set.write(made.files.map { file in FileSet.Made(file.name, file.bytes) })
      try set.finish(made.yaml, then: ending)
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
