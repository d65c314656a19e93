import Foundation
import Testing

/// Every command and option explains itself.
struct HelpTests {
  @Test func alone() throws {
    let run = try Workspace().cartopole()
    #expect(run.status == 0)
    #expect(run.err.isEmpty)
    for command in ["cartopole atlas", "cartopole reach", "cartopole init"] {
      #expect(run.text.contains(command))
    }
    #expect(run.text.contains("atlas/index.html"))
    #expect(!run.text.contains("cartopole convert"))
  }

  @Test func everyCommandAndOptionIsExplained() throws {
    for called in try CommandTree.read().all() {
      let name = called.words.joined(separator: " ")
      #expect(called.command.abstract?.isEmpty == false, "\(name) has no abstract")
      for argument in called.command.arguments ?? [] {
        #expect(argument.abstract?.isEmpty == false, "\(name) \(argument.label) has no help")
      }
    }
  }

  @Test(arguments: [("fr", "Exemple : cartopole"), ("en", "Example: cartopole")])
  func everyPageHasItsOptionsAndAnExample(language: String, example: String) throws {
    let work = try Workspace()
    for called in try CommandTree.read().all() {
      let page = try work.run(Tool.program, called.words + ["--lang", language, "--help"])
      let name = called.words.joined(separator: " ")
      #expect(page.status == 0)
      #expect(page.err.isEmpty, "\(name): \(page.err)")
      let words = name.isEmpty ? example : example + " " + name
      let flat = page.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(flat.contains(words) || flat.contains(example + " atlas"), "no example on the page of \(name)")
      for option in called.options { #expect(page.text.contains(option.label), "\(name) \(option.label)") }
      for below in called.command.subcommands ?? [] where below.commandName != "help" {
        #expect(page.text.contains("  " + below.commandName), "\(name) does not list \(below.commandName)")
      }
    }
  }

  @Test func helpIsAlsoACommand() throws {
    let work = try Workspace()
    let page = try work.cartopole("help", "reach")
    #expect(page.status == 0)
    #expect(page.text.contains("--blind-spots"))
    #expect(try work.cartopole("--version").status == 0)
  }

  @Test func theReadmeNamesEveryCommandAndOption() throws {
    let readme = try ReadmeOptions()
    for called in try CommandTree.read().all() where !called.words.isEmpty {
      let name = called.words.joined(separator: " ")
      let isNamed = readme.text.contains("`cartopole \(called.words[0])")
      #expect(isNamed, "README.md lacks cartopole \(name)")
      for option in called.options {
        let isThere = readme.explains(option.label, of: called.words)
        #expect(isThere, "README.md lacks a row with \(option.label) of \(name)")
      }
    }
  }

  /// The reading of README itself: an option counts in the rows of its command alone, and whole.
  @Test func rowsOfTheReadmeAreThoseOfACommand() {
    let readme = ReadmeOptions(
      """
      | option | of | meaning |
      |---|---|---|
      | `--lang fr\\|en` | all | language |
      | `--geo F --data-key COL` | `render choropleth\\|symbols` | layer |
      | `--crs CRS`, `--from CRS` | the same, `convert` | CRS |
      | `--activity` | `import flores` | slice |

      Elsewhere: `--scale` of `render`.
      """)
    #expect(readme.explains("--lang", of: ["audit"]))
    #expect(readme.explains("--data-key", of: ["render"]))
    #expect(!readme.explains("--data", of: ["render"]))
    #expect(!readme.explains("--geo", of: ["compare"]))
    #expect(readme.explains("--from", of: ["render"]) && readme.explains("--crs", of: ["convert"]))
    #expect(readme.explains("--activity", of: ["import", "flores"]))
    #expect(!readme.explains("--activity", of: ["import", "sirene"]))
    #expect(!readme.explains("--scale", of: ["render"]))
  }
}

/// The table of options of README: which option is explained for which command.
private struct ReadmeOptions {
  let text: String
  /// Options of a row, and the commands it is of; `nil` for all of them.
  private let rows: [(options: Set<String>, commands: [String]?)]

  init() throws {
    try self.init(String(contentsOf: Tool.package.appendingPathComponent("README.md"), encoding: .utf8))
  }

  init(_ text: String) {
    self.text = text
    var rows: [(options: Set<String>, commands: [String]?)] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasPrefix("| option |") }.prefix { $0.hasPrefix("|") }
    for line in lines.dropFirst(2) {
      // A bar of a cell's own is written with a backslash before it.
      let cells = line.replacing("\\|", with: "/").split(separator: "|").map(String.init)
      guard cells.count > 2 else { continue }
      let options = cells[0].matches(of: /--[a-z0-9-]+/).map { String($0.0) }
      var commands = cells[1].matches(of: /`([^`]*)`/).map { String($0.1) }
      let isOfAll = cells[1].contains("all")
      if cells[1].contains("the same") { commands += rows.last?.commands ?? [] }
      rows.append((Set(options), isOfAll ? nil : commands))
    }
    self.rows = rows
  }

  /// Whether a row has the option, whole, and is of the command, of one above it, or of one of its kinds of maps.
  func explains(_ option: String, of words: [String]) -> Bool {
    rows.contains { row in
      guard row.options.contains(option) else { return false }
      guard let commands = row.commands else { return true }
      return commands.contains { command in
        let named = command.split(separator: " ").map(String.init)
        return zip(words, named).allSatisfy { $0 == $1 } && !named.isEmpty
          && (named.count <= words.count || words == ["render"])
      }
    }
  }
}
