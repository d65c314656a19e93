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
  /// - Parameters:
  ///   - studyArea: the communes and sites of the project.
  ///   - language: of their names.
  public init(sitesOf studyArea: StudyArea, _ language: Language = .fr) {
    places = studyArea.sites.map { site in
      LocatedPlace(
        label: site.name[language], longitude: site.longitude, latitude: site.latitude,
        commune: studyArea.layer.row(site.insee))
    }
    source = Text("Sites : projet du Pôle", "Sites: the Pôle's project")
    areSites = true
  }

  /// Number of categories that an eye can still tell apart in small dots.
  static let mostCategories = 8

  /// The map of a territory. Throws 65 for more categories than an eye tells apart.
  public func content(_ base: BaseMap) throws(Problem) -> MapContent {
    let layer = base.subject.layer
    let categories = try self.categories()
    let palette = try Palette.standard(.qualitative, classes: max(1, categories.count), in: base.theme)
    let counts = self.counts(layer)
    var dots: [PlaceDots.Dot] = []
    for place in places { if let dot = try dot(place, categories.map(\.element), base) { dots.append(dot) } }
    return MapContent(
      theme: base.theme.with(palette), title: finding(layer, counts), subtitle: placing,
      sources: [source] + base.sources(),
      features: FeatureFills(
        heading: Text("Lieux", "Places"), entries: entries(categories),
        fills: counts.map { $0 > 0 ? .step(2) : .out }, values: counts.map(Double.init),
        title: { base.communes[$0].nameAndCode + " : " + Self.places(counts[$0])[$1] }),
      dots: PlaceDots(dots: dots, avoidSites: !areSites), showsSites: areSites,
      signs: areSites ? base.limitSigns : base.signs(), asides: figures(layer, counts), notes: notes, units: base.units)
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

  /// The categories with their number of places, the most frequent first. Throws 65 for more than can be told apart.
  private func categories() throws(Problem) -> [(element: String, count: Int)] {
    let sorted = places.filter { $0.commune != nil }.map { $0.category ?? "" }.frequencies
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
        ", \(Numerals(.en).integer(most)) of them in \(name)") : .empty
    return Self.places(total) + spread + peak
  }

  private func entries(_ categories: [(element: String, count: Int)]) -> [LegendEntry] {
    let rows = categories.enumerated().map { index, category in
      let label =
        category.element.isEmpty
        ? areSites ? Text("site du Pôle", "site of the Pôle") : Text("lieu", "place")
        : words[category.element] ?? Text(same: category.element)
      return LegendEntry(.place(category: index), label, count: .printed { $0.integer(category.count) })
    }
    return rows + [LegendEntry(.fill(.step(2)), Text("commune d’un lieu ou plus", "commune of a place or more"))]
  }

  private func figures(_ layer: CommuneLayer, _ counts: [Int]) -> [Aside] {
    let rows = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $1) > (counts[$1], $0) }
    guard rows.count > 1 else { return [] }
    return [
      .table(
        Text.whereTheyAreMost, units: [Text("lieux", "places")],
        rows: rows.prefix(8).map { row in
          [Text(same: layer.communes[row].name), .printed { $0.integer(counts[row]) }]
        })
    ]
  }

  /// The dot of a place; `nil` outside the territory.
  private func dot(_ place: LocatedPlace, _ categories: [String], _ base: BaseMap) throws(Problem) -> PlaceDots.Dot? {
    guard let row = place.commune else { return nil }
    let commune = base.communes[row]
    let isExact = place.longitude != nil
    let at = try base.locate(place.longitude ?? commune.longitude, place.latitude ?? commune.latitude)
    let name = place.label.map { Text(same: $0) } ?? Text("lieu", "place")
    return PlaceDots.Dot(
      feature: row, x: at.x, y: at.y, category: categories.firstIndex(of: place.category ?? "") ?? 0,
      label: isExact ? place.label ?? "" : commune.name, isExact: isExact,
      title: name + Text(same: ", " + commune.name))
  }
}
