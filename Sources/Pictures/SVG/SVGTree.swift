/// The elements of a file, in document order, and its style sheets.
struct SVGTree {
  var nodes: [SVGNode] = []
  var own: [Declarations] = []
  var sheet = SVGStyleSheet()
  /// The first element of each id.
  var ids: [SVGBytes: Int] = [:]

  /// Reads a file that must stay in memory as long as the tree. O(bytes).
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutsideSubset) {
    nodes.reserveCapacity(bytes.count / 64)
    var scanner = MarkupScanner(bytes)
    var open: Int?
    /// The last child so far of the element that is open, and of those around it.
    var last: [Int?] = [nil]
    while let tag = try scanner.next() {
      switch tag {
      case .text(let text):
        if let open { try take(text, into: open) } else { throw OutsideSubset("text", text.bytes) }
      case .open(let name):
        guard last.count < 64 else { throw OutsideSubset("depth of", name.bytes) }
        let node = nodes.count
        nodes.append(SVGNode(try Self.kind(name, isRoot: node == 0), parent: open))
        if let before = last[last.count - 1] { nodes[before].next = node }
        if let open, nodes[open].firstChild == nil { nodes[open].firstChild = node }
        last[last.count - 1] = node
        let isEmpty = try readAttributes(of: node, &scanner)
        if !isEmpty {
          open = node
          last.append(nil)
        }
      case .close(let name):
        guard let closed = open, try Self.kind(name, isRoot: closed == 0) == nodes[closed].kind else {
          throw OutsideSubset("end tag", name.bytes)
        }
        open = nodes[closed].parent
        last.removeLast()
      }
    }
    guard open == nil, nodes.first?.kind == .drawing, nodes[0].next == nil else {
      throw OutsideSubset("end of file", "".utf8)
    }
  }

  private static func kind(_ name: SVGBytes, isRoot: Bool) throws(OutsideSubset) -> SVGNode.Kind {
    let known: [(StaticString, SVGNode.Kind)] = [
      ("path", .path), ("text", .text), ("title", .words), ("use", .use), ("circle", .circle), ("g", .group),
      ("line", .line), ("rect", .rectangle), ("clipPath", .clip), ("pattern", .pattern),
      ("defs", .definitions), ("svg", .drawing), ("style", .style), ("desc", .words),
    ]
    for (word, kind) in known where name == word {
      if isRoot, kind != .drawing { break }
      return kind
    }
    throw OutsideSubset("element", name.bytes)
  }

  private mutating func take(_ text: SVGBytes, into node: Int) throws(OutsideSubset) {
    switch nodes[node].kind {
    case .words: return
    case .style: try sheet.read(text)
    case .text where nodes[node].firstChild == nil: nodes[node].content = text
    default: if !text.bytes.allSatisfy(\.isSpace) { throw OutsideSubset("text", text.bytes) }
    }
  }
}
