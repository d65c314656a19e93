import Cartopole
import Testing

/// `within_minutes`, with and without a table of travel times.
struct MinutesTests {
  @Test func estimatedMinutes() throws {
    let cases = try Shipped.oracle("minutes")
    #expect(cases.count == 60)
    for expected in cases where expected.number("change") == 0 {
      let place = expected["from"] == "site" ? "site: etampes" : "commune: \"91223\""
      let reach = try Shipped.reach("- within_minutes: { \(place), minutes: \(expected["minutes"] ?? "") }\n")
      #expect(reach.isEstimated)
      #expect(reach.circles.isEmpty)
      #expect(reach.limit == nil)
      #expect(reach.rows.allSatisfy { $0.areaShare == nil })
      #expect(String(reach.rows.count) == expected["communes"], "\(expected)")
      #expect(reach.totals.map { String($0.population.known) } == expected["population"])
      // A little less, a little more.
      let steps = cases.filter {
        $0["from"] == expected["from"] && $0["minutes"] == expected["minutes"] && $0.number("change") != 0
      }
      #expect(reach.robustness.map(\.change) == [-0.1, -0.05, 0.05, 0.1])
      #expect(reach.robustness.map { String($0.communes) } == steps.map { $0["communes"] })
      #expect(reach.robustness.map { String($0.population.known) } == steps.map { $0["population"] })
    }
  }

  private func reach(_ place: String, _ minutes: String, table: String?) throws -> ActionReach {
    let project = try TinyProject(travelTimes: table).open()
    return try Shipped.reach("- within_minutes: { \(place), minutes: \(minutes) }\n", on: project.studyArea)
  }

  private static let table = """
    from,to,minutes
    01002,01001,10
    01001,01002,30
    2A004,01001,20.5
    01002,2A004,1
    2A004,2A004,3

    """

  static let cases: [(place: String, minutes: String, codes: [String], missing: Int)] = [
    // 01003 has no way to the site; 01002 is 2.5 minutes away by the estimate, which must not count.
    ("site: siege", "9", ["01001"], 1), ("site: siege", "10", ["01001", "01002"], 1),
    ("site: siege", "20.5", ["01001", "01002", "2A004"], 1), ("site: siege", "1440", ["01001", "01002", "2A004"], 1),
    // The other way takes longer.
    ("commune: \"01002\"", "10", ["01002"], 2), ("commune: \"01002\"", "30", ["01001", "01002"], 2),
    // To itself what the table says, 0 where it says nothing.
    ("commune: zonza", "0", [], 2), ("commune: zonza", "2", ["01002"], 2),
    ("commune: zonza", "3", ["01002", "2A004"], 2), ("commune: \"01003\"", "0", ["01003"], 3),
  ]

  @Test(arguments: cases) func withATable(place: String, minutes: String, codes: [String], missing: Int) throws {
    let reach = try reach(place, minutes, table: Self.table)
    #expect(reach.rows.map { TinyProject.codes[$0.row] } == codes)
    #expect(!reach.isEstimated)
    let studyArea = try TinyProject(travelTimes: Self.table).open().studyArea
    #expect(reach.rules[0].missingPairs(in: studyArea) == missing)
  }

  /// 0.01° of the equator is 1.113 km: 1.93 minutes at 45 km/h over a way 1.3 times as long.
  @Test(arguments: [("1.92", 1), ("1.94", 3), ("5.78", 3), ("5.80", 4)]) func withoutATable(minutes: String, count: Int)
    throws
  {
    let reach = try reach("site: siege", minutes, table: nil)
    #expect(reach.rows.count == count)
    #expect(reach.isEstimated)
    #expect(reach.rules[0].label.en.hasSuffix("(estimated times)"))
  }

  @Test func robustnessOfTableMinutes() throws {
    let reach = try reach("site: siege", "10.2", table: Self.table)
    #expect(reach.robustness.map(\.communes) == [1, 1, 2, 2])
    #expect(reach.robustness.map(\.population.known) == [100, 100, 300, 300])
  }

