import Bytes
import Territory

/// The commune codes in a table, each with the first row that has it.
struct CodesMet {
  /// Number of rows with a code that had to be restored; `restored` has the first eight.
  private(set) var restoredCount = 0
  private(set) var restored: [CSVPlace] = []

  private(set) var first: [(code: Int, place: CSVPlace)] = []
  private var isMet = [Bool](repeating: false, count: CommuneCode.count)

  @inline(__always) mutating func meet(_ code: Int, at place: CSVPlace) {
    if !isMet[code] {
      isMet[code] = true
      first.append((code, place))
    }
  }

  /// The commune whose code stands in some bytes; `nil` for none. Counts the row when its code had to be restored.
  @inline(__always) mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, at place: CSVPlace) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    switch CommuneCode.parse(start, bytes.count) {
    case .code(let code): return code
    case .restored(let code):
      restoredCount += 1
      if restored.count < 8 { restored.append(place) }
      return code
    case .none: return nil
    }
  }

  func contains(_ code: Int) -> Bool { isMet[code] }

  /// The codes of all parts together, each with its earliest row. O(codes).
  static func joined(_ parts: [CodesMet]) -> CodesMet {
    guard parts.count != 1 else { return parts[0] }
    var places: [Int: CSVPlace] = [:]
    for (code, place) in parts.flatMap(\.first) { places[code] = places[code].map { min($0, place) } ?? place }
    var joined = CodesMet()
    for (code, place) in places { joined.meet(code, at: place) }
    joined.restoredCount = parts.reduce(0) { $0 + $1.restoredCount }
    joined.restored = parts.flatMap(\.restored).sorted()
    return joined
  }
}
