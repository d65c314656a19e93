import Bytes
import GRDB

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// GeoPackages as files of SQLite: opened so that nothing is written into them or beside them.
enum GeoPackageFile {
  /// Reads a file. Throws 65 for what is no SQLite file or is damaged, 74 for one that is written meanwhile.
  ///
  /// In the mode of a write-ahead log (QGIS leaves files in it) SQLite writes beside what it reads: an index of the log.
  /// Without a log nothing is missing from the file, which is opened as one that nobody changes; with one, a copy of
  /// both is read.
  static func read<Value>(
    _ path: String, _ body: (Database) throws -> Value
  ) throws(Problem) -> Value {
    Inputs.note(path)
    guard log(of: path) != nil else {
      return try open(isLogged(path) ? immutable(path) : path, path, body)
    }
    let copy = try WorkFolder()
    let file = try copyWithLog(path, into: copy)
    return try open(file, path) { database in
      // SQLite has them open: whatever happens now, nothing is left.
      copy.removeFiles()
      return try body(database)
    }
  }

  /// The log of a file, where there is one and it is not empty.
  static func log(of path: String) -> String? {
    let log = path + "-wal"
    guard let status = FileStatus(log), status.kind == .file, status.size > 0 else { return nil }
    return log
  }

  private static func open<Value>(
    _ file: String, _ path: String, _ body: (Database) throws -> Value
  ) throws(Problem) -> Value {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      return try DatabaseQueue(path: file, configuration: configuration).read(body)
    } catch let problem as Problem {
      throw problem
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw Problem(.badData, file: path, Text("pas un GeoPackage", "not a GeoPackage"))
    } catch {
      let words = words(error)
      throw Problem(
        .badData, file: path, Text("GeoPackage illisible : \(words)", "unreadable GeoPackage: \(words)"))
    }
  }

  /// Whether the header says that the file has a log (SQLite's file format, 1.3.3).
  private static func isLogged(_ path: String) -> Bool {
    guard let file = fopen(path, "rb") else { return false }
    defer { fclose(file) }
    var header = [UInt8](repeating: 0, count: 20)
    return fread(&header, 1, 20, file) == 20 && header[18] == 2
  }

  /// The name by which SQLite opens a file without looking for others beside it.
  private static func immutable(_ path: String) -> String {
    var name = "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...:
        name += "%" + String(byte, radix: 16)
      default: name.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return name + "?immutable=1"
  }

  /// A file and its log as they are together: the log first, since what is in the log comes into the file later.
  private static func copyWithLog(_ path: String, into folder: WorkFolder) throws(Problem) -> String {
    for _ in 0..<5 {
      let before = [FileStatus(path), FileStatus(path + "-wal")]
      let log = try FileBytes.read(path + "-wal")
      let bytes = try FileBytes.read(path)
      let after = [FileStatus(path), FileStatus(path + "-wal")]
      guard zip(before, after).allSatisfy({ $0?.written == $1?.written && $0?.size == $1?.size }) else {
        continue
      }
      let copy = try folder.write(bytes, to: "copy.gpkg")
      try folder.write(log, to: "copy.gpkg-wal")
      folder.expect("copy.gpkg-shm")
      return copy
    }
    throw Problem(
      .readOrWrite, file: path,
      Text("un autre programme écrit ce fichier", "another program is writing this file"),
      fix: Text("fermez-le dans cet autre programme, puis recommencez", "close it there, then try again"))
  }

  /// What stopped a file from being written: 74 for the disk, 73 for the place, without SQLite's own text of what it
  /// was told to do.
  static func unwritable(_ path: String, _ error: any Error) -> Problem {
    switch (error as? DatabaseError)?.resultCode ?? .SQLITE_ERROR {
    case .SQLITE_FULL:
      Problem(
        .readOrWrite, file: path,
        Text("écriture impossible : ", "cannot write: ") + FileBytes.systemError(ENOSPC))
    case .SQLITE_IOERR:
      Problem(
        .readOrWrite, file: path,
        Text("écriture impossible : ", "cannot write: ") + FileBytes.systemError(EIO))
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
      Problem(
        .cannotCreate, file: path,
        Text("création impossible : \(words(error))", "cannot create: \(words(error))"),
        fix: Text("choisissez un autre endroit", "choose another place"))
    default:
      Problem(
        .readOrWrite, file: path,
        Text("écriture impossible : \(words(error))", "cannot write: \(words(error))"))
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    return error.message ?? error.resultCode.description
  }
}
