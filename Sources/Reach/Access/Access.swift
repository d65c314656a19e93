import Bytes
import Territory

/// How much of a service each commune has within reach, taking into account how many inhabitants share it.
///
/// The two-step floating catchment area: R_j = S_j ÷ Σₖ w(t_kj)·P_k for each site j of capacity S_j, then
/// A_i = Σ_j w(t_ij)·R_j, for 10,000 inhabitants.
public struct Access: Sendable {
  /// How the weight of a site decreases with the travel time to it; a bound belongs to the nearer class.
  public enum Method: String, Sendable, CaseIterable {
    /// Accessibilité potentielle localisée: weight 1 to 10 minutes, 2/3 to 15, 1/3 to 20, those of DREES's method
    /// of 2015, published in 2017 (Vergier & Chaput, Dossiers de la DREES 17). This is not DREES's APL: no age is
    /// standardised, a site's capacity is 1, and minutes may be estimated from distances.
    case apl
    /// Enhanced two-step floating catchment area: weight 1 to 10 minutes, 0.68 to 20, 0.22 to 30. Luo & Qi,
    /// Health & Place 15 (2009).
    case e2sfca

    /// The weight of a site, from 0 to 1, at a travel time in minutes.
    public func weight(_ minutes: Double) -> Double {
      switch self {
      case .apl: minutes <= 10 ? 1 : minutes <= 15 ? 2.0 / 3 : minutes <= 20 ? 1.0 / 3 : 0
      case .e2sfca: minutes <= 10 ? 1 : minutes <= 20 ? 0.68 : minutes <= 30 ? 0.22 : 0
      }
    }
  }

  /// Access for 10,000 inhabitants, by demand; `nil` when the population of a commune that shares one of its
  /// sites is unknown.
  public let values: [Double?]

  /// - Parameters:
  /// - minutes: travel times from each demand to each site, `minutes[demand * sites + site]`; infinity when
  ///   there is no way.
  /// - populations: inhabitants of each demand, `nil` when unknown; demands outside the territory share the
  ///   sites too.
  ///   - capacities: one for each site.
  ///
  /// A site that no demand can reach adds nothing. Complexity: O(demands × sites).
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
