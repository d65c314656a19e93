import ArgumentParser
import Cartopole

extension AreaLevel: ExpressibleByArgument {}
extension Family: ExpressibleByArgument {}

/// The table that a command reads in addition to its outlines, and how strictly the two are joined.
struct DataOptions: ParsableArguments {
  @Option(
    help: .words(
      "CSV des valeurs : vos effectifs par commune, tels qu’import les écrit, ou celui des clés et valeurs d’une couche",
      "CSV of the values: your counts by commune, as import writes them, or the keys and values of a layer", "file"),
    completion: .file())
  var data: String?

  @Option(
    help: .words(
      "changements de communes, au lieu de la table livrée : la nôtre ou celle des mouvements de l’Insee",
      "changes of communes, instead of the shipped table: ours or Insee's table of movements", "file"),
    completion: .file())
  var events: String?

  @Flag(
    help: .words(
      "refuser un appariement qui laisse quoi que ce soit de côté", "refuse a join that leaves anything over"))
  var strict = false
}

/// Options of a file of counts, for `compare` and for `render density`.
struct CountsOptions: ParsableArguments {
  @Option(
    help: .words("vos territoires : CSV insee,area", "your own areas: CSV insee,area", "file"), completion: .file())
  var areas: String?

  @Option(
    help: .words(
      "habitants : CSV insee,population et, s’il le faut, date ; sinon ceux de la couche",
      "inhabitants: CSV insee,population and, if need be, date; else the layer's", "file"), completion: .file())
  var population: String?

  @Option(
    help: .words(
      "niveau des lignes (répétable)",
      "level of the rows (repeatable)", "level"))
  var level: [AreaLevel] = []

  @Option(
    help: .words(
      "famille de l’ESS (répétable) ; toutes ensemble sinon", "family of the ESS (repeatable); else all together",
      "family"))
  var family: [Family] = []

  @Option(
    help: .words(
      "territoire auquel tout est comparé (le plus large que le fichier couvre, sinon)",
      "area everything is compared with (else the widest the file covers)", "area"))
  var reference: String?

  @Option(
    parsing: .unconditional,
    help: .words(
      "secret statistique (0,1 sinon) : part de la valeur, de chaque côté, qu’un tiers ne doit pas pouvoir exclure",
      "disclosure control (default 0.1): share of the value, on either side, that an outsider must not be able to exclude",
      "share"),
    transform: Double.typed)
  var protection = 0.10

  @Flag(help: .words("protéger aussi les nombres d’établissements", "protect the counts of establishments too"))
  var protectCounts = false

  @Option(
    help: .words(
      "secret statistique : moins d’unités légales que cela, et la case est secrète",
      "disclosure control: a cell of fewer legal units than this is secret", "count"))
  var minimumUnits = 3

  @Option(
    help: .words(
      "qui a publié les valeurs que le fichier donne sans unités légales : elles ne sont alors pas secrètes",
      "who published the values that the file gives without legal units: they are then no secret", "who"))
  var publishedBy: String?

  @Option(
    help: .words(
      "fichier où garder le plan du secret pour la prochaine fois (lu s’il existe)",
      "file that keeps the plan of disclosure control for the next run (read where there is one)", "file"),
    completion: .file())
  var plan: String?

  func validate() throws {
    guard minimumUnits >= 2 else { throw misuse("--minimum-units est au moins 2", "--minimum-units is at least 2") }
    if let publishedBy, publishedBy.allSatisfy(\.isWhitespace) {
      throw misuse("--published-by veut un nom", "--published-by wants a name")
    }
    guard protection > 0, protection < 1 else {
      throw misuse("--protection est entre 0 et 1", "--protection is between 0 and 1")
    }
  }

  /// The file of counts: the one given, else the project's `statistics:` where it names no published figures or where
  /// something is asked of counts. `nil` without any.
  ///
  /// - `isAsked`: whether something is asked that published figures do not answer, beside these options.
  func file(_ data: DataOptions, of project: Project?, isAsked: Bool = false) -> String? {
    guard data.data == nil, let project, let own = project.statisticsPath else { return data.data }
    return isAsked || !given(data).isEmpty || project.pole.territory.figures == nil ? own : nil
  }

  /// The options that were given of those that need a file of counts.
  private func given(_ data: DataOptions) -> [String] {
    [
      ("--areas", areas != nil), ("--population", population != nil), ("--level", !level.isEmpty),
      ("--family", !family.isEmpty), ("--reference", reference != nil), ("--strict", data.strict),
      ("--events", data.events != nil), ("--protect-counts", protectCounts), ("--published-by", publishedBy != nil),
      ("--plan", plan != nil),
    ].filter(\.1).map(\.0)
  }

  /// Refuses options that need a file of counts when there is none.
  ///
  /// - `others`: options of the command that need one too.
  func check(_ data: DataOptions, without file: String?, _ others: [(name: String, isGiven: Bool)] = []) throws {
    guard file == nil, let first = (given(data) + others.filter(\.isGiven).map(\.name)).first else { return }
    throw misuse(
      "\(first) va avec --data, ou avec statistics: du projet",
      "\(first) goes with --data, or with the project's statistics:")
  }

  /// The question that these options ask of a file of counts; `nil` without one.
  func question(
    _ file: String?, _ data: DataOptions, areas names: [String], measures: [String], geo: String?, acrossBreaks: Bool
  )
    -> CountsQuestion?
  {
    guard let file else { return nil }
    var question = CountsQuestion(data: file)
    question.areas = areas
    question.population = population
    question.levels = level
    question.families = family
    question.measures = measures
    question.names = names
    question.geo = geo
    question.events = data.events
    question.reference = reference
    question.isStrict = data.strict
    question.acrossPerimeters = acrossBreaks
    question.rule = DisclosureRule(protection: protection, minimumUnits: minimumUnits)
    question.protectsCounts = protectCounts
    question.publishedBy = publishedBy
    question.plan = plan
    question.showsProgress = !Terminal.isQuiet
    return question
  }
}
