import Foundation
import Testing

/// No message names an option that the command printing it lacks.
struct AdviceTests {
  /// Which commands print the texts of a file or folder under Sources, the longest path deciding.
  private static let printers: [(path: String, commands: [String])] = [
    ("Imports/Flores", ["import flores"]), ("Imports/Sirene", ["import sirene"]), ("Imports/Table", ["import table"]),
    ("Imports/List", ["import table"]), ("CartopoleCommand/Commands/ImportTableCommand.swift", ["import table"]),
    ("Cartopole/Project/OwnProject.swift", ["init"]), ("CartopoleCommand/Support/Completions.swift", ["reach"]),
    ("Imports", ["import sirene", "import flores", "import table"]),
    ("Interchange/GeoJSON/GeoJSONWriter.swift", ["convert"]),
    ("Geometry/Simplification", ["render territory", "convert"]),
    ("Classification/Methods", ["render choropleth", "classify"]), ("Maps/Encodings", ["render choropleth"]),
    ("Maps/Kinds/BivariateMap.swift", ["render bivariate"]), ("Maps/Kinds/SymbolsMap.swift", ["render symbols"]),
    ("Maps/Kinds/PointsMap.swift", ["render points"]),
    ("Maps/Kinds/DensityMap.swift", ["render density"]), ("Maps/Charts/FunnelPlot.swift", ["compare"]),
    ("Statistics/Observations", ["compare", "render density"]),
    ("Cartopole/Questions/CountsAnswer.swift", ["compare", "render density"]),
    ("Cartopole/Questions/CountsInput.swift", ["compare", "render density"]),
    ("Cartopole/Questions/CountsQuestion+Density.swift", ["render density"]),
    ("Cartopole/Questions/LayerColumn.swift", ["render choropleth"]),
    ("Cartopole/Project/Georeference.swift", ["render choropleth", "render symbols", "render density"]),
    ("Cartopole/Questions/Conversion.swift", ["convert"]), ("Cartopole/Pictures/Picture.swift", ["render density"]),
    ("CartopoleCommand/Commands/ActionCommand.swift", ["action add"]),
    ("CartopoleCommand/Commands/AtlasCommand.swift", ["atlas"]),
    ("CartopoleCommand/Commands/AuditCommand.swift", ["audit"]),
    ("CartopoleCommand/Commands/ClassifyCommand.swift", ["classify"]),
    ("CartopoleCommand/Commands/CompareCommand.swift", ["compare"]),
    ("CartopoleCommand/Commands/ConvertCommand.swift", ["convert"]),
    ("CartopoleCommand/Commands/ImportCommand.swift", ["import sirene", "import flores", "import table"]),
    ("CartopoleCommand/Commands/InitCommand.swift", ["init"]),
    ("CartopoleCommand/Commands/InspectCommand.swift", ["inspect"]),
    ("CartopoleCommand/Commands/ReachCommand.swift", ["reach"]),
    ("CartopoleCommand/Render/RenderBivariate.swift", ["render bivariate"]),
    ("CartopoleCommand/Render/RenderDensity.swift", ["render density"]),
    ("CartopoleCommand/Render/RenderPoints.swift", ["render points"]),
    ("CartopoleCommand/Render/RenderSiting.swift", ["render siting"]),
    ("CartopoleCommand/Render/RenderSymbols.swift", ["render symbols"]),
    ("CartopoleCommand/Render/RenderTypology.swift", ["render typology"]),
    ("Cartography/Palettes/Palette.swift", ["render typology"]), ("Maps/Kinds/TypologyMap.swift", ["render typology"]),
    ("CartopoleCommand/Render", ["render choropleth"]),
    ("Cartopole/Questions/ProjectDensity.swift", ["render density"]),
    ("Cartopole/Styles/StyleQuestion.swift", ["convert"]), ("CartopoleCommand/Support/StyleOptions.swift", ["convert"]),
    ("Cartopole/Questions/PlanFile.swift", ["compare", "render density"]),
    ("Statistics/Areas/AreaTable+Protection.swift", ["compare", "render density"]),
    ("CartopoleCommand/Commands/SiteCommand.swift", ["site"]),
    ("CartopoleCommand/Commands/VisibilityCommand.swift", ["visibility"]),
    ("CartopoleCommand/Support/ChartOptions.swift", ["compare"]),
    ("CartopoleCommand/Support/CountsOptions.swift", ["compare", "render density"]),
    (
      "CartopoleCommand/Support/Options.swift",
      ["reach", "compare", "visibility", "site", "audit", "inspect", "classify"]
    ), ("CartopoleCommand/Support/PatternOptions.swift", ["compare"]),
  ]

