#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Affine {
  /// `translate(x y)` or `rotate(degrees x y)`.
  init(_ value: SVGBytes) throws(OutsideSubset) {
    guard value.bytes.last == UInt8(ascii: ")"), let open = value.bytes.firstIndex(of: UInt8(ascii: "(")) else {
      throw OutsideSubset("transform", value.bytes)
    }
    let numbers = try SVGBytes(value.bytes, open + 1..<value.bytes.count - 1).numbers()
    let name = SVGBytes(value.bytes, 0..<open)
    if name == "translate", numbers.count == 2 {
      self.init(a: 1, b: 0, c: 0, d: 1, e: numbers[0], f: numbers[1])
    } else if name == "rotate", numbers.count == 3 {
      let angle = numbers[0] * .pi / 180
      let (x, y) = (numbers[1], numbers[2])
      let (sine, cosine) = (sin(angle), cos(angle))
      self.init(
        a: cosine, b: sine, c: -sine, d: cosine, e: x - cosine * x + sine * y, f: y - sine * x - cosine * y)
    } else {
      throw OutsideSubset("transform", value.bytes)
    }
  }

  /// First `inner`, then this one.
  func after(_ inner: Affine) -> Affine {
    let (x, y) = apply(inner.e, inner.f)
    return Affine(
      a: a * inner.a + c * inner.b, b: b * inner.a + d * inner.b, c: a * inner.c + c * inner.d,
      d: b * inner.c + d * inner.d, e: x, f: y)
  }

  @inline(__always) func apply(_ x: Double, _ y: Double) -> (Double, Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// How much longer it makes lengths; ours turn and scale alike in every direction.
  var scale: Double { (a * a + b * b).squareRoot() }

  /// Without its scale and its shift.
  var turn: Affine {
    b == 0 && c == 0 && a == d
      ? .identity : Affine(a: a / scale, b: b / scale, c: c / scale, d: d / scale, e: 0, f: 0)
  }

  /// Where a rectangle comes to lie; `nil` when it is turned.
  func frame(_ box: SVGBox) -> Frame? {
    guard b == 0, c == 0 else { return nil }
    let (minX, minY) = apply(box.x, box.y)
    let (maxX, maxY) = apply(box.x + box.width, box.y + box.height)
    return Frame(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }
}
