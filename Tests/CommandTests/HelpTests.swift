import Foundation
import Testing

/// Every command and option explains itself.
struct HelpTests {
  @Test func alone() throws {
    let run = try Workspace().cartopole()
    #expect(run.status == 0)
    #expect(run.err.isEmpty)
    for command in ["cartopole atlas", "cartopole reach", "cartopole init"] { #expect(run.text.contains(command)) }
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
      if language == "fr" {
        #expect(!page.text.contains(/default|values:/), "the parser's English on the page of \(name)")
      }
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
    let version = try work.cartopole("--version").text
    #expect(version.wholeMatch(of: /\d+\.\d+\.\d+( \([0-9a-f]{7,}\+?\))?\n/) != nil, "\(version)")
  }

  /// docs/commands.md is written from the help; `make commands` writes it anew.
  @Test func thePageOfCommandsIsTheHelp() throws {
    let work = try Workspace()
    let dump = try work.cartopole("--lang", "en", "--experimental-dump-help").out
    try work.write(String(decoding: dump, as: UTF8.self), to: "help.json")
    let docs = Tool.package.appendingPathComponent("docs").path
    let run = try work.run(URL(fileURLWithPath: "/bin/sh"), ["-c", "python3 '\(docs)/write-commands' < help.json"])
    #expect(run.status == 0, "\(run.err)")
    let page = try String(contentsOfFile: docs + "/commands.md", encoding: .utf8)
    #expect(run.text == page, "docs/commands.md is not what the help says: make commands")
    for called in try CommandTree.read().all() where !called.words.isEmpty {
      #expect(page.contains("## `cartopole \(called.words.joined(separator: " "))`\n"))
      for option in called.options { #expect(page.contains(option.label), "\(called.words) \(option.label)") }
    }
  }

  /// The page to read is named with every usage error, and a word that is no command calls those that may be meant.
  @Test(arguments: [
    (["render", "coverag"], ["coverage", "cartopole render --help"]), (["rander"], ["render", "cartopole --help"]),
    (["render", "territory", "--palette", "Blues"], ["--palette", "cartopole render territory --help"]),
    (["import", "insee"], ["sirene", "flores", "table", "cartopole import --help"]),
    (["--lang", "fr", "rendr"], ["essayez : render"]), (["--quiet", "--lang=en", "rendr"], ["try: render"]),
    (["coverage"], ["essayez : render coverage"]), (["help", "rendr"], ["essayez : render"]),
    (["help", "render", "coverag"], ["essayez : coverage", "cartopole render --help"]),
  ]) func usageErrorsNameTheirPage(words: [String], said: [String]) throws {
    let run = try Workspace().run(Tool.program, words)
    #expect(run.status == 64)
    for part in said { #expect(run.err.contains(part), "\(run.err)") }
    #expect(run.out.isEmpty)
  }

  /// What the parser says is said in French, unless another language is asked for.
  @Test(arguments: [
    (["reach", "--formt", "csv"], "option inconnue « --formt » ; essayez : --format"),
    (["action", "add"], "il manque « <id> »"), (["atlas", "ici"], "mot de trop : « ici »"),
    (["render", "siting", "--count"], "il manque la valeur de « --count <p> »"),
    (
      ["reach", "--format", "pdf"], "« pdf » n’est pas une valeur de « --format <format> » ; valeurs : table, markdown"
    ),
    (["reach", "--all=oui"], "« --all » ne prend pas de valeur, et « oui » en est une"),
  ]) func theParserSpeaksFrench(words: [String], said: String) throws {
    let work = try Workspace()
    let run = try work.run(Tool.program, words)
    #expect(run.status == 64)
    #expect(run.errors.first?.hasPrefix("error: " + said) == true, "\(run.err)")
    let english = try work.run(Tool.program, words + ["--lang", "en"])
    #expect(english.status == 64)
    #expect(!english.err.contains(said), "\(english.err)")
    let page = try work.run(Tool.program, Array(words.prefix(1)) + ["--help"])
    #expect(!page.text.contains("Show "), "\(page.text)")
  }

  /// What bash offers after the words of a line, the last of which is begun.
  @Test(arguments: [
    (["reach", "mob"], "mobilite-solidaire"), (["render", "cov"], "coverage"),
    (["render", "territory", "--theme", "da"], "dark"), (["render", "figures", "--palette", "YlGnB"], "YlGnBu"),
    (["classify", "--method", "jen"], "jenks"), (["inspect", "commu"], "communes.shp"),
    (["reach", "--format", "geo"], "geojson"),
  ]) func bashCompletes(words: [String], offered: String) throws {
    let work = try Workspace()
    try work.write("", to: "communes.shp")
    let script = """
      source <(cartopole --generate-completion-script bash)
      COMP_WORDS=(cartopole "$@"); COMP_CWORD=$#; COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _cartopole cartopole "${!#}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\n' "${COMPREPLY[@]}"
      """
    let folder = Tool.program.deletingLastPathComponent().path
    let run = try work.run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", script, "bash"] + words, path: folder + ":/usr/bin:/bin")
    #expect(
      run.text.split(separator: "\n").map { String($0.filter { $0 != " " }) }.contains(offered),
      "\(run.text) \(run.err)")
  }
}
