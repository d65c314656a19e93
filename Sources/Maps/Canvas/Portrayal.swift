import Bytes
import Cartography
import Geometry

/// A content as it is shown in a language, a theme and a width: styles of features, colours of names, symbols, rules,
/// patterns, and the blocks beside the map. This is the only place where what is encoded becomes what is seen.
struct Portrayal {
  let content: MapContent
  let title: String
  let subtitle: String
  /// The paragraph at the foot.
  let source: String
  let blocks: [any Block]
  let styles: FeatureStyles
  /// Colours of names on each class of fill, by its number.
  let tones: [LabelTone]
  /// Symbols over the features, in the order in which they are drawn.
  let symbols: [MapSymbol]
  /// Rules of the map's own classes.
  let css: String
  /// Patterns laid over fills, those of the palette first.
  let patterns: [PatternFill]
  var theme: Theme { content.theme }

  /// Above this number, features have no `<title>` unless the request asks for them.
  private static let mostTitles = 5000

  init(_ content: MapContent, _ input: MapInput, _ request: MapRequest) {
    let (features, theme, language) = (content.features, content.theme, request.language)
    let said = { (text: Text) in content.units.said(text[language], language) }
    self.content = content
    title = request.title ?? request.titlePrefix + said(content.title)
    subtitle = request.subtitle ?? said(content.subtitle)
    let sources = content.sources + [request.credit.map { Text(same: $0) }, Phrases.credit].compactMap { $0 }
    source = sources.map { $0[language].trimmingFullStop }.joined(separator: ". ") + "."

    let classes = features.fills.groups
    var fills: [Fill] = []
    for (fill, number) in zip(features.fills, classes) where number == fills.count { fills.append(fill) }
    let hasTitles = request.titles || classes.count <= Self.mostTitles
    var styles = FeatureStyles(
      classNames: fills.map { "area " + $0.style }, classes: classes.map { UInt8($0) }, keys: input.keys,
      values: features.values, titles: hasTitles ? classes.indices.map { features.title($0, language) } : [])
    styles.keyAttribute = "data-insee"
    self.styles = styles
    tones = fills.map(\.tone)

    symbols = (content.circles?.symbols(request.width) ?? []) + (content.dots?.symbols(input.sites, language) ?? [])
    let legends: [(any Block)?] = [
      content.circles?.legend(request.width, language), content.legend(language), content.circles?.gapLegend(language),
    ]
    blocks = legends.compactMap { $0 } + content.asides.map { $0.block(said) }

    let shown = features.entries.compactMap { if case .fill(let fill) = $0.sign { fill } else { nil } }
    let used = (fills + content.panels.flatMap(\.fills) + shown).distinct
    css = Self.css(content, used)
    let apart = ([.zero] + LayerTable.Gap.kinds.map { .gap($0) } + [.unknown]).filter(used.contains)
    let hatched = fills.filter(\.isPlanned)
    patterns =
      theme.patterns + (features.possible.filter(\.isFragile) + apart + hatched).compactMap { $0.pattern(theme) }
      + (used.contains(where: \.isPlanned) ? [theme.hatch] : [])
  }

  /// The rules of a content's classes. The fills of zeros and gaps have borders that show on paper.
  private static func css(_ content: MapContent, _ used: [Fill]) -> String {
    let (theme, features) = (content.theme, content.features)
    let grey = { (fill: Fill) in ".\(fill.style){stroke:\(theme.grey.css)}\n" }
    let apart = [.zero] + LayerTable.Gap.kinds.map { Fill.gap($0) }
    let gaps =
      (used + features.possible).contains(where: apart.contains)
      ? apart.map(grey).joined() + ".secret-key{fill:\(theme.border.css)}\n" : ""
    let unknown = used.contains(.unknown) ? grey(.unknown) : ""
    let pairs = features.pairs == nil ? "" : BivariateLegend.css(theme)
    let dots = content.dots == nil ? "" : ".point{stroke:\(theme.ink.css);stroke-width:.9}\n"
    guard let circles = content.circles else { return pairs + dots + gaps + unknown }
    if circles.areOverShades { return gaps + CircleLegend.css(theme, overShades: true) }
    // Borders between many features that all look alike would be louder than the circles.
    return CircleLegend.css(theme) + gaps + (features.fills.count > 300 ? ".areas{stroke-opacity:.5}\n" : "")
  }
}

extension Theme {
  /// The hatch that marks what is planned, laid over any fill.
  fileprivate var hatch: PatternFill { PatternFill("hatch", .rising(width: hatchWidth), side: 8, ink) }
}
