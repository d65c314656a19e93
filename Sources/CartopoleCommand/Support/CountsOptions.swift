import ArgumentParser
import Cartopole

extension AreaLevel: ExpressibleByArgument {}
extension Family: ExpressibleByArgument {}

/// The table that a command reads in addition to its outlines, and how strictly the two are joined.
struct DataOptions: ParsableArguments {
  @Option(
    file:
      "CSV des valeurs : vos effectifs par commune, tels qu’import les écrit, ou celui des clés et valeurs d’une couche",
    "CSV of the values: your counts by commune, as import writes them, or the keys and values of a layer")
  var data: String?

  @Option(help: .events, completion: .file()) var events: String?

  @Flag("refuser un appariement qui laisse quoi que ce soit de côté", "refuse a join that leaves anything over")
  var strict = false
}

/// Options of a file of counts, for `compare` and for `render density`.
struct CountsOptions: ParsableArguments {
  @OptionGroup var data: DataOptions

  @Option(file: "vos territoires : CSV insee,area", "your own areas: CSV insee,area") var areas: String?

  @Option(
    file: "habitants : CSV insee,population et, s’il le faut, date ; sinon ceux de la couche",
    "inhabitants: CSV insee,population and, if need be, date; else the layer's")
  var population: String?

  @Option("niveau des lignes (répétable)", "level of the rows (repeatable)", "level") var level: [AreaLevel] = []

  @Option(
    "famille de l’ESS (répétable) ; toutes ensemble sinon", "family of the ESS (repeatable); else all together",
    "family")
  var family: [Family] = []

  @Option(
    "territoire auquel tout est comparé (le plus large que le fichier couvre, sinon)",
    "area everything is compared with (else the widest the file covers)", "area")
  var reference: String?

  @Option(
    number:
      "secret statistique (0,1 sinon) : part de la valeur, de chaque côté, qu’un tiers ne doit pas pouvoir exclure",
    "disclosure control (default 0.1): share of the value, on either side, that an outsider must not be able to exclude",
    "share")
  var protection = 0.10

  @Flag("protéger aussi les nombres d’établissements", "protect the counts of establishments too")
  var protectCounts = false

  @Option(
    "secret statistique : moins d’unités légales que cela, et la case est secrète",
    "disclosure control: a cell of fewer legal units than this is secret", "count")
  var minimumUnits = 3

  @Option(
    "qui a publié les valeurs que le fichier donne sans unités légales : elles ne sont alors pas secrètes",
    "who published the values that the file gives without legal units: they are then no secret", "who")
  var publishedBy: String?

  @Option(
    file: "fichier où garder le plan du secret pour la prochaine fois (lu s’il existe)",
    "file that keeps the plan of disclosure control for the next run (read where there is one)")
  var plan: String?

  func validate() throws {
    try refuse(minimumUnits < 2, "--minimum-units est au moins 2", "--minimum-units is at least 2")
    try refuse(
      publishedBy?.allSatisfy(\.isWhitespace) == true, "--published-by veut un nom", "--published-by wants a name")
    try refuse(
      !(protection > 0 && protection < 1), "--protection est entre 0 et 1", "--protection is between 0 and 1")
  }

  /// The file of counts: the one given, else the project's `statistics:` where it names no published figures or where
  /// something is asked of counts. `nil` without any.
  ///
  /// - `isAsked`: whether something is asked that published figures do not answer, beside these options.
  func file(of project: Project?, isAsked: Bool) -> String? {
    guard data.data == nil, let project, let own = project.statisticsPath else { return data.data }
    return isAsked || given != nil || project.pole.territory.figures == nil ? own : nil
  }

  /// The first given option of those that need a file of counts.
  private var given: String? {
    firstGiven([
      "--areas": areas != nil, "--population": population != nil, "--level": !level.isEmpty,
      "--family": !family.isEmpty, "--reference": reference != nil, "--strict": data.strict,
      "--events": data.events != nil, "--protect-counts": protectCounts, "--published-by": publishedBy != nil,
      "--plan": plan != nil,
    ])
  }

  /// Refuses options that need a file of counts when there is none.
  ///
  /// - `other`: the first given option of the command that needs one too.
  func check(without file: String?, _ other: String?) throws {
    guard file == nil, let first = given ?? other else { return }
    throw misuse(
      "\(first) va avec --data, ou avec statistics: du projet",
      "\(first) goes with --data, or with the project's statistics:")
  }

  /// The question that these options ask of a file of counts; `nil` without one.
  func question(_ file: String?) -> CountsQuestion? {
    guard let file else { return nil }
    var question = CountsQuestion(data: file)
    question.areas = areas
    question.population = population
    question.levels = level
    question.families = family
    question.events = data.events
    question.reference = reference
    question.isStrict = data.strict
    question.rule = DisclosureRule(protection: protection, minimumUnits: minimumUnits)
    question.protectsCounts = protectCounts
    question.publishedBy = publishedBy
    question.plan = plan
    question.showsProgress = !Terminal.isQuiet
    return question
  }
}
