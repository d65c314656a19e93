/// A hash table of the legal units of the ESS by SIREN: open addressing with linear probing, at most half full.
final class UnitTable: @unchecked Sendable {
  /// What is known about a unit: the index of its family, and whether it has only partial diffusion or has
  /// ceased.
  struct Entry {
    var bits: UInt8
    init(family: UInt8, isPartlyDiffused: Bool, isCeased: Bool) {
      bits = family | (isPartlyDiffused ? 16 : 0) | (isCeased ? 32 : 0)
    }
    init(bits: UInt8) { self.bits = bits }
    var family: Int { Int(bits & 15) }
    var isPartlyDiffused: Bool { bits & 16 != 0 }
    var isCeased: Bool { bits & 32 != 0 }
  }

  private(set) var count = 0
  private let keys: UnsafeMutablePointer<UInt32>
  private let values: UnsafeMutablePointer<UInt8>
  private let shift: UInt32
  private let mask: Int

  /// Adds the units in order, and calls `refuse` for each unit with a SIREN that is there already.
  init(_ units: [UnitRows.Unit], refuse: (UnitRows.Unit) -> Void) {
    var bits: UInt32 = 4
    while 1 << bits < units.count * 2 { bits += 1 }
    shift = 32 - bits
    mask = 1 << bits - 1
    keys = .allocate(capacity: mask + 1)
    keys.initialize(repeating: 0, count: mask + 1)
    values = .allocate(capacity: mask + 1)
    values.initialize(repeating: 0, count: mask + 1)
    for unit in units where !insert(unit.siren, unit.entry) { refuse(unit) }
  }

  deinit {
    keys.deallocate()
    values.deallocate()
  }

  /// Adds a unit; returns `false` when its SIREN is there already. A SIREN must not be 0.
  private func insert(_ siren: UInt32, _ entry: Entry) -> Bool {
    var at = slot(siren)
    while keys[at] != 0 {
      if keys[at] == siren { return false }
      at = (at + 1) & mask
    }
    keys[at] = siren
    values[at] = entry.bits
    count += 1
    return true
  }

  @inline(__always) func find(_ siren: UInt32) -> Entry? {
    var at = slot(siren)
    while keys[at] != siren {
      if keys[at] == 0 { return nil }
      at = (at &+ 1) & mask
    }
    return Entry(bits: values[at])
  }

  /// Fibonacci hashing: the top bits of the product with 2³² ÷ φ (Knuth, TAOCP 3, 6.4).
  @inline(__always) private func slot(_ siren: UInt32) -> Int { Int((siren &* 2_654_435_769) >> shift) }
}
