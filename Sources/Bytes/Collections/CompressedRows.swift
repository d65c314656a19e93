/// Elements by row in one flat list, as the compressed rows of a sparse matrix; at most 2³¹ − 1 of them.
public struct CompressedRows<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Row r has the elements at the places `starts[r] ..< starts[r + 1]`.
  @usableFromInline let starts: [Int32]
  /// The elements of all rows, one row after the other.
  public let elements: [Element]

  /// Rows of what `each` adds, a row in the order in which it adds. It is called twice, first to count, and must add the
  /// same both times.
  ///
  /// Complexity: O(elements + rows), a counting sort.
  @inlinable @inline(__always) public init(
    _ rows: Int, _ each: (_ add: (_ row: Int, _ element: Element) -> Void) -> Void
  ) {
    var starts = [Int32](repeating: 0, count: rows + 1)
    each { row, _ in starts[row + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var next = starts
    let total = Int(starts[rows])
    // The standard library writes the count of an array of no element into the one that all threads share.
    elements =
      total == 0
      ? []
      : [Element](unsafeUninitializedCapacity: total) { buffer, count in
        each { row, element in
          buffer[Int(next[row])] = element
          next[row] += 1
        }
        count = total
      }
    self.starts = starts
  }

  /// Number of rows.
  @inlinable public var count: Int { starts.count - 1 }

  /// The places of a row's elements in `elements`.
  @inlinable @inline(__always) public func places(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  /// The elements of a row.
  @inlinable @inline(__always) public subscript(row: Int) -> ArraySlice<Element> { elements[places(row)] }

  /// Calls `body` with every two elements of a row, the earlier one first.
  @inlinable @inline(__always) public func forEachPair(in row: Int, _ body: (Element, Element) -> Void) {
    let places = places(row)
    for place in places { for other in place + 1..<places.upperBound { body(elements[place], elements[other]) } }
  }
}
