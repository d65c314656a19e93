import Bytes

/// The first 100 bytes of a .shp, checked before shapelib reads the file.
struct ShapeHeader {
  static let size = 100
  let type: ShapeType
  /// Length of the file as the header declares it, in bytes.
  let declaredSize: Int

  init(_ shp: [UInt8], path: String) throws(Problem) {
    let remedy = Text.checkAndCopyTheShapes
    guard shp.count >= Self.size else {
      throw Problem(.badData, file: path, Text.tooShortForHeader(shp.count), fix: remedy)
    }
    guard shp.bigEndian(at: 0) == 9994, shp.littleEndian(at: 28) == 1000 else {
      throw Problem(.badData, file: path, Text("ce n’est pas un shapefile", "this is not a shapefile"), fix: remedy)
    }
    let code = shp.littleEndian(at: 32)
    if code == 31 { throw Problem(.badData, file: path, Text.multiPatchIsNotSupported, fix: Text.convertItToPolygons) }
    guard ShapeType.isKnown(code) else {
      throw Problem(
        .badData, file: path, Text("type de forme inconnu : \(code)", "unknown shape type: \(code)"), fix: remedy)
    }
    type = ShapeType(code: code)
    declaredSize = 2 * Int(UInt32(bitPattern: shp.bigEndian(at: 24)))
  }
}

extension [UInt8] {
  /// The 32-bit integer at an offset, most significant byte first. The caller checks the bounds.
  func bigEndian(at offset: Int) -> Int32 {
    withUnsafeBytes { Int32(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: Int32.self)) }
  }

  /// The 32-bit integer at an offset, least significant byte first. The caller checks the bounds.
  func littleEndian(at offset: Int) -> Int32 {
    withUnsafeBytes { Int32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Int32.self)) }
  }

  mutating func appendBigEndian(_ value: Int32) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }
}
