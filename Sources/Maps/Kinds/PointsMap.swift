import Bytes
import Cartography
import Reach
import Territory

/// `points`: places over the territory, such as members, structures or the Pôle's sites, each in its commune.
public struct PointsMap: ProjectMap {
  /// Name on the command line.
  public static let name = "points"
  /// What the map shows, in one sentence.
  public static let summary = Text.placesOverTheTerritory

  /// The places; those outside the territory are not drawn.
  public var places: [LocatedPlace]
  /// Where the places come from, for the source line.
  public var source: Text
  /// Notes for the reader on places that are not where the project says.
  var notes: [Text] = []
  /// Whether the places are the sites of the project.
  private var areSites = false
  /// Categories in words, where the project gives them in two languages.
  var words: [String: Text] = [:]

  /// Makes a map of places.
  ///
  /// - `isExact`: whether places stand at their coordinates when they have
  ///   some; otherwise each stands at its commune.
  public init(_ places: [LocatedPlace], source: Text, isExact: Bool = false) {
    self.places = isExact ? places : places.map(\.atItsCommune)
    self.source = source
  }

  /// Makes a map of the project's sites, at the places that the project file gives.
  ///
  /// - Parameter language: of their names.
  public init(sitesOf ground: Ground, _ language: Language = .fr) {
    places = ground.sites.map { site in
      LocatedPlace(
        label: site.name[language], longitude: site.longitude, latitude: site.latitude,
        commune: ground.layer.row(site.insee))
    }
    source = Text("Sites : projet du Pôle", "Sites: the Pôle's project")
    areSites = true
  }

  /// Number of categories that an eye can still tell apart in small dots.
  static let mostCategories = 8
  private static let radius = 6.1

  /// The map of a territory. Throws 65 for more categories than an eye tells apart.
  public func content(_ base: BaseMap) throws(Problem) -> MapContent {
    let (subject, language) = (base.subject, base.request.language)
    let categories = try self.categories()
    let palette = try Palette.standard(.qualitative, classes: max(1, categories.count), in: base.request.theme)
    let counts = self.counts(subject.layer)
    let looks = subject.layer.communes.enumerated().map { row, commune in
      let count = counts[row]
      return FeatureLook(
        fill: count > 0 ? "s2" : "out", title: "\(commune.name) (\(commune.insee)) : \(Self.places(count)[language])",
        value: Double(count))
    }
    var content = base.content(
      theme: base.request.theme.with(palette), title: finding(subject.layer, counts)[language],
      subtitle: placing[language], source: source[language] + ". " + Sources.line(subject, base.request, []),
      blocks: [legend(subject, categories, language)], looks)
    if let table = figures(subject.layer, counts, language) { content.blocks.append(table) }
    content.symbols = try symbols(base, categories)
    content.showsSites = areSites
    content.notes = notes
    content.css = ".point{stroke:\(content.theme.ink.css);stroke-width:.9}\n"
    return content
  }

  /// A table of the communes that have places, with their number and names:
  /// what the map shows, for people and machines.
  public func table(_ layer: CommuneLayer) -> Table {
    let counts = self.counts(layer)
    return Table(
      name: "points", title: finding(layer, counts),
      columns: [
        Table.Column("insee", Text("code", "code")), Table.Column("name", Text("commune", "commune")),
        Table.Column("places", Text("lieux", "places")), Table.Column("labels", Text("lesquels", "which")),
      ],
      rows: layer.communes.indices.filter { counts[$0] > 0 }.map { row in
        let labels = places.filter { $0.commune == row }.compactMap(\.label).joined(separator: " ; ")
        return [
          .text(layer.communes[row].insee), .text(layer.communes[row].name), .integer(counts[row]), .text(labels),
        ]
      })
  }

  // MARK: What is said

  /// Where the places of the map stand.
  private var placing: Text {
    let shown = places.filter { $0.commune != nil }
    let exact = shown.count { $0.longitude != nil }
    if exact == 0 { return Text.placesStandAtTheirCommune }
    return exact == shown.count
      ? Text.placesStandAtTheirCoordinates : Text.placesMostlyAtTheirCommune(Self.places(exact))
  }

  /// The number of places in each commune of a layer.
  private func counts(_ layer: CommuneLayer) -> [Int] {
    var counts = [Int](repeating: 0, count: layer.count)
    for place in places { if let row = place.commune { counts[row] += 1 } }
    return counts
  }

