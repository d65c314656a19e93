import Bytes
import Pictures
import Testing

/// Every kind of map in every theme, as MapsTests records them.
private let snapshots = Path.join(Path.folder(Path.folder(Path.folder(#filePath))), "MapsTests/Snapshots")

@Suite struct SnapshotReadingTests {
  @Test(arguments: FileBytes.names(in: snapshots).filter { $0.hasSuffix(".svg") && !$0.contains("changed") })
  func everyMapIsInsideTheSubset(name: String) throws {
    let fonts = try #require(FontBook.machine)
    let svg = try FileBytes.read(Path.join(snapshots, name))
    let list = try DisplayList(svg: svg, fonts: fonts)
    #expect(list.width >= 360)
    #expect(list.items.count > 100)
    let texts = list.runs.map { $0.texts.joined() }
    // What is drawn twice, its edge first, is one run; a text in two fonts is several.
    #expect(texts.count >= String(decoding: svg, as: UTF8.self).split(separator: "<text").count - 1)
    #expect(list.runs.allSatisfy { !$0.glyphs.contains(0) })
  }
}
