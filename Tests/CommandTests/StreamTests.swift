import Cartopole
import Foundation
import Testing

/// What goes to stdout, what to stderr, and in which language.
struct StreamTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  @Test func answersAndNotesKeepApart() throws {
    let run = try work.cartopole("reach", "mobilite-solidaire", "--format", "json")
    #expect(run.status == 0)
    let actions = try run.array()
    #expect(actions.count == 1)
    #expect(actions.first?["action"] as? String == "mobilite-solidaire")
    #expect(run.err.hasPrefix("projet livré : "))
    #expect(run.err.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["reach", "compare", "audit"]) func jsonParsesWhateverTheQuestion(command: String) throws {
    for language in ["fr", "en"] {
      let run = try work.cartopole(command, "--format", "json", "--lang", language)
      #expect(run.status == 0)
      _ = try run.json()
      #expect(run.err.hasPrefix(language == "fr" ? "projet livré : " : "shipped project: "))
    }
  }

  @Test func quietSilencesNotesAndWarnings() throws {
    try work.copyLayer("a", without: ["prj", "dbf"])
    let loud = try work.cartopole("convert", "a.shp", "b.geojson")
    #expect(loud.err.split(separator: "\n").count { $0.hasPrefix("warning: a.shp: ") } == 2)
    #expect(try work.cartopole("convert", "a.shp", "b.geojson", "--quiet").err.isEmpty)
    #expect(try work.cartopole("reach", "--quiet").err.isEmpty)
    #expect(try work.cartopole("init", "p", "--quiet").err.isEmpty)
    let wrong = try work.cartopole("inspect", "absent.shp", "--quiet")
    #expect(wrong.errors.count == 1)
  }

  /// A layer with everything the C libraries like to complain of: nothing but our own lines comes out.
  @Test func librariesStaySilent() throws {
    try work.copyLayer("a", without: ["shx"])
    try work.write("PROJCS[\"cassé", to: "a.prj")
    let prj = try work.cartopole("inspect", "a.shp")
    try Data(work.data("a.shp").prefix(20_000)).write(to: work.url("a.shp"))
    let cut = try work.cartopole("convert", "a.shp", "b.geojson")
    let crs = try work.cartopole("convert", work.layerPath(), "b.geojson", "--to", "EPSG:0")
    for run in [prj, cut, crs] {
      #expect(run.status == 65)
      for line in run.err.split(separator: "\n") {
        #expect(line.hasPrefix("error: ") || line.hasPrefix("warning: "), "\(line)")
      }
    }
  }

  @Test(arguments: [
    ["reach"], ["reach", "mobilite-solidaire"], ["reach", "--blind-spots"], ["reach", "--overlaps"],
    ["reach", "--commune", "Dourdan"], ["compare"], ["audit"], ["inspect", "LAYER"],
  ]) func languageChangesWhatPeopleRead(command: [String]) throws {
    let words = command.map { $0 == "LAYER" ? work.layerPath() : $0 }
    func run(_ format: String, _ language: String) throws -> Data {
      try work.run(Tool.program, words + ["--format", format, "--lang", language]).out
    }
    #expect(try run("table", "fr") != run("table", "en"))
    #expect(try run("csv", "fr") == run("csv", "en"))
    if command != ["audit"] { #expect(try run("json", "fr") == run("json", "en")) }
  }

  /// A layer whose names would run in a spreadsheet, colour a terminal and turn lines round.
  private func hostileLayer() throws {
    let names = ["=HYPERLINK(\\\"http://x\\\")", "x\u{202E}y", "a,\u{301}b", "e\\u001b[31m", "-1"]
    let features = names.enumerated().map { row, name in
      let (x, y) = (2 + Double(row) / 10, 48.0)
      let ring = "[[\(x),\(y)],[\(x + 0.1),\(y)],[\(x + 0.1),\(y + 0.1)],[\(x),\(y)]]"
      return """
        {"type": "Feature", "properties": {"INSEE_COM": "0100\(row)", "NOM": "\(name)", "POPULATION": \(row + 1)},
        "geometry": {"type": "Polygon", "coordinates": [\(ring)]}}
        """
    }
    try work.write(
      "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ","))]}", to: "h.geojson")
  }

  @Test func namesThatWouldRunOrLie() throws {
    try hostileLayer()
    let site = ["site", "--geo", "h.geojson", "--count", "5", "--objective", "median", "--quiet"]
    let excel = try work.run(Tool.program, site + ["--csv", "excel"])
    #expect(excel.status == 0, "\(excel.err)")
    let cells = excel.text.split(whereSeparator: \.isNewline).flatMap { $0.split(separator: ";") }
    #expect(cells.contains { $0.hasPrefix("\"'=HYPERLINK(") }, "\(excel.text)")
    #expect(cells.contains("'-1"))
    #expect(cells.contains("\"=\"\"01002\"\"\""), "\(excel.text)")
    #expect(!cells.contains { $0.hasPrefix("=") || $0.hasPrefix("\"=H") })
    for format in ["table", "markdown", "json"] {
      let run = try work.run(Tool.program, site + ["--format", format])
      #expect(run.status == 0, "\(run.err)")
      #expect(!run.text.contains { "\u{202E}\u{1B}".contains($0) })
      #expect(run.text.contains("u202e"), "\(run.text)")
    }
    let map = try work.cartopole(
      "render", "symbols", "--geo", "h.geojson", "--value", "POPULATION", "--titles", "--key", "NOM", "-o", "-")
    #expect(map.status == 0, "\(map.err)")
    #expect(!map.text.contains { "\u{202E}\u{1B}".contains($0) })
    // Data keeps what it is given: three fields a row, the controls in them.
    let plain = try work.cartopole("convert", "h.geojson", "h.csv")
    #expect(plain.status == 0)
    let table = try CSVTable(Array(try work.data("h.csv")), path: "h.csv")
    #expect(table.rows.allSatisfy { $0.fields.count == 3 })
    #expect(table.rows.map { $0.fields[1] }.contains("x\u{202E}y"))
    let error = try work.cartopole("classify", "--data", "h.csv", "--value", "x\u{202E}y")
    #expect(error.errors.first?.contains("x\\u202ey") == true, "\(error.err)")
  }

  @Test func excelReadsTheCSV() throws {
    let run = try work.cartopole("reach", "mobilite-solidaire", "--csv", "excel")
    #expect(run.out.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = run.text.split(whereSeparator: \.isNewline)
    #expect(lines.count == 61)
    #expect(lines[0].dropFirst().hasPrefix("insee;") || lines[0].hasPrefix("\u{FEFF}insee;"), "\(lines[0])")
    let cells = lines[1].split(separator: ";", omittingEmptySubsequences: false)
    #expect(cells.contains { $0.contains(",") && Double($0.replacingOccurrences(of: ",", with: ".")) != nil })
    #expect(!lines[1].contains("9.89"))

    let plain = try work.cartopole("reach", "mobilite-solidaire", "--format", "csv")
    #expect(!plain.out.starts(with: [0xEF]))
    #expect(plain.rows().count == 61)
    #expect(plain.rows().allSatisfy { $0.count == plain.rows()[0].count })
  }

  @Test func theSameQuestionGivesTheSameBytes() throws {
    for format in ["table", "json", "geojson", "csv"] {
      let first = try work.cartopole("reach", "--format", format)
      #expect(try work.cartopole("reach", "--format", format).out == first.out)
    }
  }
}
