import Siting
import Bytes
import Reach
import Testing

@Suite struct SmallCaseTests {
  /// 1,500 traps for each objective against every set of sites there is.
  @Test(arguments: SitingProblem.Objective.allCases) func bestAndNextBestAreThoseOfBruteForce(
    _ objective: SitingProblem.Objective
  ) throws {
    var solved = 0
    for seed in 1...1500 {
      let problem = BruteForce.trap(seed, objective)
      guard problem.count > 0 || !problem.existing.isEmpty || objective == .setCover else { continue }
      let brute = BruteForce(problem: problem)
      let ranking = brute.ranking()
      if ranking.isEmpty {
        let error = #expect(throws: Problem.self, "seed \(seed)") { try problem.solve() }
        #expect(error?.status == .badData)
        continue
      }
      let result = try problem.solve()
      solved += 1
      #expect(result.isProven && result.gap == 0, "seed \(seed)")
      #expect(result.bound == result.value)
      #expect(isNear(result.value, brute.value(result.sites)), "seed \(seed)")
      let values = [result.value] + result.alternatives.map(\.value)
      let expected = ranking.prefix(problem.alternatives + 1)
      #expect(values.count == expected.count, "seed \(seed)")
      for (value, wanted) in zip(values, expected) { #expect(isNear(value, wanted), "seed \(seed)") }
      let sets = [result.sites] + result.alternatives.map(\.sites)
      #expect(Set(sets).count == sets.count, "seed \(seed): the same set twice")
      for set in sets {
        #expect(set == set.sorted() && Set(set).count == set.count)
        #expect(Set(set).isDisjoint(with: problem.existing))
        if objective.needsCount { #expect(set.count == problem.count) }
        #expect(isNear(brute.value(set), problem.value(of: set)))
      }
    }
    #expect(solved > 700, "\(solved)")
  }

  @Test(arguments: SitingProblem.Objective.allCases) func theSameProblemGetsTheSameAnswer(
    _ objective: SitingProblem.Objective
  ) throws {
    for seed in 1...200 {
      let problem = BruteForce.trap(seed, objective)
      guard let first = try? problem.solve() else { continue }
      var second = try problem.solve()
      second.seconds = first.seconds
      #expect(first == second)
    }
  }

  @Test func moreSitesCostLessUntilNothing() throws {
    var dice = Dice(7)
    let n = 60
    let places = (0..<n).map { _ in (dice.roll(1000), dice.roll(1000)) }
    let costs = places.flatMap { a in places.map { b in Double(abs(a.0 - b.0) + abs(a.1 - b.1)) } }
    let weights = (0..<n).map { _ in Double(1 + dice.roll(50)) }
    var previous = Double.infinity
    for count in [1, 2, 4, 8, 16, 32, 59, 60] {
      let problem = SitingProblem(.median, weights: weights, candidates: n, costs: costs, count: count)
      let result = try problem.solve()
      #expect(result.isProven)
      #expect(result.value < previous)
      previous = result.value
    }
    #expect(previous == 0)
  }

  @Test func nearestSiteTiesToTheLowerIndex() throws {
    // Demands at 0, 5 and 10 on a line; candidates at 10, 0 and 0 again.
    let costs: [Double] = [10, 0, 0, 5, 5, 5, 0, 10, 10]
    let problem = SitingProblem(
      .cover, weights: [1, 1, 0], candidates: 3, costs: costs, count: 1, existing: [2], radius: 4)
    let result = try problem.solve()
    #expect(result.value == 1)
    #expect(problem.assignment(to: [0, 1]) == [1, 0, 0])
    #expect(problem.assignment(to: [0]) == [2, 0, 0])
    let centre = try problem.with(.centre).solve()
    #expect(centre.value == 5)
  }

  @Test func uncoveredDemandIsListedWhateverItWeighs() throws {
    let problem = SitingProblem(.setCover, weights: [1, 0, 2], candidates: 1, costs: [1, 9, 2], radius: 2)
    let result = try problem.solve()
    #expect(result.sites == [0])
    #expect(result.uncovered == [1])
    #expect(result.assignment == [0, 0, 0])
    #expect(result.mean(of: problem.with(.median)) == 1.0 / 3)
  }
}
