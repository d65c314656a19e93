import Bytes
import Geometry

/// Checks the content of one record against its length before shapelib sees it.
///
/// The layout is in the ESRI specification, pages 6 to 20: a type; then x and y for a point, and for other
/// types a box, the number of parts (not in a multipoint), the number of points, the start of each part, the
/// points, Z and M.
struct RecordCheck {
  let content: UnsafeRawBufferPointer
  let type: ShapeType

  /// What is wrong with the record; `nil` when it is fine. O(points).
  func fault() -> Text? {
    guard content.count >= 4 else { return tooShort }
    let code = integer(0)
    if code == 0 { return nil }
    guard code == type.code else {
      let found = ShapeType.isKnown(code) ? ShapeType(code: code).name : "\(code)"
      return Text.shapeIsOfAnotherType(found, type.name)
    }
    switch type.flat {
    case .point: return pointFault()
    case .multiPoint: return multiPointFault()
    default: return partsFault()
    }
  }

  private func pointFault() -> Text? {
    guard content.count >= (type.hasZ ? 28 : 20) else { return tooShort }
    return coordinatesFault(start: 4, points: 1)
  }

  private func multiPointFault() -> Text? {
    guard content.count >= 40 else { return tooShort }
    let points = Int(integer(36))
    guard points >= 0, 40 + pointBytes(points) <= content.count else { return countsFault(0, points) }
    return coordinatesFault(start: 40, points: points)
  }

  private func partsFault() -> Text? {
    guard content.count >= 44 else { return tooShort }
    let parts = Int(integer(36))
    let points = Int(integer(40))
    guard parts >= 0, points >= 0, 44 + 4 * parts + pointBytes(points) <= content.count else {
      return countsFault(parts, points)
    }
    guard parts > 0 else {
      return points == 0 ? nil : Text("\(points) points et aucune partie", "\(points) points and no part")
    }
    let coordinates = 44 + 4 * parts
    if let fault = coordinatesFault(start: coordinates, points: points) { return fault }
    guard integer(44) == 0 else { return startFault(0) }
    for part in 0..<parts {
      let start = Int(integer(44 + 4 * part))
      let end = part + 1 < parts ? Int(integer(48 + 4 * part)) : points
      guard start >= 0, start <= end, end <= points else { return startFault(part) }
      if let fault = ringFault(part, coordinates + 16 * start, end - start) { return fault }
    }
    return nil
  }

  private func ringFault(_ part: Int, _ start: Int, _ points: Int) -> Text? {
    guard type.flat == .polygon else {
      guard points < 2 else { return nil }
      return Text.lineNeedsTwoPoints(part + 1, points)
    }
    guard points >= 4 else { return Text.ringNeedsFourPoints(part + 1, points) }
    let last = start + 16 * (points - 1)
    guard number(start) == number(last), number(start + 8) == number(last + 8) else {
      return Text("l’anneau \(part + 1) n’est pas fermé", "ring \(part + 1) is not closed")
    }
    return nil
  }

  private func coordinatesFault(start: Int, points: Int) -> Text? {
    for offset in stride(from: start, to: start + 16 * points, by: 8) {
      if let fault = Layer.fault(ofCoordinate: number(offset)) { return fault }
    }
    return nil
  }

  /// Bytes that the points need. Z and its range are required in types that have Z; M is always optional.
  private func pointBytes(_ points: Int) -> Int { 16 * points + (type.hasZ ? 16 + 8 * points : 0) }

  private var tooShort: Text { Text.tooFewBytesForShape(content.count, type.name) }

  private func countsFault(_ parts: Int, _ points: Int) -> Text {
    Text.partsAndPointsExceedRecord(parts, points, content.count)
  }

  private func startFault(_ part: Int) -> Text { Text.startOfPartIsWrong(part + 1) }

  private func integer(_ offset: Int) -> Int32 {
    Int32(littleEndian: content.loadUnaligned(fromByteOffset: offset, as: Int32.self))
  }

  private func number(_ offset: Int) -> Double {
    let bits = content.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(bitPattern: UInt64(littleEndian: bits))
  }
}
