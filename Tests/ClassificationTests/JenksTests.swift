import Bytes
import Classification
import Testing

@Suite struct JenksTests {
  /// All partitions tried in fractions, ties to the lexicographically smallest bounds.
  @Test func everySmallCaseIsTheBestAndFirst() throws {
    for row in Oracle.table("jenks").rows {
      let options = ClassOptions(classes: Int(row.fields[1]) ?? 0)
      let found = try ClassBreaks(Oracle.numbers(row.fields[0]), by: ClassMethods.named("jenks"), options)
      #expect(found.upperBounds == Oracle.numbers(row.fields[2]), "\(row.fields)")
    }
  }

  /// Every value as far from the next: the first classes are the short ones.
  @Test(arguments: [(10, 3), (100, 7), (1003, 5), (64, 9)]) func equalStepsCutShortestFirst(count: Int, classes: Int)
    throws
  {
    for step in [1.0, 0.1, 1e-6, 3e6] {
      // Written out and read back, as values of a file are.
      let values = (0..<count).map { Double(ByteWriter.fixed(Double($0) * step, decimals: 7)) ?? .nan }
      let found = try ClassBreaks(values, by: ClassMethods.named("jenks"), ClassOptions(classes: classes))
      let long = count % classes
      let expected = (0..<classes).map { count / classes + ($0 >= classes - long ? 1 : 0) }
      #expect(found.counts == expected)
    }
  }

  /// An outlier 10¹² times the rest leaves doubles no digit for the rest.
  @Test func anOutlierHidesNothing() throws {
    let near: [Double] = [1, 2, 3, 11, 12, 13, 21, 22, 23, 24]
    for far in [1e6, 1e9, 1e12, -1e12] {
      let found = try ClassBreaks(near + [far], by: ClassMethods.named("jenks"), ClassOptions(classes: 4))
      #expect(found.upperBounds == (far > 0 ? [3, 13, 24, far] : [far, 3, 13, 24]))
    }
    var many = (0..<3000).map { Double($0) + ($0 >= 1000 ? 5000 : 0) }
    many.append(1e12)
    let found = try ClassBreaks(many, by: ClassMethods.named("jenks"), ClassOptions(classes: 3))
    #expect(found.counts == [1000, 2000, 1])
  }

  /// Shifting or scaling the values moves the bounds with them and nothing else.
  @Test func doesNotDependOnOriginOrUnit() throws {
    let values = try #require(Oracle.values["density-132"]).map { ($0 * 100).rounded() }
    let jenks = try ClassMethods.named("jenks")
    let plain = try ClassBreaks(values, by: jenks, ClassOptions(classes: 6))
    let moved = try ClassBreaks(values.map { $0 + 1e10 }, by: jenks, ClassOptions(classes: 6))
    #expect(moved.upperBounds == plain.upperBounds.map { $0 + 1e10 })
    let small = try ClassBreaks(values.map { $0 * 0x1p-900 }, by: jenks, ClassOptions(classes: 6))
    #expect(small.upperBounds == plain.upperBounds.map { $0 * 0x1p-900 })
    #expect(small.gvf == plain.gvf)
  }

  /// As many values as metropolitan France has communes; a second even without optimisation on a slow machine.
  @Test func manyValuesAreQuick() throws {
    var state: UInt64 = 7
    let values = (0..<34_875).map { _ -> Double in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let share = Double(state >> 11) * 0x1p-53
      return 20 / (1.0001 - share)
    }
    let clock = ContinuousClock()
    var found: ClassBreaks?
    let time = try clock.measure {
      found = try ClassBreaks(values, by: ClassMethods.named("jenks"), ClassOptions(classes: 7))
    }
    #expect(found?.counts.reduce(0, +) == 34_875)
    #expect((found?.gvf ?? 0) > 0.9)
    #expect(time < .seconds(60))
  }
}
