import ArgumentParser
import Cartopole

extension SireneImport.Kept: ExpressibleByArgument {}
extension SireneImport.Cities: ExpressibleByArgument {}

/// `cartopole import`: commune statistics out of official files.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        "Statistiques communales tirées de fichiers officiels.", "Commune statistics out of official files."),
      discussion: say(
        "Chaque sous-commande écrit le même tableau CSV, commune × famille × mesure, que lit compare --data.\nExemple : cartopole import sirene --units StockUniteLegale_utf8.zip --establishments StockEtablissement_utf8.zip -o ess.csv",
        "Each subcommand writes the same CSV table, commune × family × measure, which compare --data reads.\nExample: cartopole import sirene --units StockUniteLegale_utf8.zip --establishments StockEtablissement_utf8.zip -o ess.csv"
      ),
      subcommands: [ImportSireneCommand.self])
  }
}

/// Options of every import.
struct ImportArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("fichier de sortie (- : sortie standard)", "output file (-: stdout)"), valueName: "file"))
  var output: String = "-"

  @Option(
    help: ArgumentHelp(
      say(
        "date de référence des chiffres (2024-12-31 ou 2024)",
        "reference date of the figures (2024-12-31 or 2024)")))
  var date: String?

  @Option(
    help: ArgumentHelp(
      say("millésime des codes commune (2025)", "year of the commune codes (2025)"), valueName: "year"))
  var cog: Int?

  @Flag(
    help: ArgumentHelp(
      say(
        "écarter les lignes fautives, les lister à part et continuer",
        "leave faulty rows out, list them in a side file and go on")))
  var keepGoing = false

  @Option(
    help: ArgumentHelp(
      say(
        "fichier des lignes écartées (sinon SORTIE-rejects.csv)",
        "file of the rows left out (else OUTPUT-rejects.csv)"),
      valueName: "file"))
  var rejects: String?

  func validate() throws {
    if let date, ReferenceDate(date) == nil {
      throw ValidationError(
        say(
          "--date veut une année, un mois ou un jour : 2024, 2024-12, 2024-12-31",
          "--date wants a year, a month or a day: 2024, 2024-12, 2024-12-31"))
    }
    if let cog, !(1943...2099).contains(cog) {
      throw ValidationError(say("--cog veut une année, telle 2025", "--cog wants a year, such as 2025"))
    }
    if rejects != nil && !keepGoing {
      throw ValidationError(
        say("--rejects ne va qu’avec --keep-going", "--rejects goes with --keep-going only"))
    }
  }

  var options: ImportOptions {
    var options = ImportOptions()
    options.date = date
    options.cog = cog.map(String.init)
    options.keepsGoing = keepGoing
    options.showsProgress = !Messages.isQuiet
    return options
  }

  /// Writes the table and says what was left out.
  func finish(_ result: ImportResult) throws(Problem) {
    let side = rejects ?? ImportResult.rejectsPath(for: output)
    try result.write(to: output, rejects: side)
    for note in result.notes { Messages.note(note) }
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
    Messages.warn(warnings)
  }
}

/// `cartopole import sirene`: ESS establishments out of Insee's register of companies.
struct ImportSireneCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sirene",
      abstract: say(
        "Établissements de l’ESS, d’après les fichiers stock de la base Sirene (Insee).",
        "ESS establishments, from the stock files of Insee's Sirene register."),
      discussion: say(
        "Les fichiers sont ceux que publie l’Insee, en .csv, .csv.gz ou .zip.\nExemple : cartopole import sirene --units StockUniteLegale_utf8.zip --establishments StockEtablissement_utf8.zip --date 2024-12-31 --cog 2025 -o ess.csv",
        "The files are those Insee publishes, as .csv, .csv.gz or .zip.\nExample: cartopole import sirene --units StockUniteLegale_utf8.zip --establishments StockEtablissement_utf8.zip --date 2024-12-31 --cog 2025 -o ess.csv"
      ))
  }

  @Option(
    help: ArgumentHelp(
      say("StockUniteLegale : les unités légales", "StockUniteLegale: the legal units"), valueName: "file"))
  var units: String

  @Option(
    help: ArgumentHelp(
      say("StockEtablissement : les établissements", "StockEtablissement: the establishments"),
      valueName: "file"))
  var establishments: String

  @Option(
    help: ArgumentHelp(
      say(
        "ce qui compte : employers (actifs et employeurs), active (actifs) ou all (fermés aussi)",
        "what counts: employers (active and employers), active or all (closed ones too)")))
  var keep: SireneImport.Kept = .employers

  @Option(
    help: ArgumentHelp(
      say(
        "arrondissements de Paris, Lyon et Marseille : fold (réunis) ou keep (gardés)",
        "arrondissements of Paris, Lyon and Marseille: fold or keep")))
  var arrondissements: SireneImport.Cities = .fold

  @Option(
    help: ArgumentHelp(
      say(
        "familles des catégories juridiques (sinon celles livrées)",
        "families of the legal categories (else the shipped ones)"), valueName: "file"))
  var legalCategories: String?

  @OptionGroup var arguments: ImportArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let path = try legalCategories ?? Path.join(DataFolder.find(), LegalCategories.fileName)
    var sirene = SireneImport(
      units: units, establishments: establishments, categories: try LegalCategories(path: path))
    sirene.kept = keep
    sirene.cities = arrondissements
    sirene.options = arguments.options
    try arguments.finish(try sirene.run())
  }
}
