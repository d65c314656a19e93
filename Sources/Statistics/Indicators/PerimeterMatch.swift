import Bytes

/// Whether two figures may stand in one ratio, and the warnings about it.
struct PerimeterMatch {
  let isAllowed: Bool
  let warnings: [Text]

  init(_ figure: Figure, _ other: Figure, across: Bool) {
    switch figure.perimeter.relation(to: other.perimeter) {
    case .same:
      isAllowed = true
      warnings = []
    case .unstated:
      isAllowed = true
      warnings = [(figure.datedValue + Text(" et ", " and ") + other.datedValue + Text.comparedDespiteUnknownPerimeter)]
    case .different:
      isAllowed = across
      let between = Text(
        " (« \(figure.perimeter.label.fr) » et « \(other.perimeter.label.fr) »)",
        " (\"\(figure.perimeter.words)\" and \"\(other.perimeter.words)\")")
      let verdict = across ? Text.comparedAcrossPerimeters : Text.notComparedAcrossPerimeters
      let pair: Text = figure.datedValue + Text(" et ", " and ") + other.datedValue
      warnings = [pair + Text(" : ", ": ") + verdict + between]
    }
  }
}
