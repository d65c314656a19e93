import Bytes
import Territory

/// The bytes of a project file, and the place where its list of actions ends.
struct ProjectText {
  private let bytes: [UInt8]
  /// The start of each line, and the end of the text.
  private let starts: [Int]
  private let lineBreak: String
  /// 0-based line before which the new action is inserted.
  private var insertion = 0
  /// Number of columns before the dash, and from the dash to the first key.
  private var margin = 2
  private var dashWidth = 2
  private var blankBetween = false
  /// Bytes of an empty list, `[]`, which the first action replaces.
  private var emptyList: Range<Int>?
  private var needsKey = false

  init(_ bytes: [UInt8], _ root: DocumentNode) throws(Problem) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
    let newline = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    lineBreak = newline > 0 && bytes[newline - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
    guard case .map(let entries) = root.content, let position = entries.firstIndex(where: { $0.key == "actions" })
    else {
      insertion = endOfBlock(before: lineCount, after: 0)
      needsKey = true
      return
    }
    let key = entries[position]
    let next = position + 1 < entries.count ? entries[position + 1].line - 1 : lineCount
    guard next > key.line - 1 else { throw bracketed(key) }
    insertion = endOfBlock(before: next, after: key.line - 1)
    guard case .list(let items) = key.value.content, let last = items.last else {
      if case .list = key.value.content { try findEmptyList(key) }
      return
    }
    try measure(last, key)
    if items.count > 1, let dash = dashLine(of: last) { blankBetween = isBlank(dash - 1) }
  }

  /// The text with the action inserted.
  func adding(_ action: NewAction) -> [UInt8] {
    var addition = ""
    if needsKey { addition += lineBreak + "actions:" + lineBreak }
    if blankBetween { addition += lineBreak }
    let indent = String(repeating: " ", count: margin)
    for line in action.lines(dashWidth: dashWidth) { addition += indent + line + lineBreak }
    let at = starts[insertion]
    var out = Array(bytes[..<at])
    if let emptyList { out.removeSubrange(emptyList) }
    if let last = out.last, last != UInt8(ascii: "\n") { out += Array(lineBreak.utf8) }
    out += Array(addition.utf8)
    return out + bytes[at...]
  }

  private var lineCount: Int { starts.count - 1 }

  private func line(_ index: Int) -> ArraySlice<UInt8> {
    guard index >= 0, index < lineCount else { return [] }
    return bytes[starts[index]..<starts[index + 1]]
  }

  private func isBlank(_ index: Int) -> Bool {
    line(index).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
  }

  /// The line after the last one of the block. Blank lines, comments at the margin and
  /// the end mark of the document stay below it.
  private func endOfBlock(before end: Int, after first: Int) -> Int {
    var index = end
    while index > first + 1 {
      let above = line(index - 1)
      let mark = above.starts(with: Array("...".utf8))
      guard isBlank(index - 1) || above.first == UInt8(ascii: "#") || mark else { break }
      index -= 1
    }
    return index
  }

  /// The line that has an item's dash: its own, or one above when the dash stands alone.
  private func dashLine(of item: DocumentNode) -> Int? {
    var index = item.line - 1
    while index >= 0 {
      if line(index).first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "-") { return index }
      index -= 1
    }
    return nil
  }

  private mutating func measure(_ item: DocumentNode, _ key: DocumentNode.Entry) throws(Problem) {
    guard let dash = dashLine(of: item), dash > key.line - 1 else { throw bracketed(key) }
    let text = line(dash)
    margin = text.prefix { $0 == UInt8(ascii: " ") }.count
    let gap = text.dropFirst(margin + 1).prefix { $0 == UInt8(ascii: " ") }.count
    dashWidth = dash == item.line - 1 && gap > 0 ? gap + 1 : 2
  }

  private mutating func findEmptyList(_ key: DocumentNode.Entry) throws(Problem) {
    let text = line(key.line - 1)
    guard let open = text.firstIndex(of: UInt8(ascii: "[")), let close = text[open...].firstIndex(of: UInt8(ascii: "]"))
    else { throw bracketed(key) }
    emptyList = (text[..<open].last == UInt8(ascii: " ") ? open - 1 : open)..<close + 1
  }

  private func bracketed(_ key: DocumentNode.Entry) -> Problem {
    Problem(
      .badData, at: Text("ligne \(key.line)", "line \(key.line)"), Text.actionsAreBetweenBrackets,
      fix: Text.writeActionsAfterDashes)
  }
}
