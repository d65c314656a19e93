import Foundation
import Testing

@testable import Cartopole
@testable import CartopoleCommand

/// The house keeps its own rules: one list of kinds of maps, and targets that use what the manifest says.
struct HouseTests {
  private static let sources = Tool.package.appendingPathComponent("Sources")

  private static func files(_ folder: String, _ ending: String = ".swift") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Tool.package.appendingPathComponent(folder).path).filter {
      $0.hasSuffix(ending)
    }.sorted()
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Tool.package.appendingPathComponent(path), encoding: .utf8)
  }

  /// « coverage » → « Coverage ».
  private static func typeName(_ kind: String) -> String { kind.prefix(1).uppercased() + kind.dropFirst() }

  // MARK: Kinds of maps

  @Test func everyKindIsAFileASubcommandAPageAndASnapshot() throws {
    let names = MapKinds.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(
      try Self.files("Sources/Maps/Kinds")
        == (names.map { "\(Self.typeName($0))Map.swift" } + ["MapKind.swift"]).sorted())
    #expect((RenderCommand.ofProjects + RenderCommand.ofLayers).map { $0.kind.name } == names)
    #expect(RenderCommand.ofProjects.allSatisfy { $0.kind is any ProjectMap.Type })
    #expect(RenderCommand.ofLayers.allSatisfy { $0.kind is any LayerMap.Type })
    let commands = try Self.text("docs/commands.md")
    let gallery = try Self.text("docs/gallery.md")
    let snapshots = try Self.files("Tests/MapsTests/Snapshots", ".svg")
    for name in names {
      let path = "Sources/CartopoleCommand/Render/Render\(Self.typeName(name)).swift"
      #expect(FileManager.default.fileExists(atPath: Tool.package.appendingPathComponent(path).path), "\(path)")
      let page = commands.components(separatedBy: "## `cartopole render \(name)`").dropFirst().first ?? ""
      #expect(page.components(separatedBy: "\n## ")[0].contains("`--crs CRS`"), "\(name)")
      #expect(gallery.contains("## `\(name)`"), "\(name)")
      #expect(snapshots.contains(name + ".svg"), "\(name)")
    }
  }

  /// A kind is named in its own file, its subcommand and the lists; whatever else must know one has it from these.
  @Test func noKindIsNamedElsewhere() throws {
    let lists = ["Maps/Kinds/MapKind.swift", "CartopoleCommand/Render/RenderCommand.swift"]
    let all = FileManager.default.subpaths(atPath: Self.sources.path) ?? []
    for file in all where file.hasSuffix(".swift") && !lists.contains(file) {
      let text = try Self.text("Sources/" + file)
      for name in MapKinds.all.map({ $0.name }) {
        #expect(!text.contains("== \"\(name)\""), "\(file) asks for the kind \(name)")
        guard file.hasSuffix("/\(Self.typeName(name))Map.swift") == false else { continue }
        #expect(!text.contains("static let name = \"\(name)\""), "\(file)")
      }
    }
  }

  // MARK: Targets

  /// The targets of the manifest with what each may import.
  private static func manifest() throws -> [(name: String, uses: Set<String>)] {
    let text = try Self.text("Package.swift").replacing(/\n\s+/, with: " ")
    return text.matches(
      of: /\.(?:target|executableTarget)\( ?name: "([A-Za-z]+)"(?:, dependencies: \[(.*?)\](?:,|\)))?/
    ).map { match in
      let uses = (match.2 ?? "").matches(of: /(?:name: )?"([A-Za-z]+)"/).map { String($0.1) }
      return (String(match.1), Set(uses))
    }
  }

  /// A target imports what the manifest gives it, all of it and nothing more, and only targets above it in the list.
  @Test func targetsImportWhatTheManifestSays() throws {
    let targets = try Self.manifest()
    #expect(targets.count > 12)
    var above: Set<String> = []
    for target in targets {
      let folder = Self.sources.appendingPathComponent(target.name)
      var imported: Set<String> = []
      for file in FileManager.default.subpaths(atPath: folder.path) ?? [] where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        imported.formUnion(
          text.matches(of: /(?m)^(?:@_exported )?(?:@preconcurrency )?import ([A-Za-z]+)$/).map { String($0.1) })
      }
      defer { above.insert(target.name) }
      // Targets of C name the libraries they are made of.
      guard !imported.isEmpty else { continue }
      let ours = imported.subtracting(["Foundation", "Synchronization", "Dispatch"])
      #expect(ours.isSubset(of: target.uses), "\(target.name) imports \(ours.subtracting(target.uses).sorted())")
      #expect(target.uses.isSubset(of: ours), "\(target.name) never imports \(target.uses.subtracting(ours).sorted())")
      let known = above.union(["GRDB", "Yams", "ArgumentParser", "CProj", "CZlib", "CXlsxWriter"])
      #expect(target.uses.isSubset(of: known), "\(target.name) uses \(target.uses.subtracting(known).sorted())")
    }
  }

  /// Drawing knows neither communes nor the ESS.
  @Test func cartographyKnowsNoTerritory() throws {
    let folder = Self.sources.appendingPathComponent("Cartography")
    for file in FileManager.default.subpaths(atPath: folder.path) ?? [] where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let code = text.split(separator: "\n").filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
      for word in ["commune", "insee", "departement", "canton", "établissement"] {
        #expect(!code.contains { $0.lowercased().contains(word) }, "\(file): \(word)")
      }
    }
  }

  /// No two targets have types of one name.
  @Test func typesHaveOneMeaning() throws {
    var owners: [String: Set<String>] = [:]
    for target in try Self.manifest() {
      let folder = Self.sources.appendingPathComponent(target.name)
      for file in FileManager.default.subpaths(atPath: folder.path) ?? [] where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        for match in text.matches(
          of: /(?m)^(?:public |final |indirect )*(?:struct|enum|class|protocol|actor) ([A-Za-z]+)/)
        { owners[String(match.1), default: []].insert(target.name) }
      }
    }
    let shared = owners.filter { $0.value.count > 1 }
    #expect(shared.isEmpty, "\(shared)")
  }

  // MARK: Texts

  /// Sentences for people stand in the target's `Messages.swift`, each under the file that says it, and each is said.
  @Test func sentencesStandTogether() throws {
    var told = 0
    for target in try Self.manifest() {
      let folder = Self.sources.appendingPathComponent(target.name)
      var code = ""
      var messages = ""
      for file in FileManager.default.subpaths(atPath: folder.path) ?? [] where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        if file == "Messages.swift" { messages = text } else { code += text }
        guard file != "Messages.swift" else { continue }
        for match in text.matches(of: /\bText\(\s*"((?:[^"\\]|\\[^(]|\\\([^()"]*\))*)",/) {
          let words = String(match.1).replacing(/\\\([^()]*\)/, with: "")
          #expect(words.count < 28, "\(target.name)/\(file): move to Messages.swift: \(words)")
        }
      }
      for match in messages.matches(of: /static (?:let|func) ([A-Za-z0-9]+)/) {
        told += 1
        #expect(
          code.contains("Text.\(match.1)") || messages.contains("Text.\(match.1)"),
          "\(target.name) never says \(match.1)")
      }
    }
    #expect(told > 500)
  }
}
