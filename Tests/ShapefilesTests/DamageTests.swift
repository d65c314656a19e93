import Bytes
import Geometry
import Glibc
import Shapefiles
import Testing

/// Whatever happens to a file, reading it ends with features or a problem, silently and without a trace.
@Suite(.serialized) struct DamageTests {
  static let names = ["shp", "shx", "dbf"]

  static var fixture: Fixture {
    var fixture = Fixture.communes
    fixture.records.append(Fixture.rings([Fixture.square(0, 0, 9), Fixture.square(2, 2, 1).reversed()]))
    fixture.records.append(Fixture.null)
    fixture.rows += fixture.rows
    return fixture
  }

  static func bytes(_ name: String) -> [UInt8] {
    name == "shp" ? fixture.shp : name == "shx" ? fixture.shx : fixture.dbf
  }

  /// Reads both ways; a strict problem must be among those collected, or end the lenient reading too.
  static func check(_ path: String) {
    let strict = problem { () throws(Problem) in
      let features = try Shapefile.read(path)
      precondition(features.columns.allSatisfy { $0.count == features.count })
    }
    var problems: [Problem] = []
    let lenient = problem { () throws(Problem) in
      let scan = try Shapefile.scan(path)
      precondition(scan.features.columns.allSatisfy { $0.count == scan.features.count })
      problems = scan.problems
    }
    #expect(strict == lenient || strict == problems.first)
  }

  @Test(arguments: names) func truncatedAnywhere(name: String) throws {
    let folder = Folder()
    let path = try Self.fixture.save(in: folder)
    let whole = Self.bytes(name)
    for size in 0..<whole.count {
      try folder.put("a." + name, Array(whole.prefix(size)))
      Self.check(path)
    }
    #expect(folder.names == ["a.dbf", "a.shp", "a.shx"])
  }

  @Test(arguments: names, [true, false]) func anyByteChanged(name: String, indexed: Bool) throws {
    guard indexed || name != "shx" else { return }
    let folder = Folder()
    let path = try Self.fixture.save(in: folder, without: indexed ? [] : ["shx"])
    let whole = Self.bytes(name)
    for position in whole.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = whole
        damaged[position] ^= change
        try folder.put("a." + name, damaged)
        Self.check(path)
      }
    }
    #expect(folder.names == (indexed ? ["a.dbf", "a.shp", "a.shx"] : ["a.dbf", "a.shp"]))
  }

  @Test func shapelibStaysSilent() throws {
    let folder = Folder()
    let path = try Self.fixture.save(in: folder)
    let said = try Self.standardError(into: folder.path("stderr")) {
      for name in Self.names {
        let whole = Self.bytes(name)
        for size in stride(from: 0, to: whole.count, by: 7) {
          try folder.put("a." + name, Array(whole.prefix(size)))
          _ = try? Shapefile.scan(path)
          _ = try? Shapefile.read(path)
        }
        try folder.put("a." + name, whole)
      }
    }
    // Test frameworks may speak meanwhile; these are the words of shapelib's own messages.
    for word in ["Corrupted", "Unable to open", "unreadable, or corrupt", "fread(", "fseek(", "Failure", "Failed"] {
      #expect(!said.contains(word), "\(said)")
    }
  }

  /// What the process writes to stderr while `body` runs; handed on to the real one afterwards.
  static func standardError(into path: String, _ body: () throws -> Void) throws -> String {
    let saved = dup(2)
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    dup2(file, 2)
    close(file)
    defer { close(saved) }
    let outcome = Result { try body() }
    dup2(saved, 2)
    try outcome.get()
    let bytes = try FileBytes.read(path)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
