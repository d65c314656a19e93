import Bytes
import Disclosure
import Statistics

/// A plan of disclosure control kept for the next run: which cells of which measures are withheld, and a digest
/// of what they are cells of. It contains no number, and does not say which cells are secret themselves.
struct PlanFile {
  let path: String
  /// Digest and withheld cells of each system of measures.
  private var systems: [String: (digest: String, withheld: Set<String>)] = [:]

  private static let columns = ["measure", "plan", "cell"]

  init(new path: String) { self.path = path }

  /// Reads a plan. Throws 65 for a file that is none.
  init(path: String) throws(Problem) {
    self.path = path
    let table = try CSVTable(path: path)
    var places: [Int] = []
    for name in Self.columns { places.append(try table.column(name)) }
    for row in table.rows {
      let fields = places.map { row.fields[$0] }
      var system = systems[fields[0]] ?? (fields[1], [])
      if !fields[2].isEmpty { system.withheld.insert(fields[2]) }
      systems[fields[0]] = system
    }
  }

  private static func name(_ measures: [Measure]) -> String { measures.map(\.id).joined(separator: "+") }

  /// Names of the cells; areas with the same name are told apart by their order.
  private static func names(_ problem: DisclosureProblem) -> [String] {
    var seen: [String: Int] = [:]
    return problem.cells.map { cell in
      let number = seen[cell.id, default: 0] + 1
      seen[cell.id] = number
      return number == 1 ? cell.id : "\(cell.id) (\(number))"
    }
  }

  /// Keeps a plan, and returns it as a later run will find it: a plan that was kept is proved
  /// anew, which may withhold another cell or two.
  mutating func keep(
    _ plan: DisclosurePlan, _ measures: [Measure], _ problem: DisclosureProblem, _ rule: DisclosureRule
  ) -> DisclosurePlan {
    var plan = plan
    while true {
      let withheld = problem.cells.indices.filter { plan.isWithheld($0) && !problem.cells[$0].isEmpty }
      let again = DisclosurePlan(problem, rule: rule, keeping: withheld)
      let isStable = again.fates == plan.fates
      plan = again
      if isStable { break }
    }
    let names = Self.names(problem)
    let withheld = names.indices.filter { plan.fates[$0] == .primary || plan.fates[$0] == .complementary }
    systems[Self.name(measures)] = (plan.digest(of: problem, rule), Set(withheld.map { names[$0] }))
    return plan
  }

  /// The plan kept for some measures. Throws 65 when it belongs to another
  /// file, layer or rule, or no longer protects.
  func plan(
    _ measures: [Measure], _ problem: DisclosureProblem, _ rule: DisclosureRule, progress: @escaping (Int, Int) -> Void
  ) throws(Problem) -> DisclosurePlan {
    if let system = systems[Self.name(measures)] {
      let names = Self.names(problem)
      let withheld = names.indices.filter { system.withheld.contains(names[$0]) }
      let plan = DisclosurePlan(problem, rule: rule, keeping: withheld, progress: progress)
      if plan.digest(of: problem, rule) == system.digest { return plan }
    }
    throw Problem(.badData, file: path, Text.planIsOfOtherCounts, fix: Text.giveAnotherPlanFile)
  }

  /// Writes the file, whole or not at all.
  func write() throws(Problem) {
    var out = ByteWriter()
    out.text(Self.columns.joined(separator: ",") + "\n")
    for (measures, system) in systems.sorted(by: { $0.key < $1.key }) {
      for cell in system.withheld.isEmpty ? [""] : system.withheld.sorted() {
        out.text([measures, system.digest, cell].map { Escape.csv($0) }.joined(separator: ",") + "\n")
      }
    }
    try OutputFile.write(out.bytes, to: path)
  }
}
