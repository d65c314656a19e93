import Bytes
import Statistics
import Territory
import Testing

/// Codes of a table brought to the features of a layer of another vintage.
@Suite struct VintageJoinTests {
  /// A and B become A in 2019; C cuts D off in 2021; E takes another code in 2022.
  private func events() throws -> CommuneEvents {
    let text = """
      date,kind,before,after,names,source
      2019-01-01,merge,91001 91002,91001,A + B → AB,s
      2021-01-01,split,91003,91003 91004,C → C + D,s
      2022-01-01,recode,91005,91006,E → E,s
      """
    return try CommuneEvents(CSVTable(Array(text.utf8), path: "events.csv"))
  }

  private func join(_ features: [String], _ table: [String], cog: Int? = nil) throws -> VintageJoin? {
    try VintageJoin(features, table, cog: cog, events: events())
  }

  private let now = ["91001", "91003", "91004", "91006", "91999"]

  @Test func mergedCommunesHaveSeveralRows() throws {
    let join = try #require(try join(now, ["91999", "91002", "91001", "91003", "91005"], cog: 2018))
    #expect(join.contents[0] == .sum([2, 1]))
    #expect(join.contents[3] == .row(4))
    #expect(join.contents[4] == .row(0))
    // C is larger than the layer's C: a value cannot be shared out.
    guard case .unknown = join.contents[1], case .unknown = join.contents[2] else {
      Issue.record("\(join.contents)")
      return
    }
    #expect(
      join.changes.map(\.event.sentence.fr) == [
        "91002 a rejoint 91001 le 2019-01-01", "91004 s’est détachée de 91003 le 2021-01-01",
        "91005 est devenue 91006 le 2022-01-01",
      ])
    #expect(join.explained.rows == [1, 2, 3, 4])
    #expect(join.explained.features == [0, 1, 2, 3])
  }

  @Test func aPartOfAMergedCommuneIsNotTheWhole() throws {
    let join = try #require(try join(now, ["91001", "91003", "91005"], cog: 2018))
    #expect(join.contents[0] == .unknown(Text("pas de ligne pour 91002", "no row for 91002")))
  }

  @Test func theVintageIsGuessedFromTheCodes() throws {
    let guessed = try #require(try join(now, ["91001", "91002", "91999"]))
    #expect(guessed.vintages.table.last == 2018)
    #expect(guessed.vintages.layer.first == 2022)
    #expect(guessed.contents[0] == .sum([0, 1]))
    // The newer table on the older layer.
    let older = try #require(try join(["91001", "91002", "91003", "91005"], ["91001", "91003", "91004", "91006"]))
    #expect(older.contents[0] == older.contents[1])
    #expect(older.contents[2] == .sum([1, 2]))
    #expect(older.contents[3] == .row(3))
  }

  @Test func whereNothingChangedThereIsNothingToSay() throws {
    for same in [try join(now, ["91001", "91999"]), try join(now, ["91999"], cog: 2018)] {
      let same = try #require(same)
      #expect(same.changes.isEmpty && same.explained.rows.isEmpty && same.explained.features.isEmpty)
      #expect(same.contents.contains(.row(0)))
    }
    #expect(try join(["200054781"], ["200054781"]) == nil)
    #expect(try join(now, ["un", "deux"]) == nil)
  }
}
