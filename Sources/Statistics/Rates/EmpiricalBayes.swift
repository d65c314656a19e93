/// Rates of small areas drawn towards the mean of all areas, the more the fewer inhabitants they rest on.
///
/// With rᵢ = xᵢ ÷ nᵢ: m = Σx ÷ Σn, s² = Σ nᵢ (rᵢ − m)² ÷ Σn, A = max(0, s² − m ÷ n̄). Areas without inhabitants
/// or without a count do not take part; n̄ is the mean of those that do.
/// Source: Marshall, "Mapping disease and mortality rates using empirical Bayes
/// estimators", Applied Statistics 40 (1991).
public struct EmpiricalBayes: Sendable, Equatable {
  /// m, the rate of all areas together; `nil` when no area takes part.
  public let mean: Double?
  /// A, the variance between areas beyond that of the counts themselves.
  public let variance: Double
  /// s² − m ÷ n̄ before it is cut at 0.
  private let rawVariance: Double
  private let counts: [Double?]
  private let populations: [Double?]

  /// Takes the events and the inhabitants of each area, `nil` when unknown. Complexity: O(areas).
  public init(counts: [Double?], populations: [Double?]) {
    precondition(counts.count == populations.count)
    self.counts = counts
    self.populations = populations
    var events = 0.0
    var people = 0.0
    var areas = 0.0
    for case (let count?, let population?) in zip(counts, populations) where population > 0 {
      events += count
      people += population
      areas += 1
    }
    guard areas > 0 else {
      mean = nil
      variance = 0
      rawVariance = 0
      return
    }
    let mean = events / people
    var spread = 0.0
    for case (let count?, let population?) in zip(counts, populations) where population > 0 {
      let deviation = count / population - mean
      spread += population * deviation * deviation
    }
    self.mean = mean
    rawVariance = spread / people - mean / (people / areas)
    variance = max(0, rawVariance)
  }

  /// r̂ᵢ = m + A ÷ (A + m ÷ nᵢ) · (rᵢ − m), m when A = 0. It is `///` without inhabitants, `…`
  /// where the count or the population is unknown.
  public var rates: [Cell] {
    zip(counts, populations).map { count, population in
      guard let population else { return .notAvailable }
      guard population > 0 else { return .notApplicable }
      guard let count, let mean else { return .notAvailable }
      guard variance > 0 else { return .number(mean) }
      let weight = variance / (variance + mean / population)
      return .number(mean + weight * (count / population - mean))
    }
  }

  /// (rᵢ − m) ÷ √vᵢ, vᵢ = s² − m ÷ n̄ + m ÷ nᵢ, or m ÷ nᵢ where that is not more than 0:
  /// deviations of equal variance for Moran's I.
  ///
  /// `nil` where there is no rate, and everywhere when no area has an event. Source: Assunção & Reis, "A new
  /// proposal to adjust Moran's I for population density", Statistics in Medicine 18 (1999).
  public var standardised: [Double?] {
    zip(counts, populations).map { count, population in
      guard let count, let population, population > 0, let mean, mean > 0 else { return nil }
      let chance = mean / population
      let raw = rawVariance + chance
      return (count / population - mean) / (raw > 0 ? raw : chance).squareRoot()
    }
  }
}
