import Classification
import Testing

@Suite struct ClassesTests {
  /// Class k is ]b(k−1), b(k)], the first with its minimum.
  @Test func boundsBelongToTheClassBelow() {
    let classes = Classes([0, 5, 5.000001, 10, 10.1, 20], upperBounds: [5, 10, 20])
    #expect(classes.members == [0, 0, 1, 1, 2, 2])
    #expect(classes.counts == [2, 2, 2])
  }

  @Test func whatIsBeyondTheLastBoundOrNoNumberIsInNoClass() {
    let classes = Classes([21, .nan, .infinity, -3], upperBounds: [5, 20])
    #expect(classes.members == [nil, nil, nil, 0])
    #expect(classes.counts == [1, 0])
    #expect(Classes([1], upperBounds: []).members == [nil])
  }

  /// The binary search against a plain one.
  @Test(arguments: 1...9) func everyNumberOfClasses(count: Int) {
    let bounds = (1...count).map { Double($0 * $0) }
    let values = (-2...100).map(Double.init)
    let members = Classes(values, upperBounds: bounds).members
    #expect(members == values.map { value in bounds.firstIndex { value <= $0 } })
  }
}
