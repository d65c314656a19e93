import Cartopole
import Testing

/// The shipped project is complete in English: what its maps and tables say holds no French but names and quotations.
@Suite struct EnglishTests {
  /// Words that French sentences cannot do without and English ones and names of communes do not have.
  private static var french: Regex<(Substring, Substring)> {
    /(?i)\b(est|sont|une|des|dans|pour|sur|avec|par|qui|que|aux|ou|pas|selon|chaque|supposée?s?|hypothèse|données|liste|communes? atteintes?|projet)\b/
  }

  /// The words without names of communes, cantons and places, file names and quotations.
  private static func prose(_ text: String, _ names: [String]) -> String {
    var text = text.replacing(/«[^»]*»|“[^”]*”|"[^"]*"/, with: "")
    for name in names { text = text.replacing(name, with: "") }
    return text
  }

  private static let names = Result {
    let project = try Shipped.open()
    let communes = project.studyArea.layer.communes
    let actions = project.pole.actions.filter { $0.title.fr == $0.title.en }.map(\.title.fr)
    let all =
      communes.map(\.name) + communes.compactMap(\.cantonName) + communes.compactMap(\.epciName) + actions
      + project.pole.actions.map(\.id)
    // Longer names first, because some are within others.
    return Set(all + ["Licence Ouverte", "Insee", "Les potagers du Télégraphe"]).sorted { $0.count > $1.count }
  }

  private static func check(_ text: String, _ of: String) throws {
    for line in prose(text, try names.get()).split(separator: "\n") {
      if let found = line.firstMatch(of: french) { Issue.record("\(of): « \(found.0) » in \(line)") }
    }
  }

  @Test(arguments: Gallery.plates.filter { $0.theme == .light }) func maps(plate: Gallery.Plate) throws {
    // The credit of these two is the test's own.
    // Titles of publications stay as they are.
    guard ![DensityMap.name, PointsMap.name, "figures-chart"].contains(plate.kind) else { return }
    let drawing = try Gallery.draw(plate, labels: .none, language: .en)
    try Self.check(drawing.title + "\n" + drawing.summary, plate.file)
  }

  @Test func tables() throws {
    let project = try Shipped.open()
    let coverage = try project.coverage()
    var tables = [ProjectTables.assumptions(project.pole), ReachTables.actions(coverage)]
    tables += coverage.reaching(.any).map { ReachTables.communes($0, of: coverage) }
    if project.pole.visibility != nil {
      let visibility = try project.visibility()
      tables += [VisibilityTables.channels(visibility)]
    }
    for table in tables {
      try Self.check(String(decoding: table.written(.markdown, language: .en), as: UTF8.self), table.name)
    }
  }
}
