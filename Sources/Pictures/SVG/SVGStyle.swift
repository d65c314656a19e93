/// The style an element is drawn with: all of it is inherited.
struct SVGStyle {
  var fill = SVGPaint.colour(Colour8(0, 0, 0))
  var fillOpacity = 1.0
  var stroke = SVGPaint.none
  var strokeOpacity = 1.0
  var strokeWidth = 1.0
  var join = Stroke.Join.miter
  var cap = Stroke.Cap.butt
  var dashes: [Double] = []
  var text = SVGTextStyle()

  mutating func apply(_ new: Declarations) {
    if let value = new.fill { fill = value }
    if let value = new.fillOpacity { fillOpacity = value }
    if let value = new.stroke { stroke = value }
    if let value = new.strokeOpacity { strokeOpacity = value }
    if let value = new.strokeWidth { strokeWidth = value }
    if let value = new.join { join = value }
    if let value = new.cap { cap = value }
    if let value = new.dashes { dashes = value }
    if let value = new.families { text.families = value }
    if let value = new.fontSize { text.size = value }
    if let value = new.weight { text.weight = value }
    if let value = new.isItalic { text.isItalic = value }
    if let value = new.isTabular { text.isTabular = value }
    if let value = new.letterSpacing { text.spacing = value }
    if let value = new.anchor { text.anchor = value }
  }
}

/// The part of a style that says where a text's glyphs stand.
struct SVGTextStyle: Equatable {
  /// The CSS list.
  var families = SVGBytes(UnsafeBufferPointer(start: nil, count: 0))
  var size = 16.0
  var weight = 400
  var isItalic = false
  var isTabular = false
  var spacing = 0.0
  var anchor = SVGAnchor.start
}
