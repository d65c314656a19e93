import Cartopole
import Testing

/// A canton of which the territory holds a part says so in the table beside the map.
@Suite struct CantonPartsTests {
  @Test(arguments: [(Language.fr, "9 sur 10"), (.en, "9 of 10")]) func aPartIsNoWhole(
    language: Language, printed: String
  )
    throws
  {
    let project = try Shipped.open()
    let whole = project.studyArea.layer
    let rows = whole.communes.indices.filter { whole.communes[$0].insee != "91021" }
    let layer = try CommuneLayer(
      path: whole.path, communes: rows.map { whole.communes[$0] }, outlines: whole.outlines.selecting(rows),
      vintage: whole.vintage)
    let studyArea = StudyArea(layer: layer, sites: project.pole.sites, territoryCount: layer.count)
    let sizes = try AreaSizes(path: Shipped.folder + "/area-sizes.csv")
    let subject = Subject(
      pole: project.pole, studyArea: studyArea, coverage: try project.coverage([]), surroundings: nil, region: nil,
      extents: { AreaExtents([layer], vintages: [2008], sizes: sizes) })
    let map = try TerritoryMap().draw(subject, MapRequest(language: language)).drawing
    let svg = String(decoding: map.svg(), as: UTF8.self)
    #expect(svg.contains(">\(printed)<"))
    // The other cantons are whole.
    #expect(svg.ranges(of: language == .fr ? " sur 1" : " of 1").count == 2)
  }
}
