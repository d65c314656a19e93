import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
    ["render", "coverage", "--width", "12", "-o", "ancien.svg"], ["reach", "--commune", "Lutèce", "-o", "ancien.svg"],
    ["reach", "--project", "absent", "-o", "ancien.svg"], ["compare", "--area", "Lutèce", "-o", "ancien.svg"],
    ["audit", "--format", "geojson", "-o", "ancien.svg"], ["inspect", "absent.shp", "-o", "ancien.svg"],
    ["convert", "absent.shp", "ancien.geojson"],
  ]) func anErrorLeavesWhatWasThere(arguments: [String]) throws {
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
    try FileManager.default.createSymbolicLink(atPath: work.url("lien.csv").path, withDestinationPath: "vrai.csv")
    try work.cartopole("reach", "--format", "csv", "-o", "lien.csv")
    #expect(try work.text("vrai.csv").hasPrefix("action,"))
    let link = try FileManager.default.attributesOfItem(atPath: work.url("lien.csv").path)
    #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  private func makeLink(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: work.url(name).path, withDestinationPath: target)
  }

  private func isLink(_ name: String) throws -> Bool {
    let attributes = try FileManager.default.attributesOfItem(atPath: work.url(name).path)
    return attributes[.type] as? FileAttributeType == .typeSymbolicLink
  }

  /// Commands that write one file of each format, at the end of their line.
  static let writers: [(end: String, command: [String])] = [
    ("svg", ["render", "territory", "--project", "petit", "-o"]),
    ("png", ["render", "territory", "--project", "petit", "--scale", "0.2", "-o"]),
    ("pdf", ["render", "territory", "--project", "petit", "-o"]),
    ("csv", ["reach", "--project", "petit", "--format", "csv", "-o"]), ("geojson", ["convert", "petit/canton.shp"]),
    ("gpkg", ["convert", "petit/canton.shp"]), ("shp", ["convert", "petit/canton.shp"]),
  ]

  /// A link is followed, whether or not there is a file at its end; the file keeps its mode.
  @Test(arguments: writers) func linksAndModesStay(end: String, command: [String]) throws {
    try work.makeSmallProject()
    try FileManager.default.createDirectory(at: work.url("la"), withIntermediateDirectories: true)
    try makeLink("lien.\(end)", to: "la/vrai.\(end)")
    for round in 1...2 {
      let run = try work.run(Tool.program, command + ["lien.\(end)"])
      #expect(run.status == 0, "\(run.err)")
      #expect(try isLink("lien.\(end)"))
      #expect(try work.data("la/vrai.\(end)").count > 20)
      let file = work.url("la/vrai.\(end)").path
      if round == 1 {
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
      } else {
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
      }
    }
    #expect(work.leftovers().isEmpty)
  }

  /// A pipe is written into, whatever the format.
  @Test(arguments: writers.filter { $0.end != "shp" }) func aPipeStaysAPipe(end: String, command: [String]) throws {
    try work.makeSmallProject()
    #expect(mkfifo(work.url("tube.\(end)").path, 0o600) == 0)
    let reader = work.prepare(URL(fileURLWithPath: "/bin/sh"), ["-c", "cat tube.\(end) > lu"], path: "/usr/bin:/bin")
    try reader.run()
    let run = try work.run(Tool.program, command + ["tube.\(end)"])
    #expect(run.status == 0, "\(run.err)")
    reader.waitUntilExit()
    #expect(try work.data("lu").count > 20)
    let type = try FileManager.default.attributesOfItem(atPath: work.url("tube.\(end)").path)[.type]
    #expect(type as? FileAttributeType != .typeRegular)
    #expect(work.leftovers().isEmpty)
  }

  /// A companion beside a link belongs to no shapes: the pair would be read together.
  @Test func aLinkToAShapefileHasNoCompanionsOfItsOwn() throws {
    try work.copyLayer("vrai")
    try work.copyLayer("lien")
    try FileManager.default.removeItem(at: work.url("lien.shp"))
    try makeLink("lien.shp", to: "vrai.shp")
    let before = try work.files().map { try work.data($0) }
    let run = try work.cartopole("convert", work.layerPath(), "lien.shp", "--to", "EPSG:2154")
    #expect(run.status == 73)
    #expect(run.errors.first?.contains("lien.shx") == true, "\(run.err)")
    #expect(try work.files().map { try work.data($0) } == before)
  }

  /// Every way of naming one's own input as output, a link to it too, ends in 64 and changes nothing.
  static let ownInputs: [[String]] = [
    ["convert", "a.shp", "a.shp", "--to", "EPSG:2154"], ["convert", "a.shp", "lien.shp"],
    ["convert", "a.geojson", "./a.geojson"], ["convert", "a.gpkg", "a.gpkg"],
    ["import", "table", "t.csv", "--key", "code", "--value", "n", "-o", "t.csv"],
    ["import", "table", "t.csv", "--key", "code", "--value", "n", "--keep-going", "--rejects", "t.csv", "-o", "o.csv"],
    ["classify", "--data", "t.csv", "--value", "n", "--classes", "2", "--format", "csv", "-o", "t.csv"],
    [
      "render", "choropleth", "--geo", "a.geojson", "--key", "INSEE_COM", "--data", "t.csv", "--data-key", "code",
      "--value", "n", "--as", "ratio", "--logo", "logo.svg", "-o", "logo.svg",
    ], ["inspect", "a.shp", "-o", "a.dbf"], ["reach", "--project", "petit", "-o", "petit/pole.yaml"],
    ["site", "--geo", "a.geojson", "--count", "1", "-o", "a.geojson"],
    ["compare", "--data", "ess.csv", "--geo", "a.geojson", "--level", "commune", "-o", "ess.csv"],
  ]

  @Test(arguments: ownInputs) func anOutputIsNotAnInput(arguments: [String]) throws {
    try work.makeSmallProject()
    for name in ["a.shp", "a.geojson", "a.gpkg"] { try work.cartopole("convert", "petit/canton.shp", name) }
    try makeLink("lien.shp", to: "a.shp")
    try work.write("code,n\n91223,3\n91016,4\n91001,x\n", to: "t.csv")
    if arguments[0] != "import" { try work.write("code,n\n91223,3\n91016,4\n", to: "t.csv") }
    if arguments.last == "t.csv" { try work.write("code,n\n91223,3\n91016,4\n", to: "t.csv") }
    try work.write("insee,family,measure,value,date,cog\n91223,all,establishments,3,2017-01-01,2008\n", to: "ess.csv")
    try work.write(
      "<svg viewBox=\"0 0 2 1\" xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"1\" height=\"1\"/></svg>",
      to: "logo.svg")
    let names = work.files()
    let before = try names.map { try work.data($0) }
    let run = try work.run(Tool.program, arguments)
    #expect(run.status == 64, "\(run.err)")
    #expect(run.errors.count == 1 && run.errors[0].contains("aussi lu"), "\(run.err)")
    #expect(work.files() == names)
    #expect(try names.map { try work.data($0) } == before)
  }

  /// A file size limit stands for a full disk: one line, 74, and what was there stays.
  @Test(arguments: writers) func aFullDisk(end: String, command: [String]) throws {
    try work.makeSmallProject()
    try work.write("ancien", to: "sortie.\(end)")
    let before = work.files()
    // Without the write-ahead of a whole page even the small table does not fit.
    let words = end == "csv" ? ["reach", "--all", "--format", "csv", "-o"] : command
    let run = try work.limited(words + ["sortie.\(end)"])
    #expect(run.status == 74, "\(run.err)")
    #expect(run.errors.count == 1, "\(run.err)")
    #expect(!run.err.contains("CREATE") && !run.err.contains("PRAGMA"), "\(run.err)")
    #expect(work.files() == before)
    #expect(try work.text("sortie.\(end)") == "ancien")
  }

  /// The longest names a file system has.
  @Test(arguments: ["a", "é"]) func longNames(letter: String) throws {
    let name = String(repeating: letter, count: 251 / letter.utf8.count) + ".csv"
    for _ in 1...2 {
      let run = try work.cartopole("reach", "--format", "csv", "-o", name)
      #expect(run.status == 0, "\(run.err)")
    }
    #expect(work.files() == [name])
    let run = try work.cartopole("reach", "--format", "csv", "-o", "aa" + name)
    #expect(run.status == 73)
    #expect(work.files() == [name])
  }

  @Test func anInputIsNeverTouched() throws {
    try work.copyLayer("a")
    let before = try work.files().map { try work.data($0) }
    try work.cartopole("inspect", "a.shp")
    try work.cartopole("convert", "a.shp", "-", "--where", "NOM=Dourdan")
    #expect(work.files() == ["a.cpg", "a.dbf", "a.prj", "a.shp", "a.shx"])
    #expect(try work.files().map { try work.data($0) } == before)
  }

  /// Of two outputs under one name the first would be lost.
  @Test(arguments: [
    ["import", "table", "v.csv", "--key", "insee", "--value", "value", "--keep-going", "-o", "x", "--rejects", "./x"],
    ["compare", "--data", "v.csv", "--funnel", "x.svg", "-o", "x.svg"],
    ["compare", "--data", "v.csv", "--plan", "x", "-o", "x", "--format", "csv"],
    ["compare", "--chart", "x.svg", "-o", "x.svg"], ["render", "points", "--table", "x.svg", "-o", "x.svg"],
    ["classify", "--data", "v.csv", "--value", "value", "--plot", "x.svg", "-o", "l.svg"],
  ]) func twoOutputsOfOneName(words: [String]) throws {
    try work.write("insee,measure,value\n91223,establishments,5\n91226,establishments,7\n", to: "v.csv")
    if words.contains("l.svg") { try makeLink("l.svg", to: "x.svg") }
    let before = work.files()
    let run = try work.run(Tool.program, words)
    #expect(run.status == 64 && run.err.contains("même fichier"), "\(run.err)")
    #expect(work.files() == before)
    #expect(try work.run(Tool.program, words + ["--lang", "en"]).err.contains("one file"))
  }
}
