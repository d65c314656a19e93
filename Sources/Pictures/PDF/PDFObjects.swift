import Bytes
import CZlib

/// The objects of a PDF file, in the order they are written, and the table of where they are (ISO 32000-1, 7.5).
struct PDFObjects {
  private var out: ByteWriter
  private var offsets: [Int] = []

  init(capacity: Int) {
    out = ByteWriter(capacity: capacity)
    // The second line tells programs that move files that this one is not text.
    out.raw("%PDF-1.7\n%")
    out.append(contentsOf: [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// The number the next object will have.
  var next: Int { offsets.count + 1 }

  /// Adds an object; its number.
  @discardableResult mutating func add(_ body: String) -> Int {
    offsets.append(out.bytes.count)
    out.text("\(offsets.count) 0 obj\n\(body)\nendobj\n")
    return offsets.count
  }

  /// Adds a stream; `keys` are those of its dictionary without its length and filter.
  @discardableResult mutating func add(stream: PDFStream, _ keys: String = "") -> Int {
    offsets.append(out.bytes.count)
    out.text("\(offsets.count) 0 obj\n<<\(keys)/Filter/FlateDecode/Length \(stream.bytes.count)>>stream\n")
    out.append(contentsOf: stream.bytes)
    out.raw("\nendstream\nendobj\n")
    return offsets.count
  }

  /// The whole file. `identity` is a hexadecimal text that only this content has.
  consuming func finished(root: Int, info: Int, identity: String) -> [UInt8] {
    let table = out.bytes.count
    out.text("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n")
    for offset in offsets {
      let digits = String(offset)
      out.text(String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
    }
    out.text("trailer\n<</Size \(offsets.count + 1)/Root \(root) 0 R/Info \(info) 0 R")
    out.text("/ID[<\(identity)><\(identity)>]>>\nstartxref\n\(table)\n%%EOF\n")
    return out.bytes
  }

  var written: [UInt8] { out.bytes }
}

/// The compressed bytes of a stream.
struct PDFStream: Sendable {
  let bytes: [UInt8]
  /// Bytes before compression.
  let length: Int

  /// zlib's `level` 1 is fastest, 9 smallest.
  init(_ content: UnsafeBufferPointer<UInt8>, level: Int32 = 5) {
    length = content.count
    let most = compressBound(uLong(content.count))
    bytes = [UInt8](unsafeUninitializedCapacity: Int(most)) { buffer, count in
      var written = most
      let status = compress2(buffer.baseAddress, &written, content.baseAddress, uLong(content.count), level)
      // It fails without memory only, and then everything does.
      precondition(status == Z_OK, "zlib: no memory")
      count = Int(written)
    }
  }

  init(_ content: [UInt8], level: Int32 = 5) {
    self = content.withUnsafeBufferPointer { PDFStream($0, level: level) }
  }
}
