/// A heap of open nodes, the lowest bound first; of equal bounds usually the node added last.
struct NodeHeap {
  private var nodes: [SumNode] = []

  mutating func push(_ node: SumNode) {
    nodes.append(node)
    var child = nodes.count - 1
    while child > 0, nodes[child].bound <= nodes[(child - 1) / 2].bound {
      nodes.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> SumNode? {
    guard let last = nodes.popLast() else { return nil }
    guard let first = nodes.first else { return last }
    nodes[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < nodes.count {
        if nodes[child].bound < nodes[least].bound { least = child }
      }
      if least == parent { return first }
      nodes.swapAt(parent, least)
      parent = least
    }
  }
}
