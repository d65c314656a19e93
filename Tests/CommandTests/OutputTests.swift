import Foundation
import Testing

/// Files appear whole or not at all, and nothing else appears.
struct OutputTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  @Test func aFileOrStandardOutput() throws {
    let direct = try work.cartopole("reach", "--format", "json")
    let dash = try work.cartopole("reach", "--format", "json", "-o", "-")
    let file = try work.cartopole("reach", "--format", "json", "-o", "portee.json")
    #expect(dash.out == direct.out)
    #expect(file.out.isEmpty)
    #expect(try work.data("portee.json") == direct.out)
    #expect(work.files() == ["portee.json"])
  }

  @Test(arguments: [
    ["render", "coverage", "inconnue", "-o", "ancien.svg"],
    ["render", "coverage", "--width", "12", "-o", "ancien.svg"],
    ["reach", "--commune", "Lutèce", "-o", "ancien.svg"],
    ["reach", "--project", "absent", "-o", "ancien.svg"],
    ["compare", "--area", "Lutèce", "-o", "ancien.svg"],
    ["audit", "--format", "geojson", "-o", "ancien.svg"],
    ["inspect", "absent.shp", "-o", "ancien.svg"],
    ["convert", "absent.shp", "ancien.geojson"],
  ])
  func anErrorLeavesWhatWasThere(arguments: [String]) throws {
    for name in ["ancien.svg", "ancien.geojson"] { try work.write("ancien", to: name) }
    let run = try work.run(Tool.program, arguments)
    #expect(run.status != 0)
    #expect(run.errors.count == 1)
    #expect(work.files() == ["ancien.geojson", "ancien.svg"])
    for name in work.files() { #expect(try work.text(name) == "ancien") }
  }

  @Test func aFileIsReplacedWhole() throws {
    try work.write(String(repeating: "vieux ", count: 100_000), to: "carte.svg")
    let run = try work.cartopole("render", "territory", "-o", "carte.svg")
    #expect(run.status == 0)
    let svg = try work.text("carte.svg")
    #expect(svg.hasPrefix("<svg") || svg.hasPrefix("<?xml"))
    #expect(svg.hasSuffix("</svg>\n") || svg.hasSuffix("</svg>"))
    #expect(work.files() == ["carte.svg"])
  }

  @Test func whatADeadRunLeftIsRemoved() throws {
    // No process has this number: the kernel's largest is 4,194,304.
    try work.write("reste", to: ".portee.json.cartopole-4999999")
    try work.cartopole("reach", "--format", "json", "-o", "portee.json")
    #expect(work.files() == ["portee.json"])
  }

  @Test func aFolderIsNotAFile() throws {
    try FileManager.default.createDirectory(at: work.url("dossier"), withIntermediateDirectories: true)
    let run = try work.cartopole("reach", "-o", "dossier")
    #expect(run.status == 73)
    #expect(run.errors.first?.contains("dossier: ") == true)
    #expect(work.leftovers().isEmpty)
  }

  /// A device is written into; replacing it would break the machine for a user who may.
  @Test func aDeviceStaysADevice() throws {
    #expect(try work.cartopole("reach", "-o", "/dev/null").status == 0)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }

  @Test func aLinkIsFollowed() throws {
    try work.write("ancien", to: "vrai.csv")
    try FileManager.default.createSymbolicLink(
      atPath: work.url("lien.csv").path, withDestinationPath: "vrai.csv")
    try work.cartopole("reach", "--format", "csv", "-o", "lien.csv")
    #expect(try work.text("vrai.csv").hasPrefix("action,"))
    let link = try FileManager.default.attributesOfItem(atPath: work.url("lien.csv").path)
    #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  @Test func anInputIsNeverTouched() throws {
    try work.copyLayer("a")
    let before = try work.files().map { try work.data($0) }
    try work.cartopole("inspect", "a.shp")
    try work.cartopole("convert", "a.shp", "-", "--where", "NOM=Dourdan")
    #expect(work.files() == ["a.cpg", "a.dbf", "a.prj", "a.shp", "a.shx"])
    #expect(try work.files().map { try work.data($0) } == before)
  }
}
