import Testing

@testable import Pictures

@Suite struct TextReadingTests {
  private func run(_ attributes: String, _ text: String = "Étampes", css: String = "") throws -> TextRun {
    let list = try read("<text \(attributes)>\(text)</text>", css: css)
    return try #require(list.runs.first)
  }

  /// px from the first glyph's origin to the last one's.
  private func width(_ run: TextRun) -> Double {
    run.glyphs.isEmpty ? 0 : run.origins[run.origins.count - 2] - run.origins[0]
  }

  @Test func anchorsShiftAlongTheLine() throws {
    let start = try run(#"x="50" y="7" font-size="10""#)
    let middle = try run(#"x="50" y="7" font-size="10" text-anchor="middle""#)
    let end = try run(#"x="50" y="7" font-size="10" text-anchor="end""#)
    #expect(start.origins[0...1] == [50, 7])
    let full = 50 - end.origins[0]
    #expect(full > 35 && full < 50)
    #expect(abs(50 - middle.origins[0] - full / 2) < 1e-9)
    #expect(start.glyphs == end.glyphs)
    #expect(start.size == 10)
  }

  /// Letters stand further apart, each by as much; the line grows by one space more than shows.
  @Test func lettersAreSpaced() throws {
    let plain = try run(#"x="0" y="0" font-size="10""#)
    let spaced = try run(#"x="0" y="0" font-size="10" class="a""#, css: ".a{letter-spacing:.6px}\n")
    #expect(abs(width(spaced) - width(plain) - 6 * 0.6) < 1e-9)
    let end = try run(
      #"x="0" y="0" font-size="10" text-anchor="end" class="a""#, css: ".a{letter-spacing:.6px}\n")
    let plainEnd = try run(#"x="0" y="0" font-size="10" text-anchor="end""#)
    #expect(abs(plainEnd.origins[0] - end.origins[0] - 7 * 0.6) < 1e-9)
  }

  @Test func figuresStandInColumnsWhereTheyAreTabular() throws {
    let css = ".tab{font-variant-numeric:tabular-nums}\n"
    let ones = try run(#"x="0" y="0" class="tab""#, "1111110", css: css)
    let eights = try run(#"x="0" y="0" class="tab""#, "8888880", css: css)
    #expect(width(ones) == width(eights))
    // Inter's own figures are not of one width.
    if ones.face.file.contains("Inter") {
      #expect(width(try run(#"x="0" y="0""#, "1111110")) < width(ones))
    }
  }

  @Test func pairsAreKerned() throws {
    func width(_ text: String) throws -> Double { try self.width(run(#"x="0" y="0" font-size="100""#, text)) }
    // To the last letter's origin: A, then V closer than after a letter that it is not kerned with.
    #expect(try width("AV") < width("AH"))
  }

  @Test func facesFollowWeightAndStyle() throws {
    let faces = try [
      run(#"x="0" y="0""#), run(#"x="0" y="0" font-weight="700""#), run(#"x="0" y="0" font-style="italic""#),
    ].map(\.face.file)
    #expect(Set(faces).count == 3)
    #expect(faces[1].contains("Bold"))
    #expect(faces[2].contains("Italic"))
  }

  @Test func turnedTextsKeepTheirSize() throws {
    let list = try read(
      #"<g transform="rotate(90 10 10)"><text x="10" y="10" font-size="12">NM</text></g>"#)
    let run = list.runs[0]
    #expect(run.size == 12)
    #expect(abs(run.turn.a) < 1e-12 && abs(run.turn.b - 1) < 1e-12)
    // Turned clockwise, the second letter is below the first.
    #expect(abs(run.origins[2] - run.origins[0]) < 1e-9)
    #expect(run.origins[3] - run.origins[1] > 6)
  }

  @Test func nestedTextsShrink() throws {
    let list = try read(
      #"<svg viewBox="0 0 100 100" x="0" y="0" width="50" height="50"><text x="10" y="20" font-size="12">N</text></svg>"#
    )
    #expect(list.runs[0].size == 6)
    #expect(list.runs[0].origins == [5, 10])
    #expect(list.runs[0].turn == .identity)
  }

  @Test(arguments: [
    ("a &amp; b &lt;c&gt; &quot;d&#39;", "a & b <c> \"d'"), ("  two\n  words ", "two words"),
    ("313\u{A0}320\u{202F}€", "313\u{A0}320\u{202F}€"), ("e\u{301}té", "e\u{301}té"), ("ffi œuf", "ffi œuf"),
  ])
  func glyphsSayTheText(markup: String, text: String) throws {
    let run = try run(#"x="0" y="0""#, markup)
    #expect(run.texts.joined() == text)
    #expect(run.texts.count == run.glyphs.count && run.origins.count == 2 * run.glyphs.count)
    #expect(!run.glyphs.contains(0))
  }

  /// A name and its edge are one run drawn twice, and nothing is shaped for what is not drawn.
  @Test func edgesShareTheRunOfTheirName() throws {
    let list = try read(
      ##"<g class="edges"><use xlink:href="#n" class="edge"/></g><g id="n"><text x="1" y="2">Étampes</text></g>"##,
      css: ".edges{fill:none;stroke-width:2}\n.edge{stroke:#ffffff}\n")
    #expect(list.runs.count == 1)
    guard case .strokeText(0, _, 1, let pen) = list.items[0], case .fillText(0, _, 1) = list.items[1] else {
      Issue.record("items: \(list.items)")
      return
    }
    #expect(pen.width == 2)
    #expect(try read(#"<text class="no" x="0" y="0">a</text>"#, css: ".no{fill:none}\n").runs.isEmpty)
  }

  /// A character that the face lacks comes from another one, and the line goes on after it.
  @Test func missingCharactersComeFromAnotherFace() throws {
    guard let list = try? read(#"<text x="0" y="0" font-size="10">a⠿b</text>"#) else { return }
    #expect(list.runs.map { $0.texts.joined() } == ["a", "⠿", "b"])
    #expect(list.runs[0].face === list.runs[2].face && list.runs[1].face !== list.runs[0].face)
    #expect(list.runs[1].origins[0] > 4 && list.runs[2].origins[0] > list.runs[1].origins[0] + 3)
  }

  @Test(arguments: ["שלום", "a\u{202E}b", "a\u{2067}(b)\u{2069}", "مرحبا"])
  func whatIsWrittenFromRightToLeftIsOutside(text: String) {
    #expect(throws: OutsideSubset.self) { try read("<text x=\"0\" y=\"0\">\(text)</text>") }
  }

  /// What no font has is not left blank: another program draws it, as a box.
  @Test func charactersWithoutAFontAreOutside() {
    #expect(throws: OutsideSubset.self) { try read("<text x=\"0\" y=\"0\">a\u{10F0F7}b</text>") }
  }

  /// A bold or italic line has no regular or upright letters in it; where a font would have to be thickened or slanted,
  /// another program draws it.
  @Test(arguments: ["日", "𝔘", "⠿", "ქ", "☀"])
  func otherFacesAreBoldAndItalicToo(character: String) throws {
    if let list = try? read(#"<text x="0" y="0" font-weight="700">a\#(character)</text>"#) {
      for run in list.runs {
        let weight = try #require(run.face.table("OS/2")?.number(at: 4, bytes: 2))
        #expect(weight >= 600, "\(run.face.file)")
      }
    }
    if let list = try? read(#"<text x="0" y="0" font-style="italic">a\#(character)</text>"#) {
      for run in list.runs {
        let angle = try #require(run.face.table("post")?.number(at: 4, bytes: 4))
        #expect(angle != 0, "\(run.face.file)")
      }
    }
  }
}
