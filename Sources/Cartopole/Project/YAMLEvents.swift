import Bytes
import CYaml
import Territory

/// YAML read straight from the events of libyaml, the C library under Yams: a third of the time of a tree of Yams' own
/// nodes, which opening a project would wait for.
///
/// It knows plain documents only. Whatever is wrong or out of the ordinary is left to Yams, which says what it is.
struct YAMLEvents: ~Copyable {
  /// It must stay where it is: it reads its input through a pointer to itself.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private var event = yaml_event_t()

  private init() { parser.initialize(to: yaml_parser_t()) }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The root of a document in UTF-8; `nil` for anything but one plain document without a mistake.
  static func root(of text: UnsafeBufferPointer<UInt8>) -> Node? {
    var events = YAMLEvents()
    guard yaml_parser_initialize(events.parser) == 1 else { return nil }
    yaml_parser_set_encoding(events.parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(events.parser, text.baseAddress, text.count)
    guard events.next() == YAML_STREAM_START_EVENT, events.next() == YAML_DOCUMENT_START_EVENT,
      let root = events.value(events.next()), events.next() == YAML_DOCUMENT_END_EVENT,
      events.next() == YAML_STREAM_END_EVENT
    else {
      yaml_event_delete(&events.event)
      return nil
    }
    yaml_event_delete(&events.event)
    return root
  }

  /// Goes to the next event; `YAML_NO_EVENT` where there is none.
  private mutating func next() -> yaml_event_type_t {
    yaml_event_delete(&event)
    return yaml_parser_parse(parser, &event) == 1 ? event.type : YAML_NO_EVENT
  }

  /// The value that begins with the event at hand.
  private mutating func value(_ type: yaml_event_type_t) -> Node? {
    let line = Int(event.start_mark.line) + 1
    switch type {
    case YAML_SCALAR_EVENT:
      guard let (text, isQuoted) = scalar() else { return nil }
      let isNull = !isQuoted && YAMLDocument.nulls.contains(text)
      return Node(isNull ? .null : .scalar(text, quoted: isQuoted), line: line)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      guard start.anchor == nil, start.tag == nil else { return nil }
      var items: [Node] = []
      while true {
        let type = next()
        if type == YAML_SEQUENCE_END_EVENT { return Node(.list(items), line: line) }
        guard let item = value(type) else { return nil }
        items.append(item)
      }
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      guard start.anchor == nil, start.tag == nil else { return nil }
      var entries: [Node.Entry] = []
      var keys: Set<String> = []
      while true {
        let type = next()
        if type == YAML_MAPPING_END_EVENT { return Node(.map(entries), line: line) }
        guard type == YAML_SCALAR_EVENT, let key = scalar()?.text, key != "<<" else { return nil }
        guard keys.insert(key).inserted else { return nil }
        let keyLine = Int(event.start_mark.line) + 1
        guard let value = value(next()) else { return nil }
        entries.append(.init(key: key, line: keyLine, value: value))
      }
    default:
      return nil
    }
  }

  private func scalar() -> (text: String, isQuoted: Bool)? {
    let scalar = event.data.scalar
    guard scalar.anchor == nil, scalar.tag == nil, let bytes = scalar.value else { return nil }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: scalar.length), as: UTF8.self)
    // Yams takes a byte-order mark off the beginning of any scalar.
    guard text.unicodeScalars.first != "\u{FEFF}" else { return nil }
    return (text, scalar.style != YAML_PLAIN_SCALAR_STYLE)
  }
}
