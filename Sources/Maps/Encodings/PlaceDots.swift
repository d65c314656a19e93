import Bytes

/// Places as dots of equal size, coloured by category.
struct PlaceDots {
  /// One place.
  struct Dot {
    /// The feature in which it lies.
    var feature: Int
    /// Where it stands, in map coordinates.
    var x: Double
    var y: Double
    /// Number of its colour in the palette.
    var category: Int
    /// What is written beside it: its own name, or that of its commune.
    var label: String
    /// Whether it stands where it is; the others stand for their commune, side by side.
    var isExact: Bool
    /// The text for a pointer.
    var title: Text
  }

  var dots: [Dot]
  /// Whether they keep off the sites of the project.
  var avoidSites: Bool
}
