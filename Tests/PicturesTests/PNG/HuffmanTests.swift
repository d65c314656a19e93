import Testing

@testable import Pictures

struct HuffmanTests {
  @Test(
    "The codes use all room and no code is the start of another", arguments: [7, 15], [2, 3, 19, 100, 286])
  func complete(limit: Int, symbols: Int) {
    guard symbols <= 1 << limit else { return }
    var random = SplitMix(state: UInt64(symbols))
    let counts = (0..<symbols).map { _ in
      UInt32(truncatingIfNeeded: random.next() >> (random.next() % 32 + 32)) + 1
    }
    let lengths = HuffmanLengths.lengths(counts, limit: limit)
    let room = lengths.reduce(0) { $0 + 1 << (limit - Int($1)) }
    #expect(room == 1 << limit)
  }

  @Test("Counts that grow as fast as they can keep to the limit")
  func fibonacci() {
    var counts: [UInt32] = [1, 1]
    while counts.count < 30 { counts.append(counts[counts.count - 1] + counts[counts.count - 2]) }
    #expect(HuffmanLengths.lengths(counts, limit: 40).max() == 29)
    let limited = HuffmanLengths.lengths(counts, limit: 15)
    #expect(limited.max()! <= 15)
    #expect(limited.reduce(0) { $0 + 1 << (15 - Int($1)) } == 1 << 15)
  }

  @Test("The example of RFC 1951, 3.2.2")
  func canonical() {
    // A … H of lengths 3, 3, 3, 3, 3, 2, 4, 4: 010, 011, 100, 101, 110, 00, 1110, 1111, here read from the right.
    let codes = HuffmanLengths.codes([3, 3, 3, 3, 3, 2, 4, 4])
    #expect(codes == [0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111])
  }
}
