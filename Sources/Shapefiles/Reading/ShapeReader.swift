import Bytes
import CShapelib
import Geometry

/// Reads the shapes of a .shp into a layer, one feature for each record.
struct ShapeReader {
  private(set) var layer: Layer
  private(set) var nullShapes = 0
  private var grouping = ShellsAndHoles()
  private var turned = 0
  private var firstTurned: Int?

  /// Least number of bytes for another run of records, which one thread reads.
  private static let run = 1 << 21
  /// Most runs of records.
  private static let mostRuns = 16

  /// Reads every record, on all processors when there are many; the result does not depend on the number of
  /// threads.
  static func read(_ shp: [UInt8], _ header: ShapeHeader, _ index: RecordIndex, _ log: inout ReadingLog) throws(Problem)
    -> ShapeReader
  {
    let runs = min(index.count, shp.count / run + 1, mostRuns)
    let shx = index.shx(shp)
    let (path, onBadRecord) = (log.path, log.onBadRecord)
    var pieces = try Parallel.map(runs) { (piece) throws(Problem) -> (reader: ShapeReader, log: ReadingLog) in
      let records = index.count * piece / runs..<index.count * (piece + 1) / runs
      var ownLog = ReadingLog(path: path, onBadRecord: onBadRecord)
      var reader = ShapeReader(layer: Layer(header.type.kind ?? .point))
      try reader.read(records, shp, shx, header, index, &ownLog)
      return (reader, ownLog)
    }
    let layers = pieces.indices.map { pieces[$0].reader.takeLayer() }
    var whole = ShapeReader(layer: Layer.joined(layers, of: header.type.kind ?? .point))
    for (reader, ownLog) in pieces {
      whole.nullShapes += reader.nullShapes
      whole.turned += reader.turned
      whole.firstTurned = whole.firstTurned ?? reader.firstTurned
      log.append(ownLog)
    }
    whole.noteTurned(&log)
    return whole
  }

  private mutating func takeLayer() -> Layer {
    defer { layer = Layer(layer.kind) }
    return layer
  }

  /// Reads a run of records with its own shapelib handle.
  private mutating func read(
    _ records: Range<Int>, _ shp: [UInt8], _ shx: [UInt8], _ header: ShapeHeader, _ index: RecordIndex,
    _ log: inout ReadingLog
  ) throws(Problem) {
    let bytes = records.reduce(0) { $0 + max(0, index.records[$1].length) }
    layer.reserve(points: bytes / (header.type.hasZ ? 24 : 16), features: records.count)
    try Shapelib.reading(shp: shp, shx: shx) { () throws(Problem) in
      let handle = try ShapeHandle(log.path)
      for record in records { try readRecord(record, shp, header, index, handle, &log) }
    }
  }

  private mutating func readRecord(
    _ record: Int, _ shp: [UInt8], _ header: ShapeHeader, _ index: RecordIndex, _ handle: borrowing ShapeHandle,
    _ log: inout ReadingLog
  ) throws(Problem) {
    defer { layer.endFeature() }
    let place = index.records[record]
    guard place.length >= 0 else { return }
    let start = place.offset + 8
    let fault = shp.withUnsafeBytes { bytes in
      let content = UnsafeRawBufferPointer(rebasing: bytes[start..<start + place.length])
      return RecordCheck(content: content, type: header.type).fault()
    }
    if let fault {
      let fix = Text.repairOrExportTheGeometry
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
        let points = range(part, shape)
        layer.addPoints(points.count, x: x + points.lowerBound, y: y + points.lowerBound)
        layer.endRing()
        layer.endPart()
      }
    case .polygon:
      if parts == 1 {
        layer.addPoints(points, x: x, y: y)
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
    log.warn(Text.wrongRingsTurnedRound(turned, firstTurned + 1))
  }
}
