import Testing

@testable import Pictures

/// Glyphs are filled and stroked as their outlines would be.
struct TextTests {
  private static func run(_ text: String, size: Double, x: Double, y: Double, turn: Affine = .identity)
    -> TextRun?
  {
    let request = FontRequest(families: ["Liberation Sans", "sans-serif"])
    guard let face = FontBook.machine?.face(for: request) else { return nil }
    let glyphs = text.unicodeScalars.compactMap { face.glyph(of: $0) }
    let origins = glyphs.indices.flatMap { [x + turn.a * size * Double($0), y + turn.b * size * Double($0)] }
    return TextRun(
      face: face, size: size, glyphs: glyphs, origins: origins, turn: turn,
      texts: text.unicodeScalars.map(String.init))
  }

  private static func outline(of run: TextRun, glyph: Int) -> Outline {
    var outline = run.face.outline(of: run.glyphs[glyph])
    let unit = run.size / Double(run.face.unitsPerEm)
    for index in stride(from: 0, to: outline.points.count, by: 2) {
      let (x, y) = (outline.points[index] * unit, -outline.points[index + 1] * unit)
      outline.points[index] = run.origins[2 * glyph] + run.turn.a * x + run.turn.c * y
      outline.points[index + 1] = run.origins[2 * glyph + 1] + run.turn.b * x + run.turn.d * y
    }
    return outline
  }

  static let turns = [Affine.identity, Affine(a: 0.8, b: 0.6, c: -0.6, d: 0.8, e: 0, f: 0)]

  @Test("A run is its glyphs' outlines", arguments: turns)
  func fill(turn: Affine) throws {
    let run = try #require(Self.run("Aé8", size: 40, x: 11.3, y: 40.6, turn: turn))
    var text = DisplayList(width: 140, height: 140)
    text.runs.append(run)
    text.items.append(.fillText(run: 0, black, opacity: 1))
    var shapes = DisplayList(width: 140, height: 140)
    for glyph in run.glyphs.indices { shapes.fill(Self.outline(of: run, glyph: glyph)) }
    let (one, other) = (Painted(text), Painted(shapes))
    #expect(one.area > 300)
    for (a, b) in zip(one.pixels, other.pixels) { #expect(abs(Int(a & 0xFF) - Int(b & 0xFF)) <= 13) }
  }

  @Test("The edge of a name is stroked whole where nothing covers it")
  func stroke() throws {
    let run = try #require(Self.run("O", size: 80, x: 10, y: 80))
    var text = DisplayList(width: 100, height: 100)
    text.runs.append(run)
    text.items.append(.strokeText(run: 0, black, opacity: 1, Stroke(width: 3, join: .round)))
    let shape = DisplayList.stroke(Self.outline(of: run, glyph: 0), Stroke(width: 3, join: .round))
    let (one, other) = (Painted(text), Painted(shape))
    #expect(abs(one.area - other.area) < 2)
    #expect(one.area > 300)
  }

  /// An edge below its own name is drawn on the outer side only; what is seen is the same.
  @Test(
    "An edge below its name looks as if it were drawn whole",
    arguments: ["O", "é", "S", "&", "B", "W", "i", "ÿ"])
  func edgeBelowName(letter: String) throws {
    let run = try #require(Self.run(letter, size: 30, x: 30.4, y: 60.2))
    let stroke = Stroke(width: 7, join: .round)
    let (grey, white) = (Colour8(120, 120, 120), Colour8(250, 250, 250))
    var text = DisplayList(width: 100, height: 100)
    text.runs.append(run)
    text.items.append(.strokeText(run: 0, grey, opacity: 1, stroke))
    text.items.append(.fillText(run: 0, white, opacity: 1))
    #expect(CoveredStrokes(text.items).contains(0))
    // The same with the name drawn by its outline: the stroke does not know it is covered.
    var whole = DisplayList(width: 100, height: 100)
    whole.runs.append(run)
    whole.items.append(.strokeText(run: 0, grey, opacity: 1, stroke))
    whole.fill(Self.outline(of: run, glyph: 0), .colour(white))
    #expect(!CoveredStrokes(whole.items).contains(0))
    let (one, other) = (Painted(text), Painted(whole))
    for (index, (a, b)) in zip(one.pixels, other.pixels).enumerated() {
      #expect(abs(Int(a & 0xFF) - Int(b & 0xFF)) <= 24, "\(index % 100), \(index / 100)")
    }
  }

  @Test("A stroke is covered by an opaque filling that follows within the same clip, and by no other")
  func covered() {
    let stroke = DisplayItem.strokeText(run: 0, black, opacity: 0.85, Stroke(width: 2))
    let fill = DisplayItem.fillText(run: 0, black, opacity: 1)
    let clip = DisplayItem.pushClip(Frame(minX: 0, minY: 0, maxX: 1, maxY: 1))
    func isCovered(_ items: [DisplayItem], at index: Int = 0) -> Bool { CoveredStrokes(items).contains(index) }
    #expect(isCovered([stroke, fill]))
    #expect(isCovered([stroke, clip, .popClip, fill]))
    #expect(!isCovered([fill, stroke], at: 1))
    #expect(!isCovered([stroke, .fillText(run: 1, black, opacity: 1)]))
    #expect(!isCovered([stroke, .fillText(run: 0, black, opacity: 0.9)]))
    #expect(!isCovered([stroke, clip, fill, .popClip]))
    #expect(!isCovered([clip, stroke, .popClip, clip, fill, .popClip], at: 1))
    #expect(!isCovered([.strokeText(run: 0, black, opacity: 1, Stroke(width: 2, dashes: [1, 1])), fill]))
  }

  @Test("Glyphs that show nothing, and glyphs at the picture's rim")
  func rims() throws {
    let run = try #require(Self.run("a b", size: 60, x: -20, y: 30))
    var text = DisplayList(width: 100, height: 20)
    text.runs.append(run)
    text.items.append(.fillText(run: 0, black, opacity: 1))
    var shapes = DisplayList(width: 100, height: 20)
    for glyph in run.glyphs.indices { shapes.fill(Self.outline(of: run, glyph: glyph)) }
    #expect(abs(Painted(text).area - Painted(shapes).area) < 2)
  }
}
