import Bytes
import Geometry
import Pole
import Projections
import Territory

/// A site with a position outside the commune that the project gives for it.
public struct MisplacedSite: Sendable, Equatable {
  /// The site as the project describes it.
  public let site: Site
  /// Row of the commune that the project gives.
  public let row: Int
  /// Geodesic kilometres from the position to the outline of that commune.
  public let kilometres: Double
  /// Row of the commune in which the position lies; `nil` when it lies in none of the layer.
  public let actual: Int?
  /// A mistake that would explain the position, as a question; `nil` when none does or the site is not far.
  public let cause: Text?

  /// A position further outside its commune than this is considered a mistake. At smaller distances the outline
  /// may be generalised, or the name of a neighbouring commune may have been given.
  public static let farKilometres = 5.0

  /// Whether the position is considered a mistake.
  public var isFar: Bool { kilometres > Self.farKilometres }

  /// Checks a site; `nil` when it has no position of its own, lies in its commune, or its commune is not in the
  /// layer or has no outline. The layer's outlines are in degrees. Complexity: O(points of the layer) for a
  /// site outside its commune.
  public init?(_ site: Site, in layer: CommuneLayer) {
    guard let longitude = site.longitude, let latitude = site.latitude, let row = layer.row(site.insee),
      !layer.outlines.contains(row, x: longitude, y: latitude)
    else { return nil }
    let outlines = layer.outlines
    guard let distance = Self.kilometres(from: (longitude, latitude), to: row, of: outlines) else { return nil }
    self.site = site
    self.row = row
    kilometres = distance
    actual = layer.communes.indices.first { outlines.contains($0, x: longitude, y: latitude) }
    func isNear(_ x: Double, _ y: Double) -> Bool {
      guard (-180...180).contains(x), (-90...90).contains(y) else { return false }
      if outlines.contains(row, x: x, y: y) { return true }
      return Self.kilometres(from: (x, y), to: row, of: outlines).map { $0 <= Self.farKilometres } ?? false
    }
    cause =
      !(distance > Self.farKilometres)
      ? nil
      : isNear(-longitude, latitude)
        ? Text.longitudeSignIsWrong
        : isNear(longitude, -latitude)
          ? Text.latitudeSignIsWrong : isNear(latitude, longitude) ? Text.latitudeAndLongitudeExchanged : nil
  }

  /// Geodesic kilometres to the nearest point on the border of a feature; `nil` without an outline. The nearest
  /// point is found on a plane with the scale of the latitude halfway between.
  private static func kilometres(from point: (x: Double, y: Double), to feature: Int, of layer: Layer) -> Double? {
    let box = layer.bounds(of: feature)
    guard !box.isEmpty else { return nil }
    let middle = (point.y + box.midY) / 2
    let step = 0.01
    let perX = Geodesic.grs80.distance(point.x, middle, point.x + step, middle)
    let perY = Geodesic.grs80.distance(point.x, middle, point.x, middle + step)
    guard perX > 0, perY > 0 else { return nil }
    var best = (square: Double.infinity, x: 0.0, y: 0.0)
    for ring in layer.rings(of: feature) {
      let points = layer.points(ofRing: ring)
      for index in points.dropLast() {
        let (ax, ay) = ((layer.x(index) - point.x) * perX, (layer.y(index) - point.y) * perY)
        let (bx, by) = ((layer.x(index + 1) - point.x) * perX, (layer.y(index + 1) - point.y) * perY)
        let (dx, dy) = (bx - ax, by - ay)
        let length = dx * dx + dy * dy
        let along = length > 0 ? min(1, max(0, -(ax * dx + ay * dy) / length)) : 0
        let (x, y) = (ax + along * dx, ay + along * dy)
        if x * x + y * y < best.square { best = (x * x + y * y, x / perX, y / perY) }
      }
    }
    guard best.square.isFinite else { return nil }
    return Geodesic.grs80.distance(point.x, point.y, point.x + best.x, point.y + best.y) / 1000
  }

  /// A sentence that says how far the site is from its commune and where it lies instead: « … est à 313 km de
  /// sa commune, Redon (35236), hors de la couche ».
  public func words(_ layer: CommuneLayer) -> Text {
    let commune = layer.communes[row]
    let metres = Int((kilometres * 1000).rounded())
    let far = Text(
      kilometres < 1 ? "\(metres) m" : Numerals(.fr).decimal(kilometres, kilometres < 10 ? 1 : 0) + "\u{202F}km",
      kilometres < 1 ? "\(metres) m" : Numerals(.en).decimal(kilometres, kilometres < 10 ? 1 : 0) + "\u{202F}km")
    let place =
      actual.map { row in
        let other = layer.communes[row]
        return Text(", dans \(other.name) (\(other.insee))", ", in \(other.name) (\(other.insee))")
      } ?? Text(", hors de la couche", ", outside the layer")
    return Text.siteAwayFromItsCommune(site.id, far, commune.name, commune.insee) + place
  }
}
