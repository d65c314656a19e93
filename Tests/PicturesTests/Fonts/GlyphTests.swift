import Bytes
import Testing

@testable import Pictures

/// Fixtures/glyphs.csv: advance widths, areas and bounds by fontTools (Tests/Oracles/pictures/glyphs.py).
private let glyphs: [[String]] = {
  let path = Path.join(Path.folder(Path.folder(#filePath)), "Fixtures/glyphs.csv")
  let text = (try? FileBytes.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
}()

/// The faces of this machine that are those of the fixture, by file name and checksum.
private func face(_ row: [String]) -> FontFace? {
  guard let book = FontBook.machine else { return nil }
  let family = row[0].hasPrefix("Inter") ? "Inter" : "Liberation Sans"
  let request = FontRequest(
    families: [family], weight: row[0].contains("Bold") ? 700 : 400, isItalic: row[0].contains("Italic"))
  guard let face = book.face(for: request), Path.name(face.file) == row[0], face.checksum == row[1] else {
    return nil
  }
  return face
}

@Suite struct GlyphTests {
  /// Where fonts are of another version there is nothing to compare.
  @Test func advancesAndOutlinesAreThoseOfTheFile() throws {
    #expect(glyphs.count == 96)
    for row in glyphs {
      guard let face = face(row) else { continue }
      #expect(face.unitsPerEm == Int(row[2]))
      let character = try #require(UInt32(row[3].dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init))
      let glyph = try #require(face.glyph(of: character))
      #expect(Int(glyph) == Int(row[4]), "\(row)")
      #expect(face.advance(of: glyph) == Int(row[5]), "\(row)")
      let outline = face.outline(of: glyph)
      // fontTools rounds to one decimal; HarfBuzz counts in 32-bit floats.
      let area = try #require(Double(row[6]))
      #expect(abs(outline.area - area) <= 0.1 + 1e-5 * abs(area), "\(row) \(outline.area)")
      let box = try row[7...10].map { try #require(Double($0)) }
      let own = outline.pointBounds
      // Controls may lie beyond the curve, never within its bounds.
      #expect(own[0] <= box[0] + 1 && own[1] <= box[1] + 1 && own[2] >= box[2] - 1 && own[3] >= box[3] - 1)
      #expect(outline.verbs.isEmpty || outline.verbs.last == .close)
    }
  }

  @Test func aMissingFileIsNoFace() {
    #expect(FontFace(file: "/nowhere/font.otf", index: 0) == nil)
    #expect(FontFace(file: #filePath, index: 0) == nil)
  }
}

extension Outline {
  /// By the theorem of Green, each Bézier curve exactly.
  var area: Double {
    var sum = 0.0
    var at = 0
    var (x, y, startX, startY) = (0.0, 0.0, 0.0, 0.0)
    for verb in verbs {
      switch verb {
      case .move:
        (x, y) = (points[at], points[at + 1])
        (startX, startY) = (x, y)
        at += 2
      case .line:
        sum += (x * points[at + 1] - points[at] * y) / 2
        (x, y) = (points[at], points[at + 1])
        at += 2
      case .cubic:
        let (x1, y1, x2, y2) = (points[at], points[at + 1], points[at + 2], points[at + 3])
        let (x3, y3) = (points[at + 4], points[at + 5])
        let first = 6 * (x * y1 - x1 * y) + 3 * (x * y2 - x2 * y) + (x * y3 - x3 * y)
        let second = 3 * (x1 * y2 - x2 * y1) + 3 * (x1 * y3 - x3 * y1) + 6 * (x2 * y3 - x3 * y2)
        sum += (first + second) / 20
        (x, y) = (x3, y3)
        at += 6
      case .close:
        sum += (x * startY - startX * y) / 2
        (x, y) = (startX, startY)
      }
    }
    return sum
  }

  fileprivate var pointBounds: [Double] {
    let xs = stride(from: 0, to: points.count, by: 2).map { points[$0] }
    let ys = stride(from: 1, to: points.count, by: 2).map { points[$0] }
    return [xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0]
  }
}
