import Siting
import Bytes
import Reach
import Testing

@Suite struct BadInputTests {
  private func problem(
    _ objective: SitingProblem.Objective = .median, weights: [Double] = [1, 1], candidates: Int = 2,
    costs: [Double] = [0, 3, 3, 0], count: Int = 1, existing: [Int] = [], radius: Double? = 1, alternatives: Int = 0,
    timeLimit: Double = 10
  ) -> SitingProblem {
    SitingProblem(
      objective, weights: weights, candidates: candidates, costs: costs, count: count, existing: existing,
      radius: radius, alternatives: alternatives, timeLimit: timeLimit, demandNames: ["Étampes"])
  }

  /// The line of the problem in each language; solving must fail with 65, or with 64 where it is the question.
  private func complaint(_ problem: SitingProblem) -> [String] {
    do {
      let result = try problem.solve()
      return ["solved: \(result)"]
    } catch {
      #expect([.badData, .usage].contains(error.status))
      return [error.line(.fr), error.line(.en)]
    }
  }

  @Test func theProblemIsItselfFine() throws { #expect(try problem().solve().value == 3) }

  @Test func parametersAreNamed() {
    #expect(
      complaint(problem(count: 3)) == [
        "3 nouveaux sites demandés pour 2 candidats libres\u{202F}; demandez-en au plus 2",
        "3 new sites asked for, with 2 free candidates; ask for at most 2",
      ])
    #expect(complaint(problem(count: 2, existing: [0]))[1].hasPrefix("2 new sites asked for, with 1 free"))
    #expect(complaint(problem(count: 0))[1] == "0 sites asked for; ask for at least one site")
    #expect(complaint(problem(count: -1, existing: [0]))[1].hasPrefix("-1 sites asked for"))
    #expect(complaint(problem(candidates: 0, costs: []))[1].hasPrefix("there are no candidates"))
    #expect(complaint(problem(weights: [], costs: []))[1].hasPrefix("there is no demand"))
    #expect(complaint(problem(existing: [2]))[1].hasPrefix("existing site 3 is not a candidate"))
    #expect(complaint(problem(existing: [0, 0]))[1].hasPrefix("existing site 1"))
    #expect(complaint(problem(alternatives: -1))[1].hasPrefix("-1 alternatives"))
    #expect(complaint(problem(timeLimit: .nan))[1].hasPrefix("time limit of nan s"))
  }

  /// What is asked for wrongly is no fault of the data.
  @Test func parametersAreUsage() {
    func status(_ asked: SitingProblem) -> Int32? {
      do throws(Problem) { _ = try asked.solve() } catch { return error.status.rawValue }
      return nil
    }
    for asked in [
      problem(count: 0), problem(count: -1), problem(alternatives: -1), problem(alternatives: .max),
      problem(timeLimit: 0), problem(timeLimit: .nan), problem(.cover, radius: -1), problem(.cover, radius: .nan),
      problem(.cover, radius: .infinity), problem(.median, radius: -1), problem(.setCover, radius: nil),
    ] { #expect(status(asked) == 64) }
    #expect(status(problem(count: 3)) == 65)
    #expect(status(problem(alternatives: 10_000)) == nil)
  }

  @Test(arguments: [SitingProblem.Objective.cover, .setCover]) func radiiAreChecked(
    _ objective: SitingProblem.Objective
  ) {
    #expect(
      complaint(problem(objective, radius: -1)) == [
        "le rayon -1.0 n’est pas un nombre positif ou nul\u{202F}; donnez un rayon de 0 ou plus",
        "radius -1.0 is not a number ≥ 0; give a radius of 0 or more",
      ])
    #expect(complaint(problem(objective, radius: .nan))[1].hasPrefix("radius nan"))
    #expect(complaint(problem(objective, radius: nil))[1].hasPrefix("a radius is needed"))
  }

  @Test func cellsAreNamed() {
    #expect(
      complaint(problem(costs: [0, .nan, 3, 0])) == [
        "Étampes\u{202F}: le coût vers le candidat 2 est nan, pas un nombre positif ou nul",
        "Étampes: the cost to candidate 2 is nan, not a number ≥ 0",
      ])
    #expect(complaint(problem(costs: [0, 3, -1, 0]))[1].hasPrefix("demand 2: the cost to candidate 1 is -1.0"))
    #expect(complaint(problem(weights: [1, -2]))[1] == "demand 2: weight -2.0 is not a number ≥ 0")
    #expect(complaint(problem(weights: [.infinity, 1]))[1].hasPrefix("Étampes: weight inf"))
  }

  @Test(arguments: [SitingProblem.Objective.median, .centre]) func demandWithoutAWayIsNamed(
    _ objective: SitingProblem.Objective
  ) {
    let alone = problem(objective, costs: [.infinity, .infinity, 3, 0])
    #expect(
      complaint(alone) == [
        "Étampes\u{202F}: aucun candidat accessible\u{202F}; ajoutez un candidat, élargissez le rayon "
          + "ou mettez son poids à 0",
        "Étampes: no candidate in reach; add a candidate, widen the radius or set its weight to 0",
      ])
    let apart = problem(objective, costs: [0, .infinity, .infinity, 0])
    #expect(
      complaint(apart)[1]
        == "demand 2: out of reach: 1 new sites cannot serve all demand; complete the table of travel "
        + "times; as it is, 2 sites would be needed")
    var weightless = alone
    weightless.weights[0] = 0
    #expect(throws: Never.self) { try weightless.solve() }
    #expect((try? weightless.solve())?.uncovered == [0])
  }

  @Test func coversThatCannotBeAreNamed() {
    #expect(
      complaint(problem(.setCover, costs: [0, 3, 3, 2]))[1]
        == "demand 2: no candidate at 1.0 or less; add a candidate, widen the radius or set its weight to 0")
  }
}
