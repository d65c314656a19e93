import Bytes
import Cartography
import Geometry

/// How a map of any kind is to be drawn: language, size, theme, texts and labels.
public struct MapRequest: Sendable {
  /// Language of the texts on the map.
  public var language: Language
  /// Width of the sheet in px.
  public var width: Double
  /// Height of the sheet in px; `nil` for the height that the shape of the map needs.
  public var height: Double?
  /// Colours and sizes.
  public var theme: Theme
  /// Title that replaces the map's own; `nil` for the map's own.
  public var title: String?
  /// Words before the map's own title, such as "Simulation – ".
  public var titlePrefix = ""
  /// Subtitle that replaces the map's own; `nil` for the map's own.
  public var subtitle: String?
  /// Text that is added to the source line.
  public var credit: String?
  /// Picture that stands beside the title.
  public var logo: Logo?
  /// Which features are named.
  public var labels: Labels
  /// How far outlines are simplified before they are drawn; `nil` removes
  /// only points that round to one printed step.
  public var simplification: Simplification?
  /// How the map stands in a page with others; `nil` for a file of its own.
  public var inline: Inline?
  /// Whether every feature has a `<title>`, however many there are; otherwise only
  /// layers of up to 5,000 features have them.
  public var titles = false

  /// A map in a page. Outlines are simplified to what the page can show, and borders around the territory are drawn
  /// as lines.
  public struct Inline: Sendable {
    /// What goes before its ids.
    public var idPrefix: String
    /// The outlines that stand in the page once; `nil` when the map draws its own.
    public var shapes: SharedShapes?

    /// A map with these ids, which draws its own outlines unless it gets shapes.
    public init(idPrefix: String, shapes: SharedShapes? = nil) {
      self.idPrefix = idPrefix
      self.shapes = shapes
    }
  }

  /// Which features are named.
  public enum Labels: String, Sendable, CaseIterable { case auto, all, none }

  /// Makes a request of these values; the height follows from the map.
  public init(
    language: Language = .fr, width: Double = 1000, theme: Theme = .light, title: String? = nil,
    subtitle: String? = nil, credit: String? = nil, labels: Labels = .auto
  ) {
    self.language = language
    self.width = width
    self.theme = theme
    self.title = title
    self.subtitle = subtitle
    self.credit = credit
    self.labels = labels
  }
}
