import Bytes

/// The header of a .dbf, checked before shapelib reads the file.
///
/// dBASE III: the number of rows is at byte 4, the lengths of header and row at 8 and 10, the language at 29;
/// then come 32 bytes for each field, up to a carriage return.
struct TableHeader {
  let rows: Int
  let headerSize: Int
  let rowSize: Int
  let languageByte: UInt8

  init(_ dbf: [UInt8], path: String) throws(Problem) {
    guard dbf.count >= 33 else {
      throw Self.broken(path, Text("\(dbf.count) octets, trop court", "\(dbf.count) bytes, too short"))
    }
    rows = Int(UInt32(bitPattern: dbf.littleEndian(at: 4)))
    headerSize = Int(dbf[8]) | Int(dbf[9]) << 8
    rowSize = Int(dbf[10]) | Int(dbf[11]) << 8
    languageByte = dbf[29]
    guard headerSize >= 33, headerSize <= dbf.count, rowSize >= 1 else {
      throw Self.broken(path, Text.headerDoesNotFitFile(headerSize, rowSize, dbf.count))
    }
    var width = 1
    var field = 32
    while field + 32 <= headerSize, dbf[field] != 0x0D {
      let type = dbf[field + 11]
      guard type >= 0x20, type < 0x7F else {
        throw Self.broken(
          path, Text("la colonne \((field - 32) / 32 + 1) n’a pas de type", "column \(field / 32) has no type"))
      }
      width += Int(dbf[field + 16])
      field += 32
    }
    guard width <= rowSize else { throw Self.broken(path, Text.columnsDoNotFitRows(width, rowSize)) }
  }

  /// Number of rows that are complete in a file of `size` bytes.
  func wholeRows(in size: Int) -> Int { min(rows, (size - headerSize) / rowSize) }

  private static func broken(_ path: String, _ what: Text) -> Problem {
    Problem(
      .badData, file: path, Text("table illisible : ", "unreadable table: ") + what, fix: Text.copyOrExportTheFile)
  }
}
