/// SHA-256 of a byte buffer, as FIPS 180-4 defines it. For manifests, not for secrets.
public enum SHA256 {
  /// The digest as 64 lower-case hexadecimal digits. Complexity: O(n).
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    digest(bytes).map(Escape.hexadecimal).joined()
  }

  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var state = initialState
    let whole = bytes.count / 64 * 64
    var words = [UInt32](repeating: 0, count: 64)
    bytes.withUnsafeBufferPointer { buffer in
      for start in stride(from: 0, to: whole, by: 64) {
        compress(&state, &words, UnsafeBufferPointer(rebasing: buffer[start..<start + 64]))
      }
    }
    var tail = Array(bytes[whole...])
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(bytes.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    tail.withUnsafeBufferPointer { buffer in
      for start in stride(from: 0, to: buffer.count, by: 64) {
        compress(&state, &words, UnsafeBufferPointer(rebasing: buffer[start..<start + 64]))
      }
    }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private static func compress(
    _ state: inout [UInt32], _ words: inout [UInt32], _ block: UnsafeBufferPointer<UInt8>
  ) {
    for index in 0..<16 {
      let at = index * 4
      let high = UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16
      words[index] = high | UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
    }
    for index in 16..<64 {
      let a = words[index - 15]
      let b = words[index - 2]
      let small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
      let small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
      words[index] = words[index - 16] &+ small0 &+ words[index - 7] &+ small1
    }
    var a = state[0]
    var b = state[1]
    var c = state[2]
    var d = state[3]
    var e = state[4]
    var f = state[5]
    var g = state[6]
    var h = state[7]
    for index in 0..<64 {
      let big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ big1 &+ choice &+ roundConstants[index] &+ words[index]
      let big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      h = g
      g = f
      f = e
      e = d &+ first
      d = c
      c = b
      b = a
      a = first &+ big0 &+ majority
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
  }

  private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word >> by | word << (32 - by)
  }

  // The constants are the fractional parts of the roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3).
  private static let primes: [Double] = (2...311).filter { n in !(2..<n).contains { n % $0 == 0 } }.map(
    Double.init)
  private static let initialState: [UInt32] = primes.prefix(8).map { fraction(of: $0.squareRoot()) }
  private static let roundConstants: [UInt32] = primes.map { fraction(of: cubeRoot($0)) }

  private static func fraction(of root: Double) -> UInt32 {
    UInt32((root - root.rounded(.down)) * 4_294_967_296)
  }

  private static func cubeRoot(_ value: Double) -> Double {
    var root = value / 3 + 1
    for _ in 0..<60 { root -= (root * root * root - value) / (3 * root * root) }
    return root
  }
}
