import Bytes
import Testing

/// The cursor reads what the table reads.
@Suite struct CSVCursorTests {
  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n1,2\r\n\r\n3,4", "\u{FEFF}a;b\n\"x;\"\"y\"\"\";z\n",
    "a\tb\n\"two\nlines\"\tlast\nnext\trow\n",
    "a,b\n,\n\"\",\"q\"\nsame,same\nsame,other\n", "a\n\"\"\n\nx\n",
  ]) func agreesWithTheTable(_ text: String) throws {
    let table = try CSVTable(Array(text.utf8), path: "t.csv")
    var cursor = try CSVCursor(Array(text.utf8), path: "t.csv")
    #expect(cursor.header == table.header)
    var rows: [[String]] = []
    var lines: [Int] = []
    while try cursor.advance() {
      var row: [String] = []
      for field in cursor.header.indices { row.append(try cursor.text(field)) }
      rows.append(row)
      lines.append(cursor.line)
    }
    #expect(rows == table.rows.map(\.fields))
    #expect(lines.last == table.rows.last?.line)
  }

  @Test(arguments: [
    ("", "empty"), ("a,b\n1\n", "fields"), ("a,b\n1,\"2\n", "quote"), ("a,b\n1,2,3\n", "fields"),
  ])
  func failsAsTheTableDoes(_ text: String, _ said: String) {
    let problem = #expect(throws: Problem.self) {
      var cursor = try CSVCursor(Array(text.utf8), path: "t.csv")
      while try cursor.advance() {}
    }
    let other = #expect(throws: Problem.self) { try CSVTable(Array(text.utf8), path: "t.csv") }
    #expect(problem == other)
    #expect(problem?.what.en.contains(said) == true)
  }
}
