/// A JSON value with its keys in the order they are written.
public indirect enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written in shortest round-trip form; `null` when not finite.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// Whether both values are written the same: keys in the same order, and a number that is not finite equals
  /// `null`.
  public static func == (left: JSON, right: JSON) -> Bool { left.bytes() == right.bytes() }

  /// An integer, or `null` for `nil`.
  public static func optional(_ value: Int?) -> JSON { value.map(JSON.integer) ?? .null }
  /// A number, or `null` for `nil`.
  public static func optional(_ value: Double?) -> JSON { value.map(JSON.number) ?? .null }
  /// A string, or `null` for `nil`.
  public static func optional(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }

  /// The text, indented by two spaces, small arrays and objects on one line, with a line feed at the end.
  public func bytes() -> [UInt8] {
    var out = ByteWriter()
    write(to: &out, indent: 0)
    out.raw("\n")
    return out.bytes
  }

  private var isFlat: Bool {
    switch self {
    case .array(let items): items.allSatisfy { !$0.isContainer }
    case .object(let entries): entries.allSatisfy { !$0.value.isContainer }
    default: true
    }
  }

  private var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  private func write(to out: inout ByteWriter, indent: Int) {
    switch self {
    case .null: out.raw("null")
    case .bool(let value): out.text(value ? "true" : "false")
    case .integer(let value): out.integer(value)
    case .number(let value): out.shortest(value)
    case .string(let value): out.json(value)
    case .array(let items):
      Self.list(items.count, "[", "]", isFlat, indent, &out) { index, out in
        items[index].write(to: &out, indent: indent + 2)
      }
    case .object(let entries):
      Self.list(entries.count, "{", "}", isFlat, indent, &out) { index, out in
        out.json(entries[index].key)
        out.raw(": ")
        entries[index].value.write(to: &out, indent: indent + 2)
      }
    }
  }

  private static func list(
    _ count: Int, _ open: StaticString, _ close: StaticString, _ flat: Bool, _ indent: Int, _ out: inout ByteWriter,
    _ item: (Int, inout ByteWriter) -> Void
  ) {
    out.raw(open)
    for index in 0..<count {
      if index > 0 { out.raw(",") }
      if flat { if index > 0 { out.raw(" ") } } else { newLine(indent + 2, &out) }
      item(index, &out)
    }
    if !flat && count > 0 { newLine(indent, &out) }
    out.raw(close)
  }

  private static func newLine(_ indent: Int, _ out: inout ByteWriter) {
    out.raw("\n")
    for _ in 0..<indent { out.raw(" ") }
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// An object with its members in the order in which they are written.
  public init(dictionaryLiteral members: (String, JSON)...) { self = .object(members.map { (key: $0, value: $1) }) }

  /// An array with a value for each item.
  public static func array<Item>(_ items: some Sequence<Item>, _ value: (Item) -> JSON) -> JSON {
    .array(items.map(value))
  }
}
