import Foundation
import Testing

/// From a list of establishments to counts by commune, a comparison and maps; every list is synthetic.
struct ListImportTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private static let fixtures = Tool.package.appendingPathComponent("Tests/ImportsTests/Fixtures")

  /// Ten communes: 5 rows count in Étampes, 4 in Dourdan, 3 in Maisse, 2 in Milly and in Saint-Chéron, 1 in each other.
  private static let list = """
    nom,siret,catégorie juridique,insee,Code postal,Ville,longitude,latitude,etatAdministratifEtablissement
    A,13114412300018,9220,91223,,,,,A
    B,17723611400019,9220,91223,,,,,A
    C,57763868700019,5558,,91150,ETAMPES CEDEX,,,A
    D,42082214000018,9220,,91150,Étampes,,,A
    E,54550269200019,9220,,,,2.1622,48.435,A
    F,85663272400014,9220,91200,,,,,A
    G,16120428400012,5458,,91410,DOURDAN,,,A
    H,31101353600017,9220,,91410,Dourdan,,,A
    I,97992408100016,9220,,,,2.0162,48.5293,A
    J,36939533000011,9220,91359,,,,,A
    K,19886300300028,9220,,91720,Maisse,,,A
    L,42874868500016,9220,,,,2.3757,48.3941,A
    M,87431285300011,9220,,91490,MILLY LA FORET,,,A
    N,43211219100015,9300,,,,2.4671,48.4033,A
    O,74494217800016,9220,,91530,ST CHERON,,,A
    P,21449374400012,9220,91540,,,,,A
    Q,28177365500028,9220,,,,2.0805,48.5378,A
    R,62415673300013,9220,,91150,Morigny Champigny,,,A
    S,63614339800015,9220,91137,,,,,A
    T,93204048800011,9220,,91410,Saint-Cyr s/ Dourdan,,,A
    U,84182992200019,9220,,,,2.3778,48.357,A
    V,13114412300018,9220,91223,,,,,A
    W,86878335800013,9220,91223,,,,,F
    X,60927987200012,9220,,,,0.5,45.0,A

    """
  private static let counts = [
    "91223": 5, "91200": 4, "91359": 3, "91405": 2, "91540": 2, "91593": 1, "91433": 1, "91137": 1, "91546": 1,
    "91507": 1,
  ]

  private func totals(_ name: String) throws -> [String: Int] {
    var totals: [String: Int] = [:]
    for line in try work.text(name).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      totals[String(fields[0]), default: 0] += Int(fields[3]) ?? 0
    }
    return totals
  }

  @Test func fromTheListToTheMap() throws {
    try work.write(Self.list, to: "l.csv")
    let run = try work.cartopole(
      "import", "table", "l.csv", "--date", "2025-01-01", "--cog", "2025", "--complete", "-o", "ess.csv")
    #expect(run.status == 0, "\(run.err)")
    for said in [
      "21 lignes comptées (« establishments ») dans 10 communes, de 24 lignes lues",
      "1 fermé, 1 SIRET déjà vu, compté une fois, 1 hors des contours",
      "par leur code : 6, par le nom ou l’adresse : 9, par leurs coordonnées : 6",
    ] { #expect(run.err.contains(said), "\(run.err)") }
    let totals = try totals("ess.csv")
    #expect(totals.count == 1266)
    #expect(totals.filter { $0.value > 0 } == Self.counts)
    #expect(try work.text("ess.csv").contains("91223,cooperative,establishments,1,,1,1,,2025-01-01,2025,,l.csv\n"))

    let compare = try work.cartopole(
      "compare", "--data", "ess.csv", "--level", "commune", "--level", "territory", "--format", "json")
    #expect(compare.status == 0, "\(compare.err)")
    let rows = try #require(try compare.object()["rows"] as? [[String: Any]])
    var counted: [String: Int] = [:]
    for row in rows where row["level"] as? String == "commune" && row["family"] as? String == "all" {
      if let count = row["establishments"] as? Int, count > 0 { counted[row["area_code"] as? String ?? ""] = count }
    }
    #expect(counted == Self.counts)
    let whole = rows.first { $0["level"] as? String == "territory" && $0["family"] as? String == "all" }
    #expect(whole?["establishments"] as? Int == 21)

    let map = try work.cartopole("render", "density", "--data", "ess.csv", "--level", "commune", "-o", "d.svg")
    #expect(map.status == 0, "\(map.err)")
    // 5 for 26,529 inhabitants of 2021, 1 for 299.
    let svg = try work.text("d.svg")
    #expect(svg.contains(#"data-insee="91223" data-value="1.8847""#))
    #expect(svg.contains(#"data-insee="91507" data-value="33.4448""#))
    #expect(svg.contains(#"data-insee="91001" data-value="0""#))

    let points = try work.cartopole("render", "points", "--places", "l.csv", "--table", "p.csv", "-o", "p.svg")
    #expect(points.status == 0, "\(points.err)")
    // The map shows every row of the file: the repeated SIRET and the closed establishment too.
    var shown = Self.counts
    shown["91223"] = 7
    var placed: [String: Int] = [:]
    for line in try work.text("p.csv").split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", maxSplits: 3)
      placed[String(fields[0])] = Int(fields[2])
    }
    #expect(placed == shown)
  }

  /// Four hundred rows against Shapely, python-stdnum and pandas (Tests/Oracles/imports/lists.py).
  @Test func agreesWithTheOracle() throws {
    let list = Self.fixtures.appendingPathComponent("synthetic-list.csv")
    let run = try work.run(Tool.program, ["import", "table", list.path])
    #expect(run.status == 0, "\(run.err)")
    let got = run.rows().dropFirst().map { [$0[0], $0[1], $0[3], $0[5], $0[6]].joined(separator: ",") }
    let oracle = try String(
      contentsOf: Self.fixtures.appendingPathComponent("synthetic-list-oracle.csv"), encoding: .utf8)
    #expect(got == oracle.split(separator: "\n").dropFirst().map(String.init))
    #expect(run.err.contains("3 hors des contours"))
  }

  /// `render points` and `import table` put each row into the same commune.
  @Test func pointsAgree() throws {
    let lines = try String(contentsOf: Self.fixtures.appendingPathComponent("synthetic-list.csv"), encoding: .utf8)
      .split(separator: "\n")
    var seen: Set<Substring> = []
    try work.write(
      lines.filter { seen.insert($0.prefix(14)).inserted }.joined(separator: "\n") + "\n", to: "l.csv")
    #expect(try work.cartopole("import", "table", "l.csv", "-o", "i.csv").status == 0)
    #expect(try work.cartopole("render", "points", "--places", "l.csv", "--table", "p.csv", "-o", "p.svg").status == 0)
    let counted = try totals("i.csv")
    let shown = try work.text("p.csv").split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", maxSplits: 3).prefix(3).map(String.init)
    }
    #expect(shown.count > 10)
    for row in shown { #expect(counted[row[0]] == Int(row[2]), "\(row)") }
  }

  /// Members are protected: fewer than three of a commune are secret.
  @Test func membersAreSecret() throws {
    try work.write(Self.list, to: "l.csv")
    #expect(
      try work.cartopole("import", "table", "l.csv", "--list-of", "members", "--family", "all", "-o", "m.csv").status
        == 0)
    let run = try work.cartopole("compare", "--data", "m.csv", "--level", "commune", "--format", "json", "--quiet")
    #expect(run.status == 0, "\(run.err)")
    let rows = try #require(try run.object()["rows"] as? [[String: Any]])
    func status(_ code: String) -> String? {
      rows.first { $0["area_code"] as? String == code }?["establishments_status"] as? String
    }
    for (code, count) in Self.counts where count < 3 { #expect(status(code) == "s", "\(code)") }
    let check = try work.cartopole("compare", "--data", "m.csv", "--level", "commune", "--check-disclosure", "--quiet")
    #expect(check.status == 0, "\(check.err)")
    let map = try work.cartopole("render", "density", "--data", "m.csv", "--level", "commune", "-o", "m.svg", "--quiet")
    #expect(map.status == 0, "\(map.err)")
    #expect(!(try work.text("m.svg").contains(#/data-insee="91593" data-value/#)))
  }

  @Test func everyWayToSayAPlace() throws {
    // Étampes by cs2cs EPSG:4326 → EPSG:2154: see Tests/Oracles/points.sh.
    try work.write("siret;x;y\n;637622,52;6815113,06\n", to: "x.csv")
    let unknown = try work.cartopole("import", "table", "x.csv")
    #expect(unknown.status == 65 && unknown.err.contains("--from"), "\(unknown.err)")
    #expect(
      try work.cartopole("import", "table", "x.csv", "--from", "EPSG:2154").rows()[1].prefix(4) == [
        "91223", "all", "establishments", "1",
      ])
    try work.write("membre,lieu\na,étampes\nb,Dourdan\n", to: "n.csv")
    let named = try work.cartopole(
      "import", "table", "n.csv", "--code", "lieu", "--list-of", "persons", "--geo",
      Tool.data.appendingPathComponent("sud-essonne.shp").path)
    #expect(
      named.rows().map { $0.prefix(4) }.dropFirst() == [
        ["91200", "all", "persons", "1"], ["91223", "all", "persons", "1"],
      ])
    #expect(!named.err.contains("projet livré"))
  }

  @Test(arguments: [
    ("siret,cp,ville\n,91150,Etanpes\n", "ligne 2 : « 91150 Etanpes » : aucune commune de la couche"),
    ("siret,cp,ville\n,75001,Dourdan\n", "« 75001 Dourdan » : dans un autre département, 91200 Dourdan"),
    ("siret,ville\n,Saint-Germain\n", "« Saint-Germain » : aucune commune de la couche ; noms proches : "),
    ("siret,cp,ville\n,91410,\n", "« 91410 » : aucune commune de la couche"),
    ("siret,insee\n,96001\n", "« 96001 » n’est pas un code commune"),
    ("siret,insee,ville\n,,\n", "ni code, ni adresse, ni coordonnées"),
    ("siret,insee\n13114412300017,91223\n", "siret « 13114412300017 » : quatorze chiffres attendus"),
    ("nom\nA\n", "ni code de commune, ni adresse, ni coordonnées parmi les colonnes : nom"),
    ("siret,insee,latitude,longitude\n,,\"2,123\",48\n", "colonne longitude"),
  ]) func badRows(text: String, said: String) throws {
    try work.write(text.replacing(",,\"2,123\",48", with: ",,48,\"2,123\""), to: "l.csv")
    let run = try work.cartopole("import", "table", "l.csv")
    #expect(run.status == 65 && run.errors.count == 1 && run.err.contains(said), "\(run.err)")
    #expect(work.files() == ["l.csv"])
  }

  @Test func badRowsAreListedAside() throws {
    try work.write("siret,cp,ville\n,91150,Etanpes\n1,91150,Étampes\n,91150,Étampes\n", to: "l.csv")
    let run = try work.cartopole("import", "table", "l.csv", "--keep-going", "-o", "o.csv")
    #expect(run.status == 0, "\(run.err)")
    #expect(
      try work.text("o-rejects.csv")
        == "file,line,reason,column,value\nl.csv,2,unplaced,ville,91150 Etanpes\nl.csv,3,not_a_siret,siret,1\n")
    #expect(try totals("o.csv") == ["91223": 1])
  }

  @Test(arguments: [
    (["l.csv", "--value", "n"], "--key"), (["l.csv", "--key", "a", "--value", "n", "--complete"], "--complete"),
    (["l.csv", "--x", "a"], "--y"), (["l.csv", "--postcode", "a"], "--town"),
    (["l.csv", "--size-class", "a"], "--unit"), (["l.csv", "--family", "other", "--family-column", "f"], "--family"),
    (["l.csv"], "--list-of"),
  ]) func usage(words: [String], said: String) throws {
    try work.write("insee\n91223\n", to: "l.csv")
    let run = try work.run(Tool.program, ["import", "table"] + words)
    #expect(run.status == 64 && run.err.contains(said), "\(run.err)")
  }

  /// The outlines of `--complete` are of one year: a code that was gone by then is told, not mixed in.
  @Test func aWholeListOfAnotherYear() throws {
    try work.write("siret,insee\n,91222\n,91223\n", to: "l.csv")
    let run = try work.cartopole("import", "table", "l.csv", "--complete")
    #expect(run.status == 65)
    #expect(run.err.contains("l.csv: ligne 2 : 91222 Estouches, fusionnée le 2019-01-01"), "\(run.err)")
    let old = try work.cartopole("import", "table", "l.csv", "--complete", "--cog", "2008")
    #expect(old.status == 65 && old.err.contains("--cog 2008, ile-de-france.shp 2025"), "\(old.err)")
    let geo = Tool.data.appendingPathComponent("sud-essonne.shp").path
    let right = try work.cartopole("import", "table", "l.csv", "--complete", "--cog", "2008", "--geo", geo)
    #expect(right.status == 0 && right.rows().count == 133, "\(right.err)")
  }

  /// Classes of headcounts go with the values, and a comparison knows them.
  @Test func classesOfHeadcounts() throws {
    try work.write(
      "insee,siren,n,tranche\n91223,a,12,11\n91223,b,2,01\n91223,c,7,NN\n91200,d,0,00\n91200,e,12000,53\n", to: "j.csv")
    let words = [
      "import", "table", "j.csv", "--key", "insee", "--value", "n", "--measure", "jobs", "--unit", "siren",
      "--size-class",
      "tranche", "-o", "jobs.csv",
    ]
    let run = try work.run(Tool.program, words)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("tranches d’effectifs publiées : 4 ; lignes sans tranche : 1"))
    let rows = try work.text("jobs.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(
      rows.map { $0.suffix(2).joined(separator: "–") } == [
        "published_min–published_max", "0–0", "10000–", "10–19", "1–2", "–",
      ])
    let compare = try work.cartopole("compare", "--data", "jobs.csv", "--level", "commune")
    #expect(compare.status == 0, "\(compare.err)")
    #expect((compare.text + compare.err).contains("published_min"), "\(compare.text) \(compare.err)")
    try work.write("insee,siren,n,tranche\n91223,a,20,11\n91223,b,2,1\n", to: "j.csv")
    let wrong = try work.run(Tool.program, words)
    #expect(wrong.status == 65)
    #expect(wrong.err.contains("j.csv: ligne 2 : n : 20 (11: 10–19), hors de sa tranche"), "\(wrong.err)")
    try work.write("insee,siren,n,tranche\n91223,a,20,13\n", to: "j.csv")
    #expect(try work.run(Tool.program, words).err.contains("ligne 2 : tranche : « 13 » inconnu"))
  }
}
