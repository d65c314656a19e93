import Cartopole
import Testing

/// A commune without a population is unknown, never zero, wherever inhabitants are summed up.
@Suite struct UnknownPopulationTests {
  /// Reaches 01001, 01002 and 01003 or all four, by its list.
  private static func action(_ communes: String) -> String {
    """
      - id: a
        title: A
        status: realised
        basis: source
        reach: { basis: source, rules: [ { communes: [\(communes)] } ] }
    """
  }
  private static let three = action("\"01001\", \"01002\", \"01003\"")
  private static let two = action("\"01001\", \"01002\"")

  private func coverage(_ actions: String, _ populations: [Int?]?) throws -> Coverage {
    let tiny = try TinyProject(actions: actions, populations: populations)
    defer { tiny.remove() }
    return try tiny.project.coverage()
  }

  private func plain(_ text: String) -> String { String(text.map { "\u{A0}\u{202F}".contains($0) ? " " : $0 }) }

  private func printed(_ table: Table) -> String {
    plain(String(decoding: table.written(.table, language: .fr), as: UTF8.self))
  }

  @Test func aSumSaysAtLeastAndHowManyAreMissing() {
    #expect(plain(Inhabitants([1000, nil, 300]).words.fr) == "au moins 1 300 habitants ; 1 commune sans population")
    #expect(plain(Inhabitants([nil, nil]).words.fr) == "… habitants ; 2 communes sans population")
    #expect(plain(Inhabitants([nil, 5, nil]).words.en) == "at least 5 inhabitants; 2 communes without a population")
    #expect(plain(Inhabitants([0, 7]).words.fr) == "7 habitants")
    #expect(Inhabitants([]).total == 0, "the sum of no commune is known")
    #expect(Inhabitants([1, nil]).total == nil)
    #expect(Inhabitants([1]).share(of: Inhabitants([1, nil])) == nil)
    #expect(Inhabitants([1]).share(of: Inhabitants([1, 3])) == 0.25)
  }

  @Test func totalsOfAPartAreNotTheWhole() throws {
    let totals = try #require(try coverage(Self.three, TinyProject.populations).reaches[0].totals)
    #expect(totals.population.total == nil)
    #expect(totals.population.known == 300)
    #expect(totals.population.communesWithout == 1)
    #expect(totals.shareOfPopulation == nil)
    #expect(totals.shareOfCommunes == 0.75)
  }

  @Test func aWholeBesideAnUnknownPartHasNoShare() throws {
    let totals = try #require(try coverage(Self.two, TinyProject.populations).reaches[0].totals)
    #expect(totals.population.total == 300)
    #expect(totals.shareOfPopulation == nil, "nobody knows how many live in the territory")
  }

  @Test func jsonGivesNullItsStatusAndWhatIsKnown() throws {
    let text = String(
      decoding: ReachJSON.actions(try coverage(Self.three, TinyProject.populations)).bytes(), as: UTF8.self)
    #expect(
      text.contains(
        """
        "population": null, "population_status": "n", "population_known": 300, "communes_without_population": 1
        """))
    #expect(text.contains("\"share_of_population\": null"))
    #expect(text.contains("\"name\": \"La Ferté\", \"population\": null, \"population_status\": \"n\""))
    let spots = ReachJSON.blindSpots(try coverage(Self.two, TinyProject.populations), .realised)
    #expect(
      String(decoding: spots.bytes(), as: UTF8.self).contains(
        "\"population\": null, \"population_status\": \"n\", \"population_known\": 50"))
  }

  @Test func tablesSayIt() throws {
    let part = try coverage(Self.three, TinyProject.populations)
    let communes = printed(ReachTables.communes(part.reaches[0], of: part))
    #expect(communes.contains("Total : 3 communes (75 %), au moins 300 habitants ; 1 commune sans population."))
    let actions = printed(ReachTables.actions(part))
    #expect(actions.contains("au moins 300"))
    #expect(actions.contains("1 commune sans population"))
    let nobody = try coverage(Self.two, nil)
    let spots = printed(ReachTables.blindSpots(nobody, .realised))
    #expect(spots.contains("2 communes (… habitants ; 2 communes sans population)"))
    for table in [ReachTables.communes(nobody.reaches[0], of: nobody), ReachTables.actions(nobody)] {
      #expect(!printed(table).contains(" 0 habitant"))
    }
  }

  @Test func machineTablesCarryFourFields() throws {
    let table = ReachTables.actions(try coverage(Self.three, TinyProject.populations))
    let lines = String(decoding: table.csv(), as: UTF8.self).split(separator: "\r\n")
    #expect(lines[0].contains("population,population_status,population_known,communes_without_population"))
    #expect(lines[1].contains(",n,300,1,"))
  }

  @Test func overlapsAndNextBest() throws {
    let both = Self.three + "\n" + Self.two.replacing("id: a", with: "id: b")
    let coverage = try coverage(both, [100, nil, 5, 50])
    let overlap = try #require(coverage.overlaps(.realised).first)
    #expect(overlap.population.known == 100)
    #expect(overlap.population.total == nil)
    let next = try #require(NextBest(coverage.reaches[1], on: coverage.studyArea))
    #expect(next.population.total == 50)
  }

  @Test(arguments: [nil, TinyProject.populations] as [[Int?]?]) func mapsNeverSayZero(_ populations: [Int?]?) throws {
    let tiny = try TinyProject(actions: Self.three, populations: populations)
    defer { tiny.remove() }
    for width in [375.0, 1000] {
      let request = MapRequest(width: width)
      for map: any ProjectMap in [TerritoryMap(), CoverageMap()] {
        let kind = type(of: map).name
        let svg = plain(String(decoding: try tiny.project.map(map, request).svg(), as: UTF8.self))
        #expect(!svg.contains(" 0 habitant"), "\(kind)")
        #expect(!svg.contains(": 0 habitant"), "\(kind)")
        #expect(svg.contains("population inconnue") || svg.contains("sans population"), "\(kind)")
        #expect(!svg.contains("la moitié des"), "\(kind)")
      }
      let territory = plain(String(decoding: try tiny.project.map(TerritoryMap(), request).svg(), as: UTF8.self))
      #expect(territory.contains("class=\"no-data\"") || territory.contains("no-data"))
    }
  }
}
