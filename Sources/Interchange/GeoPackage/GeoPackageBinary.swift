import Bytes
import Geometry

/// The header before the well-known binary of a geometry in a GeoPackage (OGC 12-128r19, clause 2.1.3).
enum GeoPackageBinary {
  /// The well-known binary in a blob; `nil` for an empty geometry. Throws for a blob that is not a geometry.
  static func geometry(_ blob: UnsafeRawBufferPointer) throws(WellKnownBinaryReader.Flaw) -> UnsafeRawBufferPointer? {
    guard blob.count >= 8, blob[0] == UInt8(ascii: "G"), blob[1] == UInt8(ascii: "P") else {
      throw .init(what: Text.notAGeoPackageGeometry)
    }
    let flags = blob[3]
    let envelopes = [0, 32, 48, 48, 64]
    let envelope = Int(flags >> 1 & 7)
    guard flags & 0x20 == 0, envelope < envelopes.count, blob.count >= 8 + envelopes[envelope] else {
      throw .init(what: Text.unknownGeometryHeader)
    }
    if flags & 0x10 != 0 { return nil }
    return UnsafeRawBufferPointer(rebasing: blob[(8 + envelopes[envelope])...])
  }

  /// The blob of a feature: header, envelope (not for points) and geometry; `nil` for a feature without
  /// geometry.
  static func blob(_ feature: Int, _ writer: WellKnownBinaryWriter, srs: Int32) -> [UInt8]? {
    let layer = writer.layer
    guard !layer.parts(of: feature).isEmpty else { return nil }
    let hasEnvelope = layer.kind != .point
    var bytes: [UInt8] = [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, hasEnvelope ? 0b11 : 0b01]
    withUnsafeBytes(of: srs.littleEndian) { bytes.append(contentsOf: $0) }
    if hasEnvelope {
      let box = layer.bounds(of: feature)
      for value in [box.minX, box.maxX, box.minY, box.maxY] { WellKnownBinaryWriter.number(value, &bytes) }
    }
    writer.append(feature, to: &bytes)
    return bytes
  }
}
