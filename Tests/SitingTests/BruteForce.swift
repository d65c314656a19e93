import Siting
import Reach

/// SplitMix64 (Steele, Lea & Flood 2014): the same cases on every machine.
struct Dice {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) }

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(sides))
  }
}

/// Every set of sites tried, by code that shares nothing with the solvers.
struct BruteForce {
  let problem: SitingProblem

  /// A small problem full of traps: places on a coarse grid (ties and duplicates), weights of 0, existing
  /// sites, and in a third of the cases missing ways.
  static func trap(_ seed: Int, _ objective: SitingProblem.Objective) -> SitingProblem {
    var dice = Dice(seed)
    let n = 1 + dice.roll(9)
    let m = 1 + dice.roll(9)
    let side = 2 + dice.roll(8)
    let demands = (0..<n).map { _ in (dice.roll(side), dice.roll(side)) }
    let places = (0..<m).map { _ in (dice.roll(side), dice.roll(side)) }
    let gaps = dice.roll(3) == 0
    var costs: [Double] = []
    for a in demands {
      for b in places {
        let cost = Double(abs(a.0 - b.0) + abs(a.1 - b.1)) * 1.1
        costs.append(gaps && dice.roll(4) == 0 ? .infinity : cost)
      }
    }
    let weights = (0..<n).map { _ in [0, 1, 1, 2, 3.5, 0.1][dice.roll(6)] }
    let existing = (0..<m).filter { _ in dice.roll(6) == 0 }
    let least = existing.isEmpty ? 1 : 0
    let free = m - existing.count
    return SitingProblem(
      objective, weights: weights, candidates: m, costs: costs, count: min(free, least + dice.roll(max(1, free))),
      existing: existing, radius: Double(dice.roll(side)) * 1.1, alternatives: dice.roll(5))
  }

  func value(_ sites: [Int]) -> Double {
    var total = 0.0
    var largest = 0.0
    var covered = 0.0
    for (demand, weight) in problem.weights.enumerated() where weight > 0 {
      var nearest = Double.infinity
      for site in sites + problem.existing { nearest = min(nearest, problem.costs[demand * problem.candidates + site]) }
      total += weight * nearest
      largest = max(largest, nearest)
      if nearest <= problem.radius! { covered += weight }
    }
    switch problem.objective {
    case .median: return total
    case .centre: return largest
    case .cover: return covered
    case .setCover: return Double(sites.count)
    }
  }

  /// Values of all sets there are to choose from, best first; sets out of reach of some demand are none.
  func ranking() -> [Double] {
    let free = (0..<problem.candidates).filter { !problem.existing.contains($0) }
    var values: [Double] = []
    for mask in 0..<(1 << free.count) {
      let sites = free.indices.filter { mask >> $0 & 1 == 1 }.map { free[$0] }
      if problem.objective == .setCover {
        if isCover(sites), !sites.contains(where: { out in isCover(sites.filter { $0 != out }) }) {
          values.append(Double(sites.count))
        }
      } else if sites.count == problem.count {
        let value = value(sites)
        if value.isFinite { values.append(value) }
      }
    }
    return problem.objective == .cover ? values.sorted(by: >) : values.sorted()
  }

  private func isCover(_ sites: [Int]) -> Bool {
    problem.weights.indices.allSatisfy { demand in
      problem.weights[demand] == 0
        || (sites + problem.existing).contains { problem.costs[demand * problem.candidates + $0] <= problem.radius! }
    }
  }
}

func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(a), abs(b)) }
