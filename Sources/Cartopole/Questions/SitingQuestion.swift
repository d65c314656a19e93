import Bytes
import Reach
import Territory

extension SitingAnswer {
  /// The answer as `{objective, unit, value, mean, bound, gap, sites, existing, assignment,
  /// uncovered, left_out, alternatives, …}`. `left_out` lists the communes without a
  /// weight, about which the answer says nothing.
  public var json: JSON {
    let communes = question.layer.communes
    func place(_ row: Int) -> JSON {
      ["insee": .string(communes[row].insee), "name": .string(communes[row].name)]
    }
    return [
      "schema": .integer(1), "objective": .string(result.objective.rawValue), "unit": .string(question.unit),
      "radius_km": .optional(question.radius), "value": .number(result.value),
      "mean": result.objective == .median ? .number(result.mean(of: problem)) : .null,
      "bound": .number(result.bound), "gap": .number(result.gap), "sites": .array(sites.map(place)),
      "existing": .array(question.existing.map(place)),
      "assignment": .array(assignment) { entry in
        [
          "insee": .string(communes[entry.row].insee), "site": .optional(entry.site.map { communes[$0].insee }),
          "cost": .optional(entry.cost), "position": .string(communes[entry.row].position.rawValue),
        ]
      }, "uncovered": .array(uncovered.map(place)), "left_out": .array(question.leftOut.map(place)),
      "alternatives": .array(result.alternatives) { other in
        [
          "value": .number(other.value), "sites": .array(other.sites) { place(question.candidates[$0]) },
        ]
      }, "nodes": .integer(result.nodes),
    ]
  }
}
