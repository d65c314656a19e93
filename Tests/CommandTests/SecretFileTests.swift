import Cartopole
import Foundation
import Testing

/// What is written beside a protected file must not allow anybody to find by trial what it withholds.
struct SecretFileTests {
  private let work: Workspace
  private let codes: [String]

  init() throws {
    work = try Workspace()
    try work.makeSmallProject()
    try work.cartopole("convert", "petit/canton.shp", "codes.csv", "--quiet")
    codes = try work.text("codes.csv").split(separator: "\n").dropFirst().map { String($0.prefix(5)) }
    let project = try work.text("petit/pole.yaml")
    try work.write(
      project.replacing("title: Petit Pôle\n", with: "title: Petit Pôle\nstatistics: jobs.csv\n"), to: "petit/pole.yaml"
    )
  }

  /// Jobs of ten units a commune, but the first two communes have one each.
  private func counts(_ first: Int, _ second: Int) -> String {
    let rows = codes.enumerated().flatMap { number, code in
      let jobs = number < 2 ? "\([first, second][number]),1,\([first, second][number])" : "\(300 + number),10,50"
      return ["\(code),establishments,\(number + 3),,,2017-01-01,2008", "\(code),jobs,\(jobs),2017-01-01,2008"]
    }
    return (["insee,measure,value,units,largest,date,cog"] + rows).joined(separator: "\n") + "\n"
  }

  /// Every byte a run leaves where somebody else may read it, by file.
  private func published(_ first: Int, _ second: Int, _ folder: String) throws -> [String: Data] {
    try work.write(counts(first, second), to: "petit/jobs.csv")
    try work.cartopole("atlas", "--project", "petit", "-o", "\(folder)/atlas", path: "")
    for format in ["table", "markdown", "csv", "json", "geojson"] {
      try work.cartopole(
        "compare", "--project", "petit", "--data", "petit/jobs.csv", "--level", "commune", "--format", format, "--plan",
        "\(folder)/plan.csv", "-o", "\(folder)/answer.\(format)")
    }
    try work.cartopole(
      "compare", "--project", "petit", "--data", "petit/jobs.csv", "--explain", "-o", "\(folder)/rows.txt")
    try work.cartopole("render", "density", "--project", "petit", "--data", "petit/jobs.csv", "-o", "\(folder)/map.svg")
    var found: [String: Data] = [:]
    for name in work.files() where name.hasPrefix(folder + "/") {
      found[String(name.dropFirst(folder.count + 1))] = try work.data(name)
    }
    return found
  }

  /// Two files that differ in nothing but what is withheld, one job moved between two communes of one employer each,
  /// leave the same bytes everywhere: whatever is computed from them tells nobody which of the two it was.
  @Test func whatIsWrittenDoesNotDependOnWhatIsWithheld() throws {
    try FileManager.default.createDirectory(at: work.url("a"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: work.url("b"), withIntermediateDirectories: true)
    let one = try published(20, 25, "a")
    let other = try published(21, 24, "b")
    #expect(Set(one.keys) == Set(other.keys))
    #expect(one.keys.contains("atlas/manifest.json") && one.keys.contains("plan.csv"))
    for (name, bytes) in one.sorted(by: { $0.key < $1.key }) { #expect(bytes == other[name], "\(name)") }
  }

  /// With all other rows known, no number tried gives a hash that stands anywhere.
  @Test func noHashOfTheFileIsWritten() throws {
    try FileManager.default.createDirectory(at: work.url("a"), withIntermediateDirectories: true)
    let files = try published(20, 25, "a")
    let layer = SHA256.hexadecimal(Array(try work.data("petit/canton.shp")))
    let text = try #require(files["atlas/manifest.json"].map { String(decoding: $0, as: UTF8.self) })
    #expect(text.contains(layer) && text.contains("jobs.csv"))
    let tried = Set((0...40).map { SHA256.hexadecimal(Array(counts($0, 25).utf8)) })
    #expect(tried.contains(SHA256.hexadecimal(Array(try work.data("petit/jobs.csv")))))
    for (name, bytes) in files {
      // Every run of 64 hexadecimal digits.
      let words = String(decoding: bytes, as: UTF8.self).lowercased().split { !$0.isHexDigit }
      #expect(!words.contains { $0.count == 64 && tried.contains(String($0)) }, "\(name)")
    }
  }
}
