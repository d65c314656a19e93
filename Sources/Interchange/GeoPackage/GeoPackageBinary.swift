import Bytes
import Geometry

// The header before the well-known binary of a geometry in a GeoPackage (OGC 12-128r19, clause 2.1.3).

extension WellKnownBinaryReader {
  /// Adds the geometry of a blob to the current feature. Throws for a blob that is not a geometry. O(points).
  mutating func read(blob: UnsafeRawBufferPointer) throws(Problem) {
    guard blob.count >= 8, blob[0] == UInt8(ascii: "G"), blob[1] == UInt8(ascii: "P") else {
      throw Problem(.badData, Text.notAGeoPackageGeometry)
    }
    let flags = blob[3]
    let envelopes = [0, 32, 48, 48, 64]
    let envelope = Int(flags >> 1 & 7)
    guard flags & 0x20 == 0, envelope < envelopes.count, blob.count >= 8 + envelopes[envelope] else {
      throw Problem(.badData, Text.unknownGeometryHeader)
    }
    // The geometry may be empty.
    if flags & 0x10 == 0 { try read(UnsafeRawBufferPointer(rebasing: blob[(8 + envelopes[envelope])...])) }
  }
}

extension WellKnownBinaryWriter {
  /// The blob of a feature: header, envelope (not for points) and geometry; `nil` for a feature without
  /// geometry.
  func blob(_ feature: Int, srs: Int32) -> [UInt8]? {
    guard !layer.parts(of: feature).isEmpty else { return nil }
    let hasEnvelope = layer.kind != .point
    var bytes: [UInt8] = [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, hasEnvelope ? 0b11 : 0b01]
    Self.integer(srs, &bytes)
    if hasEnvelope {
      let box = layer.bounds(of: feature)
      for value in [box.minX, box.maxX, box.minY, box.maxY] { Self.integer(value.bitPattern, &bytes) }
    }
    append(feature, to: &bytes)
    return bytes
  }
}
