import Bytes
import Geometry
import Pole
import Territory

/// `neighbours: {commune: "91223", order: 1}` — a commune and the communes at most `order` borders away.
///
/// Neighbours share a border of positive length; a common point is not enough.
struct Neighbours: ReachRule {
  static let key = "neighbours"
  static let summary = Text.communeAndItsNeighbours
  private let rows: Set<Int>
  let places: [Place]
  let label: Text

  init(_ value: DocumentNode, ground: Ground) throws(Problem) {
    let what = Text(same: Self.key)
    try value.allow(["commune", "order"], in: what)
    let node = try value.required("commune", in: what)
    let row = try ground.commune(node)
    places = [
      try ground.place(
        DocumentNode(.map([DocumentNode.Entry(key: "commune", line: node.line, value: node)]), line: node.line),
        rule: what)
    ]
    var order = 1
    if let limit = value["order"] {
      order = try limit.integer(Text(same: "order"))
      guard (0...100).contains(order) else {
        throw limit.problem(
          Text("« order » va de 0 à 100", "\"order\" goes from 0 to 100"), fix: Text.giveOneForBorderingCommunes)
      }
    }
    rows = Set(Adjacency(ground.layer.outlines).neighbours(of: row, order: order)).union([row])
    let name = ground.layer.communes[row].name
    label =
      order == 1
      ? Text(
        " à \(name) et dans les communes voisines".eliding(name).trimmingSpaces,
        "in \(name) and the communes that border it")
      : Text(
        " à \(name) et à \(order) communes de proche en proche".eliding(name).trimmingSpaces,
        "in \(name) and up to \(order) communes away")
  }

  func reached(in ground: Ground, scale: Double) -> [Bool] { ground.layer.communes.indices.map { rows.contains($0) } }
}
