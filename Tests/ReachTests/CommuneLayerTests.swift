import Cartopole
import Testing

/// The layers in the repository, against the numbers their makers publish (GeoData/README.md).
@Suite struct CommuneLayerTests {
  @Test func sudEssonne() throws {
    let layer = try Shipped.studyArea.layer
    #expect(layer.count == 132)
    #expect(layer.vintage == 2008)
    #expect(layer.population.total == 313_320)
    #expect(Set(layer.communes.compactMap(\.canton)).count == 11)
    #expect(layer.communes.allSatisfy { $0.departement == "91" && $0.region == "11" && $0.population != nil })
    #expect(layer.communes.count { $0.position == .interior } == 10 - 1)
    let outline = layer.outlines.dissolved()
    #expect(outline.partCount == 1)
    #expect(outline.ringCount == 1)
    #expect(outline.pointCount == 451 + 1)
  }

  @Test func ileDeFrance() throws {
    let layer = try Shipped.layer("ile-de-france")
    #expect(layer.count == 1266)
    #expect(layer.population.total == 12_174_880)
    let essonne = layer.communes.indices.filter { layer.communes[$0].departement == "91" }
    #expect(essonne.count == 194)
    #expect(layer.population(essonne).total == 1_296_130)
    #expect(try Shipped.layer("context").count == 399)
  }

  @Test(arguments: [
    ("91223", "91223"), ("étampes", "91223"), ("ETAMPES", "91223"), ("Etampes", "91223"), ("la ferté alais", "91232"),
    ("Ferté-Alais", "91232"), ("FERTE ALAIS", "91232"), ("  étréchy ", "91226"), ("Saint–Chéron", "91540"),
    ("saint cheron", "91540"),
  ]) func communesAreFound(_ text: String, _ code: String) throws {
    let layer = try Shipped.studyArea.layer
    #expect(layer.communes[try layer.find(text)].insee == code)
  }

  @Test(arguments: [
    ("L'Haÿ-les-Roses", "94038"), ("hay les roses", "94038"), ("l’haÿ les roses", "94038"), ("PARIS", "75056"),
    ("blandy ", ""),
  ]) func communesOfIleDeFranceAreFound(_ text: String, _ code: String) throws {
    let layer = try Shipped.layer("ile-de-france")
    let found = try? layer.communes[layer.find(text)].insee
    #expect(found ?? "" == code)
  }

  @Test func ambiguousNamesListTheirCandidates() throws {
    let layer = try Shipped.layer("ile-de-france")
    let expected = [
      "Blandy": "77034 Blandy, 91067 Blandy", "mondreville": "77297 Mondreville, 78413 Mondreville",
      "marolles en brie": "77278 Marolles-en-Brie, 94048 Marolles-en-Brie",
    ]
    for (name, candidates) in expected {
      #expect(throws: Problem.self) { try layer.find(name) }
      do throws(Problem) { _ = try layer.find(name) } catch {
        let line = error.line(.en)
        #expect(error.status == .badData)
        #expect(line.hasSuffix("ile-de-france.shp: \"\(name)\" names several communes; give the code: \(candidates)"))
      }
    }
  }

  @Test func nearNamesAreGiven() throws {
    let layer = try Shipped.studyArea.layer
    func line(_ text: String) -> String {
      do throws(Problem) {
        _ = try layer.find(text)
        return ""
      } catch { return error.line(.en) }
    }
    #expect(line("Dourdant").hasSuffix("no commune \"Dourdant\"; near names: 91200 Dourdan"))
    #expect(line("Étempes").contains("near names: 91223 Étampes"))
    #expect(line("91999").hasSuffix("no commune \"91999\"; check the code or the name"))
    #expect(line("").contains("no commune \"\""))
    #expect(line("Zyxwvutsrqponm").hasSuffix("check the code or the name"))
  }

  static func line(_ features: Features) -> String? {
    do throws(Problem) {
      _ = try CommuneLayer(features, vintage: nil)
      return nil
    } catch { return error.status == .badData ? error.line(.en) : "\(error.status)" }
  }

  @Test func layersThatAreNotCommunes() {
    func codes(_ texts: [String?]) -> Column { Column("INSEE_COM", .text(texts)) }
    #expect(
      Self.line(TinyProject.features(codes: codes(["01001", "01002", "01001", "01003"])))
        == "communes.shp: record 3: code 01001 is already at record 1; keep one row a commune")
    #expect(
      Self.line(TinyProject.features(codes: codes(["01001", nil, "01003", "01004"])))
        == "communes.shp: record 2: no commune code; give every outline a code")
    #expect(
      Self.line(TinyProject.features(codes: codes(["01001", "01002", "1003", "01004"])))
        == "communes.shp: record 3: \"1003\" is not a commune code; five characters expected; a lost zero? "
        + "keep codes as text")
    // A spreadsheet made the codes numbers.
    #expect(
      Self.line(TinyProject.features(codes: Column("INSEE_COM", .integer([1001, 1002, 1003, 1004]))))?.contains(
        "record 1: \"1001\" is not a commune code") == true)
    #expect(
      Self.line(TinyProject.features(codes: Column("IDENT", .text(["a", "b", "c", "d"]))))
        == "communes.shp: no column of commune codes; expected: INSEE_COM, code_insee, insee, CODGEO, code…; "
        + "there are: IDENT, NOM, POPULATION, LON, LAT")
    var points = TinyProject.features()
    points.geometry = Layer(.point)
    #expect(Self.line(points) == "communes.shp: these are not commune outlines; give a layer of polygons")
  }

  @Test(arguments: [
    ["INSEE_COM", "NOM_COMM"], ["code", "nom"], ["insee", "nom"], ["INSEE_COM", "NOM_COM"], ["insee_com", "Nom"],
  ]) func namesOfColumns(_ names: [String]) throws {
    var features = TinyProject.features()
    features.columns[0].name = names[0]
    features.columns[1].name = names[1]
    let layer = try CommuneLayer(features, vintage: nil)
    #expect(layer.communes.map(\.insee) == TinyProject.codes)
    #expect(layer.communes[3].name == "Zonza")
  }

  /// Neither a population that is no number nor a missing position may stop the program.
  @Test func strangeValues() throws {
    var features = TinyProject.features()
    features.columns[2] = Column("POPULATION", .text(["inf", "nan", "1e300", "12"]))
    features.columns[3] = Column("LON", .number([nil, .nan, 0.005, 0.015]))
    let layer = try CommuneLayer(features, vintage: nil)
    #expect(layer.communes.map(\.population) == [nil, nil, nil, 12])
    #expect(layer.communes[0].position == .interior)
    #expect(abs(layer.communes[0].longitude - 0.005) < 0.001)
    #expect(layer.communes[1].position == .interior)
    #expect(layer.communes[1].longitude.isFinite)
    #expect(layer.communes[2].position == .chefLieu)
  }

  @Test(arguments: [
    ("01001", true), ("2A004", true), ("2B999", true), ("2C001", false), ("9122", false), ("912233", false),
    ("A2004", false), ("", false), ("9122 ", false), ("９１２２３", false),
  ]) func codes(_ text: String, _ isCode: Bool) { #expect(CommuneLayer.isCode(text) == isCode) }
}
