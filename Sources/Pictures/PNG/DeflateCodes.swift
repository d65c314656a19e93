/// The codes of one block of deflate whose matches reach back 1 or 3 bytes (RFC 1951, 3.2.7).
struct DeflateCodes: ~Copyable {
  /// Bits in the low 48, their number above.
  private typealias Code = UInt64

  private let lengths: [UInt8]
  private let literals: UnsafeMutablePointer<Code>
  /// By length: matches with the byte before, then with the three before.
  private let noughts: UnsafeMutablePointer<Code>
  private let sames: UnsafeMutablePointer<Code>
  private static let shift: UInt64 = 48
  private static let mask: UInt64 = 1 << 48 - 1
  /// Of the distances 1, 2 and 3: the first and the third are used, one bit each.
  private static let distances: [UInt8] = [1, 0, 1]

  init(_ counts: borrowing DeflateCounts) {
    lengths = HuffmanLengths.lengths(counts.all, limit: 15)
    let codes = HuffmanLengths.codes(lengths)
    literals = .allocate(capacity: DeflateCounts.symbols)
    noughts = .allocate(capacity: DeflateCounts.longest + 1)
    sames = .allocate(capacity: DeflateCounts.longest + 1)
    for symbol in codes.indices {
      literals[symbol] = UInt64(codes[symbol]) | UInt64(lengths[symbol]) << Self.shift
    }
    for length in 3...DeflateCounts.longest {
      let match = DeflateLength(length)
      let own = UInt64(lengths[match.symbol])
      let bits = UInt64(codes[match.symbol]) | match.extra << own
      let count = own + match.extraCount
      noughts[length] = bits | (count + 1) << Self.shift
      sames[length] = bits | 1 << count | (count + 1) << Self.shift
    }
  }

  deinit {
    literals.deallocate()
    noughts.deallocate()
    sames.deallocate()
  }

  /// At most this many bytes, header left out.
  func length(_ counts: borrowing DeflateCounts) -> Int {
    var bits = 0
    // A match has at most 6 bits besides its symbol's.
    for (symbol, count) in counts.all.enumerated() { bits += (Int(lengths[symbol]) + 6) * Int(count) }
    return bits / 8 + 8
  }

  @inline(__always)
  private func write(_ code: Code, to bits: inout BitWriter) {
    bits.write(code & Self.mask, count: code >> Self.shift)
  }

  @inline(__always)
  func writeLiteral(_ byte: UInt32, to bits: inout BitWriter) {
    write(literals[Int(truncatingIfNeeded: byte)], to: &bits)
  }

  /// Three literals, the lowest byte first.
  @inline(__always)
  func writeThree(_ bytes: UInt32, to bits: inout BitWriter) {
    let one = literals[Int(truncatingIfNeeded: bytes & 0xFF)]
    let two = literals[Int(truncatingIfNeeded: bytes >> 8 & 0xFF)]
    let three = literals[Int(truncatingIfNeeded: bytes >> 16 & 0xFF)]
    let (first, second) = (one >> Self.shift, two >> Self.shift)
    var value = one & Self.mask
    value |= (two & Self.mask) &<< first
    value |= (three & Self.mask) &<< (first &+ second)
    bits.write(value, count: first &+ second &+ three >> Self.shift)
  }

  @inline(__always)
  func writeNoughts(_ bytes: Int, to bits: inout BitWriter) {
    write(literals[0], to: &bits)
    for _ in 0..<matches(bytes - 1, noughts, &bits) { write(literals[0], to: &bits) }
  }

  @inline(__always)
  func writeSame(_ bytes: Int, to bits: inout BitWriter) { _ = matches(bytes, sames, &bits) }

  /// The bytes left, too few for a match.
  @inline(__always)
  private func matches(_ bytes: Int, _ codes: UnsafeMutablePointer<Code>, _ bits: inout BitWriter) -> Int {
    var rest = bytes
    while rest >= DeflateCounts.longest {
      write(codes[DeflateCounts.longest], to: &bits)
      rest -= DeflateCounts.longest
    }
    if rest < 3 { return rest }
    write(codes[rest], to: &bits)
    return 0
  }

  func writeEnd(to bits: inout BitWriter) { write(literals[DeflateCounts.end], to: &bits) }

  /// Not the last block, dynamic codes; then the lengths of all codes, themselves coded.
  func writeHeader(to bits: inout BitWriter) {
    let runs = Self.runs(lengths + Self.distances)
    var counts = [UInt32](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    let own = HuffmanLengths.lengths(counts, limit: 7)
    let codes = HuffmanLengths.codes(own)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let used = max(4, order.lastIndex { own[$0] > 0 }! + 1)
    bits.write(0b100, count: 3)
    bits.write(UInt64(lengths.count - 257), count: 5)
    bits.write(UInt64(Self.distances.count - 1), count: 5)
    bits.write(UInt64(used - 4), count: 4)
    for symbol in order.prefix(used) { bits.write(UInt64(own[symbol]), count: 3) }
    for run in runs {
      bits.write(UInt64(codes[run.symbol]), count: UInt64(own[run.symbol]))
      bits.write(run.extra, count: run.extraCount)
    }
  }

  /// Lengths as themselves, 16 for the one before 3 … 6 times, 17 and 18 for 3 … 10 and 11 … 138 noughts.
  private static func runs(_ lengths: [UInt8]) -> [(symbol: Int, extra: UInt64, extraCount: UInt64)] {
    var runs: [(symbol: Int, extra: UInt64, extraCount: UInt64)] = []
    var index = 0
    while index < lengths.count {
      let length = lengths[index]
      var count = 1
      while index + count < lengths.count, lengths[index + count] == length { count += 1 }
      index += count
      if length != 0 {
        runs.append((Int(length), 0, 0))
        count -= 1
      }
      while count >= 3 {
        let part: Int
        if length != 0 {
          part = min(count, 6)
          runs.append((16, UInt64(part - 3), 2))
        } else if count <= 10 {
          part = count
          runs.append((17, UInt64(part - 3), 3))
        } else {
          part = min(count, 138)
          runs.append((18, UInt64(part - 11), 7))
        }
        count -= part
      }
      for _ in 0..<count { runs.append((Int(length), 0, 0)) }
    }
    return runs
  }
}
