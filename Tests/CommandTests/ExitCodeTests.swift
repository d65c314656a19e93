import Foundation
import Testing

/// Exit codes of sysexits.h, each by a real case, and its one line.
struct ExitCodeTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Arguments, code, and what the line must say.
  static let cases: [(arguments: [String], status: Int32, words: [String])] = [
    (["reach", "nulle-part"], 64, ["pole.yaml", "nulle-part", "mobilite-solidaire, "]),
    (["render", "dessin"], 64, ["dessin", "territory", "coverage"]),
    (["render", "coverage", "-o", "carte.gif"], 64, ["carte.gif", ".svg"]),
    (["render", "coverage", "--width", "-5"], 64, ["--width", "320"]),
    (["reach", "--lang", "de"], 64, ["« de »", "fr"]), (["reach", "--format", "xml"], 64, ["« xml »", "geojson"]),
    (["reach", "--format", "json", "--csv", "excel"], 64, ["--csv"]),
    (["reach", "--blind-spots", "--overlaps"], 64, ["--blind-spots", "--overlaps"]),
    (["audit", "--format", "geojson"], 64, ["csv"]),
    (["compare", "--area", "Lutèce"], 64, ["ess-figures.csv", "Lutèce", "91 Essonne"]),
    (["compare", "--measure", "bonheur"], 64, ["bonheur", "location_quotient"]),
    (["init", "ici", "--from", "ailleurs"], 64, ["ailleurs", "sud-essonne"]),
    (["action", "add", "x", "--title", "X", "--status", "planned", "--communes", "Dourdan"], 64, ["init"]),
    (["reach", "--commune", "Dourdn"], 65, ["sud-essonne.shp", "Dourdn", "91200 Dourdan"]),
    (["reach", "--commune", "Ferté"], 65, ["Ferté"]),
    (["reach", "--commune", "Saint"], 65, ["Saint", "91540 Saint-Chéron"]),
    (["reach", "--project", "absent"], 66, ["absent"]), (["inspect", "absent.shp"], 66, ["absent.shp"]),
    (["convert", "absent.geojson", "o.shp"], 66, ["absent.geojson"]), (["inspect", "."], 66, ["."]),
    (["reach", "-o", "absent/portee.csv"], 73, ["absent/portee.csv", "le dossier n’existe pas"]),
    (["atlas", "-o", "/proc/atlas"], 73, ["/proc/atlas"]),
    (["inspect", "/proc/self/mem.shp"], 66, ["/proc/self/mem.shp"]),
  ]

  @Test(arguments: cases) func oneLine(arguments: [String], status: Int32, words: [String]) throws {
    let run = try work.run(Tool.program, arguments)
    #expect(run.status == status, "\(run.err)")
    #expect(run.errors.count == 1, "\(run.err)")
    for word in words { #expect(run.errors.first?.contains(word) == true, "\(word): \(run.err)") }
    #expect(run.out.isEmpty)
    #expect(work.files().isEmpty)
  }

  /// A narrow map is tall: how tall is known only once it is drawn.
  @Test func aPictureTooTall() throws {
    let run = try work.cartopole("render", "density", "--width", "320", "--scale", "80", "-o", "carte.png")
    #expect(run.status == 64, "\(run.err)")
    #expect(run.errors.count == 1, "\(run.err)")
    for word in ["carte.png", "25600 × ", "30000", "--scale"] {
      #expect(run.errors.first?.contains(word) == true, "\(run.err)")
    }
    #expect(work.files().isEmpty)
  }

  @Test func aNameOfSeveralCommunes() throws {
    try work.cartopole("init", "region")
    let run = try work.cartopole("reach", "--commune", "marolles en brie", "--project", "region")
    #expect(run.status == 65)
    #expect(run.errors.first?.contains("77278 Marolles-en-Brie, 94048 Marolles-en-Brie") == true, "\(run.err)")
    #expect(try work.cartopole("reach", "--commune", "94048", "--project", "region").status == 0)
  }

  @Test func strictAuditSaysNoMoreThanItsCode() throws {
    let run = try work.cartopole("audit", "--strict", "--quiet")
    #expect(run.status == 65)
    #expect(run.err.isEmpty)
    #expect(run.text.contains("à regarder · formulation"))
    #expect(try work.cartopole("audit").status == 0)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func aFullDisk() throws {
    let run = try work.cartopole("reach", standardOutput: "/dev/full")
    #expect(run.status == 74)
    #expect(run.errors.first?.contains("disque plein") == true, "\(run.err)")
  }

  @Test(.enabled(if: geteuid() != 0, "root writes everywhere")) func aReadOnlyFolder() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: work.folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: work.folder.path) }
    let run = try work.cartopole("reach", "-o", "portee.csv")
    #expect(run.status == 73)
    #expect(run.errors.first?.contains("accès refusé") == true, "\(run.err)")
  }

  @Test func messagesInEnglish() throws {
    let run = try work.cartopole("inspect", "absent.shp", "--lang", "en")
    #expect(run.err == "error: absent.shp: no such file; check the path\n")
  }
}
