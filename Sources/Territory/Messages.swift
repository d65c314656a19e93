import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: CommuneCode
  static func codesRestored(_ count: Int, _ first: String) -> Text {
    Text(
      "codes sans leur zéro ou écrits comme des nombres, rétablis ; lignes : \(count) (\(first))",
      "codes without their zero or written as numbers, restored; lines: \(count) (\(first))")
  }
  static func isNotACommuneCode(_ text: String) -> Text {
    Text("« \(text) » n’est pas un code commune", "\"\(text)\" is not a commune code")
  }
  static let fiveCharactersExpected = Text(
    "cinq caractères attendus, gardés en texte", "five characters expected, kept as text")
  static func noneOfItsCodesMatches(_ theirs: String, _ name: String, _ ours: String) -> Text {
    Text(
      "aucun de ses codes (\(theirs)) n’est dans \(name) (\(ours))",
      "none of its codes (\(theirs)) is in \(name) (\(ours))")
  }
  static let giveLayerAndFileTogether = Text(
    "donnez la couche et le fichier d’un même territoire", "give a layer and a file of one area")

  // MARK: CommuneLayer+Features
  static let giveEveryOutlineACode = Text("donnez un code à chaque contour", "give every outline a code")
  static func outlineCodeIsInvalid(_ code: String) -> Text {
    Text("« \(code) » n’est pas un code commune", "\"\(code)\" is not a commune code")
  }
  static let fiveCharactersWithZeroExpected = Text(
    "cinq caractères attendus ; un zéro perdu ? gardez les codes en texte",
    "five characters expected; a lost zero? keep codes as text")
  static let noColumnOfCommuneCodes = Text("aucune colonne de codes communes", "no column of commune codes")
  static func expectedCodeColumns(_ columns: String) -> Text {
    Text(
      "attendu : INSEE_COM, code_insee, insee, CODGEO, code… ; présent : \(columns)",
      "expected: INSEE_COM, code_insee, insee, CODGEO, code…; there are: \(columns)")
  }
  static let theseAreNotCommuneOutlines = Text(
    "ce ne sont pas des contours de communes", "these are not commune outlines")
  static let giveALayerOfPolygons = Text("donnez une couche de polygones", "give a layer of polygons")

  // MARK: CommuneLayer+Lookup
  static func layerHasTheWholeCommune(_ code: String, _ name: String) -> Text {
    Text("la couche a la commune entière : \(code) \(name)", "the layer has the whole commune: \(code) \(name)")
  }
  static func layerHasTheArrondissements(_ first: String, _ last: String) -> Text {
    Text(
      "la couche a les arrondissements : \(first) à \(last)", "the layer has the arrondissements: \(first) to \(last)")
  }
  static func namesSeveralCommunes(_ text: String) -> Text {
    Text("« \(text) » désigne plusieurs communes", "\"\(text)\" names several communes")
  }

  // MARK: CommuneLayer
  static func codeIsAlreadyAtRecord(_ insee: String, _ record: Int) -> Text {
    Text("le code \(insee) est déjà à l’enregistrement \(record)", "code \(insee) is already at record \(record)")
  }
  static let keepOneRowPerCommune = Text("gardez une ligne par commune", "keep one row a commune")
  static let inhabitantsAreUnknown = Text(
    "aucune population : habitants inconnus, non nuls", "no population: inhabitants are unknown, not zero")

  // MARK: CommuneNames
  static let giveTheINSEECode = Text("donnez le code INSEE de la commune", "give the commune's INSEE code")
  static func inAnotherDepartement(_ said: String, _ elsewhere: String) -> Text {
    Text("« \(said) » : dans un autre département, \(elsewhere)", "\"\(said)\": in another département, \(elsewhere)")
  }
  static let correctItOrChangeLayer = Text(
    "corrigez-la, ou donnez une couche qui l’a", "correct it, or give a layer that has it")
  static func noSuchCommuneInLayer(_ said: String) -> Text {
    Text("« \(said) » : aucune commune de la couche", "\"\(said)\": no commune of the layer")
  }

  // MARK: CommuneSelection
  static func namesSeveralThings(_ text: String) -> Text {
    Text("« \(text) » désigne plusieurs choses", "\"\(text)\" names several things")
  }
  static func writeOneOfThese(_ list: String) -> Text {
    Text("écrivez l’une de celles-ci : \(list)", "write one of these: \(list)")
  }
  static func onlyOneWithThatName(_ text: String, _ insee: String, _ name: String, _ count: Int) -> Text {
    Text(
      "« \(text) » : \(insee) \(name), seule des \(count) de ce nom dans les départements de la liste",
      "\"\(text)\": \(insee) \(name), the only one of \(count) with that name in the list's départements")
  }
  static func isNoMoreSince(_ text: String, _ date: String, _ names: String, _ list: String) -> Text {
    Text(
      "« \(text) » n’existe plus depuis \(date) (\(names)) : \(list)",
      "\"\(text)\" is no more since \(date) (\(names)): \(list)")
  }
  static func arrondissementIsTakenWhole(_ code: String, _ city: String, _ name: String) -> Text {
    Text(
      "\(code) est un arrondissement de \(city) \(name), prise entière (une couche d’arrondissements les garderait)",
      "\(code) is an arrondissement of \(city) \(name), taken whole (a layer of arrondissements would keep them)")
  }
  static func existsOnlySince(_ code: String, _ date: String, _ list: String) -> Text {
    Text(
      "\(code) n’existe que depuis \(date), la couche est plus ancienne : \(list)",
      "\(code) exists since \(date) only, the layer is older: \(list)")
  }
  static func communesWrittenSeveralTimes(_ count: Int, _ repeated: String) -> Text {
    Text(
      "communes écrites plusieurs fois : \(count) (\(repeated))",
      "communes written several times: \(count) (\(repeated))")
  }
  static func communesTheLayerLacks(_ count: Int, _ missing: String) -> Text {
    Text(
      "communes de la liste absentes de la couche : \(count) (\(missing))",
      "communes of the list that the layer lacks: \(count) (\(missing))")
  }
  static let noCommuneInThisList = Text("aucune commune dans cette liste", "no commune in this list")
  static let giveSIRENOrEPCIName = Text(
    "donnez le SIREN ou le nom d’un EPCI de la couche", "give the SIREN or the name of an EPCI of the layer")
  static func noSuchEPCIInLayer(_ text: String) -> Text {
    Text("« \(text) » : aucun EPCI de la couche", "\"\(text)\": no EPCI of the layer")
  }

  // MARK: LayerPopulations
  static func isNoNumberOfInhabitants(_ number: String, _ column: String) -> Text {
    Text(
      "« \(number) » n’est pas un nombre d’habitants (colonne \(column))",
      "\"\(number)\" is no number of inhabitants (column \(column))")
  }
  static let giveWholeInhabitants = Text(
    "donnez des habitants entiers : en milliers, multipliez la colonne par 1000 ; une autre mesure, renommez-la",
    "give whole inhabitants: multiply a column of thousands by 1000; rename one of anything else")
  static func inThousandsOfInhabitants(_ column: String) -> Text {
    Text(
      "\(column) en milliers d’habitants (GEOFLA), multipliée par 1 000",
      "\(column) in thousands of inhabitants (GEOFLA), multiplied by 1,000")
  }

  // MARK: PlaceColumns
  static func noPositionAmongTheColumns(_ columns: String) -> Text {
    Text(
      "ni code de commune, ni adresse, ni coordonnées parmi les colonnes : \(columns)",
      "neither a commune code, an address nor coordinates among the columns: \(columns)")
  }
  static let givePositionColumns = Text(
    "donnez des colonnes insee, code_postal et ville, longitude et latitude, ou x et y",
    "give columns insee, postcode and commune, longitude and latitude, or x and y")

  // MARK: AreaList
  static func nearNamesDistinctAreas(_ other: String, _ name: String) -> Text {
    Text(
      "noms proches, territoires distincts : « \(other) » et « \(name) »",
      "near names, distinct areas: \"\(other)\" and \"\(name)\"")
  }

  // MARK: AreaSizes
  static let writeAreaSizeForExample = Text(
    "écrivez par exemple departement,91,2019,194", "write for example departement,91,2019,194")

  // MARK: CommuneEvents+Reading
  static let giveCommuneCodes = Text(
    "donnez des codes communes séparés par des espaces", "give commune codes separated by spaces")
}
