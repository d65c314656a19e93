#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Walks through the tags of a file, strings being stretches of it: no comments, no declarations, no CDATA.
struct MarkupScanner {
  enum Tag {
    /// Its attributes come next, by `attribute`.
    case open(SVGBytes)
    case close(SVGBytes)
    /// What stands between two tags, never empty, entities and all.
    case text(SVGBytes)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next tag or text; `nil` at the end of the file. Line breaks alone are passed over.
  mutating func next() throws(OutsideSubset) -> Tag? {
    let start = at
    at = find(UInt8(ascii: "<"), from: at)
    if at > start, bytes[start..<at].contains(where: { $0 != 0x0A }) {
      return .text(SVGBytes(bytes, start..<at))
    }
    guard at < bytes.count else { return nil }
    at += 1
    let isClosing = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    let name = SVGBytes(bytes, at..<endOfName())
    guard !name.bytes.isEmpty else { throw malformed }
    at += name.bytes.count
    guard isClosing else { return .open(name) }
    guard at < bytes.count, bytes[at] == UInt8(ascii: ">") else { throw malformed }
    at += 1
    return .close(name)
  }

  /// The next attribute of the tag that was opened, or how the tag ends.
  enum Attribute {
    case value(name: SVGBytes, SVGBytes)
    case end(isEmpty: Bool)
  }

  mutating func attribute() throws(OutsideSubset) -> Attribute {
    while at < bytes.count, bytes[at].isSpace { at += 1 }
    guard at < bytes.count else { throw malformed }
    if bytes[at] == UInt8(ascii: ">") {
      at += 1
      return .end(isEmpty: false)
    }
    if bytes[at] == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ">") {
      at += 2
      return .end(isEmpty: true)
    }
    let name = SVGBytes(bytes, at..<endOfName())
    at += name.bytes.count
    guard !name.bytes.isEmpty, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "="),
      bytes[at + 1] == UInt8(ascii: "\"")
    else { throw malformed }
    let start = at + 2
    let end = find(UInt8(ascii: "\""), from: start)
    guard end < bytes.count else { throw malformed }
    at = end + 1
    return .value(name: name, SVGBytes(bytes, start..<end))
  }

  private func endOfName() -> Int {
    var end = at
    while end < bytes.count, bytes[end].isNameByte || bytes[end] == UInt8(ascii: ":") { end += 1 }
    return end
  }

  /// Where a byte is next, or the end.
  private func find(_ byte: UInt8, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return found - UnsafeMutableRawPointer(mutating: base)
  }

  private var malformed: OutsideSubset {
    OutsideSubset("markup", bytes[min(at, bytes.count)...])
  }
}
