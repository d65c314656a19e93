/// The false discovery rate of many tests at once.
public enum BenjaminiHochberg {
  /// Adjusted p-values: the smallest false discovery rate at which each test is rejected. O(n log n).
  ///
  /// The k-th smallest of m becomes the least of p·m ÷ rank over itself and all larger ones, 1 at most.
  /// Source: Benjamini & Hochberg, "Controlling the false discovery rate", J. R. Stat. Soc. B 57 (1995).
  public static func adjusted(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var adjusted = [Double](repeating: 1, count: p.count)
    var least = 1.0
    for (rank, test) in order.enumerated().reversed() {
      least = min(least, p[test] * Double(p.count) / Double(rank + 1))
      adjusted[test] = least
    }
    return adjusted
  }
}
