import Cartopole
import Testing

/// The project in the repository, opened once, and tables the oracle scripts made.
enum Shipped {
  static let root = Path.folder(Path.folder(Path.folder(#filePath)))
  static let path = Path.join(root, "GeoData/pole.yaml")
  static let project: Result<Project, any Error> = Result { try Project.open(path) }
  static let coverage: Result<Coverage, any Error> = Result { try project.get().coverage() }
  static let beyond: Result<StudyArea, any Error> = Result { try project.get().studyAreaBeyond() }

  static var studyArea: StudyArea { get throws { try project.get().studyArea } }

  static func layer(_ name: String) throws -> CommuneLayer {
    try Layers.communes(Path.join(root, "GeoData/\(name).shp"), vintage: nil).communes
  }

  static func table(_ path: String) throws -> [[String: String]] {
    let table = try CSVTable(path: Path.join(root, "Tests/\(path)"))
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.fields)) }
  }

  /// The reach of an action with these rules, written as in a project file.
  static func reach(_ rules: String, on studyArea: StudyArea? = nil) throws -> ActionReach {
    let node = try YAMLDocument.parse(Array(rules.utf8))
    let action = Action(
      id: "x", title: Text(same: "X"), status: .realised, support: Support(.source),
      rules: try node.items(Text(same: "rules")),
      ruleSupport: Support(.declared, by: "test", date: "2009"))
    return try ActionReach(action, on: studyArea ?? Self.studyArea)
  }

  /// Codes of the communes rules reach.
  static func codes(_ rules: String, on studyArea: StudyArea? = nil) throws -> [String] {
    let studyArea = try studyArea ?? Self.studyArea
    return try reach(rules, on: studyArea).rows.map { studyArea.layer.communes[$0.row].insee }
  }

  /// The line a rule is refused with.
  static func refusal(_ rules: String, _ language: Language = .en) throws -> String? {
    do throws(Problem) {
      let node = try YAMLDocument.parse(Array(rules.utf8))
      let action = Action(
        id: "x", title: Text(same: "X"), status: .realised, support: Support(.source),
        rules: try node.items(Text(same: "rules")),
        ruleSupport: Support(.source))
      guard case .success(let project) = project else { return nil }
      _ = try ActionReach(action, on: project.studyArea)
      return nil
    } catch {
      #expect(error.status == .badData)
      return error.line(language).replacing(root + "/", with: "")
    }
  }
}
