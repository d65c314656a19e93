extension Collection where Index == Int {
  /// The first index from which on something is true, the end when it is true of none; it must not become false again.
  ///
  /// Complexity: O(log n), a binary search.
  @inlinable public func partitioningIndex(_ isPast: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
