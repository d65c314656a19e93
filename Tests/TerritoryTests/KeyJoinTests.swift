import Bytes
import Territory
import Testing

struct KeyJoinTests {
  @Test func everythingIsAccountedFor() {
    let layer = ["01001", "91223", "Étampes", "75056", "2A004"]
    let table = ["1001", "91223", "ETAMPES", "91223", "99999", "2A004"]
    let join = KeyJoin(layer, table)
    #expect(join.rows == [0, 1, 2, nil, 5])
    #expect(join.unmatchedFeatures == [3])
    #expect(join.unmatchedRows == [4])
    #expect(join.duplicateRows == [3])
    #expect(join.lostZeros == [0])
    #expect(join.nearNames == [2])
    #expect(join.matched == 4)
    #expect(!join.isClean)
    // Every row is matched, unmatched or a repetition.
    let accounted = join.rows.compactMap { $0 } + join.unmatchedRows + join.duplicateRows
    #expect(accounted.sorted() == Array(table.indices))
    let notes = join.notes(layer, table) { $0 + 2 }
    #expect(notes.count == 5)
    #expect(notes[0].fr.contains("75056") && notes[1].fr.contains("99999"))
    #expect(notes[3].en.contains("(2)"))
  }

  @Test func aCleanJoinSaysNothing() {
    let join = KeyJoin(["a", "b"], ["b", "a"])
    #expect(join.isClean && join.rows == [1, 0])
    #expect(join.notes(["a", "b"], ["b", "a"]) { $0 }.isEmpty)
  }

  /// A zero given back must not take the row of another feature.
  @Test func anExactKeyGoesFirst() { #expect(KeyJoin(["01001", "1001"], ["1001"]).rows == [nil, 0]) }

  /// Sorted keys take a shorter way to the same answer.
  @Test func sortedKeysJoinAsOthersDo() {
    let layer = (0..<200).map { "k\(1000 + 3 * $0)" }
    let table = (0..<700).map { "k\(999 + $0)" }
    let sorted = KeyJoin(layer, table)
    let turned = KeyJoin(layer, table.reversed())
    #expect(sorted.rows == turned.rows.map { $0.map { 699 - $0 } })
    #expect(sorted.unmatchedRows == turned.unmatchedRows.map { 699 - $0 }.reversed())
    #expect(sorted.unmatchedRows.count == 500 && sorted.duplicateRows.isEmpty)
    #expect(KeyJoin(["a", "b"], ["b", "c"]).rows == [nil, 0])
    #expect(KeyJoin(["a", "a"], ["a"]).rows == [0, 0])
  }
}
