import Foundation
import FoundationXML
import Testing

/// `render choropleth`, `symbols` and `typology`: any layer, any table.
struct LayerMapTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Squares in a row, with codes and names; the second is in two parts.
  private func makeLayer(_ names: [String]) throws {
    let features = names.enumerated().map { index, name -> String in
      let x = 2 + Double(index) * 0.01
      func square(_ y: Double) -> String {
        "[[[\(x),\(y)],[\(x),\(y + 0.01)],[\(x + 0.01),\(y + 0.01)],[\(x + 0.01),\(y)],[\(x),\(y)]]]"
      }
      let coordinates = index == 1 ? square(48) + "," + square(48.02) : square(48)
      let quoted = String(decoding: try! JSONEncoder().encode(name), as: UTF8.self)
      return """
        {"type":"Feature","properties":{"code":"0100\(index)","nom":\(quoted),"POPULATION":\(100 * (index + 1))},
        "geometry":{"type":"MultiPolygon","coordinates":[\(coordinates)]}}
        """
    }
    try work.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}", to: "c.geojson")
  }

  private func render(_ arguments: String...) throws -> Run {
    try work.run(Tool.program, ["render"] + arguments + ["-o", "m.svg"])
  }

  private func svg() throws -> String {
    let data = try work.data("m.svg")
    #expect(XMLParser(data: data).parse())
    return String(decoding: data, as: UTF8.self)
  }

  /// Features are named by whatever column publishers name communes with: no map of IGN's file shows codes.
  @Test(arguments: ["nom_officiel", "LIBGEO", "NOM_COM"]) func namesOfPublishers(column: String) throws {
    try makeLayer(["Alfa", "Bravo", "Charlie", "Delta"])
    try work.write(work.text("c.geojson").replacing("\"nom\"", with: "\"\(column)\""), to: "c.geojson")
    let run = try render("choropleth", "--geo", "c.geojson", "--value", "POPULATION", "--allow-counts")
    #expect(run.status == 0, "\(run.err)")
    #expect(try svg().contains("(Alfa)"))
  }

  @Test func valuesGapsAndZeros() throws {
    try makeLayer(["A", "B", "C", "D", "E", "F"])
    try work.write(
      "code;taux;taux_status\n01000;0;\n1001;1,5;\n01002;3,25;\n01003;;s\n01004;;n\n09999;4;\n", to: "t.csv")
    let run = try render("choropleth", "--geo", "c.geojson", "--data", "t.csv", "--value", "taux", "--classes", "2")
    #expect(run.status == 0, "\(run.err)")
    for said in ["09999", "01005", "ligne", "rapport"] { #expect(run.err.contains(said), "\(said)") }
    let map = try svg()
    #expect(map.contains("class=\"area zero\" id=\"c01000\" data-insee=\"01000\" data-value=\"0\""))
    #expect(map.contains("class=\"area p0\" id=\"c01001\" data-insee=\"01001\" data-value=\"1.5\""))
    #expect(map.contains("class=\"area secret\" id=\"c01003\" data-insee=\"01003\" d="))
    #expect(map.contains("class=\"area not-available\" id=\"c01004\""))
    #expect(map.contains("class=\"area missing\" id=\"c01005\""))
    for said in ["secret statistique", "pas de donnée", "plus de 2,4 à 3,25"] { #expect(map.contains(said), "\(said)") }
    // The part far away belongs to the same path.
    let second = try #require(map.firstRange(of: "id=\"c01001\"").map { map[$0.upperBound...].prefix(200) })
    #expect(second.prefix { $0 != ">" }.count(where: { $0 == "Z" }) == 2)
  }

  @Test func aCountIsNotShaded() throws {
    try makeLayer(["A", "B", "C"])
    let refused = try render("choropleth", "--geo", "c.geojson", "--value", "POPULATION")
    #expect(refused.status == 65 && refused.err.contains("--allow-counts"), "\(refused.err)")
    #expect(!work.files().contains("m.svg"))
    #expect(try render("choropleth", "--geo", "c.geojson", "--value", "POPULATION", "--as", "ratio").status == 0)
    #expect(try render("choropleth", "--geo", "c.geojson", "--value", "POPULATION", "--allow-counts").status == 0)
  }

  /// Area is proportional to the value: radii are to each other as the square roots.
  @Test func circleAreas() throws {
    try makeLayer(["A", "B", "C", "D"])
    #expect(try render("symbols", "--geo", "c.geojson", "--value", "POPULATION", "--labels", "none").status == 0)
    let map = try svg()
    let radii = map.components(separatedBy: "class=\"symbol\"").dropFirst().compactMap { piece -> Double? in
      guard let start = piece.firstRange(of: " r=\"")?.upperBound else { return nil }
      return Double(piece[start...].prefix { $0 != "\"" })
    }
    #expect(radii.count == 4)
    // The largest first.
    #expect(radii == radii.sorted(by: >))
    for (radius, value) in zip(radii, [400.0, 300, 200, 100]) {
      #expect(abs(radius - radii[0] * (value / 400).squareRoot()) <= 0.1)
    }
  }

  @Test func categories() throws {
    try makeLayer(["A", "B", "C", "D"])
    try work.write("code,type\n01000,rural\n01001,urbain\n01002,rural\n", to: "t.csv")
    let run = try render("typology", "--geo", "c.geojson", "--data", "t.csv", "--value", "type", "--lang", "en")
    #expect(run.status == 0, "\(run.err)")
    let map = try svg()
    // As a reader of the file gets it, whatever the markup writes for a quotation mark.
    let title = try XMLDocument(xmlString: map).nodes(forXPath: "/*/*[local-name()='title']").first?.stringValue
    #expect(title == "type: \"rural\" for 2 of the 3 communes")
    #expect(map.ranges(of: "class=\"area p0\" id=").count == 2)
    #expect(map.ranges(of: "class=\"area missing\" id=").count == 1)
  }

  /// Values are read beside the projection, but what is wrong with them is told first, and it alone.
  @Test func problemsOfTheValuesComeFirst() throws {
    try makeLayer(["A", "B"])
    try work.write("code,n\n09000,1\n09001,2\n", to: "t.csv")
    func errors() throws -> [String] {
      let words = ["--geo", "c.geojson", "--data", "t.csv", "--value", "n", "--as", "ratio", "--crs", "EPSG:99999"]
      return try work.run(Tool.program, ["render", "choropleth", "-o", "m.svg"] + words).errors
    }
    let wrongKeys = try errors()
    #expect(wrongKeys.count == 1 && wrongKeys[0].contains("t.csv"), "\(wrongKeys)")
    try work.write("code,n\n01000,1\n01001,2\n", to: "t.csv")
    let wrongProjection = try errors()
    #expect(wrongProjection.count == 1 && wrongProjection[0].contains("EPSG:99999"), "\(wrongProjection)")
  }

  @Test func hostileNames() throws {
    let long = String(repeating: "Très long ", count: 20)
    try makeLayer(["<script>alert(1)</script>", long, "a\u{1B}b & \"c\""])
    let run = try render(
      "symbols", "--geo", "c.geojson", "--value", "POPULATION", "--title", long + "<script>", "--labels", "all")
    #expect(run.status == 0, "\(run.err)")
    #expect(try !svg().contains("<script>"))
  }

  @Test(arguments: [
    (["A"], "n\n01000,5\n", "choropleth", 0), (["A", "B", "C"], "n\n01000,5\n01001,5\n01002,5\n", "choropleth", 0),
    (["A", "B", "C"], "n\n01000,5\n01001,6\n01002,6\n", "choropleth", 0),
    (["A", "B"], "n\n01000,\n01001,\n", "choropleth", 65), (["A", "B"], "n\n01000,-3\n01001,4\n", "symbols", 65),
    (["A", "B"], "n\n01000,0\n01001,0\n", "symbols", 65), (["A", "B"], "n\n09000,1\n09001,2\n", "symbols", 65),
    (["A", "B"], "n\n01000,1'200\n01001,2\n", "symbols", 65),
  ]) func fewOrBadValues(names: [String], rows: String, kind: String, status: Int) throws {
    try makeLayer(names)
    try work.write("code," + rows, to: "t.csv")
    let run = try render(kind, "--geo", "c.geojson", "--data", "t.csv", "--value", "n", "--as", "ratio")
    #expect(Int(run.status) == status, "\(run.err)")
    #expect(work.files().contains("m.svg") == (status == 0))
    if status != 0 { #expect(run.errors.count == 1, "\(run.err)") }
    // A column nobody filled in is no text.
    if rows.contains("01000,\n") { #expect(run.err.contains("n’a aucune valeur"), "\(run.err)") }
  }

  @Test(arguments: [
    (["--palette", "Violette"], 64), (["--method", "hasard"], 64), (["--breaks", "1,x"], 64),
    (["--value", "absente"], 65), (["--strict"], 65), (["--key", "rien"], 65), (["--crs", "EPSG:0"], 65),
  ]) func badOptions(options: [String], status: Int) throws {
    try makeLayer(["A", "B"])
    try work.write("code,n\n01000,1.5\n", to: "t.csv")
    var arguments = ["render", "choropleth", "--geo", "c.geojson", "--data", "t.csv", "-o", "m.svg"]
    if !options.contains("--value") { arguments += ["--value", "n"] }
    let run = try work.run(Tool.program, arguments + options)
    #expect(Int(run.status) == status, "\(run.err)")
    #expect(!work.files().contains("m.svg"))
  }

  // MARK: Two columns

  private static let two = "code,a,a_status,b,b_status\n"

  @Test func bivariateCells() throws {
    try makeLayer(["A", "B", "C", "D", "E", "F", "G", "H", "I"])
    // Three classes each; 01006 a true zero, 01007 secret, 01008 absent.
    let rows = "1.5,,10.5,|2.5,,30.5,|3.5,,20.5,|4.5,,10.5,|5.5,,20.5,|6.5,,30.5,|0,,10.5,|,s,20.5,"
    let lines = rows.split(separator: "|").enumerated().map { "0100\($0),\($1)" }.joined(separator: "\n")
    try work.write(Self.two + lines, to: "t.csv")
    let run = try render("bivariate", "--geo", "c.geojson", "--data", "t.csv", "--value", "a", "--value2", "b")
    #expect(run.status == 0, "\(run.err)")
    let map = try svg()
    let cells = [0: 0, 1: 6, 2: 4, 3: 1, 4: 5, 5: 8]
    for (feature, cell) in cells {
      #expect(map.contains("class=\"area p\(cell)\" id=\"c0100\(feature)\""), "\(feature)")
    }
    #expect(map.contains("class=\"area zero\" id=\"c01006\""))
    #expect(map.contains("class=\"area secret\" id=\"c01007\""))
    #expect(map.contains("class=\"area missing\" id=\"c01008\""))
    for said in ["↑ b", "a →", "secret statistique", "0 : a", "1 des 6 communes dans la classe haute des deux"] {
      #expect(map.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").contains(said), "\(said)")
    }
  }

  @Test func circlesOverShades() throws {
    try makeLayer(["A", "B", "C", "D"])
    try work.write("code,nb,nb_status,r\n01000,10,,1.5\n01001,40,,\n01002,,s,2.5\n01003,0,,3.5\n", to: "t.csv")
    let run = try render(
      "symbols", "--geo", "c.geojson", "--data", "t.csv", "--value", "nb", "--fill", "r", "--classes", "2")
    #expect(run.status == 0, "\(run.err)")
    let map = try svg()
    #expect(map.ranges(of: "class=\"symbol\"").count == 2)
    // Secret: a mark on the map and one in the legend; a zero: neither circle nor mark.
    #expect(map.ranges(of: "class=\"no-symbol\"").count == 2)
    #expect(map.contains("class=\"area missing\" id=\"c01001\""))
    #expect(map.contains("class=\"area p0\" id=\"c01000\"") && map.contains("class=\"area p1\" id=\"c01003\""))
    #expect(map.contains("secret statistique"))
    #expect(run.err.contains("1 valeur nulle, sans"))
  }

  @Test(arguments: [
    (["bivariate", "--value", "r"], 64), (["choropleth", "--value", "r", "--value2", "s"], 64),
    (["typology", "--value", "r", "--fill", "s"], 64), (["bivariate", "--value", "r", "--value2", "t"], 65),
    (["bivariate", "--value", "r", "--value2", "vide"], 65), (["bivariate", "--value", "r", "--value2", "rien"], 65),
    (["bivariate", "--value", "r", "--value2", "nb"], 65), (["symbols", "--value", "nb", "--fill", "nb"], 65),
    (["bivariate", "--value", "r", "--value2", "s", "--palette", "Blues"], 64),
    (["bivariate", "--value", "r", "--value2", "s", "--breaks", "1,2"], 64),
    (["bivariate", "--value", "r", "--value2", "s", "--method", "boxplot"], 64),
    (["symbols", "--value", "moins", "--fill", "r"], 65), (["symbols", "--value", "nb", "--fill", "vide"], 65),
    (["bivariate", "--value", "r", "--value2", "egal"], 0), (["bivariate", "--value", "deux", "--value2", "r"], 0),
    (["bivariate", "--value", "egal", "--value2", "egal"], 0), (["symbols", "--value", "nb", "--fill", "egal"], 0),
    (["symbols", "--value", "nb", "--fill", "deux"], 0),
  ]) func twoColumnsBadOrPoor(arguments: [String], status: Int) throws {
    try makeLayer(["<script>alert(1)</script>", "B", "C", "D", "E"])
    let rows = (0..<5).map { "0100\($0),\($0).5,\(9 - $0).25,mot,,\($0 * 3),-\($0),7.5,\($0 % 2).5\n" }
    try work.write("code,r,s,t,vide,nb,moins,egal,deux\n" + rows.joined(), to: "t.csv")
    let run = try work.run(
      Tool.program, ["render"] + arguments + ["--geo", "c.geojson", "--data", "t.csv", "-o", "m.svg"])
    #expect(Int(run.status) == status, "\(run.err)")
    #expect(work.files().contains("m.svg") == (status == 0))
    if status == 0 {
      #expect(try !svg().contains("<script>"))
    } else if status == 65 {
      #expect(run.errors.count == 1, "\(run.err)")
    }
  }

  // MARK: Every kind on layers nobody drew by hand

  private static let kinds = [
    ["choropleth", "--value", "r"], ["symbols", "--value", "POPULATION"], ["typology", "--value", "t"],
    ["bivariate", "--value", "r", "--value2", "s"], ["symbols", "--value", "POPULATION", "--fill", "r"],
  ]

  /// Every text stays inside its sheet, wide and narrow, whatever the words.
  @Test(arguments: kinds, [1, 2, 14]) func longWordsStayInside(kind: [String], count: Int) throws {
    let long = String(repeating: "Nom ", count: 50) + "<script>"
    try makeLayer((0..<count).map { $0 == 0 ? String(repeating: "x", count: 200) : long + "\($0)" })
    let rows = (0..<count).map { "0100\($0),\($0).5,\(count - $0).25,\(long)\($0 % 12),\($0 * 3 + 1)\n" }
    try work.write("code,r,s,t,POPULATION\n" + rows.joined(), to: "t.csv")
    for width in ["375", "1000"] {
      for title in [String(repeating: "x", count: 200), String(repeating: "mot ", count: 50)] {
        let run = try work.run(
          Tool.program,
          ["render"] + kind + [
            "--geo", "c.geojson", "--data", "t.csv", "--width", width, "--title", title, "-o", "m.svg",
          ])
        #expect(run.status == 0, "\(run.err)")
        let map = try svg()
        #expect(!map.contains("<script>"))
        let texts = try SheetTexts.read(map)
        #expect(texts.count > 8)
        for text in texts { #expect(text.left >= -0.5 && text.right <= Double(width)! + 0.5, "\(text)") }
      }
    }
  }

  @Test func moreCategoriesThanColours() throws {
    try makeLayer((0..<10).map { "C\($0)" })
    let rows = (0..<10).map { "0100\($0),t\($0)\n" }
    try work.write("code,t\n" + rows.joined(), to: "t.csv")
    #expect(try render("typology", "--geo", "c.geojson", "--data", "t.csv", "--value", "t").status == 0)
    #expect(try svg().contains("class=\"area p9\""))
    let run = try render("typology", "--geo", "c.geojson", "--data", "t.csv", "--value", "t", "--palette", "Set1")
    #expect(run.status == 64 && run.err.contains("Set1"), "\(run.err)")
  }

  /// Neither island of one commune is hidden by the scale bar, and its circle is drawn whole.
  @Test func twoIslands() throws {
    try work.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"01000","nom":"Îles","POPULATION":9},
      "geometry":{"type":"MultiPolygon","coordinates":[[[[2,48],[2,48.01],[2.01,48.01],[2.01,48],[2,48]]],
      [[[2.3,48.1],[2.3,48.11],[2.31,48.11],[2.31,48.1],[2.3,48.1]]]]}}]}
      """, to: "c.geojson")
    #expect(try render("symbols", "--geo", "c.geojson", "--value", "POPULATION").status == 0)
    let map = try svg()
    #expect(!map.contains("class=\"plate\""))
    #expect(map.contains(/POPULATION.: 9 \(Îles\)/))
  }

  @Test func multiplesGoWithCoverage() throws {
    #expect(try work.cartopole("render", "territory", "--multiples", "-o", "m.svg").status == 64)
    try work.makeSmallProject()
    let run = try work.cartopole("render", "coverage", "--multiples", "--project", "petit", "-o", "m.svg")
    #expect(run.status == 0, "\(run.err)")
    let map = try svg()
    // The one action with a rule has a panel; the other, whose place is undecided, has none.
    #expect(map.ranges(of: "id=\"panel-").count == 1)
    #expect(map.contains("l’action atteindrait"))
  }

  @Test func aGeoPackageIsALayerLikeAnother() throws {
    try makeLayer(["A", "B", "C"])
    #expect(try work.cartopole("convert", "c.geojson", "c.gpkg").status == 0)
    let inspected = try work.cartopole("inspect", "c.gpkg")
    #expect(inspected.status == 0 && inspected.text.contains("polygones"), "\(inspected.err)")
    #expect(try render("symbols", "--geo", "c.geojson", "--value", "POPULATION").status == 0)
    let first = try svg().replacing("c.geojson", with: "c.gpkg")
    #expect(try render("symbols", "--geo", "c.gpkg", "--value", "POPULATION").status == 0)
    #expect(try svg() == first)
  }

  // MARK: Words, order and surroundings that the user gives

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }

  @Test func labelAndUnit() throws {
    try makeLayer(["A", "B", "C", "D"])
    try work.write("code,tx\n01000,4.25\n01001,31.5\n01002,9\n01003,9\n", to: "t.csv")
    let words = ["--geo", "c.geojson", "--data", "t.csv", "--value", "tx", "--label", "part des cadres", "--unit", "%"]
    let run = try work.run(Tool.program, ["render", "choropleth"] + words + ["--classes", "2", "-o", "m.svg"])
    #expect(run.status == 0, "\(run.err)")
    let map = try plain(svg())
    for said in [
      "Part des cadres : de 4,3 % (A) à 31,5 % (B), médiane 9 %", "4 communes · 2 classes", ">Part des cadres<",
      ">plus de 9 à 31,5 %<", ">de 4,3 à 9 %<", "A : 4,25 %",
    ] { #expect(map.contains(said), "\(said)") }
    #expect(!map.contains("tx"))
    // Of several features at an end, their number; a single name is never picked.
    try work.write("code,tx\n01000,4\n01001,4\n01002,9\n01003,9\n", to: "t.csv")
    #expect(
      try work.run(Tool.program, ["render", "choropleth"] + words + ["--lang", "en", "-o", "m.svg"]).status == 0)
    #expect(try plain(svg()).contains("Part des cadres: from 4% (2 communes) to 9% (2 communes), median 6.5%"))
  }

  /// The legend of circles shows the largest value itself and a small one whose circle can be seen.
  @Test func circlesFromTheLargestToASmallOne() throws {
    try makeLayer(["A", "B", "C", "D"])
    try work.write("code,nb\n01000,30\n01001,2187526\n01002,91223\n01003,700\n", to: "t.csv")
    let run = try render(
      "symbols", "--geo", "c.geojson", "--data", "t.csv", "--value", "nb", "--label", "emplois", "--unit", "postes")
    #expect(run.status == 0, "\(run.err)")
    let map = try plain(svg())
    for said in [">2 187 526 postes<", ">500 000 postes<", ">10 000 postes<", "Emplois : 2 279 479 postes en tout"] {
      #expect(map.contains(said), "\(said)")
    }
    // Areas of the legend are as on the map.
    let radii = map.matches(of: /class="symbol-key"[^>]* r="([0-9.]+)"/).compactMap { Double($0.1) }.sorted()
    #expect(radii.count == 3)
    #expect(abs(radii[2] - 35) < 0.06 && abs(radii[0] - 35 * (10_000 / 2_187_526.0).squareRoot()) < 0.06, "\(radii)")
  }

  @Test func orderAndColoursOfCategories() throws {
    try makeLayer(["A", "B", "C", "D"])
    try work.write(
      "code,type,rang,teinte\n01000,rural,2,#eeddcc\n01001,urbain,1,#112233\n01002,rural,2,#eeddcc\n01003,bourg,3,#778899\n",
      to: "t.csv")
    func rows(_ options: String...) throws -> [String] {
      let run = try work.run(
        Tool.program,
        ["render", "typology", "--geo", "c.geojson", "--data", "t.csv", "--value", "type", "-o", "m.svg"] + options)
      #expect(run.status == 0, "\(run.err)")
      return try svg().matches(of: /class="t13"[^>]*>([^<]*)</).map { String($0.1) }
    }
    #expect(try rows() == ["rural", "bourg", "urbain"])
    #expect(try rows("--order", "urbain,bourg") == ["urbain", "bourg", "rural"])
    #expect(try rows("--order", "bourg; urbain; rural", "--colours", "#ff0000;00ff00;#0000ff").first == "bourg")
    for rule in [".p0{fill:#ff0000}", ".p1{fill:#00ff00}", ".p2{fill:#0000ff}"] { #expect(try svg().contains(rule)) }
    #expect(try rows("--order-column", "rang", "--colours-column", "teinte") == ["urbain", "rural", "bourg"])
    for rule in [".p0{fill:#112233}", ".p1{fill:#eeddcc}", ".p2{fill:#778899}"] { #expect(try svg().contains(rule)) }
  }

  @Test(arguments: [
    (["--order", "rurale"], 64, "rural"), (["--colours", "#112233"], 64, "3"), (["--colours", "a,b,c"], 64, "#rrggbb"),
    (["--order", "rural", "--order-column", "rang"], 64, "--order"),
    (["--colours", "#111111,#222222,#333333", "--palette", "Set1"], 64, "--palette"),
    (["--order-column", "type"], 65, "type"), (["--order-column", "double"], 65, "rural"),
    (["--colours-column", "rang"], 65, "#rrggbb"), (["--colours-column", "creux"], 65, "bourg"),
  ]) func badOrderOrColours(options: [String], status: Int, said: String) throws {
    try makeLayer(["A", "B", "C", "D"])
    try work.write(
      "code,type,rang,double,creux\n01000,rural,2,1,#111111\n01001,urbain,1,2,#222222\n01002,rural,2,3,#111111\n01003,bourg,3,4,\n",
      to: "t.csv")
    let run = try work.run(
      Tool.program,
      ["render", "typology", "--geo", "c.geojson", "--data", "t.csv", "--value", "type", "-o", "m.svg"] + options)
    #expect(Int(run.status) == status, "\(run.err)")
    #expect(run.err.contains(said), "\(run.err)")
    #expect(!work.files().contains("m.svg"))
  }

  /// Communes around, limits and names of départements and the inset come from a layer that the user names; a layer alone has
  /// none, and a project beside it is not opened.
  @Test func surroundings() throws {
    let data = Tool.data.path
    let arguments = ["render", "choropleth", "--value", "LON", "--labels", "none", "-o", "m.svg", "--geo"]
    #expect(try work.run(Tool.program, arguments + [data + "/sud-essonne.shp"]).status == 0)
    #expect(try !svg().contains("id=\"surroundings\""))
    let layer = data + "/sud-essonne.shp"
    #expect(try work.run(Tool.program, arguments + [layer, "--context", data + "/context.shp"]).status == 0)
    #expect(try svg().contains(">Loiret<"))
    #expect(try work.run(Tool.program, arguments + [layer, "--context", data + "/ile-de-france.shp"]).status == 0)
    let named = try svg()
    for said in ["id=\"surroundings\"", "id=\"locator\"", ">Yvelines<", ">en Île-de-France<"] {
      #expect(named.contains(said), "\(said)")
    }
    // The communes of the layer are drawn once.
    #expect(named.ranges(of: /<path[^>]* data-insee=/).count == 132)
    #expect(try work.run(Tool.program, arguments + [layer, "--context", "absent.shp"]).status == 66)
  }
}
