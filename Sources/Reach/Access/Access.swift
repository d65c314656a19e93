import Bytes
import Territory

/// How much of a service each commune has within reach, given how many others share it.
///
/// R_j = S_j ÷ Σₖ w(t_kj)·P_k for each site j of capacity S_j, then A_i = Σ_j w(t_ij)·R_j, per 10,000 inhabitants: the
/// two-step floating catchment area.
public struct Access: Sendable {
  /// How the weight of a site falls with the minutes to it; bounds belong to the nearer class.
  public enum Method: String, Sendable, CaseIterable {
    /// Accessibilité potentielle localisée: 1 to 10 minutes, 2/3 to 15, 1/3 to 20, as DREES is said to
    /// weigh since 2017; its own page could not be read when this was written.
    case apl
    /// Enhanced two-step floating catchment area: 1 to 10 minutes, 0.68 to 20, 0.22 to 30. Luo & Qi, Health & Place
    /// 15 (2009).
    case e2sfca

    public func weight(_ minutes: Double) -> Double {
      switch self {
      case .apl: minutes <= 10 ? 1 : minutes <= 15 ? 2.0 / 3 : minutes <= 20 ? 1.0 / 3 : 0
      case .e2sfca: minutes <= 10 ? 1 : minutes <= 20 ? 0.68 : minutes <= 30 ? 0.22 : 0
      }
    }
  }

  /// Access per 10,000 inhabitants, by demand; `nil` where a commune that shares one of its sites has no known
  /// population.
  public let values: [Double?]

  /// - Parameters:
  ///   - minutes: from each demand to each site, `minutes[demand * sites + site]`; infinity where there is no way.
  ///   - populations: inhabitants of each demand, `nil` where unknown; demands outside the territory share the sites
  ///     too.
  ///   - capacities: one a site.
  ///
  /// A site nobody can reach serves nobody. O(demands × sites).
  public init(_ method: Method, minutes: [Double], populations: [Double?], capacities: [Double]) {
    let sites = capacities.count
    precondition(minutes.count == populations.count * sites)
    func weight(_ demand: Int, _ site: Int) -> Double { method.weight(minutes[demand * sites + site]) }
    let ratios = capacities.indices.map { site -> Double? in
      var shared = 0.0
      for demand in populations.indices where weight(demand, site) > 0 {
        guard let people = populations[demand] else { return nil }
        shared += weight(demand, site) * people
      }
      return shared > 0 ? capacities[site] / shared : 0
    }
    values = populations.indices.map { demand in
      var sum = 0.0
      for site in ratios.indices where weight(demand, site) > 0 {
        guard let ratio = ratios[site] else { return nil }
        sum += weight(demand, site) * ratio
      }
      return sum * 10_000
    }
  }
}
