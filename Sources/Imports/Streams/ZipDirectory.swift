import Bytes

/// Reads the central directory of a zip file, including zip64 (PKWARE APPNOTE 6.3.10, 4.3 and 4.5.3).
enum ZipDirectory {
  struct Entry: Equatable {
    var name: String
    var size: Int
    var checksum: UInt32
    var method: Int
    var isEncrypted: Bool
    var headerOffset: Int
    var dataOffset = 0

    var isStored: Bool { method == 0 }
  }

  /// The largest CSV with a name that `prefers` accepts, or else the largest CSV that is not metadata. Throws
  /// 65 when the archive has no CSV, is cut short, or uses encryption or another compression.
  static func entry(of file: InputFile, prefers: (String) -> Bool) throws(Problem) -> Entry {
    let entries = try entries(of: file)
    let tables = entries.filter { Path.fileExtension($0.name) == "csv" }
    let preferred = tables.filter { prefers($0.name) }
    let data = tables.filter { !$0.name.contains("metadata") }
    let candidates = !preferred.isEmpty ? preferred : data.isEmpty ? tables : data
    guard var chosen = candidates.max(by: { $0.size < $1.size }) else {
      let isWorkbook = entries.contains { ["xl/workbook.xml", "content.xml"].contains($0.name) }
      if isWorkbook { throw CSVFile.workbook(file.path) }
      let names = entries.prefix(5).map(\.name).joined(separator: ", ")
      throw Problem(
        .badData, file: file.path, Text("aucun .csv dans l’archive", "no .csv in the archive"),
        fix: Text("elle contient : \(names)", "it holds: \(names)"))
    }
    guard !chosen.isEncrypted, chosen.method == 0 || chosen.method == 8 else {
      throw Problem(
        .badData, file: file.path, Text.isEncryptedOrPackedOtherwise(chosen.name),
        fix: Text("décompressez-le d’abord", "unpack it first"))
    }
    guard let header = try file.bytes(at: chosen.headerOffset, count: 30), number(header, 0, 4) == 0x0403_4B50 else {
      throw Inflater.truncated(file.path)
    }
    chosen.dataOffset = chosen.headerOffset + 30 + number(header, 26, 2) + number(header, 28, 2)
    // A damaged 64-bit number may have any value; a stored entry cannot be larger than the file.
    guard chosen.size >= 0, !chosen.isStored || chosen.size <= file.total - chosen.dataOffset else {
      throw Inflater.truncated(file.path)
    }
    return chosen
  }

  private static func entries(of file: InputFile) throws(Problem) -> [Entry] {
    let tailSize = min(file.total, 22 + 65_535 + 20)
    let tailStart = file.total - tailSize
    guard let tail = try file.bytes(at: tailStart, count: tailSize),
      let end = (0...max(0, tailSize - 22)).last(where: { number(tail, $0, 4) == 0x0605_4B50 })
    else { throw Inflater.truncated(file.path) }
    var count = number(tail, end + 10, 2)
    var size = number(tail, end + 12, 4)
    var offset = number(tail, end + 16, 4)
    // The zip64 locator is just before the end record and points to the record with the full numbers.
    if end >= 20, number(tail, end - 20, 4) == 0x0706_4B50 {
      guard let record = try file.bytes(at: number(tail, end - 12, 8), count: 56), number(record, 0, 4) == 0x0606_4B50
      else { throw Inflater.truncated(file.path) }
      count = number(record, 32, 8)
      size = number(record, 40, 8)
      offset = number(record, 48, 8)
    }
    guard let directory = try file.bytes(at: offset, count: size) else { throw Inflater.truncated(file.path) }
    var entries: [Entry] = []
    var at = 0
    while entries.count < count, at + 46 <= directory.count, number(directory, at, 4) == 0x0201_4B50 {
      let nameLength = number(directory, at + 28, 2)
      let extraLength = number(directory, at + 30, 2)
      let next = at + 46 + nameLength + extraLength + number(directory, at + 32, 2)
      guard next <= directory.count else { throw Inflater.truncated(file.path) }
      var entry = Entry(
        name: String(decoding: directory[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self),
        size: number(directory, at + 24, 4), checksum: UInt32(number(directory, at + 16, 4)),
        method: number(directory, at + 10, 2), isEncrypted: number(directory, at + 8, 2) & 1 == 1,
        headerOffset: number(directory, at + 42, 4))
      let extra = Array(directory[(at + 46 + nameLength)..<(at + 46 + nameLength + extraLength)])
      widen(&entry, packed: number(directory, at + 20, 4), extra)
      entries.append(entry)
      at = next
    }
    return entries
  }

  /// Replaces the numbers that are all ones in the short record by those of the zip64 extra field.
  private static func widen(_ entry: inout Entry, packed: Int, _ extra: [UInt8]) {
    var at = 0
    while at + 4 <= extra.count {
      let length = number(extra, at + 2, 2)
      if number(extra, at, 2) == 1 {
        var field = at + 4
        func next() -> Int {
          defer { field += 8 }
          return field + 8 <= extra.count ? number(extra, field, 8) : 0
        }
        if entry.size == 0xFFFF_FFFF { entry.size = next() }
        if packed == 0xFFFF_FFFF { _ = next() }
        if entry.headerOffset == 0xFFFF_FFFF { entry.headerOffset = next() }
        return
      }
      at += 4 + length
    }
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int {
    var value: UInt64 = 0
    for index in (0..<width).reversed() { value = value << 8 | UInt64(bytes[at + index]) }
    return Int(truncatingIfNeeded: value)
  }
}
