import Bytes

/// The shares of jobs that one source prints of several areas, each beside the reference's of the same date.
public struct PublishedShares: Sendable {
  /// The source: the one that has most of the comparison's areas.
  public let publication: Publication
  /// The rows of its shares, in the order of the comparison.
  public let rows: [Comparison.Row]
  /// The dates of the shares, ascending.
  public let dates: [ReferenceDate]
  /// The areas, each once, in the order of the comparison.
  public let areas: [AreaKey]
  /// The shares of other sources, which are no part of the series; `nil` without any.
  public let others: Text?

  /// The shares of a comparison; `nil` when it has none that the reference has too.
  public init?(_ comparison: Comparison) {
    let shared = comparison.rows.filter { $0.facts.shareOfJobs != nil && $0.facts.shareOfReference != nil }
    var counts: [Publication: Set<AreaKey>] = [:]
    for row in shared {
      guard let figure = row.facts.shareOfJobs else { continue }
      counts[figure.publication, default: []].insert(row.facts.key)
    }
    let most = counts.max { ($0.value.count, $1.key.publisher) < ($1.value.count, $0.key.publisher) }
    guard let publication = most?.key else { return nil }
    self.publication = publication
    rows = shared.filter { $0.facts.shareOfJobs?.publication == publication }
    dates = Set(rows.compactMap { $0.facts.shareOfJobs?.reference }).sorted { $0.days < $1.days }
    areas = rows.map(\.facts.key).distinct
    let rest = comparison.rows.compactMap { row -> Text? in
      guard let other = row.facts.shareOfJobs, other.publication != publication else { return nil }
      return Text(same: row.facts.name + " ") + other.datedValue + Text(same: ", ") + other.publication.label
    }
    others =
      rest.isEmpty ? nil : Text.anotherSourceNotThisSeries + Text.joined(rest, separator: " ; ") + Text(same: ".")
  }

  /// The source in words, with what the register remarks of it, without a full stop.
  public var source: Text {
    let remark = rows.first?.facts.shareOfJobs?.noteWords ?? Text(same: "")
    return publication.label + (remark.fr.isEmpty ? Text(same: "") : Text(" ; ", "; ") + remark)
  }
}
