import Foundation
import Testing

/// Places over the territory: each in the commune it lies in, at its commune unless it may be shown.
struct PointsTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Town halls of Étampes (48.4333, 2.1567) and Dourdan (48.5289, 2.0119), a place in Paris, one by its code alone.
  private static let places = """
    nom,type,longitude,latitude,insee
    Épicerie,commerce,2.1567,48.4333,
    Jardin,nature,2.1600,48.4350,91223
    Atelier,commerce,2.0119,48.5289,
    Ailleurs,commerce,2.3522,48.8566,
    Code seul,nature,,,91200

    """

  private func render(_ words: String...) throws -> Run { try work.run(Tool.program, ["render", "points"] + words) }

  private func dots(_ svg: String) -> [(style: String, x: Double, y: Double)] {
    let group = svg.split(separator: "<g id=\"symbols\"").dropFirst().first?.split(separator: "</g>").first ?? ""
    return group.matches(of: /<circle class="(point p[0-9]+)" cx="([-0-9.]+)" cy="([-0-9.]+)"/).compactMap {
      guard let x = Double($0.2), let y = Double($0.3) else { return nil }
      return (String($0.1), x, y)
    }
  }

  @Test func placesAreCountedByTheCommuneTheyLieIn() throws {
    try work.write(Self.places, to: "p.csv")
    let run = try render("--places", "p.csv", "--label", "nom", "--category", "type", "--table", "t.csv", "-o", "m.svg")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("lieux hors du territoire, absents de la carte : 1 sur 5"))
    let table = try work.text("t.csv")
    #expect(table.contains("91223,Étampes,2,Épicerie ; Jardin"))
    #expect(table.contains("91200,Dourdan,2,Atelier ; Code seul"))
    #expect(table.split(whereSeparator: \.isNewline).count == 3)
    let svg = try work.text("m.svg")
    let words = svg.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(words.contains("4 lieux dans 2 des 132 communes, dont 2 à"))
    #expect(svg.contains("Lieux placés à la commune, non à l’adresse"))
    #expect(dots(svg).count == 4)
    #expect(svg.contains("Étampes (2)"))
  }

  /// At their commune places of one commune stand beside its chef-lieu; with `--exact` where they are.
  @Test func addressesAreShownOnlyWhenAsked() throws {
    try work.write("nom,longitude,latitude\nA,2.1100,48.4000\nB,2.1620,48.4360\n", to: "p.csv")
    #expect(try render("--places", "p.csv", "--label", "nom", "-o", "a.svg").status == 0)
    #expect(try render("--places", "p.csv", "--label", "nom", "--exact", "-o", "b.svg").status == 0)
    let (near, far) = (dots(try work.text("a.svg")), dots(try work.text("b.svg")))
    #expect(near.count == 2 && far.count == 2)
    func apart(_ dots: [(style: String, x: Double, y: Double)]) -> Double {
      let (dx, dy) = (dots[0].x - dots[1].x, dots[0].y - dots[1].y)
      return (dx * dx + dy * dy).squareRoot()
    }
    #expect(apart(near) < 30)
    #expect(apart(far) > 60)
    #expect(try work.text("b.svg").contains("Lieux placés à leurs coordonnées"))
  }

  /// A natural person and what SIRENE diffuses in part have neither name nor address, even with `--exact`.
  @Test func peopleAreNotShown() throws {
    try work.write(
      """
      nom,longitude,latitude,statutDiffusionEtablissement,categorieJuridiqueUniteLegale
      Martin Dupont,2.1200,48.4100,O,1000
      Cachée,2.1900,48.4500,P,9220
      Publique,2.1300,48.4200,O,9220

      """, to: "p.csv")
    let run = try render("--places", "p.csv", "--label", "nom", "--exact", "--table", "t.csv", "-o", "m.svg")
    #expect(run.status == 0)
    #expect(run.err.contains("sans nom ni adresse") && run.err.contains(": 2"))
    let shown = try work.text("m.svg") + work.text("t.csv")
    #expect(!shown.contains("Dupont") && !shown.contains("Cachée"))
    #expect(shown.contains("Publique"))
  }

  /// Lambert-93 as geolocated SIRENE has it, a layer of points, and degrees are the same places.
  @Test func everyFormatIsTheSamePlace() throws {
    // Étampes by cs2cs EPSG:4326 → EPSG:2154: see Tests/Oracles/points.sh.
    try work.write("x,y\n637622.52,6815113.06\n", to: "x.csv")
    try work.write("lon;lat\n2,1567;48,4333\n", to: "d.csv")
    try work.write(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[2.1567,48.4333]}}]}"#,
      to: "p.geojson")
    var found: [[(style: String, x: Double, y: Double)]] = []
    for words in [["x.csv", "--from", "EPSG:2154"], ["d.csv"], ["p.geojson"]] {
      let run = try work.run(
        Tool.program, ["render", "points", "--exact", "--quiet", "-o", "m.svg", "--places"] + words)
      #expect(run.status == 0, "\(run.err)")
      found.append(dots(try work.text("m.svg")))
    }
    for dots in found {
      #expect(dots.count == 1)
      #expect(abs(dots[0].x - found[0][0].x) < 0.3 && abs(dots[0].y - found[0][0].y) < 0.3)
    }
  }

  @Test func withoutAFileTheSitesAreShown() throws {
    let run = try render("-o", "m.svg", "--quiet")
    #expect(run.status == 0, "\(run.err)")
    let svg = try work.text("m.svg")
    #expect(dots(svg).count == 1)
    // The markers of the sites would stand under the dots of the same places.
    #expect(!svg.contains("class=\"site\"") && !svg.contains("id=\"sites\""))
    #expect(try work.run(Tool.program, ["render", "territory", "-o", "t.svg", "--quiet"]).status == 0)
    #expect(try work.text("t.svg").contains("class=\"site\""))
  }

  // MARK: Structures and members of the project

  /// The shipped project with these structures before its own.
  private func placed(_ lines: String) throws {
    try work.makeProject("own", replacing: "structures:\n", with: "structures:\n" + lines)
  }

  private static let structures = """
      - { id: jardin, name: Le Jardin, kind: association, commune: Dourdan, basis: source }
      - id: atelier
        name: L’Atelier
        kind: { fr: coopérative, en: cooperative }
        position: { latitude: 48.4000, longitude: 2.1100 }
        publish: exact
        basis: source
      - { id: bureau, name: Le Bureau, kind: association, position: { latitude: 48.4001, longitude: 2.1101 }, basis: source }
      - { id: dupont, name: Martin Dupont, kind: artisan, natural_person: true, position: { latitude: 48.4333, longitude: 2.1567 }, basis: source }
      - { id: cachee, name: Cachée, kind: artisan, diffusion: partial, commune: "91223", basis: source }
      - { id: loin, name: Au loin, kind: association, commune: "75056", basis: source }

    """

  /// Structures stand at their commune, at their position only where the project publishes it; people have no name.
  @Test func structuresOfTheProjectAreDrawn() throws {
    try placed(Self.structures)
    let run = try render("--project", "own", "--table", "t.csv", "-o", "m.svg")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("absents de la carte : Au loin"), "\(run.err)")
    let (svg, table) = (try work.text("m.svg"), try work.text("t.csv"))
    #expect(table.contains("91200,Dourdan,1,Le Jardin"), "\(table)")
    #expect(table.contains("91223,Étampes,4,L’Atelier ; Le Bureau"), "\(table)")
    #expect(svg.contains("1 lieu aux coordonnées") && svg.contains("coopérative") && svg.contains("L’Atelier"))
    #expect(dots(svg).count == 5)
    #expect(!(svg + table).contains("Dupont") && !(svg + table).contains("Cachée"))
    let english = try render("--project", "own", "--lang", "en", "--quiet", "-o", "e.svg")
    #expect(english.status == 0)
    #expect(try work.text("e.svg").contains("cooperative"))
  }

  /// Members that are listed one by one are drawn too, under the kind of their group; the atlas has the map.
  @Test func membersAreDrawnInTheAtlas() throws {
    let banks = "      kind: { fr: banque, en: bank }\n"
    try work.makeProject(
      "own", replacing: banks,
      with: banks + "      list: [{ name: La Banque, commune: Dourdan }, { natural_person: true, commune: Étampes }]\n")
    #expect(
      try work.run(Tool.program, ["atlas", "--project", "own", "-o", "atlas", "--no-pictures", "--quiet"]).status == 0)
    let svg = try work.text("atlas/maps/points.svg")
    #expect(svg.contains("La Banque") && svg.contains("banque") && dots(svg).count == 2)
  }

  @Test(arguments: [
    ("  - { id: a, name: A, kind: k, publish: exact, commune: Dourdan, basis: source }\n", "sans « position »"),
    (
      "  - { id: a, name: A, kind: k, publish: exact, natural_person: true, position: { latitude: 48, longitude: 2 }, basis: source }\n",
      "personne physique"
    ), ("  - { id: a, name: A, kind: k, position: { latitude: 48 }, basis: source }\n", "longitude"),
  ]) func placesThatCannotBeSaySo(line: String, word: String) throws {
    try placed(line)
    let run = try render("--project", "own", "-o", "m.svg")
    #expect(run.status == 65 && run.err.contains(word) && run.err.contains("pole.yaml"), "\(run.err)")
  }

  @Test(arguments: [
    ("nom\nA\n", 65, "ni code de commune, ni adresse, ni coordonnées"), ("longitude,latitude\n2.1,x\n", 65, "latitude"),
    ("x,y\n637593,6814936\n", 65, "--from"), ("insee\n99\n", 65, "99"),
  ]) func badFilesSayWhy(text: String, status: Int32, word: String) throws {
    try work.write(text, to: "p.csv")
    let run = try render("--places", "p.csv", "-o", "m.svg")
    #expect(run.status == status, "\(run.err)")
    #expect(run.err.contains(word) && run.err.contains("p.csv"), "\(run.err)")
    #expect(!work.files().contains("m.svg"))
  }
}
