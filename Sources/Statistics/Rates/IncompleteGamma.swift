import Bytes

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, and their inverses.
///
/// Sources: series and continued fraction, Abramowitz & Stegun (1964) 6.5.29 and 6.5.31, the latter by Lentz's
/// method; the factor in front by Loader, "Fast and accurate computation of binomial probabilities" (2000),
/// which keeps full precision for large a. Within about 1e-13 of the true value; O(√a) terms near x = a.
enum IncompleteGamma {
  /// The probability that a gamma variable of shape a is at most x; for whole a, that a Poisson count of mean x
  /// is at least a.
  static func lower(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
  }

  /// The probability that it is more than x.
  static func upper(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 1 }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
  }

  /// The x where P(a, x) = p; a > 0, 0 < p < 1.
  static func lowerInverse(_ a: Double, _ p: Double) -> Double {
    solve(a, start: start(a, normal: -tail(p), small: p)) { lower(a, $0) - p }
  }

  /// The x where Q(a, x) = q; a > 0, 0 < q < 1.
  static func upperInverse(_ a: Double, _ q: Double) -> Double {
    solve(a, start: start(a, normal: tail(q), small: 1 - q)) { q - upper(a, $0) }
  }

  /// xᵃ e⁻ˣ ÷ Γ(a + 1).
  static func factor(_ a: Double, _ x: Double) -> Double {
    if a < 16 { return pow(x, a) * exp(-x) / tgamma(a + 1) }
    let relative = (x - a) / a
    return exp(-a * excess(relative) - stirlingError(a)) / (2 * .pi * a).squareRoot()
  }

  /// t − log(1 + t), without cancellation for small t.
  private static func excess(_ t: Double) -> Double {
    guard t.magnitude < 0.1 else { return t - log1p(t) }
    // log(1 + t) = 2 artanh(s), s = t ÷ (2 + t), and t − 2s = t·s.
    let s = t / (2 + t)
    let square = s * s
    var term = s * square
    var sum = 0.0
    var odd = 3.0
    while term.magnitude / odd > 1e-18 * (t * s).magnitude {
      sum += term / odd
      term *= square
      odd += 2
    }
    return t * s - 2 * sum
  }

  /// log Γ(a + 1) − log(√(2πa) aᵃ e⁻ᵃ), for a ≥ 16 (Abramowitz & Stegun 6.1.41).
  private static func stirlingError(_ a: Double) -> Double {
    let inverse = 1 / (a * a)
    var sum = 1.0 / 1188
    sum = 1.0 / 1680 - sum * inverse
    sum = 1.0 / 1260 - sum * inverse
    sum = 1.0 / 360 - sum * inverse
    sum = 1.0 / 12 - sum * inverse
    return sum / a
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var n = a
    repeat {
      n += 1
      term *= x / n
      sum += term
    } while term > sum * 1e-17
    return factor(a, x) * sum
  }

  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var value = d
    var i = 1.0
    while true {
      let numerator = -i * (i - a)
      b += 2
      d = numerator * d + b
      if d.magnitude < 1e-300 { d = 1e-300 }
      c = b + numerator / c
      if c.magnitude < 1e-300 { c = 1e-300 }
      d = 1 / d
      let change = c * d
      value *= change
      if (change - 1).magnitude < 4e-16 || i > 1e8 { break }
      i += 1
    }
    return factor(a, x) * a * value
  }

  /// Wilson & Hilferty (1931), or the first term of the series where that falls to nothing.
  private static func start(_ a: Double, normal: Double, small p: Double) -> Double {
    let cube = 1 - 1 / (9 * a) + normal / (3 * a.squareRoot())
    let x = a * cube * cube * cube
    let first = exp((log(p) + lgammaOnePlus(a)) / a)
    return cube > 0.2 && x.isFinite ? x : first
  }

  private static func lgammaOnePlus(_ a: Double) -> Double {
    a < 16 ? log(tgamma(a + 1)) : a * log(a) - a + log(2 * .pi * a) / 2 + stirlingError(a)
  }

  /// The standard normal deviate with probability `q` above it, to 5e-4: a start (Abramowitz & Stegun 26.2.23).
  private static func tail(_ q: Double) -> Double {
    if q > 0.5 { return -tail(1 - q) }
    let t = (-2 * log(q)).squareRoot()
    let top: Double = 2.515517 + t * (0.802853 + t * 0.010328)
    let bottom: Double = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    return t - top / bottom
  }

  /// Halley's steps on an increasing function whose derivative is the gamma density, kept within what is known
  /// to hold the root.
  private static func solve(_ a: Double, start: Double, _ function: (Double) -> Double) -> Double {
    var low = 0.0
    var high = Double.infinity
    var x = start
    for _ in 0..<100 {
      let value = function(x)
      if value == 0 { return x }
      if value < 0 { low = x } else { high = x }
      let density = factor(a, x) * a / x
      let newton = value / density
      // f″ ÷ f′ = (a − 1) ÷ x − 1.
      let bend = newton * ((a - 1) / x - 1) / 2
      let step = newton / max(1 - bend, 0.5)
      var next = x - step
      // Steps converge cubically: after one of 1e-8 nothing is left to gain but noise.
      if step.magnitude <= 1e-8 * x { return next }
      if !(next > low && next < high) { next = high.isFinite ? (low + high) / 2 : 2 * x }
      x = next
    }
    return x
  }
}
