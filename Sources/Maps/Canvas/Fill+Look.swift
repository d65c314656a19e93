import Bytes
import Cartography

/// How the engine shows fills: CSS classes, patterns and the colours of names on them.
extension Fill {
  /// CSS class of the fill.
  var style: String {
    switch self {
    case .step(let number): "s\(number)"
    case .shade(let number): "p\(number)"
    case .fragile(let number): "little-\(number)"
    case .out: "out"
    case .zero: "zero"
    case .gap(let gap): gap.style
    case .unknown: "no-data"
    case .planned(let fill): "hatched-" + fill.style
    }
  }

  /// CSS classes of a swatch or a panel's feature. Zeros and gaps have the borders of features there too.
  var swatch: String { isWithoutClass ? "area " + style : style }

  /// Whether it rests on too little.
  var isFragile: Bool { if case .fragile = self { true } else { false } }

  /// Whether it is outside every class: a zero or a gap.
  var isWithoutClass: Bool {
    switch self {
    case .zero, .gap: true
    default: false
    }
  }

  /// The colours of names on it.
  var tone: LabelTone {
    switch self {
    case .step(0): .onDark
    case .shade(let number), .fragile(let number): .onPalette(number)
    case .planned(let fill): fill.tone
    default: .plain
    }
  }

  /// The colour of the fill, without what is drawn over it.
  func colour(_ theme: Theme) -> Colour {
    switch self {
    case .step(let number): theme.sequence[number]
    case .shade(let number), .fragile(let number): theme.palette[number]
    case .out: theme.neutral
    case .gap(.secret): theme.border
    case .zero, .gap, .unknown: theme.paper
    case .planned(let fill): fill.colour(theme)
    }
  }

  /// What is drawn over the colour; `nil` for a plain fill. What is not known has fine lines on paper, with another slant
  /// for each reason; what is secret is grey with `s`.
  func pattern(_ theme: Theme) -> PatternFill? {
    let ground = colour(theme)
    func marks(_ mark: PatternFill.Mark, _ side: Int, _ ink: Colour) -> PatternFill {
      PatternFill(style, mark, side: side, ink, on: ground)
    }
    switch self {
    case .step, .shade, .out: return nil
    case .fragile: return marks(.rising(width: 0.5), 7, theme.ink(on: ground))
    case .zero: return marks(.dotted(width: 1.1), 7, theme.grey)
    case .gap(.none), .gap(.missing): return marks(.rising(width: 0.55), 7, theme.grey)
    case .gap(.notAvailable): return marks(.falling(width: 0.55), 7, theme.grey)
    case .gap(.notApplicable): return marks(.level(width: 0.55), 5, theme.grey)
    case .gap(.secret): return marks(.letter("s"), 15, ground.ink(from: [theme.ink, theme.paper]))
    case .unknown: return marks(.falling(width: 0.5), 6, theme.grey)
    case .planned: return marks(.rising(width: theme.hatchWidth), 8, theme.ink)
    }
  }
}

extension LayerTable.Gap {
  /// CSS class of its fill.
  var style: String {
    switch self {
    case .none, .missing: "missing"
    case .secret: "secret"
    case .notAvailable: "not-available"
    case .notApplicable: "not-applicable"
    }
  }
}
