/// What can wait in a heap.
public protocol HeapElement {
  /// Whether it is taken before another one; of two equal ones, neither is.
  func precedes(_ other: Self) -> Bool
}

/// A binary heap: of its elements, the one that precedes all others is taken first.
public struct BinaryHeap<Element: HeapElement> {
  @usableFromInline var elements: [Element] = []
  @usableFromInline let newestFirst: Bool

  /// An empty heap. Of elements neither of which precedes the other, the one added last usually comes first when
  /// `newestFirst` says so, and last otherwise.
  @inlinable public init(newestFirst: Bool = false) { self.newestFirst = newestFirst }

  /// Adds an element. Complexity: O(log elements).
  @inlinable public mutating func push(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      let rises =
        newestFirst
        ? !elements[parent].precedes(elements[child]) : elements[child].precedes(elements[parent])
      guard rises else { return }
      elements.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the first element; `nil` when there is none. Complexity: O(log elements).
  @inlinable public mutating func pop() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let first = elements.first else { return last }
    elements[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < elements.count else { return first }
      if child + 1 < elements.count, elements[child + 1].precedes(elements[child]) { child += 1 }
      guard elements[child].precedes(elements[parent]) else { return first }
      elements.swapAt(child, parent)
      parent = child
    }
  }
}
