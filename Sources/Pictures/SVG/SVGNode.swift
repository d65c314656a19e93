/// An element of our subset. Strings are stretches of the file.
struct SVGNode {
  enum Kind {
    case drawing, group, rectangle, circle, line, path, text, use, clip, pattern, definitions, style
    /// What is told, not drawn: title and description.
    case words
  }

  var kind: Kind
  var parent: Int?
  var firstChild: Int?
  var next: Int?
  /// Attributes that several kinds have; `nil` and 0 where they are left out.
  var style: SVGBytes?
  /// Index into the tree's own declarations, of the element's presentation attributes.
  var own: Int?
  var transform: Affine?
  var clip: SVGBytes?
  /// Id of what a `use` draws.
  var target: SVGBytes?
  var box = SVGBox()
  /// r, or rx.
  var radius = 0.0
  var viewBox: SVGBox?
  /// The `d` of a path, the characters of a text.
  var content: SVGBytes?

  init(_ kind: Kind, parent: Int?) {
    self.kind = kind
    self.parent = parent
  }
}

/// Numbers of an element: corner and sides of a rectangle, centre of a circle, start and way of a line, place of a text.
struct SVGBox: Equatable {
  var x = 0.0
  var y = 0.0
  var width = 0.0
  var height = 0.0
}