  @Test func asymmetricTimesOfTheTable() throws {
    let tiny = try TinyProject(travelTimes: Self.table)
    let times = try TravelTimes(path: tiny.path("times.csv"))
    #expect(times.minutes(from: "01001", to: "01002") == 30)
    #expect(times.minutes(from: "01002", to: "01001") == 10)
    #expect(times.minutes(from: "01003", to: "01001") == nil)
    #expect(times.minutes(from: "01003", to: "01003") == 0)
    #expect(times.minutes(from: "2A004", to: "2A004") == 3)
    #expect(try tiny.open().inputs.contains(tiny.path("times.csv")))
  }

  /// The rows of the table, and the line it is refused with; nothing when it is not.
  static let tables: [(rows: String, line: String?)] = [
    ("from,to,minutes\n01001,01002,5\n01001,01002,5\n", nil), ("from;to;minutes\n01001;01002;5\n", nil),
    ("from,to,minutes\n", nil),
    (
      "from,to,minutes\n01001,01002,5\n01001,01002,6\n", "65 times.csv: line 3: the way 01001 → 01002 has two durations"
    ), ("from,to,minutes\n1001,1002.0,\"2,5\"\n", nil), ("from,to,minutes\n01001,2a004,…\n", nil),
    ("from,to,minutes\n01001,Zonza,5\n", "65 times.csv: line 2, column to: \"Zonza\" is not a commune code"),
    ("from,to,minutes\n\n01001,01002,-1\n", "65 times.csv: line 3, column minutes: \"-1\" is negative"),
    ("from,to,minutes\n01001,01002,\"1,234\"\n", "65 times.csv: line 2, column minutes: \"1,234\": thousands or"),
    ("from,to,minutes\n01001,01002,inf\n", "65 times.csv: line 2, column minutes: \"inf\" is no number"),
    ("from,to,time\n01001,01002,5\n", "65 times.csv: line 1: no column \"minutes\"; columns there are: from, to, time"),
    ("from,to,minutes\n01001,01002\n", "65 times.csv: line 2: 2 fields instead of 3"),
    ("", "65 times.csv: empty table"),
  ]

  @Test(arguments: tables) func aTable(rows: String, line: String?) throws {
    let tiny = try TinyProject(travelTimes: rows)
    let refusal = tiny.refusal { _ = try tiny.open() }
    if let line {
      #expect(refusal?.hasPrefix(line) == true, "\(refusal ?? "accepted")")
    } else {
      #expect(refusal == nil)
    }
  }

  @Test func aMissingTable() throws {
    let tiny = try TinyProject(travelTimes: Self.table)
    OutputFile.remove(tiny.path("times.csv"))
    #expect(tiny.refusal { _ = try tiny.open() }?.hasPrefix("66 times.csv: ") == true)
  }

  @Test(arguments: [
    ("{ site: siege, minutes: -5 }", "−5 minutes make no sense; give 0 to 1440"),
    ("{ site: siege, minutes: 1440.5 }", "1,440.5 minutes make no sense"),
    ("{ site: siege, minutes: vingt }", "\"minutes\" must be a number"), ("{ site: siege }", "no key \"minutes\""),
    ("{ minutes: 5 }", "\"within_minutes\" wants site: or commune:"),
    ("{ site: siege, commune: zonza, minutes: 5 }", "\"within_minutes\" wants site: or commune:"),
    ("{ site: relais, minutes: 5 }", "no site \"relais\""), ("{ site: siege, km: 5 }", "unknown key \"km\""),
    ("{ commune: \"99999\", minutes: 5 }", "no commune \"99999\""),
  ]) func aRuleThatIsNone(rule: String, words: String) throws {
    let tiny = try TinyProject()
    let studyArea = try tiny.open().studyArea
    let refusal = tiny.refusal { _ = try Shipped.reach("- within_minutes: \(rule)\n", on: studyArea) }
    #expect(refusal?.hasPrefix("65 line 1: \(words)") == true, "\(refusal ?? "accepted")")
  }
}
