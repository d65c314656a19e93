import Bytes
import Pole
import Projections
import Territory

/// `within_minutes: {site: etampes, minutes: 20}` — communes from which the way to a site takes at most that
/// long.
///
/// Minutes come from the project's table `from,to,minutes` (codes of communes, from the commune to the site;
/// the way back may differ); a missing pair counts as not reached and is counted. Without a table, minutes are
/// estimated from the geodesic distance × 1.3 at 45 km/h. The two are never mixed.
struct WithinMinutes: ReachRule {
  static let key = "within_minutes"
  static let summary = Text.communesWithinMinutes
  private let place: Place
  private let minutes: Double
  /// Code of the destination commune, for the table.
  private let destination: String?
  private let table: TravelTimes?
  let label: Text
  let hypothesis: Text

  init(_ value: DocumentNode, studyArea: StudyArea) throws(Problem) {
    let what = Text(same: Self.key)
    try value.allow(["site", "commune", "minutes"], in: what)
    place = try studyArea.place(value, rule: what)
    let limit = try value.required("minutes", in: what)
    minutes = try limit.number(Text(same: "minutes"))
    let (fr, en) = (Numerals(.fr).short(minutes, 3), Numerals(.en).short(minutes, 3))
    guard minutes >= 0, minutes <= 1440 else {
      throw limit.problem(Text.minutesMakeNoSense(fr, en), fix: Text("donnez de 0 à 1440", "give 0 to 1440"))
    }
    if let commune = value["commune"] {
      destination = studyArea.layer.communes[try studyArea.commune(commune)].insee
    } else {
      let id = try value.required("site", in: what).string(Text(same: "site"))
      destination = studyArea.sites.first { $0.id == id }?.insee
    }
    table = studyArea.travelTimes
    let mark = table == nil ? Text(" (durées estimées)", " (estimated times)") : Text(same: "")
    label =
      Text(
        "à \(fr)\u{202F}minutes ou moins de \(place.name.fr)".eliding(place.name.fr),
        "within \(en)\u{202F}minutes of \(place.name.en)") + mark
    hypothesis = Text.assumingMinutesOfTravel(fr, en) + mark
  }

  var places: [Place] { [place] }
  var isScalable: Bool { true }
  var isEstimated: Bool { table == nil }

  func missingPairs(in studyArea: StudyArea) -> Int {
    guard let table, let destination else { return 0 }
    return studyArea.layer.communes.count { table.minutes(from: $0.insee, to: destination) == nil }
  }

  func reached(in studyArea: StudyArea, scale: Double) -> [Bool] {
    studyArea.layer.communes.map { (duration(from: $0) ?? .infinity) <= minutes * scale }
  }

  func margin(_ row: Int, in studyArea: StudyArea) -> ReachMargin? {
    duration(from: studyArea.layer.communes[row]).map {
      ReachMargin(place: place.name, value: $0, limit: minutes, unit: .minutes, isEstimated: isEstimated)
    }
  }

  /// `nil` where the table has no such way.
  private func duration(from commune: Commune) -> Double? {
    if let table, let destination { return table.minutes(from: commune.insee, to: destination) }
    return place.distance(to: commune) / TravelTimes.estimatedKilometresPerMinute
  }
}
