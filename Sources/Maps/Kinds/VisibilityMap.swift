import Bytes
import Cartography
import Classification
import Reach
import Statistics
import Territory

/// `visibility`: the index of visibility of each commune.
public struct VisibilityMap: ProjectMap {
  /// Name on the command line.
  public static let name = "visibility"
  /// What the map shows, in one sentence.
  public static let summary = Text.fromWherePoleIsSeen

  /// Makes the map; it has no options.
  public init() {}

  /// The index of each commune and the channels it is made of.
  public var tables: [String] { ["visibility", "visibility-channels"] }

  /// The only map of visibility, for an atlas; none when the project has no model.
  public static func plates(_ subject: Subject) -> [(file: String, map: any ProjectMap)] {
    subject.pole.visibility == nil ? [] : [(name, VisibilityMap())]
  }

  /// The map of a territory. Throws 65 when the project has no model, and what computing the index throws.
  public func content(_ base: BaseMap) throws(Problem) -> MapContent {
    let (subject, request, language) = (base.subject, base.request, base.request.language)
    guard let model = subject.pole.visibility else {
      throw Problem(.badData, Text.projectHasNoVisibilityModel, fix: Text.addVisibilityToProject)
    }
    let visibility = try Visibility(model, on: subject.ground)
    let bounds = [model.threshold / 2, model.threshold, (1 + model.threshold) / 2, 1]
    let classes = Classes(visibility.index, upperBounds: bounds)
    let fills = ["s3", "s2", "s1", "s0"]
    let ranks = visibility.ranks
    let looks = subject.layer.communes.indices.map { row -> FeatureLook in
      let step = classes.members[row] ?? 0
      let commune = subject.layer.communes[row]
      let value = Numerals(language).decimal(visibility.index[row], 2)
      let rank = Text("rang \(ranks[row])", "rank \(ranks[row])")[language]
      return FeatureLook(
        fill: fills[step], title: "\(commune.name) (\(commune.insee)) : \(value), \(rank)",
        value: visibility.index[row].rounded(decimals: 4))
    }
    return base.content(
      title: VisibilityTables.finding(visibility)[language], subtitle: subtitle(visibility, language),
      source: source(subject, request, visibility),
      blocks: [legend(subject, visibility, classes, fills, language), channels(visibility, language)], looks)
  }

  private func subtitle(_ visibility: Visibility, _ language: Language) -> String {
    let number = Phrases.mean(visibility, 2)
    let mean =
      visibility.ground.layer.population.total == nil
      ? Text.meanOverInhabitants + number
      : Text("moyenne \(number.fr) pour les habitants", "mean \(number.en) over inhabitants")
    let name = VisibilityTables.name(visibility)[language].capitalisedFirst
    let channels = Numerals.count(visibility.model.channels.count, fr: ("canal", "canaux"), en: ("channel", "channels"))
    return [name, channels[language], mean[language]].joined(separator: " · ")
  }

  private func legend(
    _ subject: Subject, _ visibility: Visibility, _ classes: Classes, _ fills: [String], _ language: Language
  ) -> Legend {
    let numerals = Numerals(language)
    let bounds = classes.upperBounds.map { numerals.short($0, 2) }
    let labels = [
      Text("\(bounds[0]) ou moins", "\(bounds[0]) or less"),
      Text("plus de \(bounds[0]) à \(bounds[1])", "over \(bounds[0]) to \(bounds[1])"),
      Text("plus de \(bounds[1]) à \(bounds[2])", "over \(bounds[1]) to \(bounds[2])"),
      Text("plus de \(bounds[2])", "over \(bounds[2])"),
    ]
    var rows = (0..<4).reversed().map { step -> Legend.Row in
      // The second bound is the threshold: the two classes below it are what the title counts.
      let low = step < 2 ? Text(", peu visible", ", hard to see") : Text(same: "")
      return Legend.Row(
        .fill(fills[step]), (labels[step] + low)[language], count: Phrases.communes(classes.counts[step])[language])
    }
    rows += CommonRows.site(subject, language) + CommonRows.outline(subject, language)
    return Legend(VisibilityTables.name(visibility)[language].capitalisedFirst, rows: rows)
  }

  private func channels(_ visibility: Visibility, _ language: Language) -> FigureTable {
    let numerals = Numerals(language)
    return FigureTable(
      (visibility.basis == .assumption ? Text("Canaux supposés", "Assumed channels") : Text("Canaux", "Channels"))[
        language], units: [Text("force p", "strength p")[language], Text("échelle, km", "scale, km")[language]],
      rows: visibility.model.channels.map { channel in
        [
          channel.name[language], numerals.short(channel.strength, 2),
          channel.scaleKilometres.map { numerals.short($0, 1) } ?? Cell.notApplicable.printed(language),
        ]
      })
  }

  private func source(_ subject: Subject, _ request: MapRequest, _ visibility: Visibility) -> String {
    guard visibility.basis == .assumption else { return Sources.line(subject, request, []) }
    let note = Text.strengthAndRangeAreAssumed
    return note[request.language] + ". " + Sources.line(subject, request, [])
  }
}
