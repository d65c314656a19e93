import Bytes
import Geometry

/// The properties of GeoJSON features as columns, in the order of first occurrence.
///
/// A name repeated within one object gets a second column, and the member `id` of the features gets a column
/// too.
struct PropertyColumns {
  private let wanted: Set<String>?
  /// Most cells that the columns may have, including empty ones.
  private let mostCells: Int
  private var wantedCount = 0
  private var columns: [PropertyColumn] = []
  /// The columns of each name: the first holds the first value of that name in an object, the second the second
  /// value.
  private var indices: [String: [Int]] = [:]
  private var id = PropertyColumn("id", isWanted: true)
  private var hasID = false
  /// The column expected next, which is tried first, because features mostly list the same names in the same
  /// order.
  private var expected = 0

  /// Eight million cells are always allowed. A larger table may have four cells for each byte of the file; a
  /// table with a value in every twentieth cell never reaches that limit.
  init(_ wanted: Set<String>?, bytes: Int) {
    self.wanted = wanted.map { Set($0.map { $0.lowercased() }) }
    mostCells = max(1 << 23, 4 * bytes)
  }

  /// Reads the object at the cursor as the properties of a row. Throws 65 when there are so many nearly empty
  /// columns that the table would be far larger than the file.
  mutating func read(_ cursor: inout JSONCursor, row: Int) throws(Problem) {
    expected = 0
    guard try cursor.enter("{") else { return }
    repeat {
      let (range, escaped) = try cursor.stringRange()
      let index = try find(range, escaped, cursor, row: row)
      expected = index + 1
      columns[index].lastRow = row
      try cursor.colon()
      if columns[index].isWanted { try columns[index].read(&cursor, row: row) } else { try cursor.skip() }
    } while try cursor.nextMember()
    guard wantedCount * (row + 1) <= mostCells else {
      throw cursor.problem(Text.tooManySparseProperties(wantedCount), fix: Text.giveFeaturesEqualProperties)
    }
  }

  /// Reads the value at the cursor as the `id` of a row.
  mutating func readID(_ cursor: inout JSONCursor, row: Int) throws(Problem) {
    hasID = true
    try id.read(&cursor, row: row)
  }

  /// The columns, each with `rows` values, and warnings for repeated names. The ids are the last column, unless
  /// a property has their name.
  func columns(rows: Int, file: String) -> (columns: [Column], warnings: [Warning]) {
    let names = columns.map(\.name)
    let distinct = DistinctNames.of(names)
    var all = zip(columns, distinct).compactMap { column, name in
      isWanted(name) ? column.column(rows: rows, name: name) : nil
    }
    var warnings = DistinctNames.warnings(names, distinct, file: file)
    guard hasID, isWanted(id.name) else { return (all, warnings) }
    let ids = id.column(rows: rows, name: id.name)
    if let own = all.first(where: { $0.name == id.name }) {
      if let row = (0..<rows).first(where: { ids.text($0) != nil && ids.text($0) != own.text($0) }) {
        warnings.append(Warning(file: file, Text.idOfFeaturesIsDropped(ids.text(row) ?? "")))
      }
    } else {
      all.append(ids)
    }
    return (all, warnings)
  }

  private func isWanted(_ name: String) -> Bool { wanted?.contains(name.lowercased()) ?? true }

  private mutating func find(_ range: Range<Int>, _ escaped: Bool, _ cursor: JSONCursor, row: Int) throws(Problem)
    -> Int
  {
    if !escaped, expected < columns.count, columns[expected].isFirst, columns[expected].lastRow != row,
      columns[expected].rawName.elementsEqual(cursor.bytes[range])
    {
      return expected
    }
    let name = try cursor.text(range, escaped: escaped)
    let known = indices[name] ?? []
    if let index = known.first(where: { columns[$0].lastRow != row }) { return index }
    indices[name, default: []].append(columns.count)
    // A column with a repeated name may be wanted under the name that it will get.
    var column = PropertyColumn(name, isWanted: known.isEmpty ? isWanted(name) : true)
    column.isFirst = known.isEmpty
    columns.append(column)
    wantedCount += column.isWanted ? 1 : 0
    return columns.count - 1
  }
}

/// One property, which is written with features that lack it.
struct PropertyColumn {
  let name: String
  let rawName: [UInt8]
  let isWanted: Bool
  /// Whether this is the first column with its name.
  var isFirst = true
  /// The last row that has this property; −1 for none yet.
  var lastRow = -1
  private var values = ColumnBuilder()

  init(_ name: String, isWanted: Bool) {
    self.name = name
    self.isWanted = isWanted
    rawName = Array(name.utf8)
  }

  /// Reads the value at the cursor; where a feature gives two, the last one counts.
  mutating func read(_ cursor: inout JSONCursor, row: Int) throws(Problem) {
    values.resize(to: row)
    switch cursor.peek() {
    case UInt8(ascii: "\""): values.append(try cursor.string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let token = try cursor.numberToken()
      if values.kind == .text {
        values.append(String(decoding: token, as: UTF8.self))
      } else if values.kind != .number, let value = DecimalReader.integer(token) {
        values.append(value)
      } else if let value = DecimalReader.number(token) {
        values.append(value)
      }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let start = cursor.position
      try cursor.skip()
      values.append(try cursor.text(start..<cursor.position, escaped: false))
    default:
      if cursor.passes("true") {
        values.append("true")
      } else if cursor.passes("false") {
        values.append("false")
      } else {
        try cursor.skip()
      }
    }
  }

  func column(rows: Int, name: String) -> Column {
    var values = values
    values.resize(to: rows)
    return Column(name, values.values)
  }
}
