import Bytes
import CZlib

/// A run of bands compressed by itself: an IDAT chunk, length and checksum included.
struct PNGPart: Sendable {
  var chunk: [UInt8] = []
  /// Of the rows as filtered: checksum (RFC 1950) and length.
  var adler: UInt = 1
  var length = 0
}

/// How a picture is cut into parts, and put together again.
struct PNGParts {
  /// Bands of a part: its first row cannot count on the one above.
  private static let bandsOfPart = 4

  let width: Int
  let height: Int

  private var bands: Int { (height + BandEdges.rows - 1) / BandEdges.rows }

  var count: Int { (bands + Self.bandsOfPart - 1) / Self.bandsOfPart }

  func bands(of part: Int) -> Range<Int> {
    part * Self.bandsOfPart..<min((part + 1) * Self.bandsOfPart, bands)
  }

  func file(_ parts: [PNGPart]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(200) { $0 + $1.chunk.count })
    bytes += [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // 8 bits a channel, RGB, the only compression and filter methods, not interlaced.
    bytes += Self.chunk("IHDR", Self.number(width) + Self.number(height) + [8, 2, 0, 0, 0])
    // Deflate, a window of 32 KiB, no dictionary, fastest.
    bytes += Self.chunk("IDAT", [0x78, 0x01])
    var adler: UInt = 1
    for part in parts {
      bytes += part.chunk
      adler = adler32_combine(adler, part.adler, part.length)
    }
    // An empty last block of fixed codes.
    bytes += Self.chunk("IDAT", [0x03, 0x00] + Self.number(Int(adler)))
    bytes += Self.chunk("IEND", [])
    return bytes
  }

  static func chunk(_ name: StaticString, _ data: [UInt8]) -> [UInt8] {
    var bytes = number(data.count)
    name.withUTF8Buffer { bytes += $0 }
    bytes += data
    close(&bytes)
    return bytes
  }

  /// Writes length and checksum of a chunk that starts with four bytes for the length and its name.
  static func close(_ chunk: inout [UInt8]) {
    chunk.replaceSubrange(0..<4, with: number(chunk.count - 8))
    let sum = chunk.withUnsafeBufferPointer { crc32(0, $0.baseAddress! + 4, UInt32($0.count - 4)) }
    chunk += number(Int(sum))
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
