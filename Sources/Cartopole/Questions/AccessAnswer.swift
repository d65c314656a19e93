import Bytes
import Geometry
import Maps
import Pole
import Reach
import Territory

/// Access of each commune to the sites of an answer, which communes beyond the territory share.
public struct AccessAnswer: Sendable {
  /// The method by which access is computed.
  public let method: Access.Method
  private let layer: CommuneLayer
  private let values: [Double?]
  /// Whether minutes are estimated from distances, for want of a table of travel times.
  public let isEstimated: Bool
  /// Number of communes at the border of the layer; their access is
  /// uncertain, because sites beyond it are not known.
  public let borderCommunes: Int

  /// Computes the access. With a project, the communes around its territory are demand too. Every site has
  /// capacity 1. Throws what the layers of the project throw.
  public init(_ method: Access.Method, _ answer: SitingAnswer, project: Project?) throws(Problem) {
    self.method = method
    let inside = answer.question.layer
    let whole = try project?.studyAreaBeyond().layer ?? inside
    layer = inside
    isEstimated = answer.question.times == nil
    let sites = (answer.sites + answer.question.existing).map { inside.communes[$0] }
    var minutes: [Double] = []
    for commune in whole.communes {
      for site in sites {
        if let times = answer.question.times {
          minutes.append(times.minutes(from: commune.insee, to: site.insee) ?? .infinity)
        } else {
          minutes.append(Place(site).distance(to: commune) / TravelTimes.estimatedKilometresPerMinute)
        }
      }
    }
    values =
      Access(
        method, minutes: minutes, populations: whole.communes.map { $0.population.map(Double.init) },
        capacities: [Double](repeating: 1, count: sites.count)
      ).values
    let border = inside.outlines.borderLines(between: Array(inside.communes.indices), outside: true)
    borderCommunes = Set(zip(border.low, border.high).filter { $0.0 < 0 }.map(\.1)).count
  }

  /// The access of each commune of the layer, by code.
  public var table: Table {
    let unknown = values.prefix(layer.count).count { $0 == nil }
    let estimated = isEstimated ? Text.timesAreEstimated : Text(same: "")
    return Table(
      name: "access-\(method.rawValue)", title: Text.accessPerInhabitants(method.rawValue),
      columns: [
        Table.Column("insee", Text("Code", "Code")), Table.Column("name", Text("Commune", "Commune")), .inhabitants,
        Table.Column("access", Text("Accès", "Access"), isFigure: true),
        Table.Column("position", Text("Mesurée depuis", "Measured from")),
      ],
      rows: layer.rowsByCode.map { row in
        let commune = layer.communes[row]
        return [
          .text(commune.insee), .text(commune.name), .inhabitants(of: commune),
          .figure(values[row].map { .number($0) } ?? .notAvailable, decimals: 3), ReachTables.position(commune),
        ]
      },
      notes: [Text.capacityAssumedEdgesIgnored(borderCommunes) + estimated]
        + (method == .apl ? [Text.weightsAreNotOfficialAccess] : [])
        + (unknown == 0 ? [] : [Text.siteSharedWithUnknownPopulation(Phrases.communes(unknown))]))
  }

  /// `{method, estimated, border_communes, communes: [{insee, access, access_status}]}`.
  public var json: JSON {
    [
      "method": .string(method.rawValue), "estimated": .bool(isEstimated),
      "border_communes": .integer(borderCommunes),
      "communes": .array(layer.rowsByCode) { row in
        [
          "insee": .string(layer.communes[row].insee), "access": .optional(values[row]),
          "access_status": .string(values[row] == nil ? "n" : ""),
        ]
      },
    ]
  }
}
