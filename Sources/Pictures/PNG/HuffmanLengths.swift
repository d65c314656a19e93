/// Lengths of prefix codes after Huffman (1952), none above a limit.
enum HuffmanLengths {
  /// A length for each symbol, 0 for those that never occur; at least two must. Where a code would be too long, the
  /// counts are halved and the codes made again, which costs little.
  static func lengths(_ counts: [UInt32], limit: Int) -> [UInt8] {
    var counts = counts
    while true {
      let lengths = lengths(counts)
      if lengths.allSatisfy({ $0 <= limit }) { return lengths }
      for index in counts.indices where counts[index] > 0 { counts[index] = counts[index] / 2 + 1 }
    }
  }

  /// Two queues, the leaves by count and the inner nodes as they come, both in ascending order.
  private static func lengths(_ counts: [UInt32]) -> [UInt8] {
    var lengths = [UInt8](repeating: 0, count: counts.count)
    let leaves = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    guard leaves.count > 1 else {
      for leaf in leaves { lengths[leaf] = 1 }
      return lengths
    }
    var weights = leaves.map { UInt64(counts[$0]) }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    var (leaf, inner) = (0, leaves.count)
    func lightest() -> Int {
      if leaf < leaves.count, inner >= weights.count || weights[leaf] <= weights[inner] {
        leaf += 1
        return leaf - 1
      }
      inner += 1
      return inner - 1
    }
    while weights.count < parents.count {
      let (one, two) = (lightest(), lightest())
      parents[one] = weights.count
      parents[two] = weights.count
      weights.append(weights[one] + weights[two])
    }
    var depths = [UInt8](repeating: 0, count: parents.count)
    for node in (0..<parents.count - 1).reversed() { depths[node] = depths[parents[node]] + 1 }
    for (index, symbol) in leaves.enumerated() { lengths[symbol] = depths[index] }
    return lengths
  }

  /// The codes these lengths stand for, the highest bit first as deflate reads them, hence reversed (RFC 1951, 3.2.2).
  static func codes(_ lengths: [UInt8]) -> [UInt16] {
    var counts = [Int](repeating: 0, count: 17)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var next = [Int](repeating: 0, count: 17)
    for length in 1...15 { next[length + 1] = (next[length] + counts[length]) * 2 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      let code = UInt16(next[Int(length)])
      next[Int(length)] += 1
      return reversed(code) >> (16 - UInt16(length))
    }
  }

  private static func reversed(_ code: UInt16) -> UInt16 {
    var code = code
    var turned: UInt16 = 0
    for _ in 0..<16 {
      turned = turned << 1 | code & 1
      code >>= 1
    }
    return turned
  }
}
