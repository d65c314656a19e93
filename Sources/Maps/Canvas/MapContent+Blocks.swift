import Bytes
import Cartography

/// The legend of a content and what stands beside it, in a language.
extension MapContent {
  /// The legend: classes, gaps that occur, then signs; `nil` when there is nothing to explain.
  func legend(_ language: Language) -> (any Block)? {
    let counts = features.fills.reduce(into: [LayerTable.Gap: Int]()) { counts, fill in
      if case .gap(let gap) = fill { counts[gap, default: 0] += 1 }
    }
    let gaps = LayerTable.Gap.kinds.compactMap { gap in
      counts[gap].map { LegendEntry(.gap(gap), gap.label, features: $0) }
    }
    let heading = units.said(features.heading[language], language)
    let rows = (features.entries + gaps + signs).map { entry in
      Legend.Row(
        key(entry.sign), units.said(entry.label[language], language),
        count: entry.count.map { units.counted($0[language], language) })
    }
    if let pairs = features.pairs {
      return BivariateLegend(
        heading, horizontal: pairs.across.shown(language), vertical: pairs.up.shown(language), counts: pairs.counts,
        others: rows, language: language)
    }
    return rows.isEmpty ? nil : Legend(heading, rows: rows)
  }

  private func key(_ sign: LegendEntry.Sign) -> Legend.Key {
    switch sign {
    case .fill(.gap(.secret)): .letter("area secret-key", "s")
    case .fill(.planned(let fill)): .fill(fill.swatch, hatched: true)
    case .fill(.shade(let number)): .fill((features.hasBorderedSwatches ? "area " : "") + Fill.shade(number).style)
    case .fill(let fill): .fill(fill.swatch)
    case .border(let line): .border("s2", line.style)
    case .line(let line): .line(line.style)
    case .site(isProposed: false): .site
    case .site(isProposed: true): .marker(MapMarker.style(isProposed: true))
    case .place(let category): .marker(PlaceDots.style(ofCategory: category))
    }
  }
}

extension LegendEntry.Line {
  /// CSS class of the line.
  fileprivate var style: String {
    switch self {
    case .canton: "limit"
    case .departement: "boundary"
    case .territory: "rule"
    case .ring(let isPlanned): isPlanned ? "circle planned" : "circle"
    case .assignment: "assignment"
    }
  }
}

extension MapMarker {
  /// CSS class of the marker.
  var style: String { Self.style(isProposed: isProposed) }

  /// CSS class of a marker of a site.
  static func style(isProposed: Bool) -> String { isProposed ? "candidate" : "site" }
}

extension ClassPairs.Axis {
  fileprivate func shown(_ language: Language) -> BivariateLegend.Axis {
    BivariateLegend.Axis(name: name, edges: edges.map { $0[language] }, classes: classes.map { $0[language] })
  }
}

extension Aside {
  /// The block in the words that `said` makes of its texts.
  func block(_ said: (Text) -> String) -> any Block {
    switch self {
    case .table(let heading, let units, let rows):
      FigureTable(said(heading), units: units.map(said), rows: rows.map { $0.map(said) })
    case .note(let text): Note(said(text))
    }
  }
}
