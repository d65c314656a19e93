import Cartopole

/// The project in the repository, opened once, and the tables of Tests/Oracles/visibility/oracle.py.
enum Shipped {
  static let root = Path.folder(Path.folder(Path.folder(#filePath)))
  static let project: Result<Project, any Error> = Result { try Project.open(Path.join(root, "GeoData/pole.yaml")) }

  static func simulation(_ name: String) -> String { Path.join(root, "GeoData/simulations/\(name).yaml") }

  /// Rows of an oracle's table by column.
  static func oracle(_ name: String) throws -> [[String: String]] {
    let table = try CSVTable(path: Path.join(root, "Tests/Oracles/visibility/\(name).csv"))
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.fields)) }
  }

  static func row(_ insee: String) throws -> Int { try project.get().studyArea.layer.find(insee) }

  /// The reach of an action with these rules, written as in a project file.
  static func reach(_ rules: String, on studyArea: StudyArea? = nil) throws -> ActionReach {
    let node = try YAMLDocument.parse(Array(rules.utf8))
    let action = Action(
      id: "x", title: Text(same: "X"), status: .realised, support: Support(.source),
      rules: try node.items(Text(same: "rules")),
      ruleSupport: Support(.declared, by: "test", date: "2009"))
    return try ActionReach(action, on: studyArea ?? project.get().studyArea)
  }
}

extension Dictionary where Key == String, Value == String {
  /// A number of an oracle's table; not a number where the field is empty.
  func number(_ key: String) -> Double { self[key].flatMap(Double.init) ?? .nan }
}
