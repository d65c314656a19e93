import Bytes
import CFonts
import Testing

@testable import Pictures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FontBookTests {
  private let family = "'Inter', 'Liberation Sans', Arial, sans-serif"

  /// Tests/Fixtures/text-widths.csv: widths by HarfBuzz itself (Tests/Oracles/font-metrics.py).
  @Test func widthsAreThoseOfHarfBuzz() throws {
    let book = try #require(FontBook.machine)
    let tests = Path.folder(Path.folder(Path.folder(#filePath)))
    let text = String(decoding: try FileBytes.read(Path.join(tests, "Fixtures/text-widths.csv")), as: UTF8.self)
    var compared = 0
    for line in text.split(separator: "\n").dropFirst() where !line.contains("\"") {
      let cells = line.split(separator: ",").map(String.init)
      let wanted = cells[0] == "inter" ? "Inter" : "Liberation Sans"
      let number = book.number(of: FontRequest(families: [wanted], weight: try #require(Int(cells[1]))))
      for isTabular in [false, true] {
        let shaped = try #require(book.shape(cells[2], number, tabular: isTabular, spaced: false))
        // The folder of Debian's fonts-liberation: fonts-liberation2 has other digits.
        guard shaped.pieces.count == 1, let file = shaped.pieces.first?.face.file,
          ["inter", "liberation"].contains(Path.name(Path.folder(file)))
        else { continue }
        let width = try #require(Double(cells[isTabular ? 4 : 3]))
        #expect(abs(shaped.width(size: 1, spacing: 0) - width) < 2e-5, "\(line)")
        compared += 1
      }
    }
    #expect(compared > 700)
  }

  @Test func threadsGetTheSame() throws {
    let book = try #require(FontBook.machine)
    let number = book.number(of: FontRequest(families: FontRequest.families(family), weight: 700))
    let texts = (0..<400).map { "Étampes \($0 % 50) ⠿ \($0)" }
    let alone = texts.map {
      book.shape($0 + " ", number, tabular: false, spaced: false)?.width(size: 10, spacing: 0)
    }
    let together = Parallel.each(texts.count, threads: 8) {
      book.shape(texts[$0] + " ", number, tabular: false, spaced: false)?.width(size: 10, spacing: 0)
    }
    #expect(alone == together)
  }

  @Test func theDescriptionNamesWhatPicturesDependOn() throws {
    let book = try #require(FontBook.machine)
    let text = book.description(ofFamily: family)
    #expect(text.hasPrefix("HarfBuzz "))
    #expect(text.contains(", fontconfig 2."))
    let files = text.split(separator: ", ").dropFirst(2)
    #expect(files.count == 3 || files.count == 1)
    #expect(files.allSatisfy { $0.hasPrefix("/") && $0.contains("#") })
    #expect(text == book.description(ofFamily: family))
  }

  @Test func familiesAreReadFromCSS() {
    #expect(FontRequest.families(family) == ["Inter", "Liberation Sans", "Arial", "sans-serif"])
  }

  /// Of bitmaps alone, as emoji fonts are: three glyphs by `maxp`, nothing that draws them.
  @Test func facesWithoutOutlinesAreNone() throws {
    var font: [UInt8] = [0, 1, 0, 0, 0, 1, 0, 16, 0, 0, 0, 0] + Array("maxp".utf8)
    font += [0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 6, 0, 0, 0x50, 0, 0, 3]
    let file = "/tmp/cartopole-font-\(getpid()).ttf"
    defer { unlink(file) }
    try OutputFile.write(font, to: file)
    let handle = try #require(cartopole_face_open(file, 0))
    #expect(cartopole_face_glyphs(handle) == 3)
    #expect(FontFace(file: file, index: 0) == nil)
  }
}
