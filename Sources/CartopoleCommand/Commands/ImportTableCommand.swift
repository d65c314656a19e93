import ArgumentParser
import Cartopole

enum ListKind: String, ExpressibleByArgument, CaseIterable { case members, persons }

/// `cartopole import table`: a column of any CSV.
struct ImportTableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "table", "Une mesure d’une colonne d’un CSV, ou le compte d’une liste, une ligne chacun.",
    "A measure from a column of a CSV, or the count of a list of one row each.",
    discussion: say(
      "Les codes commune et les nombres sont contrôlés ligne à ligne.\nSans --value, les établissements ou les membres d’une liste sont comptés par commune et famille. La commune est celle du code, sinon du code postal et du nom, sinon des coordonnées, dans les contours de --geo ou du projet ; les SIRET sont contrôlés, un doublon compte une fois.\nExemple : cartopole import table docs/examples/emplois.csv --key insee --value emplois --unit siren --family association --measure jobs --date 2021-12-31 --cog 2023 -o emplois-ess.csv\nExemple : cartopole import table docs/examples/adherents.csv --list-of members -o membres.csv",
      "Commune codes and numbers are checked line by line.\nWithout --value, the establishments or members of a list are counted by commune and family. The commune is that of the code, else of postcode and name, else of the coordinates, in the outlines of --geo or the project; SIRET numbers are checked, a repeated one counts once.\nExample: cartopole import table docs/examples/emplois.csv --key insee --value emplois --unit siren --family association --measure jobs --date 2021-12-31 --cog 2023 -o ess-jobs.csv\nExample: cartopole import table docs/examples/adherents.csv --list-of members -o members-by-commune.csv"
    ))

  @Argument(help: .words("tableau à lire", "table to read"), completion: .file()) var file: String

  @Option(
    name: [.customLong("key"), .customLong("code")], "colonne des codes commune ; d’une liste, codes ou noms",
    "column of the commune codes; of a list, codes or names", "column")
  var key: String?

  @Option(
    "colonne des valeurs ; sans elle le fichier est une liste, dont chaque ligne compte un",
    "column of the values; without it the file is a list, each row of which counts one", "column")
  var value: String?

  @Option(
    "famille (sinon all, ou la catégorie juridique d’une liste)", "family (else all, or the legal category of a list)")
  var family: Family?

  @Option(
    "mesure : establishments, jobs, pay… (sinon le nom de la colonne)",
    "measure: establishments, jobs, pay… (else the column's name)", "id")
  var measure: String?

  @Option(
    "colonne des unités légales : chaque ligne est alors un contributeur",
    "column of the legal units: each row is then a contributor", "column")
  var unit: String?

  @Option(
    "colonne des tranches d’effectifs que SIRENE publie des unités, par leur code (NN, 00, 01, 11…)",
    "column of the classes of headcounts that SIRENE publishes of the units, by code (NN, 00, 01, 11…)", "column")
  var sizeClass: String?

  @OptionGroup var cities: CityOptions

  @Option("ce qui compte, en mots", "what counts, in words", "text") var perimeter: String = ""

  @Option("éditeur et titre (sinon le nom du fichier)", "publisher and title (else the file's name)", "text")
  var source: String?

  @Option(
    "qui a déjà publié ces valeurs : elles ne sont alors pas secrètes",
    "who published these values already: they are then no secret", "who")
  var publishedBy: String?

  @Option(
    "les valeurs ou les lignes comptent des membres (members) ou des personnes (persons) : elles sont protégées",
    "the values or the rows count members or persons: they are protected", "kind")
  var listOf: ListKind?

  @OptionGroup(title: say("Une liste", "A list")) var list: ListOptions
  @OptionGroup var families: FamilyArguments
  @OptionGroup var arguments: ImportArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if value != nil {
      try refuse(key == nil, "--value va avec --key", "--value goes with --key")
      if let option = list.given ?? firstGiven(["--legal-categories": families.legalCategories != nil]) {
        throw misuse("\(option) est pour une liste, sans --value", "\(option) is for a list, without --value")
      }
    }
    try refuse(
      sizeClass != nil && (value == nil || unit == nil), "--size-class va avec --value et --unit",
      "--size-class goes with --value and --unit")
    try refuse(
      family != nil && list.familyColumn != nil, "--family ou --family-column, pas les deux",
      "--family or --family-column, not both")
  }

  func run() throws {
    var table = TableImport(path: file, key: key, value: value)
    table.family = family
    table.measure = measure
    table.unit = unit
    table.sizeClass = sizeClass
    table.perimeter = perimeter
    table.source = source
    table.publishedBy = publishedBy
    table.listOf = listOf?.rawValue
    table.options = try arguments.options(cities)
    if value == nil {
      table.categories = try families.read()
      table.list = list.columns
      table.isComplete = list.complete
    }
    try arguments.finish(try table.run(with: list.locator(file)))
  }
}

