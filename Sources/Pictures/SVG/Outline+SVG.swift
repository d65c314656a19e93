import Bytes

extension Outline {
  /// The `d` of a path, of the commands our drawings have: `M`, `L` and `Z`, coordinates absolute. O(bytes).
  init(path data: SVGBytes, through place: Affine, room: inout PathRoom) throws(OutsideSubset) {
    let bytes = data.bytes
    room.clear(bytes.count)
    var at = 0
    while at < bytes.count {
      let command = bytes[at]
      at += 1
      switch command {
      case UInt8(ascii: "M"), UInt8(ascii: "L"):
        let isMove = command == UInt8(ascii: "M")
        guard isMove || room.verbCount > 0, let x = Self.coordinate(bytes, &at), at < bytes.count,
          bytes[at] == UInt8(ascii: ",")
        else { throw OutsideSubset("path", bytes) }
        at += 1
        guard let y = Self.coordinate(bytes, &at) else { throw OutsideSubset("path", bytes) }
        let point = place.apply(x, y)
        room.add(isMove ? .move : .line, point.0, point.1)
      case UInt8(ascii: "Z") where room.verbCount > 0: room.close()
      default: throw OutsideSubset("path", bytes)
      }
    }
    (verbs, points) = room.taken()
  }

  /// A number as our drawings print them; any other is read the long way.
  @inline(__always)
  private static func coordinate(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Double? {
    var at = position
    let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var digits = 0
    var value: Int64 = 0
    while at < bytes.count, case let digit = bytes[at] &- 48, digit < 10 {
      value = value &* 10 &+ Int64(digit)
      digits += 1
      at += 1
    }
    guard digits > 0, digits < 9 else { return longCoordinate(bytes, &position) }
    var number = Double(value)
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      guard at + 1 < bytes.count, case let tenth = bytes[at + 1] &- 48, tenth < 10 else { return nil }
      at += 2
      if at < bytes.count, bytes[at] &- 48 < 10 {
        return longCoordinate(bytes, &position)
      }
      number = Double(value &* 10 &+ Int64(tenth)) / 10
    }
    position = at
    return isNegative ? -number : number
  }

  private static func longCoordinate(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Double? {
    guard let value = DecimalReader.scan(bytes, &position), value.magnitude < 1e9 else { return nil }
    return value
  }

  /// A straight line from a corner of the box to the opposite one.
  init(line box: SVGBox, through place: Affine) {
    let (x1, y1) = place.apply(box.x, box.y)
    let (x2, y2) = place.apply(box.width, box.height)
    verbs = [.move, .line]
    points = [x1, y1, x2, y2]
  }

  /// A rectangle, its corners rounded where `radius` is not 0.
  init(rectangle box: SVGBox, radius: Double, through place: Affine) {
    self.init()
    let (right, bottom) = (box.x + box.width, box.y + box.height)
    let rx = min(radius, box.width / 2)
    let ry = min(radius, box.height / 2)
    guard rx > 0, ry > 0 else {
      verbs = [.move, .line, .line, .line, .close]
      points = place.apply([box.x, box.y, right, box.y, right, bottom, box.x, bottom])
      return
    }
    let (kx, ky) = (rx * Self.kappa, ry * Self.kappa)
    verbs = [.move, .line, .cubic, .line, .cubic, .line, .cubic, .line, .cubic, .close]
    let top = [
      box.x + rx, box.y, right - rx, box.y, right - rx + kx, box.y, right, box.y + ry - ky, right, box.y + ry,
    ]
    let below = [
      right, bottom - ry, right, bottom - ry + ky, right - rx + kx, bottom, right - rx, bottom, box.x + rx,
      bottom,
    ]
    let left = [
      box.x + rx - kx, bottom, box.x, bottom - ry + ky, box.x, bottom - ry, box.x, box.y + ry, box.x,
      box.y + ry - ky, box.x + rx - kx, box.y, box.x + rx, box.y,
    ]
    points = place.apply(top + below + left)
  }

  /// A circle as four curves, a 3,700th of its radius off at most, from its right clockwise as SVG draws it.
  init(circle x: Double, _ y: Double, radius r: Double, through place: Affine) {
    let k = r * Self.kappa
    verbs = [.move, .cubic, .cubic, .cubic, .cubic, .close]
    let lower = [
      x + r, y, x + r, y + k, x + k, y + r, x, y + r, x - k, y + r, x - r, y + k, x - r, y,
    ]
    let upper = [x - r, y - k, x - k, y - r, x, y - r, x + k, y - r, x + r, y - k, x + r, y]
    points = place.apply(lower + upper)
  }

  /// Length of the controls of a quarter of a circle of radius 1: the curve meets the circle in its middle.
  private static let kappa = 4 * (2.0.squareRoot() - 1) / 3

  /// Whether a part of it has three points or more: otherwise there is nothing to fill.
  var hasArea: Bool {
    var points = 0
    for verb in verbs {
      switch verb {
      case .move: points = 1
      case .line: points += 1
      case .cubic: return true
      case .close: break
      }
      if points > 2 { return true }
    }
    return false
  }
}

extension Affine {
  fileprivate func apply(_ points: [Double]) -> [Double] {
    var moved = points
    for at in stride(from: 0, to: points.count - 1, by: 2) {
      (moved[at], moved[at + 1]) = apply(points[at], points[at + 1])
    }
    return moved
  }
}
