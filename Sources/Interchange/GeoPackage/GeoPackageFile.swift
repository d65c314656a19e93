import Bytes
import GRDB

/// Opens GeoPackages as SQLite files without writing into them or into their folder.
enum GeoPackageFile {
  /// Calls `body` with an open file. Throws 65 for a file that is damaged or not SQLite, 74 for one that
  /// another program is writing.
  ///
  /// A file in write-ahead-log mode, in which QGIS leaves files, makes SQLite create an index of the log next
  /// to the file. When there is no log, the file is complete and is opened as immutable; when there is one, a
  /// copy of both is read.
  static func read<Value>(_ path: String, _ body: (Database) throws -> Value) throws(Problem) -> Value {
    Inputs.note(path)
    guard log(of: path) != nil else { return try open(isLogged(path) ? immutable(path) : path, path, body) }
    let copy = try WorkFolder()
    let file = try copyWithLog(path, into: copy)
    return try open(file, path) { database in
      // SQLite has the copies open, so they can be removed now and are gone whatever happens.
      copy.removeFiles()
      return try body(database)
    }
  }

  /// The write-ahead log of a file; `nil` when there is none or it is empty.
  static func log(of path: String) -> String? {
    let log = path + "-wal"
    guard let status = FileStatus(log), status.kind == .file, status.size > 0 else { return nil }
    return log
  }

  private static func open<Value>(_ file: String, _ path: String, _ body: (Database) throws -> Value) throws(Problem)
    -> Value
  {
    var configuration = Configuration()
    configuration.readonly = true
    do { return try DatabaseQueue(path: file, configuration: configuration).read(body) } catch let problem as Problem {
      throw problem
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw Problem(.badData, file: path, Text("pas un GeoPackage", "not a GeoPackage"))
    } catch {
      let words = words(error)
      throw Problem(.badData, file: path, Text("GeoPackage illisible : \(words)", "unreadable GeoPackage: \(words)"))
    }
  }

  /// Whether the header says that the file is in write-ahead-log mode (SQLite's file format, 1.3.3).
  private static func isLogged(_ path: String) -> Bool {
    (try? InputFile(path).bytes(at: 18, count: 2))?.first == 2
  }

  /// The URI by which SQLite opens a file as immutable, without looking for a log.
  private static func immutable(_ path: String) -> String {
    var name = "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...: name += "%" + String(byte, radix: 16)
      default: name.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return name + "?immutable=1"
  }

  /// Copies a file and its log in a consistent state. The log is read first, because SQLite later moves its
  /// content into the file.
  private static func copyWithLog(_ path: String, into folder: WorkFolder) throws(Problem) -> String {
    for _ in 0..<5 {
      let before = [FileStatus(path), FileStatus(path + "-wal")]
      let log = try FileBytes.read(path + "-wal")
      let bytes = try FileBytes.read(path)
      let after = [FileStatus(path), FileStatus(path + "-wal")]
      guard zip(before, after).allSatisfy({ $0?.written == $1?.written && $0?.size == $1?.size }) else { continue }
      let copy = try folder.write(bytes, to: "copy.gpkg")
      try folder.write(log, to: "copy.gpkg-wal")
      folder.expect("copy.gpkg-shm")
      return copy
    }
    throw Problem(.readOrWrite, file: path, Text.anotherProgramIsWriting, fix: Text.closeItThenTryAgain)
  }

  /// The error of a failed write: 74 for the disk, 73 for the place. It does not quote the SQL statement.
  static func unwritable(_ path: String, _ error: any Error) -> Problem {
    var words = Text(words(error), words(error))
    switch (error as? DatabaseError)?.resultCode ?? .SQLITE_ERROR {
    case .SQLITE_FULL: words = FileBytes.systemError(ENOSPC)
    case .SQLITE_IOERR: words = FileBytes.systemError(EIO)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
      return Problem(
        .cannotCreate, file: path, Text("création impossible : ", "cannot create: ") + words,
        fix: Text("choisissez un autre endroit", "choose another place"))
    default: break
    }
    return Problem(.readOrWrite, file: path, Text("écriture impossible : ", "cannot write: ") + words)
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    return error.message ?? error.resultCode.description
  }
}
