/// Whether bytes are well-formed UTF-8 (Unicode 15, table 3-7). O(n), eight at a time through ASCII.
enum UTF8Check {
  static func isValid(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var at = 0
    while at < count {
      if at + 8 <= count, UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
        at += 8
        continue
      }
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard byte >= 0xC2, byte <= 0xF4, at + length <= count else { return false }
      for index in 1..<length where bytes[at + index] & 0xC0 != 0x80 { return false }
      let second = bytes[at + 1]
      switch byte {
      case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
        return false
      default: at += length
      }
    }
    return true
  }
}
