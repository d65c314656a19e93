import Bytes

/// Where each record of a .shp lies, from the .shx when it agrees with the .shp, otherwise from the .shp alone.
struct RecordIndex {
  struct Record {
    /// Bytes from the start of the file to the record's 8-byte header.
    var offset: Int
    /// Bytes of content after that header; −1 when the record cannot be read.
    var length: Int
  }

  private(set) var records: [Record] = []
  private(set) var fromFile = false

  var count: Int { records.count }

  private typealias Fault = (record: Int, what: Text)

  /// Reports (65) records that lie outside the file and a file shorter than declared; warns of a longer file
  /// and of an index that is missing or wrong.
  init(_ files: Sidecars, _ header: ShapeHeader, _ log: inout ReadingLog) throws(Problem) {
    let shp = files.shp
    var faults: [Fault] = []
    if let shx = files.shx, readIndex(shx.bytes, shp, &faults) {
      fromFile = true
      if !faults.isEmpty {
        var walked = RecordIndex()
        let walkedFaults = walked.walk(shp, header, numbered: true)
        if walkedFaults.isEmpty {
          self = walked
          faults = []
          log.warn(Text.indexDoesNotMatch, file: shx.path)
        }
      }
    } else {
      faults = walk(shp, header, numbered: false)
      log.warn(files.shx == nil ? Text.indexIsMissing : Text.indexIsUnreadable, file: files.shx?.path)
    }
    for fault in faults { try log.report(record: fault.record, fault.what, fix: Text.copyOrExportTheFile) }
    if shp.count < header.declaredSize, faults.isEmpty {
      try log.report(
        Problem(
          .badData, at: ReadingLog.place(count), Text.missingFromShorterFile(shp.count, header.declaredSize),
          fix: Text.copyOrExportTheFile))
    }
    if shp.count > header.declaredSize { log.warn(Text.fileSizeDiffersFromDeclared(shp.count, header.declaredSize)) }
  }

  private init() {}

  /// The bytes of a .shx with these records, for shapelib.
  func shx(_ shp: [UInt8]) -> [UInt8] {
    var bytes = Array(shp[..<ShapeHeader.size])
    bytes.replaceSubrange(24..<28, with: [])
    var size: [UInt8] = []
    size.appendBigEndian(Int32(truncatingIfNeeded: (ShapeHeader.size + 8 * count) / 2))
    bytes.insert(contentsOf: size, at: 24)
    bytes.reserveCapacity(ShapeHeader.size + 8 * count)
    for record in records {
      bytes.appendBigEndian(Int32(truncatingIfNeeded: record.offset / 2))
      bytes.appendBigEndian(Int32(truncatingIfNeeded: max(record.length, 0) / 2))
    }
    return bytes
  }

  /// Takes the records from a .shx; returns `false` when the bytes are not a .shx.
  private mutating func readIndex(_ shx: [UInt8], _ shp: [UInt8], _ faults: inout [Fault]) -> Bool {
    guard shx.count >= ShapeHeader.size, shx.bigEndian(at: 0) == 9994 else { return false }
    let declared = 2 * Int(UInt32(bitPattern: shx.bigEndian(at: 24)))
    guard declared == shx.count, (declared - ShapeHeader.size) % 8 == 0 else { return false }
    let count = (declared - ShapeHeader.size) / 8
    records.reserveCapacity(count)
    var last = 0
    var increasing = true
    for record in 0..<count {
      let offset = 2 * Int(UInt32(bitPattern: shx.bigEndian(at: ShapeHeader.size + 8 * record)))
      let declared = 2 * Int(UInt32(bitPattern: shx.bigEndian(at: ShapeHeader.size + 8 * record + 4)))
      if offset <= last { increasing = false }
      last = offset
      let (length, what) = Self.content(shp, at: offset)
      if let what {
        faults.append((record, what))
      } else if declared != length && declared != length + 8 {
        // Some programs count the record's header too, which shapelib also accepts.
        let what = Text.lengthsDisagree(length, declared)
        faults.append((record, what))
      }
      records.append(Record(offset: offset, length: what == nil && faults.last?.record != record ? length : -1))
    }
    if !increasing { findTwice(&faults) }
    return true
  }

  /// Marks the second of two entries that point to the same record as unreadable, since the index is damaged.
  private mutating func findTwice(_ faults: inout [Fault]) {
    let order = records.indices.sorted { (records[$0].offset, $0) < (records[$1].offset, $1) }
    for (first, second) in zip(order, order.dropFirst()) where records[first].offset == records[second].offset {
      if records[second].length < 0 { continue }
      records[second].length = -1
      faults.append((second, Text.indexPlacesItElsewhere(first + 1)))
    }
  }

  /// Takes the records one after the other from the .shp alone. With `numbered`, their numbers must be
  /// consecutive. Stops at the first fault and returns it.
  private mutating func walk(_ shp: [UInt8], _ header: ShapeHeader, numbered: Bool) -> [Fault] {
    self = RecordIndex()
    var offset = ShapeHeader.size
    while offset < shp.count {
      let (length, what) = Self.content(shp, at: offset)
      // Bytes after the declared end count only as long as they look like records.
      let beyond = offset >= header.declaredSize
      if beyond, what != nil || !looksLikeRecord(shp, offset, length, header) { break }
      if let what {
        records.append(Record(offset: offset, length: -1))
        return [(count - 1, what)]
      }
      if numbered, Int(shp.bigEndian(at: offset)) != count + 1 {
        return [(count, Text("mal numéroté", "wrong record number"))]
      }
      records.append(Record(offset: offset, length: length))
      offset += 8 + length
    }
    return []
  }

  private func looksLikeRecord(_ shp: [UInt8], _ offset: Int, _ length: Int, _ header: ShapeHeader) -> Bool {
    guard length >= 4, Int(shp.bigEndian(at: offset)) == count + 1 else { return false }
    let code = shp.littleEndian(at: offset + 8)
    return code == 0 || code == header.type.code
  }

  private static func content(_ shp: [UInt8], at offset: Int) -> (length: Int, what: Text?) {
    guard offset >= ShapeHeader.size, offset + 8 <= shp.count else {
      return (-1, Text.outsideTheFile(offset, shp.count))
    }
    let length = 2 * Int(UInt32(bitPattern: shp.bigEndian(at: offset + 4)))
    guard offset + 8 + length <= shp.count else { return (-1, Text.recordIsTruncated(length, shp.count - offset - 8)) }
    return (length, nil)
  }
}
