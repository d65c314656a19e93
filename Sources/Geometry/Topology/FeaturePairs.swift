import Bytes

/// Collects pairs of features in any order and with repeats, and makes rows of neighbours without repeats.
struct FeaturePairs {
  private let featureCount: Int
  private var firsts: [Int32] = []
  private var seconds: [Int32] = []

  init(featureCount: Int) { self.featureCount = featureCount }

  /// Adds a pair; ignores a feature paired with itself and a pair equal to the last one.
  @inline(__always) mutating func add(_ a: Int32, _ b: Int32) {
    let low = min(a, b)
    let high = max(a, b)
    guard low != high, firsts.last != low || seconds.last != high else { return }
    firsts.append(low)
    seconds.append(high)
  }

  /// For each feature the features it is paired with, ascending, each once. O(pairs + features), and a sort of each
  /// short row.
  func rows() -> (offsets: [Int], neighbours: [Int]) {
    let others = CompressedRows<Int32>(featureCount) { add in
      for pair in firsts.indices {
        add(Int(firsts[pair]), seconds[pair])
        add(Int(seconds[pair]), firsts[pair])
      }
    }
    var offsets = [0]
    var neighbours: [Int] = []
    var marks = [Int32](repeating: -1, count: featureCount)
    for feature in 0..<featureCount {
      let start = neighbours.count
      for other in others[feature] where marks[Int(other)] != Int32(feature) {
        marks[Int(other)] = Int32(feature)
        neighbours.append(Int(other))
      }
      neighbours[start...].sort()
      offsets.append(neighbours.count)
    }
    return (offsets, neighbours)
  }
}
