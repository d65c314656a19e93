extension Sequence where Element: Hashable & Comparable {
  /// How often each element occurs: the most frequent first, and equal ones in their own order, so that it never changes.
  var frequencies: [(element: Element, count: Int)] {
    let counts = reduce(into: [Element: Int]()) { $0[$1, default: 0] += 1 }
    return counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

extension Sequence where Element: Hashable {
  /// The number of each element's group, counted in the order in which groups first occur.
  var groups: [Int] {
    var numbers: [Element: Int] = [:]
    return map { element in
      if let number = numbers[element] { return number }
      numbers[element] = numbers.count
      return numbers.count - 1
    }
  }
}
