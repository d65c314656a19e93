import ArgumentParser
import Cartopole

extension SireneImport.Kept: ExpressibleByArgument {}
extension ImportOptions.Cities: ExpressibleByArgument {}

/// `cartopole import`: statistics by commune from official files.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "import", "Statistiques communales tirées de fichiers officiels.", "Commune statistics out of official files.",
    discussion: say(
      "Chaque sous-commande écrit le même tableau CSV, commune × famille × mesure, que lit cartopole compare --data.\nExemple : cartopole import sirene --units docs/examples/StockUniteLegale_utf8.zip --establishments docs/examples/StockEtablissement_utf8.zip -o ess.csv",
      "Each subcommand writes the same CSV table, commune × family × measure, which cartopole compare --data reads.\nExample: cartopole import sirene --units docs/examples/StockUniteLegale_utf8.zip --establishments docs/examples/StockEtablissement_utf8.zip -o ess.csv"
    ), subcommands: [ImportSireneCommand.self, ImportFloresCommand.self, ImportTableCommand.self])
}

/// Options of every import.
struct ImportArguments: ParsableArguments {
  @Option(
    name: .shortAndLong, "fichier de sortie (- : sortie standard)", "output file (-: stdout)", "file",
    completion: .file())
  var output: String = "-"

  @Option("date de référence des chiffres (2024-12-31 ou 2024)", "reference date of the figures (2024-12-31 or 2024)")
  var date: String?

  @Option("millésime des codes commune (2025)", "year of the commune codes (2025)", "year") var cog: Int?

  @Option(help: .events, completion: .file()) var events: String?

  @Flag(
    "écarter les lignes fautives, les lister à part et continuer",
    "leave faulty rows out, list them in a side file and go on")
  var keepGoing = false

  @Option(
    file: "fichier des lignes écartées (sinon SORTIE-rejects.csv)",
    "file of the rows left out (else OUTPUT-rejects.csv)")
  var rejects: String?

  func validate() throws {
    try refuse(
      date.map { ReferenceDate($0) == nil } ?? false,
      "--date veut une année, un mois ou un jour : 2024, 2024-12, 2024-12-31",
      "--date wants a year, a month or a day: 2024, 2024-12, 2024-12-31")
    try refuse(
      !(1943...2099).contains(cog ?? 2025), "--cog veut une année, telle 2025", "--cog wants a year, such as 2025")
    try refuse(
      rejects != nil && !keepGoing, "--rejects ne va qu’avec --keep-going", "--rejects goes with --keep-going only")
    try requireDistinct(("--output", output), ("--rejects", rejects))
  }

  func options(_ cities: CityOptions) throws(Problem) -> ImportOptions {
    var options = ImportOptions()
    options.events = try DataFolder.communeEvents(events)
    options.date = date
    options.cog = cog.map(String.init)
    options.keepsGoing = keepGoing
    options.cities = cities.arrondissements
    options.showsProgress = !Terminal.isQuiet
    return options
  }

  /// Writes the table and reports what was left out.
  func finish(_ result: ImportResult) throws(Problem) {
    let side = rejects ?? ImportResult.rejectsPath(for: output)
    try result.write(to: output, rejects: side)
    for note in result.notes { Terminal.note(note) }
    var warnings = result.warnings
    if !result.faults.isEmpty {
      let count = result.faults.count
      warnings.append(
        Warning(
          file: side,
          Text(
            "\(Numerals(.fr).integer(count)) \(count == 1 ? "ligne écartée ou signalée" : "lignes écartées ou signalées")",
            "\(Numerals(.en).integer(count)) \(count == 1 ? "row" : "rows") left out or reported")))
    }
    Terminal.warn(warnings)
  }
}

/// What becomes of the rows on parts of cities.
struct CityOptions: ParsableArguments {
  @Option(
    "arrondissements de Paris, Lyon et Marseille : fold (réunis) ou keep (gardés)",
    "arrondissements of Paris, Lyon and Marseille: fold or keep")
  var arrondissements: ImportOptions.Cities = .fold
}

