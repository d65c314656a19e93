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
    let readme = try String(contentsOf: Tool.package.appendingPathComponent("README.md"), encoding: .utf8)
    for called in try CommandTree.read().all() where !called.words.isEmpty {
      let name = called.words.joined(separator: " ")
      #expect(readme.contains("cartopole \(name)"), "README.md lacks cartopole \(name)")
      for option in called.options where !["--help", "--version"].contains(option.label) {
        #expect(readme.contains(option.label), "README.md lacks \(option.label) of \(name)")
      }
    }
  }
}
