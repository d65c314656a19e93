import Bytes
import Statistics
import Territory

/// What changes in the visibility when one parameter is a little wrong.
public struct Sensitivity: Sendable {
  public struct Row: Sendable {
    public var channel: String
    /// `strength` or `s_km`.
    public var parameter: String
    /// 0.8 or 1.2.
    public var factor: Double
    /// The parameter's value as used: a strength is capped at 1.
    public var value: Double
    public var isCapped: Bool
    /// Change of the mean over inhabitants; `nil` when their number is unknown somewhere.
    public var meanChange: Double?
    /// Kendall's τ-b between the ranks before and after; `nil` when either is all ties.
    public var tau: Double?
    /// Communes below the threshold afterwards.
    public var low: Int
  }

  public let rows: [Row]

  /// Moves one parameter at a time to 0.8 and 1.2 times its value.
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
              tau: KendallTau.b(visibility.index, changed.index),
              low: changed.index.indices.count { changed.isLow($0) }))
        }
      }
    }
    self.rows = rows
  }
}
