import Foundation

extension Workspace {
  /// A copy of the shipped project in `name`, as `init` makes it.
  func makeProject(_ name: String = "pole") throws { try cartopole("init", name, "--from", "sud-essonne") }

  /// A copy of the shipped project with one passage of its pole.yaml replaced. The passage must be there.
  func makeProject(_ name: String = "pole", replacing old: String, with new: String) throws {
    try makeProject(name)
    let yaml = try text("\(name)/pole.yaml")
    guard let range = yaml.range(of: old) else { throw MissingPassage(passage: old) }
    try write(yaml.replacingCharacters(in: range, with: new), to: "\(name)/pole.yaml")
  }

  struct MissingPassage: Error { let passage: String }

  /// A project over the eleven communes of the canton of Étampes, quick to draw.
  func makeSmallProject(_ name: String = "petit") throws {
    try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
    let layer = Tool.data.appendingPathComponent("sud-essonne.shp").path
    try cartopole("convert", layer, "\(name)/canton.shp", "--where", "INSEE_CAN=9108", "--quiet")
    try write(
      """
      schema: 1
      title: Petit Pôle
      territory:
        name: Canton d’Étampes
        layer: canton.shp
        cog: 2008
        basis: assumption
        reason: Pour un essai.
      actions:
        - id: epicerie
          title: Épicerie solidaire
          status: realised
          basis: source
          reach:
            basis: assumption
            reason: Pour un essai.
            rules:
              - within_km: { commune: "91223", km: 8 }
        - id: jardin
          title: Jardin partagé
          status: planned
          basis: source
          no_rule: undecided

      """, to: "\(name)/pole.yaml")
  }

  /// The shipped territory's shapefile as `name.shp` with its companions, but those left out.
  func copyLayer(_ name: String, without missing: Set<String> = []) throws {
    for part in ["shp", "shx", "dbf", "prj", "cpg"] where !missing.contains(part) {
      let source = Tool.data.appendingPathComponent("sud-essonne.\(part)")
      try FileManager.default.copyItem(at: source, to: url("\(name).\(part)"))
    }
  }

  func layerPath(_ name: String = "sud-essonne") -> String { Tool.data.appendingPathComponent("\(name).shp").path }
}
