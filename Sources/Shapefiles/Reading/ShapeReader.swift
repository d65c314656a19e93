import Bytes
import CShapelib
import Geometry

/// The shapes of a .shp in a flat layer, one feature a record.
struct ShapeReader {
  private(set) var layer: Layer
  private(set) var nullShapes = 0
  private var grouping = RingGrouping()
  private var turned = 0
  private var firstTurned: Int?

  static func read(
    _ shp: [UInt8], _ header: ShapeHeader, _ index: RecordIndex, _ log: inout ReadingLog
  ) throws(Problem) -> ShapeReader {
    var reader = ShapeReader(layer: Layer(header.type.kind ?? .point))
    reader.layer.reserve(points: shp.count / (header.type.hasZ ? 24 : 16), features: index.count)
    var kept = log
    try Shapelib.reading(shp: shp, shx: index.shx(shp)) { () throws(Problem) in
      let handle = try ShapeHandle(kept.path)
      for record in 0..<index.count {
        try reader.readRecord(record, shp, header, index, handle, &kept)
      }
    }
    log = kept
    reader.noteTurned(&log)
    return reader
  }

  private init(layer: Layer) {
    self.layer = layer
  }

  private mutating func readRecord(
    _ record: Int, _ shp: [UInt8], _ header: ShapeHeader, _ index: RecordIndex, _ handle: borrowing ShapeHandle,
    _ log: inout ReadingLog
  ) throws(Problem) {
    defer { layer.endFeature() }
    guard index.lengths[record] >= 0 else { return }
    let start = index.offsets[record] + 8
    let fault = shp.withUnsafeBytes { bytes in
      let content = UnsafeRawBufferPointer(rebasing: bytes[start..<start + index.lengths[record]])
      return RecordCheck(content: content, type: header.type).fault()
    }
    if let fault {
      let fix = Text(
        "réparez la géométrie ou exportez de nouveau le fichier", "repair the geometry or export the file again"
      )
      return try log.report(record: record, fault, fix: fix)
    }
    guard let shape = SHPReadObject(handle.pointer, Int32(record)) else {
      return try log.report(record: record, Shapelib.message)
    }
    defer { SHPDestroyObject(shape) }
    add(shape.pointee, record)
  }

  private mutating func add(_ shape: SHPObject, _ record: Int) {
    let points = Int(shape.nVertices)
    guard shape.nSHPType != SHPT_NULL, points > 0, let x = shape.padfX, let y = shape.padfY else {
      nullShapes += 1
      return
    }
    let parts = Int(shape.nParts)
    switch layer.kind {
    case .point:
      for point in 0..<points {
        layer.addPoint(x[point], y[point])
        layer.endRing()
        layer.endPart()
      }
    case .line:
      for part in 0..<parts {
        for point in range(part, shape) { layer.addPoint(x[point], y[point]) }
        layer.endRing()
        layer.endPart()
      }
    case .polygon:
      if parts == 1 {
        for point in 0..<points { layer.addPoint(x[point], y[point]) }
        if layer.endRing(clockwise: true) { noteTurn(1, record) }
        layer.endPart()
      } else {
        for part in 0..<parts { grouping.add(range(part, shape), x, y) }
        noteTurn(grouping.group(into: &layer), record)
      }
    }
  }

  private func range(_ part: Int, _ shape: SHPObject) -> Range<Int> {
    let start = Int(shape.panPartStart[part])
    let end = part + 1 < Int(shape.nParts) ? Int(shape.panPartStart[part + 1]) : Int(shape.nVertices)
    return start..<end
  }

  private mutating func noteTurn(_ rings: Int, _ record: Int) {
    guard rings > 0 else { return }
    turned += rings
    if firstTurned == nil { firstTurned = record }
  }

  private func noteTurned(_ log: inout ReadingLog) {
    guard let firstTurned else { return }
    log.warn(
      Text(
        "anneaux tracés dans le mauvais sens, remis à l’endroit : \(turned), le premier à l’enregistrement \(firstTurned + 1)",
        "rings wound the wrong way, turned round: \(turned), the first in record \(firstTurned + 1)"))
  }
}
