import Bytes
import Pole
import Projections
import Territory

/// Which part of a commune must be inside a circle for the commune to be reached.
public enum Criterion: String, Sendable, CaseIterable {
  /// Its position: the distance from the centre is at most the radius.
  case chefLieu = "chef-lieu"
  /// Any part of its area, however small.
  case any
  /// At least half of its area.
  case majority
}

/// `within_km: {site: etampes, km: 15}` — communes at most at a geodesic distance (≤) from a site or commune.
///
/// `criterion: chef-lieu | any | majority` says which part of a commune must be inside; the default is
/// `chef-lieu`.
struct WithinKilometres: ReachRule {
  static let key = "within_km"
  static let summary = Text.communesWithinADistance
  private let place: Place
  private let kilometres: Double
  private let criterion: Criterion
  /// Kilometres to each commune of the study area; empty when only areas matter.
  private let distances: [Double]
  let label: Text
  let hypothesis: Text

  init(_ value: DocumentNode, studyArea: StudyArea) throws(Problem) {
    let what = Text(same: Self.key)
    try value.allow(["site", "commune", "km", "criterion"], in: what)
    place = try studyArea.place(value, rule: what)
    let limit = try value.required("km", in: what)
    kilometres = try limit.number(Text(same: "km"))
    let (fr, en) = (Numerals(.fr).short(kilometres, 3), Numerals(.en).short(kilometres, 3))
    guard kilometres >= 0, kilometres <= 1000 else {
      throw limit.problem(Text.radiusMakesNoSense(fr, en), fix: Text("donnez de 0 à 1000", "give 0 to 1000"))
    }
    if let node = value["criterion"] {
      let text = try node.string(Text(same: "criterion"))
      guard let read = Criterion(rawValue: text) else {
        throw node.problem(
          Text("critère inconnu « \(text) »", "unknown criterion \"\(text)\""),
          fix: Text("chef-lieu, any ou majority", "chef-lieu, any or majority"))
      }
      criterion = read
    } else {
      criterion = .chefLieu
    }
    distances = criterion == .chefLieu ? studyArea.layer.communes.map(place.distance) : []
    label = Text(
      "dans un rayon de \(fr)\u{202F}km autour de \(place.name.fr)".eliding(place.name.fr),
      "within \(en)\u{202F}km of \(place.name.en)")
    hypothesis = Text.assumingARadius(fr, en)
  }

  var places: [Place] { [place] }
  var limit: Double? { kilometres }

  var circles: [GeodesicCircle] { [circle(1)] }

  /// Only the position of a commune is at a distance: the other criteria measure areas.
  func margin(_ row: Int, in studyArea: StudyArea) -> ReachMargin? {
    guard criterion == .chefLieu else { return nil }
    return ReachMargin(place: place.name, value: distances[row], limit: kilometres, unit: .kilometres)
  }

  private func circle(_ scale: Double) -> GeodesicCircle {
    GeodesicCircle(longitude: place.longitude, latitude: place.latitude, radius: kilometres * scale * 1000)
  }

  func reached(in studyArea: StudyArea, scale: Double) -> [Bool] {
    let layer = studyArea.layer
    if criterion == .chefLieu { return distances.map { $0 <= kilometres * scale } }
    let shares = CircleUnion([circle(scale)]).shares(of: Array(layer.communes.indices), in: layer.outlines)
    return shares.map { criterion == .any ? $0 ?? 0 > 0 : $0 ?? 0 >= 0.5 }
  }
}
