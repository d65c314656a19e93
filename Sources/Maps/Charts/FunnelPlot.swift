import Bytes
import Cartography
import Geometry
import Statistics
import Territory

/// Observed over expected against the expected count, within the limits of chance: areas outside them stand out
/// whatever their size (Spiegelhalter, Statistics in Medicine 24, 2005).
public struct FunnelPlot: Sendable {
  struct Point: Sendable, Equatable {
    var name: String
    var expected: Double
    var ratio: Double
    var count: Double
    /// 0 within the 95 % limits, 1 outside these, 2 outside those at 99.8 %.
    var standing: Int
  }

  static let levels = [0.95, 0.998]
  let points: [Point]
  let level: AreaLevel
  let reference: Text
  private let comparison: Comparison
  private let source: Text

  /// The areas of one level, of the level of one's own areas first, then communes, cantons, EPCI, départements.
  ///
  /// Throws 65 when no level has two areas with a count and inhabitants.
  public init(_ comparison: Comparison, source: Text) throws(Problem) {
    self.comparison = comparison
    self.source = source
    reference = comparison.reference.label
    for level in [AreaLevel.area, .commune, .canton, .epci, .departement, .territory] {
      let points = comparison.rows.filter { $0.facts.level == level.rawValue && !$0.isReference }
        .compactMap { Self.point($0.facts, comparison.reference) }
      guard points.count > 1 else { continue }
      self.points = points
      self.level = level
      return
    }
    throw Problem(
      .badData,
      Text(
        "pas deux territoires d’un même niveau avec un nombre d’établissements et des habitants",
        "no two areas of one level with a count of establishments and inhabitants"),
      fix: Text("demandez d’autres lignes avec --level", "ask for other rows with --level"))
  }

  private static func point(_ facts: AreaFacts, _ reference: AreaFacts) -> Point? {
    guard let count = facts.establishments?.value, let people = facts.population?.value,
      let base = reference.establishments?.value, let basePeople = reference.population?.value,
      let expected = Quotients.expected(
        inhabitants: people, referenceCount: base, referenceInhabitants: basePeople
      ).value, expected > 0
    else { return nil }
    let ratio = count / expected
    let standing = levels.count { level in
      let limits = FunnelLimits(expected: expected, level: level)
      return ratio < limits.lower || ratio > limits.upper
    }
    return Point(
      name: CountTables.short(facts.name), expected: expected, ratio: ratio, count: count, standing: standing)
  }

  /// « 2 des 9 EPCI s’écartent d’Île-de-France plus que le hasard ne l’explique ».
  var title: Text {
    let out = points.count { $0.standing == 2 }
    let all = points.count
    let (fr, en) = Self.plural(level)
    let tail = Text(
      " de \(reference.fr) plus que le hasard ne l’explique".eliding(reference.fr),
      " from \(reference.en) more than chance explains")
    switch out {
    case 0:
      // Outside the 95 % limits is not nothing: the title must not deny what the dots show.
      let doubtful = points.count { $0.standing == 1 }
      let rest =
        doubtful == 0
        ? Text(same: "")
        : Text(
          " ; \(doubtful) sort\(doubtful == 1 ? "" : "ent") des limites à 95 %, aucun de celles à 99,8 %",
          "; \(doubtful) outside the 95% limits, none outside those at 99.8%")
      let none = level == .commune ? "Aucune" : "Aucun"
      let sure = doubtful == 0 ? Text(same: "") : Text(" nettement", " clearly")
      return Text("\(none) des \(all) \(fr) ne s’écarte", "None of the \(all) \(en) departs") + sure + tail
        + rest
    case 1: return Text("Sur \(all) \(fr), 1 s’écarte", "1 of the \(all) \(en) departs") + tail
    default: return Text("Sur \(all) \(fr), \(out) s’écartent", "\(out) of the \(all) \(en) depart") + tail
    }
  }

  private static func plural(_ level: AreaLevel) -> (String, String) {
    switch level {
    case .commune: ("communes", "communes")
    case .canton: ("cantons", "cantons")
    case .epci: ("EPCI", "EPCI")
    case .departement: ("départements", "départements")
    default: ("territoires", "areas")
    }
  }

  /// The plot on a sheet of its own.
  public func draw(language: Language, width: Double = 1000, theme: Theme = .light) -> Drawing {
    let numerals = Numerals(language)
    let rate = comparison.reference.establishments.flatMap { count in
      comparison.reference.population.map { count.value / $0.value * 10_000 }
    }
    let subtitle = Text(
      "Établissements de l’ESS observés sur attendus au taux de la référence (\(Numerals(.fr).decimal(rate ?? 0, 1)) pour 10 000 habitants)",
      "ESS establishments observed over expected at the reference’s rate (\(Numerals(.en).decimal(rate ?? 0, 1)) per 10,000 inhabitants)"
    )[language]
    let counts = (0...2).map { standing in points.count { $0.standing == standing } }
    let rows = [
      Legend.Row(
        .marker(Self.style(2)), Text("hors des limites à 99,8 %", "outside the 99.8% limits")[language],
        count: numerals.integer(counts[2])),
      Legend.Row(
        .marker(Self.style(1)), Text("hors des limites à 95 %", "outside the 95% limits")[language],
        count: numerals.integer(counts[1])),
      Legend.Row(
        .marker(Self.style(0)),
        Text("ce que le hasard suffit à expliquer", "what chance is enough to explain")[language],
        count: numerals.integer(counts[0])),
      Legend.Row(.line("outline"), Text("limites à 99,8 %", "99.8% limits")[language]),
      Legend.Row(.line("leader"), Text("limites à 95 %", "95% limits")[language]),
    ]
    let note = Note(
      Text(
        "Sous le seul hasard, 1 territoire sur 20 sort des limites à 95 % et 1 sur 500 de celles à 99,8 %. Les petits territoires varient plus : les limites s’écartent à gauche.",
        "By chance alone 1 area in 20 falls outside the 95% limits and 1 in 500 outside those at 99.8%. Small areas vary more: the limits widen to the left."
      )[language])
    let sheet = Sheet(
      width: width, title: title[language], subtitle: subtitle, source: source[language],
      blocks: [
        Legend(
          Text(Self.plural(level).0.capitalisedFirst, Self.plural(level).1.capitalisedFirst)[language],
          rows: rows),
        note,
      ], aspect: 0.8)
    return sheet.draw(theme: theme, language: language, summary: title[language] + ". " + subtitle + ".") {
      drawing, frame in
      FunnelAxes(self, frame, numerals).draw(in: &drawing)
    }
  }

  static func style(_ standing: Int) -> String { ["dot s2", "dot s0", "site"][standing] }
}
