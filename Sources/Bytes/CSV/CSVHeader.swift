/// The names of a table's columns, and the advice for a column that is not among them.
public struct CSVHeader: Sendable {
  /// Where the text comes from, for messages.
  public let path: String
  /// The names as they stand, in file order; a name may be empty or occur twice.
  public let names: [String]
  /// Number of lines up to and including the header.
  public let line: Int
  let dialect: CSVDialect
  /// The first bytes of the text, in which the real header may stand further down.
  let head: [UInt8]

  /// Position of a column, from 0. Throws 65 when the name is absent (naming the columns present) or occurs
  /// twice.
  public func column(_ name: String) throws(Problem) -> Int {
    guard let position = try position(of: name) else { throw absent(name) }
    return position
  }

  /// Positions of several columns, in the order of `names`. Throws as `column(_:)` does.
  public func columns(_ names: [String]) throws(Problem) -> [Int] {
    var positions: [Int] = []
    for name in names { positions.append(try column(name)) }
    return positions
  }

  /// Position of a column, `nil` when it is absent. Throws 65 when two columns have the name: either could be
  /// meant.
  public func position(of name: String) throws(Problem) -> Int? {
    guard let first = names.firstIndex(of: name) else { return nil }
    guard let second = names[(first + 1)...].firstIndex(of: name) else { return first }
    throw Problem(
      .badData, file: path, at: Text("ligne \(line)", "line \(line)"),
      Text.twoColumnsShareAName(name, first + 1, second + 1),
      fix: Text("renommez-en une, ou ôtez-la", "rename one of them, or delete it"))
  }

  /// Position of the first of several names that a column has, whatever its case, accents and marks; `nil` for none.
  /// Throws as `position(of:)` does.
  public func position(like wanted: [String]) throws(Problem) -> Int? {
    let folded = names.map(\.folded)
    for name in wanted { if let found = folded.firstIndex(of: name.folded) { return try position(of: names[found]) } }
    return nil
  }

  /// The error (65) for an absent column: it names the columns present, or the line that seems to be the
  /// header.
  public func absent(_ name: String) -> Problem {
    var problem = Problem.missingColumn(name, among: names, file: path, at: Text("ligne \(line)", "line \(line)"))
    if let found = lineNaming(name) { problem.remedy = Text.headerIsFurtherDown(found) }
    return problem
  }

  /// The number of the line, among the first 40 and past the header, that has a field of this name.
  private func lineNaming(_ name: String) -> Int? {
    let lines = head.split(omittingEmptySubsequences: false) { $0 == dialect.lineEnd }
    for (index, text) in lines.enumerated().prefix(40) where index >= line {
      for separator in CSVDialect.separators {
        let fields = text.split(separator: separator, omittingEmptySubsequences: false)
        let marks: Set<UInt8> = [quote, carriageReturn, UInt8(ascii: " ")]
        for field in fields.prefix(1000) {
          let bare = field.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed()
          if bare.elementsEqual(name.utf8) { return index + 1 }
        }
      }
    }
    return nil
  }
}
