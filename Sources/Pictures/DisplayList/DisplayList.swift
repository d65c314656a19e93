/// What a drawing shows, in the order it is drawn, freed of SVG: styles are resolved, transforms applied.
///
/// Lengths and coordinates are px of the drawing, x to the right, y down. The same outline may be drawn several times.
public struct DisplayList: Sendable {
  public let width: Double
  public let height: Double
  public var outlines: [Outline] = []
  public var runs: [TextRun] = []
  public var patterns: [Tile] = []
  public var items: [DisplayItem] = []

  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// One thing drawn; numbers are indices into the lists of the `DisplayList`. Opacities lie in 0…1.
public enum DisplayItem: Sendable {
  /// Inside by the non-zero rule (SVG 2, 13.4.2).
  case fill(outline: Int, Paint, opacity: Double)
  case stroke(outline: Int, Colour8, opacity: Double, Stroke)
  case fillText(run: Int, Colour8, opacity: Double)
  /// The edge of a name: every glyph's outline stroked.
  case strokeText(run: Int, Colour8, opacity: Double, Stroke)
  /// What follows shows inside the rectangle only, and inside those pushed before, until the matching `popClip`.
  case pushClip(Frame)
  case popClip
}

public enum Paint: Sendable, Hashable {
  case colour(Colour8)
  /// Index of a tile in `DisplayList.patterns`.
  case pattern(Int)
}

/// sRGB, eight bits a channel.
public struct Colour8: Sendable, Hashable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}

/// An axis-parallel rectangle, px of the drawing.
public struct Frame: Sendable, Equatable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }
}

/// How an outline is stroked (SVG 2, 13.5).
public struct Stroke: Sendable, Hashable {
  public enum Join: Sendable { case miter, round, bevel }
  public enum Cap: Sendable { case butt, round, square }

  /// px of the drawing.
  public var width: Double
  public var join: Join
  public var cap: Cap
  /// Lengths drawn and left out in turn, px; even in number, empty for a whole line.
  public var dashes: [Double]
  /// Longest miter, as a multiple of the width.
  public var miterLimit = 4.0

  public init(width: Double, join: Join = .miter, cap: Cap = .butt, dashes: [Double] = []) {
    self.width = width
    self.join = join
    self.cap = cap
    self.dashes = dashes
  }
}

/// Moves, lines, cubic Bézier curves and closings in flat buffers.
public struct Outline: Sendable {
  public enum Verb: UInt8, Sendable {
    /// Takes one point, one point, three points (two controls and the end), none.
    case move, line, cubic, close
  }

  public var verbs: [Verb] = []
  /// x and y of each point the verbs take, in turn.
  public var points: [Double] = []

  public init() {}
}

/// x' = a x + c y + e, y' = b x + d y + f, as SVG's `matrix(a b c d e f)`.
public struct Affine: Sendable, Equatable {
  public var a: Double
  public var b: Double
  public var c: Double
  public var d: Double
  public var e: Double
  public var f: Double

  public static let identity = Affine(a: 1, b: 0, c: 0, d: 1, e: 0, f: 0)

  public init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }
}

/// A tile repeated in both directions from the origin of its own plane (SVG 2, 14.3).
public struct Tile: Sendable {
  /// Sides in px of the tile's plane.
  public var width: Double
  public var height: Double
  /// From the tile's plane to the drawing.
  public var place: Affine
  /// Outlines and runs are those of the whole list, in coordinates of the tile's plane; colours only, no patterns.
  public var items: [DisplayItem]

  public init(width: Double, height: Double, place: Affine, items: [DisplayItem]) {
    self.width = width
    self.height = height
    self.place = place
    self.items = items
  }
}

/// One line of text as glyphs of one face, shaped and placed.
public struct TextRun: Sendable {
  public var face: FontFace
  /// px of an em.
  public var size: Double
  /// Glyph numbers of the face.
  public var glyphs: [UInt32]
  /// Origin of each glyph, x and y in turn, px of the drawing.
  public var origins: [Double]
  /// How glyphs are turned about their origins; e and f are 0, no scale.
  public var turn: Affine
  /// What the glyphs say, one string a glyph, for who copies text out of a PDF; empty where another one says it.
  public var texts: [String]

  public init(
    face: FontFace, size: Double, glyphs: [UInt32], origins: [Double], turn: Affine = .identity, texts: [String]
  ) {
    self.face = face
    self.size = size
    self.glyphs = glyphs
    self.origins = origins
    self.turn = turn
    self.texts = texts
  }
}
