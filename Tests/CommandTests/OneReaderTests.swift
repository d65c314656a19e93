import Cartopole
import Foundation
import Testing

/// One file says the same to every command that reads it: the same number, the same gap, or the same words.
struct OneReaderTests {
  private let work: Workspace

  init() throws {
    work = try Workspace()
    let squares = ["01001", "91223", "2A004", "91226"].enumerated().map { index, code in
      let (x, y) = (Double(index), Double(index + 1))
      return
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"\(code)\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\(x),45],[\(y),45],[\(y),46],[\(x),45]]]}}"
    }
    try work.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(squares.joined(separator: ","))]}", to: "layer.geojson")
  }

  /// What a reader makes of the first cell of a column.
  private enum Answer: Equatable, CustomStringConvertible {
    case number(Double)
    case missing
    case refused(String)

    var description: String {
      switch self {
      case .number(let value): "\(value)"
      case .missing: "missing"
      case .refused(let words): words
      }
    }
  }

  private func answer(_ read: () throws -> Double) -> Answer {
    do {
      let value = try read()
      return value.isNaN ? .missing : .number(value)
    } catch {
      guard let problem = error as? Problem, problem.status == .badData else { return .refused("\(error)") }
      let what = problem.what.en.split(separator: " (and ")[0]
      return .refused("\(Path.name(problem.file ?? "")): \(problem.place?.en ?? ""): \(what)")
    }
  }

  /// The answers of `classify`, `import table`, `render --data`, `compare --data`.
  private func answers(_ name: String) -> [(command: String, answer: Answer)] {
    let path = work.url(name).path
    return [
      ("classify", answer { try NumericColumn(path, column: "value").values[0] }),
      (
        "import",
        answer {
          let rows = try TableImport(path: path, key: "insee", value: "value").run().table.rows
          return rows.first { $0.insee == "91223" }?.value ?? .nan
        }
      ),
      (
        "render",
        answer {
          var question = LayerMapQuestion(geodata: work.url("layer.geojson").path, value: "value")
          (question.join.data, question.join.key, question.join.dataKey) = (path, "code", "insee")
          return try question.table(drawsTexts: false).table.numbers[1]
        }
      ),
      (
        "compare",
        answer {
          let data = try Observations(path: path)
          return data.rows.first { $0.code == "91223" }?.value.value ?? .nan
        }
      ),
    ]
  }

  /// One cell above others that settle nothing, in both dialects.
  @Test(arguments: [
    "12", "1234,5", "1 234,5", "1\u{A0}234,5", "1\u{202F}234", "−3,5", "0,068", "1,234", "1.234", "12,345,678",
    "1.234,5", "0x1F", "12 %", "12*", "(1,5)", "n.d.", "#N/A", "douze", "1 2", "NaN", "null", "NULL", "NA", "-", ".",
    "...", "…", "///", "s", "inf", "1e3",
  ]) func aCell(cell: String) throws {
    for separator in [",", ";", "\t"] {
      let field = separator == "," ? "\"\(cell)\"" : cell
      let rows = [["91223", "taux", field], ["91226", "taux", "2"], ["2A004", "taux", "7"]]
      let text = ([["insee", "measure", "value"]] + rows).map { $0.joined(separator: separator) + "\n" }.joined()
      try work.write(text, to: "t.csv")
      let answers = answers("t.csv")
      for (command, answer) in answers.dropFirst() {
        // An unknown value of the tidy file wants its reason; no count of it is below zero.
        if command == "compare", answers[0].answer == .missing, !["s", "///", "…", "...", "NA"].contains(cell) {
          #expect(answer == .refused("t.csv: line 2, column value: neither a value nor why there is none"))
        } else if command == "compare", case .number(let value) = answers[0].answer, value < 0 {
          #expect(answer == .refused("t.csv: line 2, column value: \"\(cell)\" is negative"))
        } else {
          #expect(answer == answers[0].answer, "\(command): « \(cell) », \(separator.debugDescription)")
        }
      }
    }
  }

  /// Texts that are no good CSV, or only just, and what is said of them.
  @Test(
    arguments: [
      ("insee,measure,value\n91223,taux,\"1\"2\n91226,taux,3\n", "text follows a closing quote"),
      ("insee,measure,value\n91223,taux\n91226,taux,3\n", "2 fields instead of 3"),
      ("insee,measure,value,value\n91223,taux,1,2\n", "two columns \"value\""),
      ("insee,measure,value\n91223,taux,\"1\n", "a quote is never closed"),
      ("insee,measure,value\n91223,taux,1\n91226,ta", "last line cut short (2/3)"),
      ("Titre,,\ninsee,measure,value\n91223,taux,1\n", "no column"),
      ("\u{FEFF}sep=;\r\n insee ;measure; value \r\n=\"91223\";taux;1,5\r\n", nil),
      ("insee;measure;value\r 91223;taux;1,5\r91226;taux;2\r", nil),
      ("insee,measure,value\n91223.0,taux,1.5\n1001,taux,2\n", nil),
      ("PAR1\u{15}\u{4}insee,measure,value\n", "this is a Parquet file"),
      ("insee,measure,value\n91223,taux,\u{0}\n", "this is no text"),
    ] as [(String, String?)]) func aText(text: String, words: String?) throws
  {
    try work.write(text, to: "t.csv")
    for (command, answer) in answers("t.csv") {
      if let words {
        guard case .refused(let said) = answer else {
          Issue.record("\(command) reads \(answer)")
          continue
        }
        #expect(said.contains(words), "\(command): \(said)")
      } else {
        #expect(answer == .number(1.5), "\(command)")
      }
    }
  }

  /// Random cells of digits, marks and spaces: whatever they are, they are the same to all.
  @Test func randomCells() throws {
    var state: UInt64 = 42
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let pieces = ["1", "23", "456", "0", ",", ".", " ", "\u{202F}", "−", "e", "%", "'"]
    var numbers = 0
    for _ in 0..<300 {
      let cell = (0..<(1 + random(5))).map { _ in pieces[random(pieces.count)] }.joined().trimmingSpaces
      let separator = [",", ";"][random(2)]
      let field = separator == "," ? "\"\(cell)\"" : cell
      try work.write("insee\(separator)value\n91223\(separator)\(field)\n91226\(separator)2\n", to: "t.csv")
      let answers = answers("t.csv").dropLast().map(\.answer)
      #expect(Set(answers.map(\.description)).count == 1, "« \(cell) » \(separator): \(answers)")
      if case .number = answers[0] { numbers += 1 }
    }
    #expect(numbers > 50)
  }

  /// A code that lost its zero, or stands as a number, and a small letter of Corsica: restored alike, said alike.
  @Test func codes() throws {
    try work.write(
      "insee,measure,value,area,population\n1001,taux,1,A,10\n91223.0,taux,2,A,20\n2a004,taux,3,A,30\n", to: "t.csv")
    let path = work.url("t.csv").path
    let note = CommuneCode.restoredNote(lines: [2, 3])
    let codes = ["01001", "91223", "2A004"]
    let imported = try TableImport(path: path, key: "insee", value: "value").run()
    #expect(Set(imported.table.rows.map(\.insee)) == Set(codes))
    #expect(imported.warnings.contains { $0.what == note })
    var question = LayerMapQuestion(geodata: work.url("layer.geojson").path, value: "value")
    (question.join.data, question.join.key, question.join.dataKey) = (path, "code", "insee")
    let drawn = try question.table()
    #expect(drawn.table.numbers.prefix(3) == [1, 2, 3])
    #expect(drawn.warnings.contains { $0.what == note })
    #expect(!drawn.warnings.contains { $0.what.fr.contains("majuscules") })
    let counts = try Observations(path: path)
    #expect(counts.rows.map(\.code) == codes)
    #expect(counts.irregularities.map(\.line) == [2, 3])
    let areas = try AreaList(path: path)
    #expect(areas.areas[0].codes == codes && areas.irregularities == [note])
    let people = try PopulationFile(path: path)
    #expect(people.codes == codes && people.notes == [note])
    try work.write("from,to,minutes\n1001,2a004,5\n91223.0,01001,6\n", to: "m.csv")
    let times = try TravelTimes(path: work.url("m.csv").path)
    #expect(times.minutes(from: "01001", to: "2A004") == 5)
    #expect(times.warnings.map(\.what) == [note])
  }

  /// A join that matches nothing is no answer, whatever the file is joined for.
  @Test func codesNobodyKnows() throws {
    try work.write("insee,measure,value\n91223,establishments,3\n", to: "known.csv")
    try work.write("insee,measure,value,area,population\n75101,establishments,1,A,10\n", to: "t.csv")
    try work.write("from,to,minutes\n75101,75102,5\n", to: "m.csv")
    for arguments in [
      ["compare", "--data", "t.csv"], ["compare", "--data", "known.csv", "--areas", "t.csv"],
      ["compare", "--data", "known.csv", "--population", "t.csv"], ["site", "--count", "1", "--times", "m.csv"],
    ] {
      let run = try work.run(Tool.program, arguments + ["--geo", "layer.geojson", "--lang", "en", "--quiet"])
      #expect(run.status == 65, "\(arguments)")
      #expect(run.errors.count == 1 && run.err.contains("none of its codes (75101) is in layer.geojson"), "\(run.err)")
    }
  }

  /// A layer's texts that hold numbers are numbers, and what is none is named.
  @Test func textsOfALayer() throws {
    func layer(_ values: [String]) throws {
      let features = values.enumerated().map { index, value in
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"0100\(index)\",\"taux\":\"\(value)\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\(index),45],[\(index + 1),45],[\(index + 1),46],[\(index),45]]]}}"
      }
      try work.write(
        "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}", to: "t.geojson")
    }
    func both() -> [Answer] {
      [
        answer { try NumericColumn(work.url("t.geojson").path, column: "taux").values[0] },
        answer {
          try LayerMapQuestion(geodata: work.url("t.geojson").path, value: "taux").table(drawsTexts: false).table
            .numbers[0]
        },
      ]
    }
    try layer(["1 234,5", "NA", "2"])
    #expect(both() == [.number(1234.5), .number(1234.5)])
    try layer(["1", "0x1F"])
    #expect(Set(both().map(\.description)) == ["t.geojson: feature 2, column taux: \"0x1F\" is no number"])
    try layer(["1,234", "2"])
    #expect(both().allSatisfy { $0.description.contains("thousands or decimals") })
  }
}
