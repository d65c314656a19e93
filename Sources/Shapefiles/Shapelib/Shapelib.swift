import Bytes
import CShapelib

/// Access to shapelib, which gets only files in memory and so never touches the disk or stderr.
enum Shapelib {
  /// Lends the bytes of a shapefile to shapelib while `body` runs on this thread.
  static func reading<Result>(
    shp: [UInt8] = [], shx: [UInt8] = [], dbf: [UInt8] = [], _ body: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let outcome = shp.withUnsafeBytes { shp in
      shx.withUnsafeBytes { shx in
        dbf.withUnsafeBytes { dbf -> Swift.Result<Result, Problem> in
          lend(CARTOPOLE_SHP, shp)
          lend(CARTOPOLE_SHX, shx)
          lend(CARTOPOLE_DBF, dbf)
          defer { cartopole_memory_clear() }
          return Swift.Result { () throws(Problem) in try body() }
        }
      }
    }
    return try outcome.get()
  }

  /// Runs `body`, which writes through shapelib on this thread, and returns the files it made.
  static func writing(_ body: () throws(Problem) -> Void) throws(Problem) -> (shp: [UInt8], shx: [UInt8], dbf: [UInt8])
  {
    cartopole_memory_clear()
    defer { cartopole_memory_clear() }
    try body()
    return (bytes(CARTOPOLE_SHP), bytes(CARTOPOLE_SHX), bytes(CARTOPOLE_DBF))
  }

  /// The last error message of shapelib on this thread.
  static var message: Text {
    let text = String(cString: cartopole_shapelib_message())
    return text.isEmpty ? Text("refus de shapelib", "refused by shapelib") : Text(same: "shapelib: " + text)
  }

  /// Number of memory files that shapelib has not closed yet on this thread.
  static var openFiles: Int { Int(cartopole_memory_open_files()) }

  static func hooks() -> SAHooks {
    var hooks = SAHooks()
    cartopole_memory_hooks(&hooks)
    cartopole_shapelib_clear()
    return hooks
  }

  private static func lend(_ file: Int, _ bytes: UnsafeRawBufferPointer) {
    cartopole_memory_lend(Int32(file), bytes.baseAddress, bytes.count)
  }

  private static func bytes(_ file: Int) -> [UInt8] {
    var size = 0
    guard let start = cartopole_memory_bytes(Int32(file), &size) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: size))
  }
}

/// An open .shp, closed exactly once when it goes out of scope.
struct ShapeHandle: ~Copyable {
  let pointer: SHPHandle

  /// Opens the shapefile lent to shapelib for reading; `path` is for messages.
  init(_ path: String) throws(Problem) {
    var hooks = Shapelib.hooks()
    guard let pointer = SHPOpenLL("memory.shp", "rb", &hooks) else {
      throw Problem(.badData, file: path, Shapelib.message)
    }
    self.pointer = pointer
    // The shape object belongs to the handle, which saves an allocation for each record.
    SHPSetFastModeReadObject(pointer, 1)
  }

  /// Creates an empty shapefile of a type; `path` is for messages.
  init(creating type: Int32, _ path: String) throws(Problem) {
    var hooks = Shapelib.hooks()
    guard let pointer = SHPCreateLL("memory.shp", type, &hooks) else {
      throw Problem(.cannotCreate, file: path, Shapelib.message)
    }
    self.pointer = pointer
  }

  deinit { SHPClose(pointer) }
}

/// An open .dbf, closed exactly once when it goes out of scope.
struct TableHandle: ~Copyable {
  let pointer: DBFHandle

  /// Opens the table lent to shapelib for reading; `path` is for messages.
  init(_ path: String) throws(Problem) {
    var hooks = Shapelib.hooks()
    guard let pointer = DBFOpenLL("memory.dbf", "rb", &hooks) else {
      throw Problem(.badData, file: path, Shapelib.message)
    }
    self.pointer = pointer
  }

  /// Creates an empty table, dated 1 January 2000 so that the same table gives the same bytes.
  init(creating path: String) throws(Problem) {
    var hooks = Shapelib.hooks()
    guard let pointer = DBFCreateLL("memory.dbf", nil, &hooks) else {
      throw Problem(.cannotCreate, file: path, Shapelib.message)
    }
    self.pointer = pointer
    DBFSetLastModifiedDate(pointer, 100, 1, 1)
  }

  deinit { DBFClose(pointer) }
}
