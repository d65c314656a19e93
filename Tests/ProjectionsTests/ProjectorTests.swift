import Bytes
import Geometry
import Projections
import Testing

@Suite struct ProjectorTests {
  static func projector(_ from: String, _ to: String, ballpark: Bool = false) throws -> Projector {
    let context = ProjectionContext()
    return try Projector(
      from: CRS(from, context: context), to: CRS(to, context: context), context: context, allowBallpark: ballpark)
  }

  /// `cs2cs` of the same installation (Debian's proj-bin) to 1 mm, or 1e-8 degree.
  @Test(
    .enabled(if: Commands.isOnPath("cs2cs"), "cs2cs is not on PATH (Debian: apt install proj-bin)"),
    arguments: Journey.all) func agreesWithCs2cs(_ journey: Journey) throws
  {
    let projector = try Self.projector(journey.from, journey.to)
    let source = journey.grid
    #expect(source.count / 2 >= 500)
    var found = source
    try projector.project(&found)

    var input = ""
    for index in stride(from: 0, to: source.count, by: 2) {
      let (x, y) = (source[index], source[index + 1])
      input += journey.sourceIsLatitudeFirst ? "\(y) \(x)\n" : "\(x) \(y)\n"
    }
    let output = try Commands.run("cs2cs -f %.11f \(journey.from) \(journey.to)", input: input)
    let lines = output.split(separator: "\n")
    try #require(lines.count == source.count / 2)
    var worst = 0.0
    for (point, line) in lines.enumerated() {
      let numbers = line.split { $0 == " " || $0 == "\t" }.compactMap { Double($0) }
      try #require(numbers.count >= 2, "\(line)")
      let (x, y) = journey.targetIsLatitudeFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
      worst = max(worst, abs(found[2 * point] - x), abs(found[2 * point + 1] - y))
    }
    #expect(worst < (projector.target.isGeographic ? 1e-8 : 1e-3))
    if Fixture.isTalkative { print("cs2cs, \(journey.testDescription): worst \(worst)") }
  }

  @Test(arguments: Journey.all) func thereAndBack(_ journey: Journey) throws {
    let there = try Self.projector(journey.from, journey.to)
    let back = try Self.projector(journey.to, journey.from)
    let source = journey.grid
    var pairs = source
    try there.project(&pairs)
    try back.project(&pairs)
    var worst = 0.0
    for index in pairs.indices { worst = max(worst, abs(pairs[index] - source[index])) }
    // PROJ's own inverse of EPSG:3035 is right to 6e-9 degree, the others to 1e-11.
    #expect(worst < (there.source.isGeographic ? 1e-8 : 1e-4))
  }

  /// x is east and y is north, whatever order the registry gives the axes in.
  @Test func axesAreEastThenNorth() throws {
    // Étampes in Lambert-93.
    let plane = try Self.projector("EPSG:4326", "EPSG:2154").project(2.162222, 48.435)
    #expect(abs(plane.x - 637_997) < 1000)
    #expect(abs(plane.y - 6_815_000) < 1000)
    let degrees = try Self.projector("EPSG:2154", "EPSG:4326").project(plane.x, plane.y)
    #expect(abs(degrees.x - 2.162222) < 1e-9)
    #expect(abs(degrees.y - 48.435) < 1e-9)
    // EPSG:4807 gives latitudes first, in grads from Paris, 2.5969213 grads east of Greenwich.
    let paris = try Self.projector("EPSG:4326", "EPSG:4807").project(2.33722917, 48.6)
    #expect(abs(paris.x) < 0.01)
    #expect(abs(paris.y - 54) < 0.01)
  }

  @Test func nothingToDo() throws {
    let projector = try Self.projector("EPSG:2154", "EPSG:2154")
    var pairs = [1.0, 2, .greatestFiniteMagnitude, 4]
    try projector.project(&pairs)
    #expect(pairs == [1, 2, .greatestFiniteMagnitude, 4])
    #expect(projector.operation().accuracy == 0)
    var none: [Double] = []
    try Self.projector("EPSG:4326", "EPSG:2154").project(&none)
    #expect(none.isEmpty)
  }

  @Test func pointsOutsideAreNamed() throws {
    let projector = try Self.projector("EPSG:4326", "EPSG:2154")
    var pairs = [2.0, 48, 2.1, 48.1, 3, -90, 500, 400]
    #expect { try projector.project(&pairs) } throws: { error in
      guard let problem = error as? Problem else { return false }
      return problem.status == .badData
        && problem.line(.en)
          == "point 3: outside the domain of \"RGF93 v1 / Lambert-93\"; check the coordinate reference system"
        && problem.line(.fr)
          == "point 3 : hors du domaine de « RGF93 v1 / Lambert-93 » ; vérifiez le système de coordonnées"
          .replacingSpaces
    }
  }

  @Test func operationsSayWhatTheyDid() throws {
    let grid = try Self.projector("EPSG:27572", "EPSG:2154")
    _ = try grid.project(600_000, 2_400_000)
    let operation = grid.operation()
    #expect(operation.description.contains("NTF"))
    #expect(operation.accuracy == 1)
    #expect(operation.missingGrids.isEmpty)
  }

  @Test func versionsForManifests() {
    let versions = ProjectionContext().versions()
    #expect(versions.proj.first == "9")
    #expect(versions.epsg?.hasPrefix("v") == true)
  }
}

extension String {
  /// Plain spaces before `:` and `;` and inside « » as French wants them.
  var replacingSpaces: String { Text(self, "").fr }
}
