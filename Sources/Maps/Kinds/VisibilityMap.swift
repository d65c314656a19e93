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
    let subject = base.subject
    guard let model = subject.pole.visibility else {
      throw Problem(.badData, Text.projectHasNoVisibilityModel, fix: Text.addVisibilityToProject)
    }
    let visibility = try Visibility(model, on: subject.studyArea)
    let bounds = [model.threshold / 2, model.threshold, (1 + model.threshold) / 2, 1]
    let classes = Classes(visibility.index, upperBounds: bounds)
    let ranks = visibility.ranks
    let entries = classes.words(2).enumerated().reversed().map { step, words in
      // The second bound is the threshold: the two classes below it are what the title counts.
      let low = step < 2 ? Text(", peu visible", ", hard to see") : .empty
      return LegendEntry(.step(3 - step), words + low, communes: classes.counts[step])
    }
    let name = VisibilityTables.name(visibility).capitalised
    return MapContent(
      theme: base.theme, title: VisibilityTables.finding(visibility), subtitle: subtitle(visibility, name),
      sources: (visibility.basis == .assumption ? [Text.strengthAndRangeAreAssumed] : []) + base.sources(),
      features: FeatureFills(
        heading: name, entries: entries, fills: classes.members.map { .step(3 - ($0 ?? 0)) },
        values: visibility.index.map { $0.rounded(decimals: 4) },
        title: { row, language in
          let value = Numerals(language).decimal(visibility.index[row], 2)
          let rank = Text("rang \(ranks[row])", "rank \(ranks[row])")[language]
          return "\(base.communes[row].nameAndCode) : \(value), \(rank)"
        }), signs: base.signs(), asides: [channels(visibility)], units: base.units)
  }

  private func subtitle(_ visibility: Visibility, _ name: Text) -> Text {
    let number = Phrases.mean(visibility, 2)
    let mean =
      visibility.studyArea.layer.population.total == nil
      ? Text.meanOverInhabitants + number
      : Text("moyenne \(number.fr) pour les habitants", "mean \(number.en) over inhabitants")
    let channels = Numerals.count(visibility.model.channels.count, fr: ("canal", "canaux"), en: ("channel", "channels"))
    return Text.joined([name, channels, mean], separator: " · ")
  }

  private func channels(_ visibility: Visibility) -> Aside {
    .table(
      visibility.basis == .assumption ? Text("Canaux supposés", "Assumed channels") : Text("Canaux", "Channels"),
      units: [Text("force p", "strength p"), Text("échelle, km", "scale, km")],
      rows: visibility.model.channels.map { channel in
        [
          channel.name, .printed { $0.short(channel.strength, 2) },
          .printed { numerals in
            channel.scaleKilometres.map { numerals.short($0, 1) } ?? Cell.notApplicable.printed(numerals.language)
          },
        ]
      })
  }
}
