import Bytes

/// A row of a legend: a sign, what it means, and how often it occurs.
struct LegendEntry {
  /// What stands at the left.
  enum Sign {
    case fill(Fill)
    /// A line that is visible only on a fill.
    case border(Line)
    case line(Line)
    case site(isProposed: Bool)
    /// A dot of a category of places.
    case place(category: Int)
  }

  /// What a line on a map is.
  enum Line {
    case canton, departement, territory
    case ring(isPlanned: Bool)
    /// From a commune to the site it goes to.
    case assignment
  }

  var sign: Sign
  var label: Text
  /// How often it occurs, as it is printed; `nil` for no number.
  var count: Text?

  init(_ sign: Sign, _ label: Text, count: Text? = nil) {
    self.sign = sign
    self.label = label
    self.count = count
  }

  /// A class with its number of features.
  init(_ fill: Fill, _ label: Text, features: Int) {
    self.init(.fill(fill), label, count: .printed { $0.integer(features) })
  }

  /// A class with its number of communes, in words.
  init(_ fill: Fill, _ label: Text, communes: Int) {
    self.init(.fill(fill), label, count: Phrases.communes(communes))
  }
}
