import Cartography

/// What the fill of a feature means. How it looks is the engine's affair.
indirect enum Fill: Hashable, Sendable {
  /// A step of the theme's own sequence; 0 is the strongest.
  case step(Int)
  /// A class or category, by its number in the palette.
  case shade(Int)
  /// A class of the palette whose value rests on too little.
  case fragile(Int)
  /// A feature that the measure does not concern, such as one out of reach.
  case out
  /// A true zero, which is a class of its own.
  case zero
  /// A feature without a value, for this reason.
  case gap(LayerTable.Gap)
  /// A commune of which nothing is known, outside every scale.
  case unknown
  /// A fill of something that is only planned.
  case planned(Fill)

  /// The fill under what marks something planned.
  var ground: Fill { if case .planned(let fill) = self { fill } else { self } }

  /// Whether it marks something planned.
  var isPlanned: Bool { ground != self }

  /// The fill of a feature without a number; what gives no reason is missing.
  static func lacking(_ reason: LayerTable.Gap) -> Fill { .gap(reason == .none ? .missing : reason) }
}
