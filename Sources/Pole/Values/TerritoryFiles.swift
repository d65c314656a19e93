import Bytes
import Territory

/// The communes the project is about, and where their outlines are.
public struct TerritoryFiles: Sendable, Equatable {
  /// Name of the territory, as readers see it.
  public var name: String
  /// Shapefile of the communes, relative to the project file.
  public var layer: String
  /// Vintage of the codes in the layer, a year of the Code officiel géographique.
  public var cog: Int
  /// Number of communes the source gives, which the layer should hold.
  public var communesPrinted: Int?
  /// Table of the communes that count among those of the layer, relative to the project file; `nil` for all of them.
  public var list: String?
  /// Table or layer of points of the town halls, relative to the project file; `nil` for those of the layer.
  public var positions: String?
  /// What the list of communes rests on.
  public var support: Support
  /// Layer of the surrounding communes, drawn under the territory, relative to the project file.
  public var context: String?
  /// Layer of départements for the locator map, relative to the project file.
  public var region: String?
  /// Table `from,to,minutes` of travel times between communes, relative to the project file.
  public var travelTimes: String?
  /// Scenario files worked through as examples, relative to the project file.
  public var simulations: [String]
  /// Table of published ESS figures, relative to the project file.
  public var figures: String?
  /// The area of the figures that everything is compared with; `nil` for the widest.
  public var reference: ReferenceArea?
  /// Table of counts by commune, as `import` writes it, which the atlas
  /// compares and maps; relative to the project file.
  public var statistics: String?

  init(reading root: DocumentNode) throws(Problem) {
    let what = Text(same: "territory")
    let node = try root.required("territory", in: Text("le projet", "the project"))
    try node.allow(["name", "layer", "cog", "communes_printed", "list"] + Support.keys, in: what)
    name = try node.required("name", in: what).words(Text(same: "name"))
    layer = try node.required("layer", in: what).words(Text(same: "layer"))
    let year = try node.required("cog", in: what)
    cog = try year.integer(Text(same: "cog"))
    guard CommuneEvents.everyVintage.contains(cog) else {
      throw year.problem(
        Text("« cog » doit être une année", "\"cog\" must be a year"), fix: Text("par exemple 2008", "such as 2008"))
    }
    communesPrinted = try node["communes_printed"]?.integer(Text(same: "communes_printed"))
    list = try node["list"]?.words(Text(same: "list"))
    support = try Support(reading: node, in: what)
    if let background = root["background"] {
      try background.allow(["context", "region"], in: Text(same: "background"))
      context = try background["context"]?.words(Text(same: "context"))
      region = try background["region"]?.words(Text(same: "region"))
    }
    positions = try root["positions"]?.words(Text(same: "positions"))
    figures = try root["figures"]?.words(Text(same: "figures"))
    reference = try root["reference"].map(ReferenceArea.init(reading:))
    statistics = try root["statistics"]?.words(Text(same: "statistics"))
    simulations =
      try root["simulations"]?.list(Text(same: "simulations")) { (item) throws(Problem) in
        try item.words(Text(same: "simulations"))
      } ?? []
    travelTimes = try root["travel_times"]?.words(Text(same: "travel_times"))
  }

  /// The territory and its list of communes, in words.
  public var statements: [Statement] {
    let section = Text("Territoire d’action", "Territory of action")
    let fr = communesPrinted.map { "\u{202F}: \(Numerals(.fr).integer($0)) communes" } ?? ""
    let en = communesPrinted.map { ": \(Numerals(.en).integer($0)) communes" } ?? ""
    return [
      Statement(section, Text(name + fr, name + en), communesPrinted == nil ? support : Support(.source)),
      Statement(section, Text("liste des communes (COG \(cog))", "list of communes (COG \(cog))"), support),
    ]
  }
}

/// The area that a project compares its own with.
public struct ReferenceArea: Sendable, Equatable {
  /// Its code, its name, or its level and code such as `departement:35`.
  public var area: String
  /// Date of its figures, a year, a month or a day of ISO 8601; `nil` for their earliest.
  public var date: String?
  /// 1-based line in the project file.
  public var line: Int

  init(reading node: DocumentNode) throws(Problem) {
    let what = Text(same: "reference")
    line = node.line
    guard case .map = node.content else {
      area = try node.string(what)
      return
    }
    try node.allow(["area", "date"], in: what)
    area = try node.required("area", in: what).string(Text(same: "area"))
    date = try node["date"]?.date()
  }
}
