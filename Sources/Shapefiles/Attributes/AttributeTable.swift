import Bytes
import CShapelib
import Geometry

/// The columns of a .dbf, decoded.
struct AttributeTable {
  private(set) var columns: [Column] = []
  private(set) var fields: [Shapefile.Field] = []
  private(set) var deletedRows = 0
  let encoding: TextEncoding

  /// `rows` is the number of records of the .shp; a table with another number of rows is a problem (65).
  init(_ dbf: [UInt8], _ files: Sidecars, _ options: Shapefile.Options, rows: Int, _ log: inout ReadingLog)
    throws(Problem)
  {
    let header = try TableHeader(dbf, path: log.path)
    let whole = header.wholeRows(in: dbf.count)
    let end = header.headerSize + whole * header.rowSize
    encoding = try TextEncoding.choose(
      options.encoding, files, languageByte: header.languageByte, body: dbf[header.headerSize..<end], &log)
    if whole < header.rows { try log.report(record: whole, Text.tableEndsThere, fix: Text.copyOrExportTheFile) }
    if header.rows != rows {
      try log.report(Problem(.badData, Text.rowsAndShapesDiffer(header.rows, rows), fix: Text.findFilesOfOneExport))
    }
    try readRows(dbf, min(whole, rows), of: rows, options.columns, &log)
  }

  private mutating func readRows(
    _ dbf: [UInt8], _ present: Int, of rows: Int, _ wanted: Set<String>?, _ log: inout ReadingLog
  ) throws(Problem) {
    var decoder = TextDecoder(encoding.name)
    var readers: [FieldReader] = []
    var deleted: [Int] = []
    try Shapelib.reading(dbf: dbf) { () throws(Problem) in
      let handle = try TableHandle(log.path)
      let wantedNames = wanted.map { Set($0.map { $0.lowercased() }) }
      fields = Self.fields(handle, &decoder)
      let names = fields.map(\.name)
      let distinct = DistinctNames.of(names)
      for index in fields.indices { fields[index].name = distinct[index] }
      log.warn(DistinctNames.warnings(names, distinct, file: log.path))
      var offset = 1
      for field in fields {
        if wantedNames?.contains(field.name.lowercased()) ?? true {
          readers.append(FieldReader(field, offset: offset, rows: rows))
        }
        offset += field.width
      }
      for row in 0..<present {
        guard let tuple = DBFReadTuple(handle.pointer, Int32(row)) else {
          throw Problem(.badData, file: log.path, at: ReadingLog.place(row), Shapelib.message)
        }
        let bytes = UnsafeRawBufferPointer(start: tuple, count: Int(handle.pointer.pointee.nRecordLength))
        bytes.withMemoryRebound(to: UInt8.self) { bytes in
          if bytes[0] == UInt8(ascii: "*") { deleted.append(row) }
          for index in readers.indices { readers[index].append(bytes, &decoder) }
        }
      }
    }
    deletedRows = deleted.count
    columns = readers.compactMap { $0.column(rows: rows) }
    warn(readers, decoder, deleted, &log)
  }

  private static func fields(_ handle: borrowing TableHandle, _ decoder: inout TextDecoder) -> [Shapefile.Field] {
    (0..<DBFGetFieldCount(handle.pointer)).map { index in
      var name = [CChar](repeating: 0, count: Int(XBASE_FLDNAME_LEN_READ) + 1)
      var width: Int32 = 0
      var decimals: Int32 = 0
      DBFGetFieldInfo(handle.pointer, index, &name, &width, &decimals)
      let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let text = bytes.withUnsafeBufferPointer { decoder.text($0) }
      let type = UInt8(bitPattern: DBFGetNativeFieldType(handle.pointer, index))
      return Shapefile.Field(
        name: text ?? "", type: Character(Unicode.Scalar(type)), width: Int(width), decimals: Int(decimals))
    }
  }

  private func warn(_ readers: [FieldReader], _ decoder: TextDecoder, _ deleted: [Int], _ log: inout ReadingLog) {
    if let first = deleted.first { log.warn(Text.deletedRowsAreKept(deleted.count, first + 1)) }
    if decoder.damaged > 0 { log.warn(Text.textsNotInEncoding(encoding.name, decoder.damaged), needs: .encoding) }
    for reader in readers {
      if !reader.isSupported {
        log.warn(Text.columnOfTypeLeftOut(reader.field.name, reader.field.type))
      } else if let row = reader.firstUnreadable {
        log.warn(Text.columnHasUnreadableValues(reader.field.name, reader.unreadable, row + 1))
      }
    }
  }
}
