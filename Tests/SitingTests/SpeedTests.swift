import Siting
import Reach
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times on the real layers, printed: `CARTOPOLE_BENCH=1 swift test -c release -Xswiftc -enable-testing
/// --filter SpeedTests`. Without the variable, or in a debug build, skipped and said to be so.
@Suite(
  .serialized,
  .enabled(if: isOptimised && getenv("CARTOPOLE_BENCH") != nil, "needs CARTOPOLE_BENCH=1 and a release build"))
struct SpeedTests {
  private func median(_ problem: SitingProblem, runs: Int) throws -> (seconds: Double, result: SitingResult) {
    let results = try (0..<runs).map { _ in try problem.solve() }
    return (results.map(\.seconds).sorted()[runs / 2], results[0])
  }

  @Test(arguments: [SitingProblem.Objective.median, .cover, .centre], [1, 2, 3, 4, 5]) func communesOfThePole(
    _ objective: SitingProblem.Objective, _ count: Int
  ) throws {
    let territory = try Territories.sudEssonne.get()
    let (seconds, result) = try median(territory.problem(objective, count: count, radius: 10), runs: 9)
    print("132", objective, count, result.value, "nodes", result.nodes, "seconds", seconds)
    #expect(result.isProven && seconds < 0.05)
  }

  @Test(arguments: [SitingProblem.Objective.median, .cover, .centre], [1, 2, 3, 5]) func communesOfTheRegion(
    _ objective: SitingProblem.Objective, _ count: Int
  ) throws {
    let territory = try Territories.ileDeFrance.get()
    let (seconds, result) = try median(territory.problem(objective, count: count, radius: 10), runs: 5)
    print("1266", objective, count, result.value, "nodes", result.nodes, "seconds", seconds)
    #expect(result.isProven && seconds < 1)
  }
}
