import Bytes
import Foundation
import Testing

@testable import Imports

/// Archives somebody has tampered with, and whole ones that come through a pipe.
struct ZipTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// A zip of one stored entry, whose numbers may be made to lie.
  private struct Archive {
    var data = Array("commune,emplois\n91223,3\n".utf8)
    /// In the directory, beside all ones in the short record: size and place of the entry.
    var wideSize: UInt64?
    var widePlace: UInt64?
    /// Where the locator of zip64 says that its record stands.
    var locator: UInt64?

    var bytes: [UInt8] {
      let name = Array("a.csv".utf8)
      let sum = Inflater.checksum(0, data, data.count)
      let common: [UInt8] =
        Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4) + Self.little(UInt64(sum), 4)
        + Self.little(UInt64(data.count), 4)
      var out = Self.little(0x0403_4B50, 4) + Self.little(20, 2) + common
      out += Self.little(UInt64(data.count), 4) + Self.little(UInt64(name.count), 2) + Self.little(0, 2) + name
      out += data
      let start = out.count
      let wide = [wideSize, widePlace].compactMap { $0 }.flatMap { Self.little($0, 8) }
      let extra = wide.isEmpty ? [] : Self.little(1, 2) + Self.little(UInt64(wide.count), 2) + wide
      let size: UInt64 = wideSize == nil ? UInt64(data.count) : 0xFFFF_FFFF
      let place: UInt64 = widePlace == nil ? 0 : 0xFFFF_FFFF
      out += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + Self.little(20, 2) + common
      out += Self.little(size, 4) + Self.little(UInt64(name.count), 2) + Self.little(UInt64(extra.count), 2)
      out += [UInt8](repeating: 0, count: 10) + Self.little(place, 4) + name + extra
      let directory = out.count - start
      if let locator {
        out += Self.little(0x0706_4B50, 4) + Self.little(0, 4) + Self.little(locator, 8) + Self.little(1, 4)
      }
      out += Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(1, 2) + Self.little(1, 2)
      return out + Self.little(UInt64(directory), 4) + Self.little(UInt64(start), 4) + Self.little(0, 2)
    }

    private static func little(_ value: UInt64, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }
  }

  private func importing(_ path: String) throws -> ImportResult {
    try TableImport(path: path, key: "commune", value: "emplois").run()
  }

  @Test func theArchiveIsRead() throws {
    #expect(try importing(folder.write(Archive().bytes, "a.zip")).table.rows.map(\.value) == [3])
  }

  /// 2⁶³ − 1, −1 and their like are no places and no sizes; nothing is read there, and nothing traps.
  @Test(arguments: [UInt64(Int64.max), UInt64(Int64.max) - 15, UInt64.max, 1 << 63, 1 << 40, 4096])
  func numbersBeyondTheFile(number: UInt64) throws {
    let archives = [Archive(locator: number), Archive(wideSize: number), Archive(wideSize: 24, widePlace: number)]
    for (index, archive) in archives.enumerated() {
      let path = try folder.write(archive.bytes, "lie-\(index).zip")
      let error = problem { _ = try importing(path) }
      #expect(error?.status == .badData, "\(index): \(error?.english ?? "no error")")
    }
  }

  /// What is stored is checked as what is packed is.
  @Test func aStoredEntryHasASum() throws {
    var bytes = Archive().bytes
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array(",3\n".utf8)) })
    bytes[place + 1] = UInt8(ascii: "7")
    let error = problem { _ = try importing(try folder.write(bytes, "sum.zip")) }
    #expect(error?.status == .badData && error?.english.contains("the archive is damaged") == true)
  }

  /// The directory is at the end, which a pipe gives last.
  @Test func throughAPipe() throws {
    let pipe = folder.url.appendingPathComponent("pipe").path
    for (bytes, rows) in [(Archive().bytes, 1), (try Fixture.bytes("synthetic-zip64.zip"), 600)] {
      #expect(mkfifo(pipe, 0o600) == 0)
      defer { unlink(pipe) }
      let writer = Thread {
        let file = open(pipe, O_WRONLY)
        var sent = 0
        while sent < bytes.count {
          sent += max(0, bytes.withUnsafeBytes { write(file, $0.baseAddress! + sent, $0.count - sent) })
        }
        close(file)
      }
      writer.start()
      var table = TableImport(path: pipe, key: rows == 1 ? "commune" : "code", value: rows == 1 ? "emplois" : "n")
      table.options.cog = "2022"
      #expect(try table.run().table.rows.count == rows)
      #expect(try folder.files() == ["pipe"])
    }
  }
}
