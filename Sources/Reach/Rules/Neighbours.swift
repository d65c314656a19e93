import Bytes
import Geometry
import Pole
import Territory

/// `neighbours: {commune: "91223", order: 1}` — a commune and the communes at most `order` borders away.
///
/// Neighbours share a border of positive length; a common point is not enough.
struct Neighbours: NamingRule {
  static let key = "neighbours"
  static let summary = Text.communeAndItsNeighbours
  let rows: Set<Int>
  let places: [Place]
  let label: Text

  init(_ value: DocumentNode, studyArea: StudyArea) throws(Problem) {
    let what = Text(same: Self.key)
    try value.allow(["commune", "order"], in: what)
    let row = try studyArea.commune(try value.required("commune", in: what))
    places = [Place(studyArea.layer.communes[row])]
    var order = 1
    if let limit = value["order"] {
      order = try limit.integer(Text(same: "order"))
      guard (0...100).contains(order) else {
        throw limit.problem(
          Text("« order » va de 0 à 100", "\"order\" goes from 0 to 100"), fix: Text.giveOneForBorderingCommunes)
      }
    }
    rows = Set(Adjacency(studyArea.layer.outlines).neighbours(of: row, order: order)).union([row])
    let name = studyArea.layer.communes[row].name
    label =
      order == 1
      ? Text(
        " à \(name) et dans les communes voisines".eliding(name).trimmingSpaces,
        "in \(name) and the communes that border it")
      : Text(
        " à \(name) et à \(order) communes de proche en proche".eliding(name).trimmingSpaces,
        "in \(name) and up to \(order) communes away")
  }
}