  /// What these say depends on the options of the command at work: LayerReadingTests and CoordinateTests run them all.
  private static let dependent = [
    "CartopoleCommand/Support/Advice.swift", "CartopoleCommand/Support/LayerOptions.swift",
  ]
  /// Options of other programs, and styles of a page.
  private static let foreign = ["Cartopole/Page/AtlasPage+Style.swift", "Bytes/CSV/CSVFile+OtherKinds.swift"]
  /// These read the command line and say nothing of it.
  private static let silent = [
    "CartopoleCommand/main.swift", "CartopoleCommand/Support/Terminal.swift", "CartopoleCommand/Support/Usage.swift",
  ]

  @Test func everyOptionInAMessageIsOneOfItsCommand() throws {
    var options: [String: Set<String>] = [:]
    for called in try CommandTree.read().all() {
      options[called.words.joined(separator: " ")] = Set(called.options.map(\.label))
    }
    let sources = Tool.package.appendingPathComponent("Sources")
    let all = FileManager.default.subpaths(atPath: sources.path) ?? []
    var seen = 0
    for file in all where file.hasSuffix(".swift") && !(Self.dependent + Self.foreign + Self.silent).contains(file) {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      let path = file
      var file = file
      for line in text.split(separator: "\n") {
        // Sentences stand together under the name of the file that says them.
        let words = line.drop { $0 == " " }
        if path.hasSuffix("/Messages.swift"), words.hasPrefix("// MARK: ") {
          let (target, name) = (path.prefix { $0 != "/" } + "/", "/" + words.dropFirst(9) + ".swift")
          file = try #require(all.first { $0.hasPrefix(target) && $0.hasSuffix(name) }, "\(path): \(words)")
        }
        if words.hasPrefix("//") || (Self.dependent + Self.foreign).contains(file) { continue }
        for literal in line.matches(of: /"((?:[^"\\]|\\.)*)"/).map({ String($0.1) }) {
          for match in literal.matches(of: /--[a-z][a-z0-9-]*|‹[a-z][a-z0-9-]*›/)
          where match.0 != "--help" && match.0 != "--version" {
            seen += 1
            let isSetting = match.0.hasPrefix("‹")
            let option = isSetting ? "--" + match.0.dropFirst().dropLast() : String(match.0)
            // A library has settings; which of them are options is the command's to say.
            let isOfCommand = file.hasPrefix("CartopoleCommand/") || literal.contains("cartopole ")
            #expect(isSetting != isOfCommand, "\(file): \(literal)")
            let before = literal[..<match.range.lowerBound]
            let commands = Self.named(in: before, options) ?? Self.printers(of: file) ?? []
            #expect(!commands.isEmpty, "say in `printers` which commands print \(file): \(literal)")
            for command in commands {
              #expect(options[command]?.contains(option) == true, "\(command) has no \(option): \(file): \(literal)")
            }
          }
        }
      }
    }
    #expect(seen > 100)
  }

  private static func printers(of file: String) -> [String]? {
    printers.filter { file.hasPrefix($0.path) }.max { $0.path.count < $1.path.count }?.commands
  }

  /// The command the text before an option calls: « cartopole compare --explain ».
  private static func named(in text: Substring, _ options: [String: Set<String>]) -> [String]? {
    let words = text.split(separator: " ").map(String.init)
    guard let start = words.lastIndex(where: { $0.hasSuffix("cartopole") }), start + 1 < words.count else { return nil }
    let two = words[(start + 1)...].prefix(2).joined(separator: " ")
    return [options[two] == nil ? words[start + 1] : two]
  }
}