/// The columns of a list, and what places its rows.
struct ListOptions: ParsableArguments {
  @Option("colonne des codes postaux", "column of the postcodes", "column") var postcode: String?

  @Option("colonne des communes de l’adresse", "column of the communes in the address", "column") var town: String?

  @Option("colonne des longitudes, ou x", "column of the longitudes, or x", "column") var x: String?

  @Option("colonne des latitudes, ou y", "column of the latitudes, or y", "column") var y: String?

  @Option("colonne des SIRET", "column of the SIRET numbers", "column") var siret: String?

  @Option(
    "colonne des familles, en mots ou par catégorie juridique", "column of the families, in words or by legal category",
    "column")
  var familyColumn: String?

  @Flag(
    "la liste est entière : une commune sans ligne en a zéro", "the list is whole: a commune without a row has zero")
  var complete = false

  @Option(
    file: "contours des communes (sinon ceux de la région du projet, ou de son territoire)",
    "outlines of the communes (else those of the project's region, or its territory)")
  var geo: String?

  @Option(
    "système de coordonnées de x et y, et des contours s’il leur manque",
    "coordinate reference system of x and y, and of outlines that have none", "crs")
  var from: String?

  @Option("encodage du .dbf des contours", "encoding of the outlines' .dbf") var encoding: String?

  @Option("couche d’un GeoPackage qui en a plusieurs", "layer of a GeoPackage that has several", "name")
  var layer: String?

  @OptionGroup var project: ProjectOptions

  /// The first given option that only a list takes.
  var given: String? {
    firstGiven([
      "--postcode": postcode != nil, "--town": town != nil, "--x": x != nil, "--y": y != nil, "--siret": siret != nil,
      "--family-column": familyColumn != nil, "--complete": complete, "--geo": geo != nil, "--from": from != nil,
      "--encoding": encoding != nil, "--layer": layer != nil, "--project": project.project != nil,
    ])
  }

  func validate() throws {
    try refuse((x == nil) != (y == nil), "--x et --y vont ensemble", "--x and --y go together")
    try refuse(postcode != nil && town == nil, "--postcode va avec --town", "--postcode goes with --town")
    try refuse(
      geo == nil && (encoding != nil || layer != nil), "--encoding et --layer vont avec --geo",
      "--encoding and --layer go with --geo")
    try refuse(geo != nil && project.project != nil, "--geo ou --project, pas les deux", "--geo or --project, not both")
  }

  var columns: ListColumns {
    var columns = ListColumns()
    (columns.postcode, columns.town, columns.x, columns.y) = (postcode, town, x, y)
    (columns.siret, columns.family) = (siret, familyColumn)
    return columns
  }

  /// The communes of the layer or the project, which is only opened when a row needs it.
  func locator(_ file: String) -> TableImport.Locator {
    var places = PlacesFile(file)
    places.reading = LayerReading(from: from)
    return TableImport.Locator(
      communes: { () throws(Problem) in
        guard let geo else { return (try project.open().communesOfLists(), []) }
        let read = try outlines(geo)
        return (read.communes, read.warnings)
      },
      toDegrees: { (points, areDegrees) throws(Problem) in
        Advice.layer = (file, [])
        return try places.toDegrees(&points, areDegrees: areDegrees)
      })
  }

  /// The layer of communes; `--from` is that of the list unless the layer has none of its own.
  private func outlines(_ geo: String) throws(Problem) -> (communes: CommuneLayer, warnings: [Warning]) {
    Advice.layer = (geo, [])
    do { return try Layers.communes(geo, vintage: nil, LayerReading(encoding: encoding, layer: layer)) } catch {
      guard error.need == .crs, from != nil else { throw error }
      return try Layers.communes(geo, vintage: nil, LayerReading(encoding: encoding, from: from, layer: layer))
    }
  }
}
