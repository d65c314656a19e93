import Foundation
import Testing

/// `init` with a list and a layer, and lists of communes elsewhere.
struct OwnProjectTests {
  private let work: Workspace
  private let geo = Tool.data.appendingPathComponent("ile-de-france.shp").path

  init() throws { work = try Workspace() }

  /// The communes of the shipped layer in the CA Étampois Sud-Essonne, as Excel writes them.
  private func writeList() throws -> [String] {
    let all = try work.cartopole("convert", geo, "epci.csv", "--where", "SIREN_EPCI=200017846", "--quiet")
    #expect(all.status == 0, "\(all.err)")
    let codes = try work.text("epci.csv").split(separator: "\n").dropFirst().map { String($0.prefix(5)) }
    try work.write(
      "\u{FEFF}Libellé;CODGEO\r\n" + codes.map { "x;\($0)\r\n" }.joined(), to: "liste.csv")
    return codes
  }

  @Test func fromAListToAMap() throws {
    let codes = try writeList()
    let made = try work.cartopole(
      "init", "pole", "--communes", "liste.csv", "--geo", geo, "--title", "Mon Pôle : l’Étampois", "--site", "Étampes")
    #expect(made.status == 0, "\(made.err)")
    #expect(made.err.contains("cartopole atlas --project pole"))
    #expect(
      work.files().filter { $0.hasPrefix("pole/") } == [
        "pole/alentours.gpkg", "pole/communes.csv", "pole/pole.yaml", "pole/region.gpkg", "pole/territoire.gpkg",
      ])
    let atlas = try work.cartopole("atlas", "--project", "pole", "-o", "a", "--no-pictures")
    #expect(atlas.status == 0, "\(atlas.err)")
    #expect(!atlas.err.contains("warning: "), "\(atlas.err)")
    let map = try work.text("a/maps/territory.svg")
    #expect(map.contains("Mon Pôle : l’Étampois") || map.contains("Mon Pôle\u{202F}: l’Étampois"))
    #expect(codes.allSatisfy { map.contains("data-insee=\"\($0)\"") })
    let rows = try work.text("a/tables/communes.csv").split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.map { String($0.prefix(5)) }.sorted() == codes.sorted())
    // Distances are from the town halls of the layer, not from interior points.
    #expect(rows.contains { $0.hasSuffix("chef-lieu") })
    let again = try work.cartopole("init", "pole", "--communes", "liste.csv", "--geo", geo)
    #expect(again.status == 73)
  }

  @Test func byEPCIByDépartementAndByName() throws {
    #expect(try work.cartopole("init", "a", "--communes", "200017846", "--geo", geo).status == 0)
    #expect(
      try work.text("a/pole.yaml").contains("title: CA Étampois Sud-Essonne")
        || work.text("a/pole.yaml").contains("Étampois"))
    #expect(try work.cartopole("init", "b", "--communes", "91", "--geo", geo).status == 0)
    #expect(try work.text("b/pole.yaml").contains("title: Essonne"))
    #expect(try work.text("b/communes.csv").split(separator: "\n").count == 195)
    #expect(try work.cartopole("init", "c", "--communes", "Dourdan, Étampes", "--geo", geo).status == 0)
    #expect(try work.text("c/communes.csv") == "insee,nom\n91200,Dourdan\n91223,Étampes\n")
  }

  /// A list with a mistake makes nothing, and says which.
  @Test func aWrongList() throws {
    try work.write("Commune\nDourdan\nÉtmpes\nX\n", to: "liste.csv")
    let run = try work.cartopole("init", "neuf", "--communes", "liste.csv", "--geo", geo)
    #expect(run.status == 65)
    #expect(run.errors.first?.contains("liste.csv: ligne 3 : ") == true, "\(run.err)")
    #expect(run.errors.first?.contains("Étampes") == true, "\(run.err)")
    #expect(!FileManager.default.fileExists(atPath: work.url("neuf").path))
    let both = try work.cartopole("init", "neuf", "--from", "sud-essonne", "--title", "T")
    #expect(both.status == 64)
  }

  @Test func inAFolderWithTheLayer() throws {
    try FileManager.default.createDirectory(at: work.url("pole"), withIntermediateDirectories: true)
    try work.copyLayer("pole/communes")
    let run = try work.cartopole("init", "pole", "--title", "T", "--site", "91223")
    #expect(run.status == 0, "\(run.err)")
    #expect(try work.text("pole/pole.yaml").contains("layer: communes.shp"))
    let reach = try work.cartopole("audit", "--project", "pole")
    #expect(reach.status == 0 && reach.text.contains("populations: { date: 2021 }"), "\(reach.err)")
  }

  /// The list that lies in the folder is the project's own.
  @Test func inAFolderWithTheList() throws {
    try FileManager.default.createDirectory(at: work.url("pole"), withIntermediateDirectories: true)
    try work.write("Commune;Remarque\nDourdan;à moi\nÉtampes;\n", to: "pole/communes.csv")
    let run = try work.cartopole("init", "pole", "--communes", "pole/communes.csv", "--geo", geo)
    #expect(run.status == 0, "\(run.err)")
    #expect(try work.text("pole/communes.csv").contains("à moi"))
    #expect(try work.text("pole/pole.yaml").contains("list: communes.csv"))
    #expect(try work.cartopole("reach", "--blind-spots", "--project", "pole").status == 0)
  }

  /// A site outside the territory keeps its position.
  @Test func aSiteElsewhere() throws {
    #expect(
      try work.cartopole("init", "pole", "--communes", "Dourdan", "--geo", geo, "--site", "Étampes").status == 0)
    let add = try work.cartopole(
      "action", "add", "x", "--title", "T", "--status", "realised", "--within-km", "16", "--site", "siege", "--reason",
      "r", "--project", "pole")
    #expect(add.status == 0, "\(add.err)")
    let reach = try work.cartopole("reach", "x", "--project", "pole", "--format", "json").array()
    #expect((reach[0]["communes"] as? [[String: Any]])?.map { $0["insee"] as? String } == ["91200"])
    #expect(try work.cartopole("atlas", "--project", "pole", "-o", "a", "--no-pictures").status == 0)
  }

  @Test func theListCutsTheLayer() throws {
    try work.makeSmallProject("pole")
    let yaml = try work.text("pole/pole.yaml")
    try work.write(
      yaml.replacingOccurrences(of: "  cog: 2008", with: "  cog: 2008\n  list: liste.csv"), to: "pole/pole.yaml")
    try work.write("insee\n91223\nMorigny-Champigny\n91223\n99999\n", to: "pole/liste.csv")
    let run = try work.cartopole("reach", "epicerie", "--project", "pole", "--format", "json")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("communes écrites plusieurs fois : 1 (91223)"), "\(run.err)")
    #expect(run.err.contains("communes de la liste absentes de la couche : 1 (99999)"), "\(run.err)")
    #expect((try run.array()[0]["communes"] as? [Any])?.count == 2)
    #expect(try work.cartopole("reach", "--commune", "Morigny-Champigny", "--project", "pole").status == 0)
    #expect(try work.cartopole("reach", "--commune", "Valpuiseaux", "--project", "pole").status == 65)
    let audit = try work.cartopole("audit", "--project", "pole")
    #expect(audit.text.contains("absentes de la couche : 1 (99999)"), "\(audit.text)")
    try work.write("insee\n99999\n", to: "pole/liste.csv")
    #expect(try work.cartopole("reach", "--project", "pole").status == 65)
  }

  @Test func convertAndInspectTakeAList() throws {
    try work.write("Communes\nDourdan\nÉtampes\nDourdan\n", to: "liste.csv")
    let run = try work.cartopole("convert", geo, "deux.geojson", "--communes", "liste.csv")
    #expect(run.status == 0 && run.err.contains("2 entités écrites sur 1"), "\(run.err)")
    #expect(run.err.contains("plusieurs fois : 1 (Dourdan)"), "\(run.err)")
    let wrong = try work.cartopole("convert", geo, "x.geojson", "--communes", "99999")
    #expect(wrong.status == 65 && !work.files().contains("x.geojson"))
    try work.write("Communes\nDourdan\n99999\nNulle part\nDourdan\n", to: "liste.csv")
    let look = try work.cartopole("inspect", geo, "--communes", "liste.csv", "--format", "json").object()
    let listed = look["listed"] as? [String: Any]
    #expect(listed?["found"] as? [String] == ["91200"] && listed?["missing"] as? [String] == ["99999"])
    #expect(listed?["unknown"] as? [String] == ["Nulle part"] && listed?["repeated"] as? [String] == ["Dourdan"])
  }

  /// A GeoPackage with the columns and layers of ADMIN EXPRESS 4.0.
  @Test(.enabled(if: Tool.find("ogr2ogr") != nil)) func aFileLikeIGNs() throws {
    func ogr(_ words: String...) throws {
      #expect(try work.run(URL(fileURLWithPath: Tool.find("ogr2ogr")!), words).status == 0)
    }
    let columns =
      "SELECT INSEE_COM AS code_insee, NOM AS nom_officiel, POPULATION AS population, INSEE_DEP AS code_insee_du_departement, INSEE_REG AS code_insee_de_la_region, SIREN_EPCI AS codes_siren_des_epci FROM \"sud-essonne\""
    let layer = work.layerPath()
    try ogr("-f", "GPKG", "ign.gpkg", layer, "-nln", "commune", "-t_srs", "EPSG:2154", "-sql", columns)
    try ogr(
      "-update", "ign.gpkg", layer, "-nln", "commune_associee_ou_deleguee", "-sql", columns, "-t_srs", "EPSG:2154")
    try ogr(
      "-update", "ign.gpkg", layer, "-nln", "chflieu_commune", "-t_srs", "EPSG:2154", "-dialect", "sqlite", "-sql",
      "SELECT INSEE_COM AS code_insee_de_la_commune, MakePoint(LON, LAT, 4326) AS geometry FROM \"sud-essonne\"")
    try ogr(
      "-update", "ign.gpkg", layer, "-nln", "epci", "-dialect", "sqlite", "-sql",
      "SELECT SIREN_EPCI AS code_siren, NOM_EPCI AS nom_officiel, geometry FROM \"sud-essonne\" GROUP BY SIREN_EPCI")
    #expect(
      try work.cartopole("init", "pole", "--geo", "ign.gpkg", "--communes", "200017846", "--site", "Étampes").status
        == 0)
    let add = ["--title", "T", "--status", "realised", "--within-km", "15", "--site", "siege", "--reason", "r"]
    try work.run(Tool.program, ["action", "add", "x", "--project", "pole"] + add)
    let reach = try work.cartopole("reach", "x", "--project", "pole", "--format", "json").array()
    let own = Set((reach[0]["communes"] as? [[String: Any]] ?? []).compactMap { $0["insee"] as? String })
    let shipped = try work.cartopole("reach", "mobilite-solidaire", "--format", "json").array()
    let all = Set((shipped[0]["communes"] as? [[String: Any]] ?? []).compactMap { $0["insee"] as? String })
    let listed = Set(try work.text("pole/communes.csv").split(separator: "\n").dropFirst().map { String($0.prefix(5)) })
    #expect(!own.isEmpty && own == all.intersection(listed))
    #expect(try work.text("pole/pole.yaml").contains("tampois"))
  }
}
