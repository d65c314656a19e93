import Foundation
import Testing

/// What a Pôle elsewhere sees: its own reference, its own counts, arrondissements, town halls of a file, frames overseas.
struct ElsewhereTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private func cartopole(_ words: [String]) throws -> Run { try work.run(Tool.program, words) }

  /// Squares of 0.1° in a row, each of a code, as a layer of communes without town halls.
  private func squares(_ codes: [(code: String, x: Double, y: Double)], to file: String) throws {
    let features = codes.enumerated().map { index, one in
      let (a, b, c, d) = (one.x, one.x + 0.1, one.y, one.y + 0.1)
      return """
        {"type":"Feature","properties":{"code":"\(one.code)","nom":"N\(one.code)","population":\(100 * (index + 1)),"taux":\(index).5},
        "geometry":{"type":"Polygon","coordinates":[[[\(a),\(c)],[\(a),\(d)],[\(b),\(d)],[\(b),\(c)],[\(a),\(c)]]]}}
        """
    }
    try work.write("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}", to: file)
  }

  private func row(_ codes: [String], x: Double, y: Double) -> [(code: String, x: Double, y: Double)] {
    codes.enumerated().map { ($1, x + 0.1 * Double($0), y) }
  }

  /// A project over squares near Redon.
  private func project(_ codes: [String] = ["35236", "56194", "44007"], x: Double = -2.2, y: Double = 47.6) throws {
    try squares(row(codes, x: x, y: y), to: "c.geojson")
    let made = try work.cartopole("init", "p", "--geo", "c.geojson", "--title", "Ailleurs")
    #expect(made.status == 0, "\(made.err)")
  }

  private func append(_ lines: String) throws {
    let yaml = try work.text("p/pole.yaml")
    try work.write(yaml + lines + "\n", to: "p/pole.yaml")
  }

  // MARK: Reference and counts

  private static let register = """
    area_code,area,level,family,measure,value,unit,reference,published,publisher,title,url,perimeter,note
    11,Île-de-France,region,all,establishments,31000,establishments,2007-12-31,,Insee,T,,P,
    11,Île-de-France,region,,population,11000000,inhabitants,2007-01-01,,Insee,T,,P,
    35,Ille-et-Vilaine,departement,all,establishments,3000,establishments,2020,,Insee,T,,P,
    35,Ille-et-Vilaine,departement,,population,1000000,inhabitants,2020,,Insee,T,,P,
    FR,France,country,all,establishments,200000,establishments,2020,,Insee,T,,P,
    FR,France,country,,population,67000000,inhabitants,2020,,Insee,T,,P,

    """

  /// The widest area of the register, or `reference:`; Île-de-France only where the project says so.
  @Test func theReferenceIsTheProjects() throws {
    try project()
    try work.write(Self.register, to: "p/chiffres.csv")
    try append("figures: chiffres.csv")
    func density(_ area: String) throws -> String? {
      let run = try work.cartopole("compare", "--project", "p", "--format", "csv", "--quiet")
      #expect(run.status == 0, "\(run.err)")
      let rows = run.text.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let column = try #require(rows.first?.firstIndex(of: "relative_density"))
      return rows.first { $0.contains(Substring(area)) && $0.contains("2020") }.map { String($0[column]) }
    }
    #expect(try density("France") == "1")
    // 3000 ÷ 1,000,000 over 200,000 ÷ 67,000,000.
    #expect(try density("Ille-et-Vilaine")?.hasPrefix("1.00") == true)
    try append("reference: { area: departement:35, date: 2020 }")
    #expect(try density("Ille-et-Vilaine") == "1")
    let yaml = try work.text("p/pole.yaml")
    try work.write(yaml.replacing("departement:35", with: "Atlantide"), to: "p/pole.yaml")
    let run = try work.cartopole("compare", "--project", "p")
    #expect(run.status == 65 && run.err.contains("Atlantide") && run.err.contains("p/pole.yaml"), "\(run.err)")
  }

  /// `statistics:` answers what `--data` answers: in tables, on the map and in the audit.
  @Test func countsOfTheProjectAreUsed() throws {
    try project()
    try work.write(
      "insee,measure,value\n35236,establishments,5\n56194,establishments,2\n99999,establishments,1\n", to: "p/ess.csv")
    let before = try work.cartopole("compare", "--project", "p", "--level", "commune")
    #expect(
      before.status == 64 && before.err.contains("--level") && before.err.contains("statistics:"), "\(before.err)")
    try append("statistics: ess.csv")
    for words in [["compare", "--level", "commune"], ["compare"]] {
      let own = try cartopole(words + ["--project", "p", "--format", "csv", "--quiet"])
      let given = try cartopole(words + ["--project", "p", "--data", "p/ess.csv", "--format", "csv", "--quiet"])
      #expect(own.status == 0 && own.text == given.text && !own.text.isEmpty, "\(own.err)")
    }
    for (words, file) in [(["--data", "p/ess.csv"], "a.svg"), ([], "b.svg")] {
      let run = try cartopole(["render", "density", "--project", "p", "--quiet", "-o", file] + words)
      #expect(run.status == 0, "\(run.err)")
    }
    #expect(try work.text("a.svg") == work.text("b.svg"))
    let audit = try work.cartopole("audit", "--project", "p", "--wide")
    #expect(audit.text.contains("ess.csv : ") && audit.text.contains("99999"), "\(audit.text)")
  }

  // MARK: What is missing

  /// Each open question of a bare project goes when its line is in pole.yaml, and the line can be read.
  @Test func thePageSaysWhatIsMissing() throws {
    try project()
    func questions() throws -> [(question: String, line: String)] {
      let run = try work.cartopole("atlas", "--project", "p", "-o", "a", "--no-pictures", "--quiet")
      #expect(run.status == 0, "\(run.err)")
      return try work.text("a/index.html").matches(
        of: /<h3>([^<]+)<\/h3>\n<p>[^\n]*<\/p>\n<p class="line"><code>([^<]+)<\/code><\/p>/
      ).map {
        (
          String($0.1),
          String($0.2).replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        )
      }
    }
    let open = try questions()
    #expect(open.count == 10, "\(open)")
    try work.write(
      "insee,longitude,latitude\n35236,-2.15,47.65\n56194,-2.05,47.65\n44007,-1.95,47.65\n", to: "p/mairies.csv")
    try work.write("insee,measure,value\n35236,establishments,5\n", to: "p/ess.csv")
    try work.write(Self.register, to: "p/chiffres-ess.csv")
    try work.write("insee,population,date\n35236,9,2021\n", to: "p/populations.csv")
    try FileManager.default.copyItem(at: work.url("p/territoire.gpkg"), to: work.url("p/alentours.gpkg"))
    try FileManager.default.copyItem(at: work.url("p/territoire.gpkg"), to: work.url("p/region.gpkg"))
    let start = try work.text("p/pole.yaml")
    for one in open {
      if one.line.hasPrefix("cartopole ") {
        let words = one.line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap {
          index, part in
          index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        #expect(try cartopole(Array(words.dropFirst())).status == 0, "\(one.line)")
      } else {
        let key = String(one.line.prefix { $0 != ":" }) + ":"
        let kept = start.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(key) }
        try work.write(kept.joined(separator: "\n") + one.line + "\n", to: "p/pole.yaml")
      }
      let left = try questions().map(\.question)
      #expect(!left.contains(one.question) && left.count == open.count - 1, "\(one), \(left)")
      try work.write(start, to: "p/pole.yaml")
    }
    try work.cartopole("atlas", "--project", "p", "-o", "public", "--public", "--no-pictures")
    #expect(try !work.text("public/index.html").contains("id=\"open\""))
  }

  // MARK: Words

  @Test func arrondissementsAreCalledSo() throws {
    try project((13_201...13_216).map(String.init), x: 5.3, y: 43.3)
    let add = try work.cartopole(
      "action", "add", "a", "--title", "Épicerie", "--status", "realised", "--within-km", "12,5", "--commune", "13203",
      "--reason", "essai", "--project", "p")
    #expect(add.status == 0, "\(add.err)")
    #expect(try work.text("p/pole.yaml").contains("km: 12.5"))
    let run = try work.cartopole("atlas", "--project", "p", "-o", "a", "--no-pictures")
    #expect(run.status == 0, "\(run.err)")
    for name in ["territory", "coverage", "coverage-a"] {
      let svg = try work.text("a/maps/\(name).svg")
      #expect(svg.contains("16 arrondissements"), "\(name)")
      #expect(!svg.contains("16 communes") && !svg.contains("aucune commune"), "\(name)")
    }
    #expect(try work.text("a/index.html").contains("Trouver un arrondissement"))
    #expect(try work.text("a/tables/reach-a.md").contains("arrondissements"))
    // Keys of machine formats stay.
    #expect(try work.text("a/tables/communes.csv").hasPrefix("insee,name,population,"))
    for words in [
      ["reach"], ["reach", "a"], ["reach", "--blind-spots"], ["reach", "--commune", "13203"], ["audit"],
      ["site", "a", "--count", "2"],
    ] {
      let printed = try cartopole(words + ["--project", "p", "--wide"])
      #expect(printed.status == 0, "\(words): \(printed.err)")
      let left = printed.text.split(separator: "\n").filter { $0.lowercased().contains(/\bcommunes?\b/) }
      #expect(left.isEmpty, "\(words): \(left)")
    }
    #expect(try work.cartopole("reach", "a", "--project", "p").text.contains("rrondissement"))
    #expect(try work.cartopole("reach", "a", "--project", "p", "--lang", "en").text.contains("rrondissement"))
    #expect(try work.cartopole("reach", "a", "--project", "p", "--format", "csv").text.hasPrefix("insee,name,"))
    let listed = try work.cartopole("inspect", "p/territoire.gpkg", "--communes", "13203,13204")
    #expect(listed.text.contains("2 arrondissements sur 16 de la couche"), "\(listed.text)")
  }

  /// Nine arrondissements beside three communes are neither twelve communes nor twelve arrondissements.
  @Test func communesBesideArrondissements() throws {
    try project(["13201", "13202", "13054"], x: 5.3, y: 43.3)
    let run = try work.cartopole("render", "territory", "--project", "p", "-o", "t.svg")
    #expect(run.status == 0, "\(run.err)")
    let territory = try work.text("t.svg")
    #expect(territory.contains("3 communes et arrondissements"))
    // A row of a legend has no room for both words.
    #expect(!territory.contains(/[0-9]\u{A0}communes/) && !territory.contains(/>[0-9] communes et/))
    try work.cartopole(
      "action", "add", "a", "--title", "Jardin", "--status", "realised", "--communes", "13201,13054", "--reason",
      "essai",
      "--project", "p")
    // Listed communes have no place of their own: distances are from the Pôle.
    let table = try work.cartopole("reach", "a", "--project", "p", "--format", "markdown")
    #expect(table.text.contains("2 des 3 communes et arrondissements"), "\(table.text)")
    #expect(table.text.contains("Distance au Pôle (km)"), "\(table.text)")
  }

  /// Maps of a layer speak of arrondissements as maps of a project do.
  @Test func mapsOfALayerOfArrondissements() throws {
    func svg(_ codes: [String], _ words: String...) throws -> String {
      try squares(row(codes, x: 5.3, y: 43.3), to: "l.geojson")
      let run = try cartopole(["render"] + words + ["--geo", "l.geojson", "--key", "code", "-o", "l.svg"])
      #expect(run.status == 0, "\(run.err)")
      return try work.text("l.svg").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
    let bivariate = ["bivariate", "--value", "taux", "--value2", "population", "--allow-counts"]
    #expect(try svg(["13201", "13202", "13203"], "symbols", "--value", "population").contains(">3 arrondissements ·"))
    #expect(
      try svg(["13201", "13202", "13054"], "choropleth", "--value", "taux").contains(">3 communes et arrondissements ·")
    )
    #expect(try svg(["13001", "13002", "13054"], "choropleth", "--value", "taux").contains(">3 communes ·"))
    for (codes, unit) in [
      (["13201", "13202", "13203"], "d’arrondissements"),
      (["13201", "13202", "13054"], "de communes et arrondissements"),
    ] {
      try squares(row(codes, x: 5.3, y: 43.3), to: "l.geojson")
      let run = try cartopole(["render"] + bivariate + ["--geo", "l.geojson", "--key", "code", "-o", "l.svg"])
      #expect(run.status == 0, "\(run.err)")
      let words = try work.text("l.svg").replacing("\u{A0}", with: " ")
      #expect(words.contains("Nombre \(unit)"), "\(words.prefix(1500))")
    }
  }

  /// On the live map, where names stand by their places, an arrondissement has the short name that it has on paper.
  @Test func theLiveMapWritesShortNames() throws {
    try squares(row(["13201", "13054"], x: 5.3, y: 43.3), to: "c.geojson")
    let named = try work.text("c.geojson").replacing("N13201", with: "Marseille 1er Arrondissement")
    try work.write(named, to: "c.geojson")
    #expect(try work.cartopole("init", "p", "--geo", "c.geojson", "--title", "Ailleurs").status == 0)
    #expect(try work.cartopole("atlas", "--project", "p", "-o", "a", "--no-pictures", "--quiet").status == 0)
    let page = try work.text("a/index.html")
    #expect(page.contains("\"1er\u{A0}arr.\"]"))
    #expect(page.contains("\"Marseille 1er Arrondissement\""))
    #expect(page.contains("Trouver une commune ou un arrondissement"))
  }

  /// The title counts the actions that it speaks of: a planned one reaches nobody yet.
  @Test func theSubtitleCountsRealisedActions() throws {
    try project()
    for (id, status, commune) in [("a", "realised", "35236"), ("b", "planned", "56194")] {
      try work.cartopole(
        "action", "add", id, "--title", id, "--status", status, "--communes", commune, "--reason", "essai", "--project",
        "p")
    }
    try work.cartopole("render", "coverage", "--project", "p", "-o", "c.svg")
    let svg = try work.text("c.svg")
    #expect(svg.contains("l’action réalisée atteindrait 1 des 3 communes"), "\(svg.prefix(2000))")
    #expect(svg.contains("par la seule action réalisée à règle de portée") && !svg.contains("0 internes"))
  }

  /// Counts without inhabitants are known, and give no rate.
  @Test func countsWithoutInhabitants() throws {
    try project()
    let layer = try work.text("c.geojson").replacing(/,"population":[0-9]+/, with: "")
    try work.write(layer, to: "c.geojson")
    try work.write("insee,measure,value\n35236,establishments,5\n56194,establishments,2\n", to: "e.csv")
    let run = try work.cartopole("render", "density", "--geo", "c.geojson", "--data", "e.csv", "-o", "d.svg")
    #expect(run.status == 0, "\(run.err)")
    let svg = try work.text("d.svg")
    #expect(svg.contains("population inconnue, aucun taux") && !svg.contains("sur trop peu"), "\(svg.prefix(1500))")
    #expect(svg.contains("N35236 : 5 établissements") || svg.contains("N35236\u{202F}: 5 établissements"))
  }

  /// A commune that has merged is followed by its name too, and an EPCI by the abbreviation of its kind.
  @Test func namesOfAList() throws {
    try squares(row(["44163", "44043"], x: -1.1, y: 47.4), to: "v.geojson")
    let list = try work.cartopole("inspect", "v.geojson", "--communes", "Saint-Herblon")
    #expect(list.text.contains("Liste : 1 commune sur 2"), "\(list.text)")
    #expect(list.text.contains("2016-01-01") && list.text.contains("44163"), "\(list.text)")
    let features = try work.text("v.geojson").replacing(
      "\"properties\":{",
      with: "\"properties\":{\"epci\":\"200067786\",\"nom_epci\":\"Communauté de communes du Pays\",")
    try work.write(features, to: "v.geojson")
    let epci = try work.cartopole("inspect", "v.geojson", "--communes", "CC du Pays")
    #expect(epci.status == 0 && epci.text.contains("2 communes sur 2"), "\(epci.err)\(epci.text)")
    let wrong = try work.cartopole("init", "q", "--geo", "v.geojson", "--communes", "CC du Pais", "--title", "T")
    #expect(wrong.status == 65 && wrong.err.contains("Communauté de communes du Pays"), "\(wrong.err)")
  }

  @Test func nothingOfTheShippedDocument() throws {
    try project(["97422", "97401", "97416"], x: 55.5, y: -21.2)
    try append(
      """
      structures: [{ id: a, name: A, kind: association, basis: source }]
      sites: [{ id: s, name: S, insee: "97422", basis: source, position: { latitude: -21.15, longitude: 55.55, basis: source } }]
      """)
    #expect(try work.cartopole("atlas", "--project", "p", "-o", "a", "--no-pictures", "--quiet").status == 0)
    for file in work.files() where file.hasPrefix("a/") && !file.hasSuffix("xlsx") {
      let text = try work.text(file)
      for word in ["fiche", "fact sheet", "Essonne", "Île-de-France", "cantons"] {
        #expect(!text.contains(word), "\(word) in \(file)")
      }
    }
    #expect(try work.text("a/tables/identity.csv").contains("21,15 S, 55,55 E"))
  }

  // MARK: Town halls of a file

  @Test func townHallsOfAFile() throws {
    try project()
    let yaml = try work.text("p/pole.yaml")
    try work.write(yaml.replacing("#positions: mairies.csv", with: "positions: mairies.csv"), to: "p/pole.yaml")
    try work.write("Code INSEE;lon;lat\n35236;-2,11;47,61\n56194;-2,01;47,69\n", to: "p/mairies.csv")
    let run = try work.cartopole(
      "action", "add", "a", "--title", "A", "--status", "realised", "--within-km", "30", "--commune", "35236",
      "--reason", "essai", "--project", "p")
    #expect(run.status == 0, "\(run.err)")
    let reach = try work.cartopole("reach", "a", "--project", "p", "--format", "csv")
    #expect(reach.err.contains("communes sans position : 1 sur 3 (44007…)"), "\(reach.err)")
    // pyproj: Geod(ellps="GRS80").inv(-2.11, 47.61, -2.01, 47.69)[2] is 11642.96 m.
    #expect(reach.text.contains("56194") && reach.text.contains("11.64"), "\(reach.text)")
    let audit = try work.cartopole("audit", "--project", "p", "--wide")
    #expect(!audit.text.contains("aucune mairie"))
    try work.write("insee,lon,lat\n75056,2,48\n", to: "p/mairies.csv")
    let none = try work.cartopole("reach", "a", "--project", "p")
    #expect(none.status == 65 && none.err.contains("mairies.csv"), "\(none.err)")
  }

  @Test func theAuditFindsAForeignBackgroundAndNoTownHalls() throws {
    try project()
    try squares(row(["75101", "75102"], x: 2.3, y: 48.8), to: "p/ailleurs.geojson")
    try append("background: { context: ailleurs.geojson }")
    let run = try work.cartopole("audit", "--project", "p", "--wide")
    #expect(run.text.contains("ailleurs.geojson ne touche pas le territoire"), "\(run.text)")
    #expect(run.text.contains("aucune mairie dans la couche"), "\(run.text)")
    #expect(try work.cartopole("audit", "--project", "p", "--strict", "--quiet").status == 65)
  }

  // MARK: Overseas

  /// Overseas communes stand in frames, each at its scale: the bar of a frame and the height of a square of a tenth of a
  /// degree say the same length, in the legal projection of each.
  @Test(arguments: [
    ["choropleth", "--value", "taux"], ["symbols", "--value", "population"], ["typology", "--value", "nom"],
    ["bivariate", "--value", "taux", "--value2", "population", "--allow-counts"], ["density", "--data", "e.csv"],
  ])
  func overseasCommunesStandInFrames(words: [String]) throws {
    try squares(
      row(["35236", "35237", "35238"], x: -2, y: 48) + row(["06088", "06004"], x: 7, y: 43.6)
        + row(["97105"], x: -61.7, y: 16) + row(["97411", "97415"], x: 55.4, y: -21.1), to: "f.geojson")
    try work.write("insee,measure,value\n35236,establishments,1\n97411,establishments,2\n", to: "e.csv")
    let words = words + (words[0] == "density" ? [] : ["--key", "code"])
    let run = try cartopole(["render"] + words + ["--geo", "f.geojson", "-o", "m.svg"])
    #expect(run.status == 0, "\(run.err)")
    let svg = try work.text("m.svg")
    #expect(svg.contains(">Guadeloupe<") && svg.contains(">La Réunion<"))
    #expect(svg.contains("EPSG:2975, EPSG:5490"))
    for (frame, code) in [("inset-1", "97105"), ("inset-2", "97411")] {
      let group = try #require(
        svg.split(separator: "id=\"\(frame)-scale\"").dropFirst().first?.split(separator: "</g>").first)
      let ends = group.matches(of: /x1="([-0-9.]+)"[^>]*x2="([-0-9.]+)"/).compactMap { match -> Double? in
        guard let low = Double(match.1), let high = Double(match.2) else { return nil }
        return high - low
      }
      let label = try #require(group.matches(of: />([0-9,]+)[^0-9<]*km</).first?.1)
      let kilometres = try #require(Double(label.replacing(",", with: ".")))
      guard words[0] != "symbols" else { continue }
      let path = try #require(
        svg.firstMatch(
          of: try Regex(
            "<path[^>]*data-key=\"\(code)\"[^>]* d=\"([^\"]+)\"|<path[^>]*id=\"c\(code)\"[^>]* d=\"([^\"]+)\"")))
      let d = String(path.output[1].substring ?? path.output[2].substring ?? "")
      #expect(!d.isEmpty)
      let height = Self.height(d)
      // A tenth of a degree of latitude is 11.07 km there.
      let wanted = try #require(ends.max()) / kilometres * 11.07
      #expect(abs(height - wanted) < 0.03 * wanted + 0.3, "\(frame): \(height) for \(wanted)")
    }
    let one = try cartopole(
      ["render"] + words + ["--geo", "f.geojson", "--crs", "EPSG:3857", "-o", "n.svg"])
    #expect(one.status == 0)
    #expect(try !work.text("n.svg").contains("inset-1"))
  }

  /// Height of a path of relative or absolute steps, px.
  private static func height(_ path: String) -> Double {
    var (y, low, high) = (0.0, Double.infinity, -Double.infinity)
    for match in path.matches(of: /([MLmlHhVv])([^MLmlHhVvZz]*)/) {
      let numbers = match.2.matches(of: /-?[0-9]*\.?[0-9]+/).compactMap { Double($0.output) }
      switch match.1 {
      case "M", "L":
        for at in stride(from: 1, to: numbers.count, by: 2) {
          y = numbers[at]; (low, high) = (min(low, y), max(high, y))
        }
      case "m", "l":
        for at in stride(from: 1, to: numbers.count, by: 2) {
          y += numbers[at]; (low, high) = (min(low, y), max(high, y))
        }
      case "V": for number in numbers { y = number; (low, high) = (min(low, y), max(high, y)) }
      case "v": for number in numbers { y += number; (low, high) = (min(low, y), max(high, y)) }
      default: break
      }
    }
    return high - low
  }
}
