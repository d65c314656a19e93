import Bytes

extension Words {
  /// Area, measure and family in words: "Île-de-France, establishments (associations)".
  static func subject(_ figure: Figure) -> Text {
    let head = Text(same: figure.area + ", ") + figure.measure.label
    guard let family = figure.family, family != .all else { return head }
    return head + Text(same: " (") + family.label + Text(same: ")")
  }

  /// An addition in words: "100 + 300 = 400".
  static func addition(_ parts: [Text], _ total: Text) -> Text {
    Text.joined(parts, separator: " + ") + Text(same: " = ") + total
  }
}

extension Figure {
  /// Area, measure and family: what makes the id of a finding.
  var findingKey: String { "\(areaCode).\(measure.id).\(family?.rawValue ?? "")" }

  /// Whether two figures describe the same moment: the same reference date, or no date in the same publication.
  func sameMoment(as other: Figure) -> Bool {
    reference == other.reference && (reference != nil || publication == other.publication)
  }
}
