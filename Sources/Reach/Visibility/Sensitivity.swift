import Bytes
import Statistics
import Territory

/// How the visibility changes when one parameter is a little different.
public struct Sensitivity: Sendable {
  /// The effect of one change.
  public struct Row: Sendable {
    /// Id of the changed channel.
    public var channel: String
    /// The changed parameter: `strength` or `s_km`.
    public var parameter: String
    /// The factor of the change: 0.8 or 1.2.
    public var factor: Double
    /// The value used; a strength is at most 1.
    public var value: Double
    /// Whether a strength would have been above 1.
    public var isCapped: Bool
    /// Change of `Visibility.mean`; `nil` when the population of a commune is unknown.
    public var meanChange: Double?
    /// Kendall's τ-b between the indices before and after; `nil` when all are equal in either.
    public var tau: Double?
    /// Number of communes below the threshold after the change.
    public var low: Int
  }

  /// One row for each change, channel by channel.
  public let rows: [Row]

  /// Changes one parameter at a time to 0.8 and 1.2 times its value. Throws as `Visibility` does.
  public init(_ visibility: Visibility) throws(Problem) {
    let mean = visibility.mean
    var rows: [Row] = []
    for (number, channel) in visibility.model.channels.enumerated() {
      var parameters = [("strength", channel.strength)]
      if let scale = channel.scaleKilometres { parameters.append(("s_km", scale)) }
      for (name, value) in parameters {
        for factor in [0.8, 1.2] {
          var model = visibility.model
          let moved = value * factor
          let used = name == "strength" ? min(1, moved) : moved
          if name == "strength" {
            model.channels[number].strength = used
          } else {
            model.channels[number].scaleKilometres = used
          }
          let changed = try Visibility(model, on: visibility.ground)
          rows.append(
            Row(
              channel: channel.id, parameter: name, factor: factor, value: used, isCapped: used < moved,
              meanChange: mean.flatMap { mean in changed.mean.map { $0 - mean } },
              tau: KendallTau.b(visibility.index, changed.index), low: changed.index.indices.count { changed.isLow($0) }
            ))
        }
      }
    }
    self.rows = rows
  }
}
