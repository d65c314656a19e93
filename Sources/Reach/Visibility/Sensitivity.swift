import Bytes
import Statistics
import Territory

/// How the visibility changes when one parameter is a little different, and when all are very different at once.
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

  /// Numbers of communes below the threshold when all parameters are drawn at once.
  public struct Together: Sendable, Equatable {
    /// Number of draws.
    public var draws: Int
    /// The least number of communes.
    public var least: Int
    /// The number that 2.5 % of the draws are below.
    public var lower: Int
    /// The number that 2.5 % of the draws are above.
    public var upper: Int
    /// The largest number of communes.
    public var most: Int
  }

  /// One row for each change, channel by channel.
  public let rows: [Row]
  /// What 1,000 draws of all parameters at once give, the same on every machine.
  public let together: Together

  /// Changes one parameter at a time to 0.8 and 1.2 times its value; then all, each multiplied by a factor between
  /// 0.5 and 2 whose logarithm is uniform, so that halving is as likely as doubling. Strengths stay at most 1.
  public init(_ visibility: Visibility) {
    rows = Self.oneByOne(visibility)
    together = Self.together(visibility, draws: 1000)
  }

  private static func together(_ visibility: Visibility, draws: Int) -> Together {
    var random = Xoshiro256(seed: 2008, stream: 0)
    func factor() -> Double { exp2(2 * random.unit() - 1) }
    let counts = (0..<draws).map { _ -> Int in
      var channels = visibility.model.channels
      for number in channels.indices {
        channels[number].strength = min(1, channels[number].strength * factor())
        if let scale = channels[number].scaleKilometres { channels[number].scaleKilometres = scale * factor() }
      }
      let changed = Visibility(visibility, channels)
      return changed.index.indices.count { changed.isLow($0) }
    }.sorted()
    let tail = draws / 40
    return Together(
      draws: draws, least: counts[0], lower: counts[tail], upper: counts[draws - 1 - tail], most: counts[draws - 1])
  }

  private static func oneByOne(_ visibility: Visibility) -> [Row] {
    let mean = visibility.mean
    var rows: [Row] = []
    for (number, channel) in visibility.model.channels.enumerated() {
      var parameters = [("strength", channel.strength)]
      if let scale = channel.scaleKilometres { parameters.append(("s_km", scale)) }
      for (name, value) in parameters {
        for factor in [0.8, 1.2] {
          var channels = visibility.model.channels
          let moved = value * factor
          let used = name == "strength" ? min(1, moved) : moved
          if name == "strength" {
            channels[number].strength = used
          } else {
            channels[number].scaleKilometres = used
          }
          let changed = Visibility(visibility, channels)
          rows.append(
            Row(
              channel: channel.id, parameter: name, factor: factor, value: used, isCapped: used < moved,
              meanChange: mean.flatMap { mean in changed.mean.map { $0 - mean } },
              tau: KendallTau.b(visibility.index, changed.index), low: changed.index.indices.count { changed.isLow($0) }
            ))
        }
      }
    }
    return rows
  }
}