/// The family of each catégorie juridique.
struct FamilyArguments: ParsableArguments {
  @Option(
    file: "familles des catégories juridiques (sinon celles livrées)",
    "families of the legal categories (else the shipped ones)")
  var legalCategories: String?

  func read() throws(Problem) -> LegalCategories {
    if let legalCategories { return try LegalCategories(path: legalCategories) }
    return try LegalCategories(path: Path.join(DataFolder.find(), LegalCategories.fileName))
  }
}

/// `cartopole import sirene`: ESS establishments from Insee's register of companies.
struct ImportSireneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "sirene", "Établissements de l’ESS, d’après les fichiers stock de la base Sirene (Insee).",
    "ESS establishments, from the stock files of Insee's Sirene register.",
    discussion: say(
      "Les fichiers sont ceux que publie l’Insee, en .csv, .csv.gz ou .zip.\nExemple : cartopole import sirene --units docs/examples/StockUniteLegale_utf8.zip --establishments docs/examples/StockEtablissement_utf8.zip --date 2024-12-31 --cog 2025 -o ess.csv",
      "The files are those Insee publishes, as .csv, .csv.gz or .zip.\nExample: cartopole import sirene --units docs/examples/StockUniteLegale_utf8.zip --establishments docs/examples/StockEtablissement_utf8.zip --date 2024-12-31 --cog 2025 -o ess.csv"
    ))

  @Option("StockUniteLegale : les unités légales", "StockUniteLegale: the legal units", "file", completion: .file())
  var units: String

  @Option(
    "StockEtablissement : les établissements", "StockEtablissement: the establishments", "file", completion: .file())
  var establishments: String

  @Option(
    "ce qui compte : employers (actifs et employeurs), active (actifs) ou all (fermés aussi)",
    "what counts: employers (active and employers), active or all (closed ones too)")
  var keep: SireneImport.Kept = .employers

  @OptionGroup var cities: CityOptions

  @OptionGroup var families: FamilyArguments
  @OptionGroup var arguments: ImportArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    var sirene = SireneImport(units: units, establishments: establishments, categories: try families.read())
    sirene.kept = keep
    sirene.options = try arguments.options(cities)
    try arguments.finish(try sirene.run())
  }
}

/// `cartopole import flores`: establishments and jobs from Insee's Flores tables.
struct ImportFloresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "flores", "Établissements et emplois salariés, d’après les tableaux Flores (Insee).",
    "Establishments and salaried jobs, from Insee's Flores tables.",
    discussion: say(
      "Lit le format long (GEO;GEO_OBJECT;…;OBS_VALUE) et l’ancien (CODGEO;…), en .csv, .csv.gz ou .zip. Une ligne absente n’est pas un zéro.\nExemple : cartopole import flores docs/examples/DS_FLORES_A17_2022_CSV_FR.zip --cog 2024 -o flores.csv",
      "Reads the long format (GEO;GEO_OBJECT;…;OBS_VALUE) and the older one (CODGEO;…), as .csv, .csv.gz or .zip. A row left out is not a zero.\nExample: cartopole import flores docs/examples/DS_FLORES_A17_2022_CSV_FR.zip --cog 2024 -o flores.csv"
    ))

  @Argument(help: .words("tableau Flores", "Flores table"), completion: .file()) var file: String

  @Option("activité à prendre (_T : toutes)", "activity to take (_T: all)", "code") var activity: String = "_T"

  @Option("tranche d’effectif à prendre (_T : toutes)", "size class to take (_T: all)", "code") var size: String = "_T"

  @Option(
    "forme juridique à prendre : une catégorie (92), pour sa famille, ou ce qui vaut pour toutes (sinon _T ou 1T9X7)",
    "legal form to take: a category (92), for its family, or what stands for all (else _T or 1T9X7)", "code")
  var legalForm: String?

  @OptionGroup var cities: CityOptions

  @OptionGroup var families: FamilyArguments
  @OptionGroup var arguments: ImportArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    var flores = FloresImport(path: file, categories: try families.read())
    flores.activity = activity
    flores.size = size
    flores.legalForm = legalForm
    flores.options = try arguments.options(cities)
    try arguments.finish(try flores.run())
  }
}
