/// What fills a shape, by the words of a style.
enum SVGPaint {
  case none
  case colour(Colour8)
  /// The pattern of an id.
  case pattern(SVGBytes)
}

/// What a style says, each property that it sets: of a rule of the style sheet, of the rules for a `class` together,
/// or of an element's own attributes.
struct Declarations {
  var fill: SVGPaint?
  var fillOpacity: Double?
  var stroke: SVGPaint?
  var strokeOpacity: Double?
  var strokeWidth: Double?
  var join: Stroke.Join?
  var cap: Stroke.Cap?
  var dashes: [Double]?
  var families: SVGBytes?
  var fontSize: Double?
  var weight: Int?
  var isItalic: Bool?
  var isTabular: Bool?
  var letterSpacing: Double?
  var anchor: SVGAnchor?

  /// Takes later declarations in, which win.
  mutating func add(_ new: Declarations) {
    fill = new.fill ?? fill
    fillOpacity = new.fillOpacity ?? fillOpacity
    stroke = new.stroke ?? stroke
    strokeOpacity = new.strokeOpacity ?? strokeOpacity
    strokeWidth = new.strokeWidth ?? strokeWidth
    join = new.join ?? join
    cap = new.cap ?? cap
    dashes = new.dashes ?? dashes
    families = new.families ?? families
    fontSize = new.fontSize ?? fontSize
    weight = new.weight ?? weight
    isItalic = new.isItalic ?? isItalic
    isTabular = new.isTabular ?? isTabular
    letterSpacing = new.letterSpacing ?? letterSpacing
    anchor = new.anchor ?? anchor
  }

  /// Takes one property in; `false` for one that it does not know.
  mutating func set(_ name: SVGBytes, _ value: SVGBytes) throws(OutsideSubset) -> Bool {
    if name == "fill" {
      fill = try paint(value)
    } else if name == "stroke" {
      stroke = try paint(value)
    } else if name == "stroke-width" {
      strokeWidth = try value.length()
    } else if name == "font-size" {
      fontSize = try value.length()
    } else if name == "text-anchor" {
      anchor = try choice(value, [("start", .start), ("middle", .middle), ("end", .end)])
    } else if name == "fill-opacity" {
      fillOpacity = min(1, max(0, try value.number()))
    } else if name == "stroke-opacity" {
      strokeOpacity = min(1, max(0, try value.number()))
    } else if name == "stroke-linejoin" {
      join = try choice(value, [("miter", .miter), ("round", .round), ("bevel", .bevel)])
    } else if name == "stroke-linecap" {
      cap = try choice(value, [("butt", .butt), ("round", .round), ("square", .square)])
    } else if name == "stroke-dasharray" {
      dashes = try dashes(value)
    } else {
      return try setFont(name, value)
    }
    return true
  }

  private mutating func setFont(_ name: SVGBytes, _ value: SVGBytes) throws(OutsideSubset) -> Bool {
    if name == "font-family" {
      families = value
    } else if name == "font-weight" {
      weight = value == "bold" ? 700 : value == "normal" ? 400 : Int(try value.number())
    } else if name == "font-style" {
      isItalic = try choice(value, [("normal", false), ("italic", true)])
    } else if name == "font-variant-numeric" {
      isTabular = try choice(value, [("normal", false), ("tabular-nums", true)])
    } else if name == "letter-spacing" {
      letterSpacing = value == "normal" ? 0 : try value.length()
    } else {
      return false
    }
    return true
  }

  private func paint(_ value: SVGBytes) throws(OutsideSubset) -> SVGPaint {
    if value == "none" { return .none }
    if let id = value.target { return .pattern(id) }
    return .colour(try value.colour())
  }

  /// An odd number of lengths is taken twice (SVG 2, 13.5.6).
  private func dashes(_ value: SVGBytes) throws(OutsideSubset) -> [Double] {
    if value == "none" { return [] }
    let lengths = try value.numbers()
    guard lengths.allSatisfy({ $0 >= 0 }) else { throw OutsideSubset("stroke-dasharray", value.bytes) }
    if lengths.allSatisfy({ $0 == 0 }) { return [] }
    return lengths.count % 2 == 0 ? lengths : lengths + lengths
  }

  private func choice<Value>(
    _ value: SVGBytes, _ known: [(StaticString, Value)]
  ) throws(OutsideSubset) -> Value {
    for (word, meaning) in known where value == word { return meaning }
    throw OutsideSubset("value", value.bytes)
  }
}

/// Which end of a text its x is.
enum SVGAnchor { case start, middle, end }
