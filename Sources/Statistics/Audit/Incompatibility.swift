import Bytes

/// Two figures of the same thing that cannot both describe nearly the same time.
///
/// Same area, measure, family and perimeter, a reference date missing in one at least, published within four
/// years of each other, and the larger more than 10 % above the smaller.
public struct Incompatibility: Sendable {
  /// Years between two publications up to which their figures are compared, included.
  public static let withinYears = 4.0
  /// Share of the smaller figure that the gap must exceed.
  public static let apart = 0.10

  /// The figure that stands first in the register.
  public let first: Figure
  /// The figure that stands later in the register.
  public let second: Figure

  /// The difference of the two as a share of the smaller one; infinite when the smaller one is 0.
  public var gap: Double { (first.value - second.value).magnitude / min(first.value, second.value) }

  init?(_ first: Figure, _ second: Figure) {
    guard first.sameSubject(as: second), first.perimeter == second.perimeter,
      first.reference == nil || second.reference == nil, let published = first.publication.date,
      let later = second.publication.date, published.years(to: later) <= Self.withinYears
    else { return nil }
    self.first = first
    self.second = second
    guard min(first.value, second.value) > 0 ? gap > Self.apart : first.value != second.value else { return nil }
  }

  /// Every such pair of a register. Complexity: O(n²) in the figures of one subject.
  public static func pairs(in register: FiguresRegister) -> [Incompatibility] {
    register.pairs.compactMap { Incompatibility($0, $1) }
  }

  /// The two figures, their sources and the arithmetic.
  public var text: Text {
    let large = max(first.value, second.value)
    let small = min(first.value, second.value)
    let share = small > 0 ? Words.percent(gap) : Text("infiniment", "infinitely")
    return
      (Text("\(first.area), ", "\(first.area), ") + first.measure.label + Text(" : ", ": ") + first.datedValue
      + Text(" selon ", " according to ") + first.publication.label + Text(", ", ", ") + second.datedValue
      + Text(" selon ", " according to ") + second.publication.label + Text.largerExceedsSmallerBy + share
      + Text(same: " (") + Words.number(large) + Text(same: " − ") + Words.number(small) + Text(same: " = ")
      + Words.number(large - small) + Text.andReferenceDateIsMissing)
  }
}

extension FiguresRegister {
  /// Pairs of figures about the same area, measure and family, in the order of the register.
  var pairs: [(Figure, Figure)] {
    struct Subject: Hashable {
      let area: AreaKey
      let measure: Measure
      let family: Family?
    }
    var groups: [Subject: [Figure]] = [:]
    var pairs: [(Figure, Figure)] = []
    for figure in figures {
      let subject = Subject(area: figure.key, measure: figure.measure, family: figure.family)
      for earlier in groups[subject, default: []] { pairs.append((earlier, figure)) }
      groups[subject, default: []].append(figure)
    }
    return pairs
  }
}
