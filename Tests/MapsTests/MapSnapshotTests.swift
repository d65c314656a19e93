import Cartopole
import Foundation
import FoundationXML
import Testing

@Suite struct MapSnapshotTests {
  struct Plate: Sendable, CustomTestStringConvertible {
    var file: String
    var map: any ProjectMap
    var request = MapRequest()
    var testDescription: String { file }
  }

  static let plates = [
    Plate(file: "territory.svg", map: TerritoryMap()), Plate(file: "visibility.svg", map: VisibilityMap()),
    Plate(file: "coverage.svg", map: CoverageMap()),
    Plate(file: "coverage-mobilite-solidaire.svg", map: CoverageMap(["mobilite-solidaire"])),
    Plate(
      file: "coverage-mobilite-solidaire-phone-en.svg", map: CoverageMap(["mobilite-solidaire"]),
      request: MapRequest(language: .en, width: 375)),
    Plate(file: "coverage-dark.svg", map: CoverageMap(), request: MapRequest(theme: .dark)),
    Plate(file: "visibility-print.svg", map: VisibilityMap(), request: MapRequest(theme: .print)),
  ]

  @Test(arguments: plates) func isAsRecorded(plate: Plate) throws {
    try Snapshot.check(try Shipped.open().map(plate.map, plate.request).svg(), plate.file)
  }

  @Test(arguments: plates) func isValidXMLWithoutScript(plate: Plate) throws {
    let svg = try Shipped.open().map(plate.map, plate.request).svg()
    #expect(XMLParser(data: Data(svg)).parse())
    let text = String(decoding: svg, as: UTF8.self)
    #expect(!text.contains("<script"))
    #expect(text.contains("role=\"img\""))
    #expect(text.firstRange(of: "id=\"c91223\" data-insee=\"91223\"") != nil)
    // One path a commune, and no id twice.
    #expect(text.ranges(of: /<path[^>]* data-insee=/).count == 132)
    let ids = text.ranges(of: " id=\"").map { range -> Substring in text[range.upperBound...].prefix { $0 != "\"" } }
    #expect(ids.count == Set(ids).count)
  }

  /// Every panel fills as many communes as its action reaches, and says so above; one set of outlines for all.
  @Test func multiplesAgreeWithReach() throws {
    let project = try Shipped.open()
    let svg = String(decoding: try project.map(CoverageMap(multiples: true)).svg(), as: UTF8.self)
    #expect(svg.ranges(of: /<path[^>]* data-insee=/).count == 132)
    let reaches = try project.coverage().reaching(.any).sorted { $0.rows.count > $1.rows.count }
    let panels = svg.components(separatedBy: "<g id=\"panel-").dropFirst()
    #expect(panels.count == reaches.count)
    for (panel, reach) in zip(panels, reaches) {
      #expect(panel.ranges(of: "class=\"s0\"").count == reach.rows.count, "\(reach.action.id)")
      #expect(svg.contains(">\(reach.rows.count) des 132 communes (hypothèse)<"))
    }
    #expect(svg.ranges(of: "id=\"scale\"").count == 1)
    #expect(svg.contains("atteindraient chacune"))
  }

  @Test(arguments: [375.0, 700, 1000, 1600]) func multiplesStayInTheirSheet(width: Double) throws {
    let drawing = try Shipped.open().map(CoverageMap(multiples: true), MapRequest(width: width))
    let svg = String(decoding: drawing.svg(), as: UTF8.self)
    let corners = svg.ranges(of: /translate\([^)]*\)/).map { range in
      svg[range].dropFirst(10).dropLast().split(separator: " ").compactMap { Double($0) }
    }
    #expect(corners.count == 6)
    #expect(corners.allSatisfy { $0[0] >= 14 && $0[0] < width && $0[1] < drawing.height })
    if width < 600 { #expect(Set(corners.map { $0[0] }).count == 1) }
  }

  @Test func aNameCannotInject() throws {
    let request = MapRequest(title: "<script>alert(1)</script> & « \u{1B} »", credit: "a<b")
    let svg = String(decoding: try Shipped.open().map(TerritoryMap(), request).svg(), as: UTF8.self)
    #expect(!svg.contains("<script>"))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  /// The maps draw what the tables say: as many communes filled as reached.
  @Test func fillsAgreeWithReach() throws {
    let project = try Shipped.open()
    for reach in try project.coverage().reaching(.any) {
      let svg = String(
        decoding: try project.map(CoverageMap([reach.action.id]), MapRequest(labels: .none)).svg(), as: UTF8.self)
      let out = svg.ranges(of: "class=\"area out\"").count
      #expect(132 - out == reach.rows.count, "\(reach.action.id)")
    }
  }

  @Test func anAssumptionIsSaidFirstAndInTheConditional() throws {
    let project = try Shipped.open()
    for reach in try project.coverage().reaching(.any) {
      #expect(reach.basis == .assumption)
      let title = try project.map(CoverageMap([reach.action.id])).title
      #expect(title.hasPrefix("Dans l’hypothèse"), "\(title)")
      #expect(title.contains("atteindrait"), "\(title)")
    }
    let joint = try project.map(CoverageMap()).title
    #expect(joint.hasPrefix("Sous ces hypothèses"))
  }

  @Test func anActionWithoutRuleIsOnNoMap() throws {
    let project = try Shipped.open()
    #expect { try project.map(CoverageMap(["epicerie-solidaire"])) } throws: {
      ($0 as? Problem)?.line(.en)
        == "\"epicerie-solidaire\" is on no map: place undecided; give it a reach rule in pole.yaml"
    }
  }
}
