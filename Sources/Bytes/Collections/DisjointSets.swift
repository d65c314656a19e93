/// A partition of the numbers from 0 into sets that can be joined: union–find with path halving (Tarjan & van Leeuwen,
/// Journal of the ACM 31, 1984).
public struct DisjointSets: Sendable {
  @usableFromInline var parent: [Int]

  /// A set of its own for each number below `count`.
  public init(_ count: Int) { parent = Array(0..<count) }

  /// The number that stands for the set of a number. Complexity: O(log numbers), spread over many calls.
  @inlinable public mutating func root(_ number: Int) -> Int {
    var number = number
    while parent[number] != number {
      parent[number] = parent[parent[number]]
      number = parent[number]
    }
    return number
  }

  /// Joins the set of `one` to that of `other`, whose root then stands for both.
  @inlinable public mutating func join(_ one: Int, to other: Int) { parent[root(one)] = root(other) }

  /// The root of each number.
  public mutating func roots() -> [Int] { parent.indices.map { root($0) } }
}
