/// Text encodings, by the names iconv knows (`UTF-8`, `WINDOWS-1252`, `CP850`, …).
public enum Encoding {
  /// Whether the bytes are well-formed UTF-8. Complexity: O(n).
  public static func isUTF8(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.withContiguousStorageIfAvailable { buffer in
      buffer.baseAddress.map { UTF8Check.isValid($0, buffer.count) } ?? true
    } ?? isUTF8(Array(bytes))
  }

  /// Whether iconv knows an encoding by this name.
  public static func isKnown(_ name: String) -> Bool {
    if name == "UTF-8" { return true }
    let handle = iconv_open("UTF-8", name)
    guard handle != iconv_t(bitPattern: -1) else { return false }
    iconv_close(handle)
    return true
  }

  /// The bytes as text, or `nil` when iconv does not know the encoding or a byte has no meaning in it.
  public static func decode(_ bytes: [UInt8], from name: String) -> String? {
    if name.uppercased() == "UTF-8" { return isUTF8(bytes) ? String(decoding: bytes, as: UTF8.self) : nil }
    if !bytes.contains(where: { $0 >= 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let failed = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(handle, &from, &inputLeft, &to, &outputLeft) == -1
      }
    }
    guard !failed, inputLeft == 0 else { return nil }
    let written = output.count - outputLeft
    return String(decoding: output.prefix(written).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
