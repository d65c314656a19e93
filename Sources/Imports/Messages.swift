import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: FloresForms
  static func legalFormHasNoFamily(_ form: String) -> Text {
    Text("la forme juridique \(form) n’est d’aucune famille de l’ESS", "legal form \(form) is of no family of the ESS")
  }
  static let chooseACategoryOfFamilies = Text(
    "choisissez une catégorie d’associations, de coopératives, de mutuelles ou de fondations",
    "choose a category of associations, cooperatives, mutual societies or foundations")
  static func severalLegalForms(_ forms: String) -> Text {
    Text("plusieurs formes juridiques : \(forms)", "several legal forms: \(forms)")
  }
  static let chooseWithLegalForm = Text("choisissez avec ‹legal-form›", "choose with ‹legal-form›")

  // MARK: FloresImport+Long
  static func legalFormsLeftOut(_ codes: String) -> Text {
    Text(
      "formes juridiques qui ne disent pas l’ESS, laissées : \(codes)",
      "legal forms that do not tell the ESS, left out: \(codes)")
  }
  static func valuesIncludeAnotherCommune(_ values: Int) -> Text {
    Text(
      "\(values) valeurs comprennent une autre commune (statut W)",
      "\(values) values include another commune (status W)")
  }
  static func cellsOutOfRows(
    _ cellsFr: String, _ rowsFr: String, _ otherAreasFr: String, _ cellsEn: String, _ rowsEn: String,
    _ otherAreasEn: String
  ) -> Text {
    Text(
      "\(cellsFr) cellules, de \(rowsFr) lignes (\(otherAreasFr) d’autres territoires que des communes)",
      "\(cellsEn) cells, out of \(rowsEn) rows (\(otherAreasEn) of other areas than communes)")
  }
  static let familiesByLegalForm = Text(
    "familles d’après la forme juridique : majorant, sans exclusion d’activités",
    "families by legal form: an upper bound, no activity excluded")

  // MARK: FloresImport+Wide
  static let onlyTotalsAreRead = Text(
    "seuls les totaux de ce fichier sont lus", "only the totals of this file are read")
  static let dropFiltersOrChangeFile = Text(
    "ôtez ‹activity›, ‹size› et ‹legal-form›, ou prenez le fichier long d’Insee (ACTIVITY, NUMBER_EMPL…)",
    "drop ‹activity›, ‹size› and ‹legal-form›, or take Insee's long file (ACTIVITY, NUMBER_EMPL…)")

  // MARK: ListImport
  static let nothingSaysWhatRowsAre = Text(
    "rien ne dit ce qu’est une ligne de cette liste", "nothing says what a row of this list is")
  static let sayWhatTheListHolds = Text(
    "donnez ‹list-of› members ou persons, ‹siret› COLONNE, ‹measure› establishments, ou ‹value› COLONNE si ce n’est pas une liste",
    "give ‹list-of› members or persons, ‹siret› COLUMN, ‹measure› establishments, or ‹value› COLUMN if it is no list")
  static let familiesOfLegalCategories = Text("familles des catégories juridiques ?", "families of legal categories?")
  static let placingRowsTakesOutlines = Text(
    "placer ces lignes demande des contours de communes", "to place these rows takes outlines of communes")
  static func someContradictTheFirstLine(_ contradictions: Int) -> Text {
    Text(
      ", dont \(contradictions) avec une autre commune ou famille : la première ligne compte",
      ", \(contradictions) of them with another commune or family: the first line counts")
  }
  static func rowsInAnotherCommune(_ rows: Int) -> Text {
    Text(
      "lignes dont les coordonnées tombent dans une autre commune que celle qui est écrite, comptées dans celle-ci : \(rows)",
      "rows whose coordinates lie in another commune than the one written, counted in the latter: \(rows)")
  }
  static func rowsPlacedByEachMeans(_ byCode: Int, _ byAddress: Int, _ byCoordinates: Int) -> Text {
    Text(
      "placées par leur code : \(byCode), par le nom ou l’adresse : \(byAddress), par leurs coordonnées : \(byCoordinates)",
      "placed by their code: \(byCode), by name or address: \(byAddress), by their coordinates: \(byCoordinates)")
  }
  static func rowsWithoutASiret(_ rows: Int) -> Text {
    Text(
      "lignes sans SIRET, dont un doublon ne se voit pas : \(rows)",
      "rows without a SIRET, of which a repetition does not show: \(rows)")
  }
  static func rowsWithoutLegalCategory(_ rows: Int) -> Text {
    Text(
      "lignes sans catégorie juridique, comptées parmi les autres organismes : \(rows)",
      "rows without a legal category, counted among other bodies: \(rows)")
  }
  static let densityCountsEstablishments = Text(
    "la densité compte des établissements : ‹measure› establishments si chaque ligne en est un",
    "the density is one of establishments: ‹measure› establishments when each row is one")
  static let communesWithoutARow = Text(
    "communes sans ligne : inconnues, non nulles ; ‹complete› si la liste est entière",
    "communes without a row: unknown, not zero; ‹complete› when the list is whole")

  // MARK: CityRows
  static func arrondissementsLeftOut(_ codes: String) -> Text {
    Text(
      "arrondissements laissés de côté, leur commune ayant sa ligne : \(codes)",
      "arrondissements left out, their commune having its row: \(codes)")
  }

  // MARK: FileVintage+Codes
  static func rowsOfCodesLeftOut(_ codes: String) -> Text {
    Text("toutes les lignes de ces codes sont écartées : \(codes)", "all rows of these codes are left out: \(codes)")
  }
  static func yearFromTheOtherCodes(_ year: Int) -> Text {
    Text(" (COG \(year), d’après les autres codes)", " (COG \(year), from the other codes)")
  }
  static let yearOfCodesUnknown = Text(
    "millésime des communes inconnu : donnez ‹cog›", "year of the commune codes unknown: give ‹cog›")

  // MARK: FileVintage
  static let referenceDateUnknown = Text(
    "date de référence inconnue : donnez ‹date›", "reference date unknown: give ‹date›")

  // MARK: Import
  static func rowsRead(_ rows: Int) -> Text {
    Numerals.count(rows, fr: ("ligne lue", "lignes lues"), en: ("row read", "rows read"))
  }
  static func communes(_ count: Int) -> Text {
    Numerals.count(count, fr: ("commune", "communes"), en: ("commune", "communes"))
  }
  /// The reasons for which some rows are not counted, with their numbers.
  static func reasons(_ all: [(count: Int, fr: (String, String), en: (String, String))]) -> [Text] {
    all.filter { $0.count > 0 }.map { Numerals.count($0.count, fr: $0.fr, en: $0.en) }
  }
  static let checkFileAndOptions = Text("vérifiez le fichier et les options", "check the file and the options")

  // MARK: Fault
  static func isNoCommuneCode(_ value: String) -> Text {
    Text("« \(value) » n’est pas un code commune", "\"\(value)\" is no commune code")
  }
  static func fourteenDigitsExpected(_ column: String, _ value: String) -> Text {
    Text(
      "\(column) « \(value) » : quatorze chiffres attendus, dont le dernier est une clé",
      "\(column) \"\(value)\": fourteen digits expected, the last a check digit")
  }
  static let neitherCodeAddressNorCoordinates = Text(
    "ni code, ni adresse, ni coordonnées", "neither a code, an address nor coordinates")
  static func totalIsNotTheSum(_ value: String) -> Text {
    Text("le total ne fait pas la somme : \(value)", "the total is not the sum: \(value)")
  }
  static let correctNumberOrEmptyCell = Text(
    "corrigez le numéro, gardé en texte, ou videz la case", "correct the number, kept as text, or empty the cell")
  static let correctOneOrEmptyClass = Text(
    "corrigez l’une ou l’autre, ou videz la tranche", "correct one or the other, or empty the class")
  static let correctYearOrCode = Text(
    "corrigez ‹cog›, ou le code dans le fichier", "correct ‹cog›, or the code in the file")

  // MARK: Faults
  static let orKeepGoingWithoutThem = Text(
    ", ou ‹keep-going› pour continuer sans ces lignes", ", or ‹keep-going› to go on without these lines")

  // MARK: TableScan
  static func lastLineLacksLineFeed(_ line: Int) -> Text {
    Text(
      "ligne \(line) : la dernière ligne n’a pas de fin de ligne ; le fichier est peut-être coupé",
      "line \(line): the last line has no line feed; the file may be cut short")
  }
  static let noRowAfterTheHeader = Text("aucune ligne après l’en-tête", "no row after the header")
  static let downloadTheFileAgain = Text("téléchargez le fichier de nouveau", "download the file again")

  // MARK: LegalCategories
  static func isNoLegalCategory(_ code: String) -> Text {
    Text("« \(code) » n’est pas un code de catégorie juridique", "\"\(code)\" is no legal category")
  }

  // MARK: SireneImport
  static let noEstablishmentCounted = Text("aucun établissement de l’ESS compté", "no establishment of the ESS counted")
  static let allEstablishmentsAreClosed = Text(
    "tous sont fermés : prenez un stock entier, ou ‹keep› all", "all are closed: take a whole stock, or ‹keep› all")
  static let employerColumnIsEmpty = Text(
    "caractereEmployeurEtablissement est vide partout : ‹keep› active compte les actifs",
    "caractereEmployeurEtablissement is empty everywhere: ‹keep› active counts the active ones")
  static let keepActiveCountsNonEmployers = Text(
    "‹keep› active compte aussi les non-employeurs", "‹keep› active counts those that are no employers too")
  static let takeFilesOfOneMonth = Text(
    "prenez les deux fichiers du même mois et du même territoire", "take both files of one month and one territory")
  static let communeColumnIsUnusable = Text(
    "codeCommuneEtablissement est vide, retenu ([ND]) ou étranger partout : prenez le fichier entier de l’Insee",
    "codeCommuneEtablissement is empty, withheld ([ND]) or foreign everywhere: take Insee's whole file")
  static let noUnitDeclaredSocial = Text(
    ", aucune avec economieSocialeSolidaireUniteLegale = O", ", none with economieSocialeSolidaireUniteLegale = O")
  static let columnIsEmptyEverywhere = Text(
    "la colonne est vide partout : reprenez StockUniteLegale tel que l’Insee le publie",
    "the column is empty everywhere: take StockUniteLegale as Insee publishes it")
  static let checkThatUnitsAreWhole = Text(
    "vérifiez que c’est StockUniteLegale, entier", "check that it is StockUniteLegale, whole")
  static func unitsWithoutLegalCategory(_ unitsFr: String, _ unitsEn: String) -> Text {
    Text(
      "unités sans catégorie juridique, comptées parmi les autres organismes : \(unitsFr)",
      "units without a legal category, counted among other bodies: \(unitsEn)")
  }
  static let fileHoldsPositions = Text("c’est le fichier de géolocalisation", "this is the file of positions")
  static let giveEstablishmentStock = Text(
    "donnez StockEtablissement, qui dit l’état, la commune et l’employeur",
    "give StockEtablissement, which says state, commune and employer")
  static let fileHoldsHistories = Text("c’est un fichier d’historique", "this is a file of histories")
  static let giveBothStocks = Text(
    "donnez StockUniteLegale et StockEtablissement", "give StockUniteLegale and StockEtablissement")
  static let fileGoesToEstablishments = Text(
    "donnez-le à ‹establishments›, et StockUniteLegale à ‹units›",
    "it goes to ‹establishments›, and StockUniteLegale to ‹units›")
  static let fileGoesToUnits = Text(
    "donnez-le à ‹units›, et StockEtablissement à ‹establishments›",
    "it goes to ‹units›, and StockEtablissement to ‹establishments›")
  static let someCooperativesCountAsCompanies = Text(
    "SCOP et SCIC constituées en SAS (catégorie 5710) : comptées parmi les sociétés, que rien ne distingue ; les coopératives sont un minimum",
    "SCOPs and SCICs that are SAS (category 5710): counted among companies, which nothing tells apart; cooperatives are a minimum"
  )

  // MARK: Inflater
  static let archiveStopsBeforeItsEnd = Text("l’archive s’arrête avant sa fin", "the archive stops before its end")

  // MARK: ZipDirectory
  static func isEncryptedOrPackedOtherwise(_ name: String) -> Text {
    Text("« \(name) » est chiffré ou compressé autrement", "\"\(name)\" is encrypted or packed otherwise")
  }

  // MARK: TableImport
  static let giveColumnOfCommuneCodes = Text(
    "donnez la colonne des codes commune", "give the column of the commune codes")
  static func publishedHeadcountClasses(_ withClass: Int, _ withoutClass: Int) -> Text {
    Text(
      "tranches d’effectifs publiées : \(withClass) ; lignes sans tranche : \(withoutClass)",
      "published classes of headcounts: \(withClass); rows without one: \(withoutClass)")
  }
}
