import Bytes
import GRDB
import Testing

@testable import Interchange

/// What SQLite says of a file it could not write, in our words.
@Suite struct GeoPackageFileTests {
  @Test(arguments: [
    (ResultCode.SQLITE_FULL, Bytes.ExitStatus.readOrWrite, "disque plein"),
    (.SQLITE_IOERR_WRITE, .readOrWrite, "écriture impossible"),
    (.SQLITE_CANTOPEN, .cannotCreate, "création impossible"), (.SQLITE_READONLY, .cannotCreate, "création impossible"),
    (.SQLITE_CONSTRAINT, .readOrWrite, "écriture impossible"),
  ]) func whatStoppedIt(_ code: ResultCode, _ status: Bytes.ExitStatus, _ words: String) {
    let error = DatabaseError(resultCode: code, sql: "PRAGMA application_id = 1196444487")
    let problem = GeoPackageFile.unwritable("a.gpkg", error)
    #expect(problem.status == status && problem.file == "a.gpkg")
    #expect(problem.what.fr.contains(words), "\(problem.what.fr)")
    #expect(!problem.what.fr.contains("PRAGMA") && !problem.what.fr.contains("\n"))
  }

  /// A database that may not grow is a full disk to SQLite.
  @Test func aDatabaseThatMayNotGrow() throws {
    let queue = try DatabaseQueue()
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { database in
        try database.execute(sql: "PRAGMA max_page_count = 2; CREATE TABLE a (b); CREATE TABLE c (d)")
      }
    }
    let problem = GeoPackageFile.unwritable("a.gpkg", try #require(error))
    #expect(problem.status == .readOrWrite)
    #expect(problem.what.fr.hasSuffix("disque plein"))
  }
}
