/// Agreement of two rankings.
public enum KendallTau {
  /// Kendall's τ-b, which allows for ties; `nil` when either side is all ties. O(n²).
  ///
  /// Source: Kendall, "The treatment of ties in ranking problems", Biometrika 33 (1945).
  public static func b(_ left: [Double], _ right: [Double]) -> Double? {
    var concordance = 0
    var leftPairs = 0
    var rightPairs = 0
    for i in left.indices {
      for j in 0..<i {
        let a = sign(left[i] - left[j])
        let b = sign(right[i] - right[j])
        concordance += a * b
        leftPairs += a * a
        rightPairs += b * b
      }
    }
    guard leftPairs > 0, rightPairs > 0 else { return nil }
    return Double(concordance) / (Double(leftPairs) * Double(rightPairs)).squareRoot()
  }

  private static func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }
}
