/// The runs of a text, and what they depend on.
struct PlacedText {
  var style: SVGTextStyle
  var place: Affine
  var runs: Range<Int>
}

/// What of a style chooses a font.
struct SVGFontKey: Hashable {
  var families: SVGBytes
  var weight: Int
  var isItalic: Bool
}

extension SVGPainter {
  mutating func paintText(_ node: Int, _ style: SVGStyle, _ place: Affine) throws(OutsideSubset) {
    var fill: Colour8?
    switch style.fill {
    case .none: break
    case .colour(let colour): fill = colour
    case .pattern(let id): throw OutsideSubset("fill of a text", id.bytes)
    }
    let stroke = try style.strokeColour
    guard fill != nil || stroke != nil, style.text.size > 0 else { return }
    let runs = try runs(of: node, style.text, place)
    if let fill {
      for run in runs { list.items.append(.fillText(run: run, fill, opacity: style.fillOpacity)) }
    }
    if let stroke, style.strokeWidth > 0 {
      let pen = style.stroke(scaled: place.scale)
      for run in runs {
        list.items.append(.strokeText(run: run, stroke, opacity: style.strokeOpacity, pen))
      }
    }
  }

  /// Indices of a text's runs, made where there are none yet.
  private mutating func runs(
    of node: Int, _ style: SVGTextStyle, _ place: Affine
  ) throws(OutsideSubset) -> Range<Int> {
    if let made = texts[node], made.style == style, made.place == place { return made.runs }
    let first = list.runs.count
    if let content = tree.nodes[node].content {
      try addRuns(SVGText.plain(content), tree.nodes[node].box, style, place)
    }
    texts[node] = PlacedText(style: style, place: place, runs: first..<list.runs.count)
    return first..<list.runs.count
  }

  private mutating func addRuns(
    _ text: String, _ box: SVGBox, _ style: SVGTextStyle, _ place: Affine
  ) throws(OutsideSubset) {
    let spacing = style.spacing
    guard
      let line = fonts.shape(text, font(style), tabular: style.isTabular, spaced: spacing != 0)
    else { throw OutsideSubset("no font for", style.families.bytes) }
    // Glyph 0 stands for a character that no font has.
    guard !line.pieces.contains(where: { $0.glyphs.contains(0) }) else {
      throw OutsideSubset("characters without a font", text.utf8)
    }
    var x = box.x
    switch style.anchor {
    case .start: break
    case .middle: x -= line.width(size: style.size, spacing: spacing) / 2
    case .end: x -= line.width(size: style.size, spacing: spacing)
    }
    for piece in line.pieces where !piece.glyphs.isEmpty {
      let unit = style.size / Double(piece.face.unitsPerEm)
      var origins: [Double] = []
      origins.reserveCapacity(piece.offsets.count)
      for glyph in piece.glyphs.indices {
        let along = x + piece.offsets[2 * glyph] * unit + Double(piece.gaps[glyph]) * spacing
        let (originX, originY) = place.apply(along, box.y - piece.offsets[2 * glyph + 1] * unit)
        origins.append(originX)
        origins.append(originY)
      }
      x += piece.advance * unit + Double(piece.letters) * spacing
      list.runs.append(
        TextRun(
          face: piece.face, size: style.size * place.scale, glyphs: piece.glyphs, origins: origins,
          turn: place.turn, texts: piece.texts))
    }
  }

  /// The number of a style's font in the book.
  private mutating func font(_ style: SVGTextStyle) -> Int {
    let key = SVGFontKey(families: style.families, weight: style.weight, isItalic: style.isItalic)
    if let known = fontNumbers[key] { return known }
    let number = fonts.number(
      of: FontRequest(
        families: FontRequest.families(style.families.string), weight: style.weight, isItalic: style.isItalic))
    fontNumbers[key] = number
    return number
  }
}
