import Bytes
import Territory
import Testing

@testable import Cartopole

/// Documents read from events are what Yams makes of them; what events leave alone is refused in Yams's words.
struct YAMLEventsTests {
  /// Either way's outcome: a node, or the line that refuses the document.
  private enum Outcome: Equatable {
    case node(Node)
    case refusal(String)

    init(_ read: () throws(Problem) -> Node) {
      do throws(Problem) { self = .node(try read()) } catch { self = .refusal(error.line(.en)) }
    }
  }

  private static func outcomes(_ bytes: [UInt8]) -> (fast: Outcome, slow: Outcome) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(decoding: bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0), as: UTF8.self)
    return (
      Outcome { () throws(Problem) in try YAMLDocument.parse(bytes, file: "p.yaml") },
      Outcome { () throws(Problem) in try YAMLDocument.byYams(text, file: "p.yaml") }
    )
  }

  /// Every key is looked for among those before it, in a time that does not grow with their square.
  @Test(.timeLimit(.minutes(1))) func manyKeys() throws {
    let lines = (0..<100_000).map { "k\($0): 1\n" }.joined()
    guard case .map(let entries) = try YAMLDocument.parse(Array(lines.utf8)).content else {
      Issue.record("no map")
      return
    }
    #expect(entries.count == 100_000 && entries[99_999].line == 100_000)
    #expect(!Self.isReadFromEvents(Array((lines + "k5: 2\n").utf8)))
  }

  private static func isReadFromEvents(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { YAMLEvents.root(of: $0) } != nil
  }

  private static let shipped: [String] = ["pole.yaml"] + ((try? simulations()) ?? [])

  private static func simulations() throws -> [String] {
    let folder = Path.folder(ShippedPole.path)
    return try Project.open(ShippedPole.path).inputs.filter { $0.hasSuffix(".yaml") && $0 != ShippedPole.path }
      .map { String($0.dropFirst(folder.count + 1)) }
  }

  @Test func theShippedProjectHasScenarios() { #expect(Self.shipped.count > 1) }

  @Test(arguments: shipped) func shippedFiles(name: String) throws {
    let bytes = try FileBytes.read(Path.join(Path.folder(ShippedPole.path), name))
    #expect(Self.isReadFromEvents(bytes))
    let (fast, slow) = Self.outcomes(bytes)
    #expect(fast == slow)
  }

  /// Documents the events must read by themselves.
  static let plain = [
    "a: 1", "a: 1\n", "a:\n", "a: ~\nb: null\nc: Null\nd: NULL\ne: nUll\n",
    "a: ''\nb: \"\"\nc: \"~\"\nd: 'null'\n",
    "a: 'it''s'\nb: \"tab\\t \\u00e9 \\x41 \\\"q\\\"\"\n", "a: |\n  one\n   two\n\n  three\nb: x\n",
    "a: |-\n  one\n  two\nb: >+\n  folded\n  line\n\n", "a: >\n  folded\n  line\n\n  other\n    more\nb: 1\n",
    "a: |2\n    indented\n", "# first\na: 1 # after\n# between\n\nb: 2#not\n  # deep\nc: \"# in\"\n",
    "é: où\n名: 日本語\n\"🙂\": '👩‍👩‍👧'\n", "a: {}\nb: []\nc: { }\nd: [ ]\n",
    "a: { b: 1, c: { d: [1, 2, { e: f }] }, g }\n", "a: [1, 2,]\n",
    "- 1\n- - 2\n  - 3\n-\n- a: b\n  c: d\n", "- a\n", "x\n", "'x'\n", "~\n", "[]", "{}", "{a: }", "{? a : b}",
    "---\na: 1\n", "---\na: 1\n...\n", "%YAML 1.1\n---\na: 1\n", "--- x\n", "? a\n: b\n", "? a\n",
    "\"a b\": c\n'd': e\n",
    "a:\n- 1\n- 2\nb:\n  - 3\n", "a: one\n  two\n  three\n", "a: \"one\n  two\n\n  three\"\n",
    "a: b:c",
    "a: http://x.fr/?q=1#y\n", "yes: no\non: off\n1: 2\n1.5: .inf\n0x1F: 010\n2009-06-30: 12:30\n",
    "true: TRUE\n",
    "a: 1\r\nb: |\r\n  x\r\n  y\r\n", "a: 1\rb: 2\r", "\u{FEFF}a: 1\n", "a:   padded   \n", "\n\n\na: 1\n",
    "~: 1\nnull: 2\n",
    "a: \"\\\n  x\"\n", "a: -1\n", "a: '\u{A0}x\u{202F}'\n",
    "a: [\n  1,\n  2\n]\n",
    "a:\t1\n", "a: \"x\"\t# c\n", "\"\": 1\n", "a: '<<'\n", "a: =\n", "A: 1\na: 2\n",
  ]

  /// Documents out of the ordinary, most of them refused.
  static let odd = [
    "", " ", "a: \u{FEFF}b\n", "a: [x\u{FEFF}, y]\n", "e\u{301}: a\n\u{E9}: b\n", "\n\n", "# only a comment\n",
    "---\n", "...\n", "\u{FEFF}",
    "a: 1\na: 2\n", "a: 1\n\"a\": 2\n",
    "a: {b: 1, b: 2}\n", "x:\n  - k: 1\n    k: 2\n", "a: &x 1\nb: *x\n", "a: &x 1\n", "&x a: 1\n", "a: *x\n",
    "*x : 1\n",
    "a: &x [1]\n", "a: &x {b: 1}\n", "&r\na: 1\n", "- &x\n- *x\n", "a: !!str 1\n", "a: !!str \"1\"\n",
    "a: ! 1\n",
    "a: ! '1'\n", "a: !mine x\n", "a: !!map {b: 1}\n", "a: !!seq [1]\n", "!!str a: 1\n", "a: !<tag:x> 1\n",
    "%TAG ! x:\n---\na: !y 1\n",
    "<<: {a: 1}\n", "a: 1\n<<: *b\n", "'<<': 1\n", "a: 1\n---\nb: 2\n", "a: 1\n...\n---\nb: 2\n", "---\n---\n",
    "a: 1\n...\nb: 2\n",
    "a:\n\tb: 1\n", "\ta: 1\n", "a: [1\n", "a: {1: 2\n", "a: 'x\n", "a: \"x\n", "a: \"\\q\"\n", "a: 1\n b: 2\n",
    "a\nb: 1\n", "a: b: c\n", "[a]: 1\n", "{a: 1}: 2\n", "? [a]\n: 1\n", "? {a: 1}\n", "- a\nb: 1\n", "a: @x\n",
    "a: `x\n", "a: %x\n",
    "a: |x\n  y\n", "a: 1 }\n", "a: ]\n", "a: x\u{0}y\n", "a: \u{7}\n", "\u{FEFF}\u{FEFF}a: 1\n",
    "a: \u{85}b\n", "%YAML 2.0\n---\na: 1\n",
    "%BAD\n---\na\n", "a:\n  b: 1\n c: 2\n", "a: \"x\" y\n", "a: 'x': y\n", "?", "-", ":", "a: |\n\tx\n",
    "a: [b, c: d, {e}]\n",
  ]

  @Test(arguments: plain) func plainDocuments(text: String) {
    let (fast, slow) = Self.outcomes(Array(text.utf8))
    #expect(fast == slow)
    if case .node = slow {} else { Issue.record("refused: \(slow)") }
    #expect(Self.isReadFromEvents(Array(text.utf8.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF })))
  }

  @Test(arguments: odd) func oddDocuments(text: String) {
    let (fast, slow) = Self.outcomes(Array(text.utf8))
    #expect(fast == slow)
  }

  /// The shipped file with bytes taken out, doubled or replaced, by lot: always the same node or the same refusal.
  @Test func damagedFiles() throws {
    let whole = try FileBytes.read(ShippedPole.path)
    let signs = Array(":-#'\"|>&*!%[]{},?~@`\t \n<=x".utf8)
    var state: UInt64 = 19
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var (read, refused) = (0, 0)
    for _ in 0..<300 {
      // Some lines of it: quick, and no mistake hides behind an earlier one.
      let start = below(whole.count - 900)
      var bytes = Array(whole[start..<start + 100 + below(800)])
      if let line = bytes.firstIndex(of: UInt8(ascii: "\n")) { bytes.removeFirst(line + 1) }
      for _ in 0..<below(4) where !bytes.isEmpty {
        let place = below(bytes.count)
        switch below(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(signs[below(signs.count)], at: place)
        default: bytes[place] = signs[below(signs.count)]
        }
      }
      guard Encoding.isUTF8(bytes) else { continue }
      let (fast, slow) = Self.outcomes(bytes)
      #expect(fast == slow, "\(String(decoding: bytes, as: UTF8.self))")
      if case .node = slow { read += 1 } else { refused += 1 }
    }
    #expect(read > 20 && refused > 20, "\(read) \(refused)")
  }
}
