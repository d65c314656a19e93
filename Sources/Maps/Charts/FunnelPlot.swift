import Bytes
import Cartography
import Geometry
import Statistics
import Territory

/// Observed over expected against the expected count, within the limits of chance: areas outside them stand out
/// whatever their size (Spiegelhalter, Statistics in Medicine 24, 2005).
///
/// Areas are judged by the exact tails of a Poisson count, like the interval of O ÷ E in a table; the
/// curves of `FunnelLimits` are only drawn.
public struct FunnelPlot: Sendable {
  struct Point: Sendable, Equatable {
    var name: String
    var expected: Double
    var ratio: Double
    var count: Double
    /// 0 within the 95% limits, 1 outside them, 2 outside the 99.8% limits.
    var standing: Int

    /// Whether the point is drawn. An area without establishments where almost none is expected is not, because
    /// even the upper limit is not above 0 there.
    var isOnAxis: Bool { count > 0 || FunnelLimits(expected: expected, level: FunnelPlot.levels[0]).upper != nil }
  }

  static let levels = [0.95, 0.998]
  /// Every area of the level, on the axis or not.
  let points: [Point]
  let level: AreaLevel
  let reference: Text
  private let comparison: Comparison
  private let source: Text

  /// Takes the areas of one level: the user's own areas first, then communes, cantons, EPCI, départements.
  ///
  /// Throws 65 when no level has two areas with a count and inhabitants.
  public init(_ comparison: Comparison, source: Text) throws(Problem) {
    self.comparison = comparison
    self.source = source
    reference = comparison.reference.label
    for level in [AreaLevel.area, .commune, .canton, .epci, .departement, .territory] {
      let points = comparison.rows.filter { $0.facts.level == level.rawValue && !$0.isReference }.compactMap {
        Self.point($0.facts, comparison.reference)
      }
      guard points.count > 1 else { continue }
      guard points.contains(where: \.isOnAxis) else {
        throw Problem(.badData, Text.tooFewEstablishmentsForFunnel, fix: Text.askForLargerAreas)
      }
      self.points = points
      self.level = level
      return
    }
    let base = comparison.reference
    guard base.establishments != nil, base.population != nil else {
      throw Problem(
        .badData, Text("la référence, ", "the reference, ") + base.label + Text.hasNoRate,
        fix: Text.completeInhabitantsOrChangeReference)
    }
    throw Problem(.badData, Text.noTwoAreasToCompare, fix: Text.askForOtherRows)
  }

  private static func point(_ facts: AreaFacts, _ reference: AreaFacts) -> Point? {
    guard let count = facts.establishments?.value, let people = facts.population?.value,
      let base = reference.establishments?.value, let basePeople = reference.population?.value,
      let expected = Quotients.expected(inhabitants: people, referenceCount: base, referenceInhabitants: basePeople)
        .value, expected > 0
    else { return nil }
    let ratio = count / expected
    let tails = PoissonTails(count, expected: expected)
    let standing = levels.count { tails.isOutside($0) }
    return Point(
      name: CountTables.short(facts.name), expected: expected, ratio: ratio, count: count, standing: standing)
  }

  /// The finding, such as "2 of the 9 EPCI differ from Île-de-France by more than chance explains".
  var title: Text {
    let out = points.count { $0.standing == 2 }
    let all = Text.printed { $0.integer(points.count) }
    let (fr, en) = (level.plural.fr, level.plural.en)
    let tail = Text(
      " de \(reference.fr) plus que le hasard ne l’explique".eliding(reference.fr),
      " from \(reference.en) more than chance explains")
    switch out {
    case 0:
      // Areas outside the 95% limits count too: the title must not deny what the dots show.
      let doubtful = points.count { $0.standing == 1 }
      let none = level.isFeminine ? "Aucune" : "Aucun"
      let rest =
        doubtful == 0
        ? Text.empty
        : Text.outsideNarrowLimitsOnly(
          .printed { $0.integer(doubtful) }, doubtful == 1 ? "" : "ent", none.lowercased())
      let sure = doubtful == 0 ? Text.empty : Text(" nettement", " clearly")
      return Text("\(none) des \(all.fr) \(fr) ne s’écarte", "None of the \(all.en) \(en) departs") + sure + tail + rest
    case 1: return Text("Sur \(all.fr) \(fr), 1 s’écarte", "1 of the \(all.en) \(en) departs") + tail
    default:
      let many = Text.printed { $0.integer(out) }
      return Text("Sur \(all.fr) \(fr), \(many.fr) s’écartent", "\(many.en) of the \(all.en) \(en) depart") + tail
    }
  }

  /// The plot on a sheet of its own.
  public func draw(language: Language, width: Double = 1000, theme: Theme = .light) -> Drawing {
    let numerals = Numerals(language)
    let rate = comparison.referenceRate
    let subtitle = Text.observedOverExpectedAtRate(.printed { $0.decimal(rate ?? 0, 1) })[language]
    let counts = (0...2).map { standing in points.count { $0.standing == standing } }
    let rows = [
      Legend.Row(
        .marker(Self.style(2)), Text("hors des limites à 99,8 %", "outside the 99.8% limits")[language],
        count: numerals.integer(counts[2])),
      Legend.Row(
        .marker(Self.style(1)), Text("hors des limites à 95 %", "outside the 95% limits")[language],
        count: numerals.integer(counts[1])),
      Legend.Row(.marker(Self.style(0)), Text.whatChanceCanExplain[language], count: numerals.integer(counts[0])),
      Legend.Row(.line("outline"), Text("limites à 99,8 %", "99.8% limits")[language]),
      Legend.Row(.line("leader"), Text("limites à 95 %", "95% limits")[language]),
    ]
    let note = Note((Self.method + leftOut)[language])
    let sheet = Sheet(
      width: width, title: title[language], subtitle: subtitle, source: source[language],
      blocks: [Legend(level.plural[language].capitalisedFirst, rows: rows), note], aspect: 0.8)
    return sheet.draw(theme: theme, language: language, summary: title[language] + ". " + subtitle + ".") {
      drawing, frame in FunnelAxes(self, frame, numerals).draw(in: &drawing)
    }
  }

  private static let method = Text.howTheFunnelIsRead

  /// The number of areas that have no place on the axis, and why nothing is lost by that.
  private var leftOut: Text {
    let out = points.count { !$0.isOnAxis }
    guard out > 0 else { return Text.empty }
    let units = out == 1 ? level.singular : level.plural
    // −ln 0.975, rounded up.
    let least = 0.03
    return Text.offTheAxis(.printed { $0.integer(out) }, units, .printed { $0.decimal(least, 2) })
  }

  static func style(_ standing: Int) -> String { ["dot s2", "dot s0", "site"][standing] }
}
