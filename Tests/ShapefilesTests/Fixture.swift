import Bytes
import Glibc
import Shapefiles

/// Builds the files of a shapefile byte by byte, by the ESRI specification and not by our writer.
struct Fixture {
  var type: Int32
  /// The content of each record, after its 8-byte header.
  var records: [[UInt8]] = []
  var fields: [(name: String, type: Character, width: Int, decimals: Int)] = []
  /// The cells of each row, as bytes; shorter ones are padded on the right.
  var rows: [[[UInt8]]] = []
  var deleted: Set<Int> = []
  var languageByte: UInt8 = 0

  init(_ type: Int32) { self.type = type }

  // MARK: Records

  static let null = little(0)

  static func point(_ x: Double, _ y: Double, type: Int32 = 1, extra: [Double] = []) -> [UInt8] {
    little(type) + bytes([x, y] + extra)
  }

  /// A polyline or polygon: each ring a list of x,y; `z` adds a height and a measure of 7 to each point.
  static func rings(_ rings: [[(Double, Double)]], type: Int32 = 5) -> [UInt8] {
    let points = rings.flatMap { $0 }
    var out = little(type) + box(points) + little(Int32(rings.count)) + little(Int32(points.count))
    var start = 0
    for ring in rings {
      out += little(Int32(start))
      start += ring.count
    }
    return out + bytes(points.flatMap { [$0.0, $0.1] }) + extra(points.count, type)
  }

  static func multiPoint(_ points: [(Double, Double)], type: Int32 = 8) -> [UInt8] {
    little(type) + box(points) + little(Int32(points.count)) + bytes(points.flatMap { [$0.0, $0.1] })
      + extra(points.count, type)
  }

  private static func extra(_ points: Int, _ type: Int32) -> [UInt8] {
    let sevens = bytes([7, 7] + [Double](repeating: 7, count: points))
    return type > 20 ? sevens : type > 10 ? sevens + sevens : []
  }

  private static func box(_ points: [(Double, Double)]) -> [UInt8] {
    let x = points.map(\.0)
    let y = points.map(\.1)
    return bytes([x.min() ?? 0, y.min() ?? 0, x.max() ?? 0, y.max() ?? 0])
  }

  // MARK: Files

  var shp: [UInt8] {
    var body: [UInt8] = []
    for (index, record) in records.enumerated() {
      body += Self.big(Int32(index + 1)) + Self.big(Int32(record.count / 2)) + record
    }
    return header(100 + body.count) + body
  }

  var shx: [UInt8] {
    var body: [UInt8] = []
    var offset = 100
    for record in records {
      body += Self.big(Int32(offset / 2)) + Self.big(Int32(record.count / 2))
      offset += 8 + record.count
    }
    return header(100 + body.count) + body
  }

  var dbf: [UInt8] {
    let rowSize = 1 + fields.reduce(0) { $0 + $1.width }
    let headerSize = 33 + 32 * fields.count
    var out: [UInt8] = [3, 100, 1, 1] + Self.little(Int32(rows.count))
    out += [UInt8(headerSize & 255), UInt8(headerSize >> 8), UInt8(rowSize & 255), UInt8(rowSize >> 8)]
    out += [UInt8](repeating: 0, count: 17) + [languageByte, 0, 0]
    for field in fields {
      let name = Array(field.name.utf8)
      out += name + [UInt8](repeating: 0, count: 11 - name.count)
      out += [field.type.asciiValue ?? 0, 0, 0, 0, 0, UInt8(field.width), UInt8(field.decimals)]
      out += [UInt8](repeating: 0, count: 14)
    }
    out.append(0x0D)
    for (index, row) in rows.enumerated() {
      out.append(deleted.contains(index) ? 0x2A : 0x20)
      for (cell, field) in zip(row, fields) { out += cell + [UInt8](repeating: 0x20, count: field.width - cell.count) }
    }
    return out + [0x1A]
  }

  private func header(_ size: Int) -> [UInt8] {
    Self.big(9994) + [UInt8](repeating: 0, count: 20) + Self.big(Int32(size / 2)) + Self.little(1000)
      + Self.little(type) + [UInt8](repeating: 0, count: 64)
  }

  /// Writes the files into a folder; `without` leaves some out. The path of the .shp.
  @discardableResult func save(in folder: Folder, name: String = "a", without: Set<String> = []) throws -> String {
    if !without.contains("shp") { try folder.put(name + ".shp", shp) }
    if !without.contains("shx") { try folder.put(name + ".shx", shx) }
    if !without.contains("dbf") { try folder.put(name + ".dbf", dbf) }
    return folder.path(name + ".shp")
  }

  static func big(_ value: Int32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
  static func little(_ value: Int32) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
  static func bytes(_ values: [Double]) -> [UInt8] {
    values.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian) { Array($0) } }
  }
}

extension Fixture {
  /// A clockwise square, closed.
  static func square(_ x: Double, _ y: Double, _ size: Double) -> [(Double, Double)] {
    [(x, y), (x, y + size), (x + size, y + size), (x + size, y), (x, y)]
  }

  /// Two communes, a text code each: the shapefile most tests start from.
  static var communes: Fixture {
    var fixture = Fixture(5)
    fixture.records = [rings([square(0, 0, 2)]), rings([square(3, 0, 2), square(10, 10, 1)])]
    fixture.fields = [("INSEE_COM", "C", 5, 0), ("NOM", "C", 20, 0), ("POPULATION", "N", 8, 0)]
    fixture.rows = [
      [Array("01001".utf8), Array("Méréville".utf8), Array("    3117".utf8)],
      [Array("2A004".utf8), Array("Étampes".utf8), Array("   25655".utf8)],
    ]
    return fixture
  }
}

/// A folder of its own, removed with what is in it.
final class Folder {
  let path: String

  init() {
    var template = Array("/tmp/cartopole-tests-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit {
    for name in names { unlink(path(name)) }
    rmdir(path)
  }

  var names: [String] { FileBytes.names(in: path) }
  func path(_ name: String) -> String { path + "/" + name }
  func put(_ name: String, _ bytes: [UInt8]) throws { try OutputFile.write(bytes, to: path(name)) }
}

/// The problem a call ends with, `nil` when it succeeds.
func problem(_ body: () throws(Problem) -> Void) -> Problem? {
  do {
    try body()
    return nil
  } catch { return error }
}
