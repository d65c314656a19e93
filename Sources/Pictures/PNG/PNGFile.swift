import Bytes
import CZlib

/// A picture cut into parts that are compressed each by itself, and put together again.
struct PNGFile {
  /// Bands of a part: its first row cannot count on the one above.
  private static let bandsOfPart = 4

  let width: Int
  let height: Int

  /// The file. Each thread paints with a painter of its own; which thread paints what changes nothing.
  func bytes(threads: Int, painter: @escaping @Sendable () -> any BandPainter) -> [UInt8] {
    let bands = Bands(height: height)
    let count = (bands.count + Self.bandsOfPart - 1) / Self.bandsOfPart
    let workers = min(max(threads, 1), count)
    // Parts in turn, so that a crowded corner of the picture falls to all.
    let made = Parallel.each(workers, threads: workers) { worker in
      let painter = painter()
      var encoder = PNGEncoder(width: width)
      return stride(from: worker, to: count, by: workers).map { part in
        encoder.start()
        for band in part * Self.bandsOfPart..<min((part + 1) * Self.bandsOfPart, bands.count) {
          painter.paint(band: band)
          encoder.encode(painter.rows, stride: painter.stride, height: bands[band].count)
        }
        return encoder.finish()
      }
    }
    return file((0..<count).map { made[$0 % workers][$0 / workers] })
  }

  private func file(_ parts: [PNGPart]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(200) { $0 + $1.chunk.count })
    bytes += [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // 8 bits a channel, RGB, the only compression and filter methods, not interlaced.
    bytes += PNGPart.chunk("IHDR", PNGPart.number(width) + PNGPart.number(height) + [8, 2, 0, 0, 0])
    // Deflate, a window of 32 KiB, no dictionary, fastest.
    bytes += PNGPart.chunk("IDAT", [0x78, 0x01])
    var adler: UInt = 1
    for part in parts {
      bytes += part.chunk
      adler = adler32_combine(adler, part.adler, part.length)
    }
    // An empty last block of fixed codes.
    bytes += PNGPart.chunk("IDAT", [0x03, 0x00] + PNGPart.number(Int(adler)))
    bytes += PNGPart.chunk("IEND", [])
    return bytes
  }
}

/// A run of bands compressed by itself.
struct PNGPart: Sendable {
  /// An IDAT chunk, length and checksum included.
  var chunk: [UInt8] = []
  /// Of the rows as filtered: checksum (RFC 1950) and length.
  var adler: UInt = 1
  var length = 0

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

  /// Four bytes, the highest first.
  static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