  /// The categories, the most frequent first. Throws 65 for more than can be told apart.
  private func categories() throws(Problem) -> [String] {
    var counts: [String: Int] = [:]
    for place in places where place.commune != nil { counts[place.category ?? "", default: 0] += 1 }
    let sorted = counts.keys.sorted { (counts[$1]!, $0) < (counts[$0]!, $1) }
    guard sorted.count <= Self.mostCategories else {
      throw Problem(
        .badData, Text.tooManyCategoriesOfPlaces(sorted.count),
        fix: Text("regroupez-les : \(Self.mostCategories) au plus", "group them: \(Self.mostCategories) at most"))
    }
    return sorted
  }

  private static func places(_ count: Int) -> Text {
    count == 0 ? Text("aucun lieu", "no place") : Numerals.count(count, fr: ("lieu", "lieux"), en: ("place", "places"))
  }

  /// The finding, such as "14 places in 9 of the 132 communes, 4 of them in Étampes".
  private func finding(_ layer: CommuneLayer, _ counts: [Int]) -> Text {
    let total = counts.reduce(0, +)
    let filled = counts.count { $0 > 0 }
    guard total > 0, let most = counts.max(), let top = counts.firstIndex(of: most) else {
      return Text.noPlaceInTheTerritory
    }
    let name = layer.communes[top].name
    let spread = Text(
      " dans \(Phrases.some(filled, of: layer.count).fr)", " in \(Phrases.some(filled, of: layer.count).en)")
    let peak =
      filled > 1 && most > 1
      ? Text(
        ", dont \(Numerals(.fr).integer(most)) à \(name)".eliding(name),
        ", \(Numerals(.en).integer(most)) of them in \(name)") : Text(same: "")
    return Self.places(total) + spread + peak
  }

  private func legend(_ subject: Subject, _ categories: [String], _ language: Language) -> Legend {
    let numerals = Numerals(language)
    let rows = categories.enumerated().map { index, category in
      let label =
        category.isEmpty
        ? (areSites ? Text("site du Pôle", "site of the Pôle") : Text("lieu", "place"))[language]
        : words[category]?[language] ?? category
      let count = places.count { ($0.category ?? "") == category && $0.commune != nil }
      return Legend.Row(.marker("point p\(index)"), label, count: numerals.integer(count))
    }
    let filled = Legend.Row(.fill("s2"), Text("commune d’un lieu ou plus", "commune of a place or more")[language])
    return Legend(
      Text("Lieux", "Places")[language],
      rows: rows + [filled] + (areSites ? [] : CommonRows.site(subject, language))
        + CommonRows.outline(subject, language))
  }

  private func figures(_ layer: CommuneLayer, _ counts: [Int], _ language: Language) -> FigureTable? {
    let rows = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $1) > (counts[$1], $0) }
    guard rows.count > 1 else { return nil }
    return FigureTable(
      Text.whereTheyAreMost[language], units: [Text("lieux", "places")[language]],
      rows: rows.prefix(8).map { [layer.communes[$0].name, Numerals(language).integer(counts[$0])] })
  }

  // MARK: What is drawn

  /// Dots. Those of one commune stand side by side around its chef-lieu in the spiral of a sunflower
  /// (Vogel 1979); the first one bears the name.
  private func symbols(_ base: BaseMap, _ categories: [String]) throws(Problem) -> [MapSymbol] {
    let communes = base.subject.layer.communes
    var taken = [Int](repeating: 0, count: communes.count)
    let counts = self.counts(base.subject.layer)
    var symbols: [MapSymbol] = []
    for place in places {
      guard let row = place.commune else { continue }
      let (longitude, latitude) = (place.longitude ?? communes[row].longitude, place.latitude ?? communes[row].latitude)
      let at = try base.locate(longitude, latitude)
      let index = categories.firstIndex(of: place.category ?? "") ?? 0
      var symbol = MapSymbol(feature: row, x: at.x, y: at.y, radius: Self.radius, style: "point p\(index)")
      symbol.title = [place.label ?? Text("lieu", "place")[base.request.language], communes[row].name].joined(
        separator: ", ")
      if place.longitude == nil {
        // Where a site of the Pôle stands, the first place leaves it free.
        let isTaken = !areSites && base.input.sites.contains { $0.feature == row }
        let number = Double(taken[row] + (isTaken ? 1 : 0))
        let (distance, angle) = (1.7 * Self.radius * number.squareRoot(), 2.399963 * number)
        symbol.offset = (distance * cos(angle), distance * sin(angle))
        symbol.label =
          taken[row] > 0 ? "" : counts[row] > 1 ? "\(communes[row].name) (\(counts[row]))" : communes[row].name
        symbol.clearance = 1.7 * Self.radius * Double(counts[row]).squareRoot()
        taken[row] += 1
      } else {
        symbol.label = place.label ?? ""
      }
      symbols.append(symbol)
    }
    return symbols
  }
}
