/// The commune codes a table names, each with the first row that does.
struct CodesMet {
  private(set) var first: [(code: Int, place: RowPlace)] = []
  private var isMet = [Bool](repeating: false, count: CommuneCode.count)

  @inline(__always)
  mutating func meet(_ code: Int, at place: RowPlace) {
    if !isMet[code] {
      isMet[code] = true
      first.append((code, place))
    }
  }

  func contains(_ code: Int) -> Bool { isMet[code] }

  /// The codes of all, each with the earliest row. O(codes).
  static func joined(_ parts: [CodesMet]) -> CodesMet {
    guard parts.count != 1 else { return parts[0] }
    var places: [Int: RowPlace] = [:]
    for (code, place) in parts.flatMap(\.first) { places[code] = places[code].map { min($0, place) } ?? place }
    var joined = CodesMet()
    for (code, place) in places { joined.meet(code, at: place) }
    return joined
  }
}
