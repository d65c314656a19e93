import Foundation
import Testing

@testable import Bytes

/// Files, pipes and devices that have no end.
@Suite(.timeLimit(.minutes(1))) struct FileBytesTests {
  @Test func aDeviceWithoutEndIsRefused() throws {
    #expect { try FileBytes.read("/dev/zero") } throws: {
      ($0 as? Problem)?.status == .readOrWrite && ($0 as? Problem)?.line(.en).contains("a device") == true
    }
    #expect(try FileBytes.read("/dev/null").isEmpty)
  }

  /// A large file is read by several threads, each its own part.
  @Test(arguments: [InputFile.run - 1, InputFile.run, InputFile.run + 1, 3 * InputFile.run + 17])
  func everyByteOfALargeFile(_ size: Int) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("large-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var numbers = SplitMix64(state: 7)
    let words = (0...size / 8).map { _ in numbers.next() }
    let bytes = words.withUnsafeBytes { Array($0.prefix(size)) }
    try OutputFile.write(bytes, to: path)
    #expect(try FileBytes.read(path) == bytes)
    let part = try InputFile(path).bytes(at: 5, count: size - 9)
    #expect(part.map { Array($0) == Array(bytes[5..<size - 4]) } == true)
  }

  /// A file that says it is larger than any machine's memory is not begun.
  @Test func aFileLargerThanTheMemory() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("sparse-\(UUID().uuidString)").path
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try #require(truncate(path, 1 << 42) == 0)
    #expect { try FileBytes.read(path) } throws: { ($0 as? Problem)?.status == .readOrWrite }
  }
}
