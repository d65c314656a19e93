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

  /// A file that says it is larger than any machine's memory is not begun.
  @Test func aFileLargerThanTheMemory() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("sparse-\(UUID().uuidString)").path
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try #require(truncate(path, 1 << 42) == 0)
    #expect { try FileBytes.read(path) } throws: { ($0 as? Problem)?.status == .readOrWrite }
  }
}
