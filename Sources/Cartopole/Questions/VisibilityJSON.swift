import Bytes
import Geometry
import Reach
import Territory

extension Project {
  /// The visibility of the Pôle. Throws 65 when the project has no model.
  public func visibility() throws(Problem) -> Visibility {
    guard let model = pole.visibility else {
      throw Problem(
        .badData, file: path, Text.projectHasNoVisibilityModel, fix: Text("ajoutez visibility:", "add visibility:"))
    }
    try requirePositions()
    do { return try Visibility(model, on: studyArea) } catch { throw error.naming(path) }
  }
}

/// Visibility as JSON and GeoJSON.
public enum VisibilityJSON {
  /// `{schema, threshold, basis, mean, mean_status, mean_known, communes_without_population, gini, low,
  /// communes: […]}`. Communes are ordered by code, each as `{insee, name, population, visibility, rank, low,
  /// basis, channels: [{id, term, contribution}]}`.
  public static func communes(_ visibility: Visibility) -> JSON {
    let layer = visibility.studyArea.layer
    let ranks = visibility.ranks
    let communes = JSON.array(layer.rowsByCode) { row in
      let channels = JSON.array(visibility.model.channels.enumerated()) { number, channel in
        [
          "id": .string(channel.id), "term": .number(visibility.terms[number][row]),
          "contribution": .number(visibility.contribution(number, row)),
        ]
      }
      return .object(
        layer.communes[row].membersJSON + [
          ("visibility", .number(visibility.index[row])), ("rank", .integer(ranks[row])),
          ("low", .bool(visibility.isLow(row))), ("position", .string(layer.communes[row].position.rawValue)),
          ("basis", .string(visibility.basis.rawValue)), ("channels", channels),
        ])
    }
    return .object(head(visibility) + [("communes", communes)])
  }

  private static func head(_ visibility: Visibility) -> [(key: String, value: JSON)] {
    let low = visibility.index.indices.filter(visibility.isLow)
    let people = visibility.studyArea.layer.population
    let isKnown = people.total != nil
    return [
      ("schema", .integer(1)), ("threshold", .number(visibility.model.threshold)),
      ("basis", .string(visibility.basis.rawValue)), ("mean", .optional(visibility.mean)),
      ("mean_status", .string(isKnown ? "" : "n")), ("mean_known", .optional(visibility.meanOfKnown)),
      ("communes_without_population", .integer(people.communesWithout)), ("gini", .optional(visibility.gini)),
      ("gini_status", .string(isKnown ? "" : "n")),
      ("low", .object([("communes", .integer(low.count))] + visibility.studyArea.layer.population(low).json())),
    ]
  }

  /// The summary of visibility, `sensitivity`: the change that each altered parameter makes, and `together`: the
  /// numbers of communes below the threshold when all parameters are drawn at once.
  public static func sensitivity(_ sensitivity: Sensitivity, _ visibility: Visibility) -> JSON {
    let rows = JSON.array(sensitivity.rows) { row in
      [
        "channel": .string(row.channel), "parameter": .string(row.parameter), "factor": .number(row.factor),
        "value": .number(row.value), "capped": .bool(row.isCapped), "mean_change": .optional(row.meanChange),
        "kendall_tau_b": .optional(row.tau), "low": .integer(row.low),
      ]
    }
    return .object(head(visibility) + [("sensitivity", rows), ("together", together(sensitivity.together))])
  }

  private static func together(_ all: Sensitivity.Together) -> JSON {
    [
      "draws": .integer(all.draws), "least_factor": .number(0.5), "most_factor": .number(2),
      "low_min": .integer(all.least), "low_2_5_percent": .integer(all.lower),
      "low_97_5_percent": .integer(all.upper), "low_max": .integer(all.most),
    ]
  }

  /// The summaries before and after a scenario, and the index of each commune in both, by code.
  public static func comparison(_ before: Visibility, _ after: Visibility, _ title: String) -> JSON {
    let layer = before.studyArea.layer
    return [
      "schema": .integer(1), "title": .string(title), "before": .object(head(before)),
      "after": .object(head(after)),
      "communes": .array(layer.rowsByCode) { row in
        [
          "insee": .string(layer.communes[row].insee), "name": .string(layer.communes[row].name),
          "before": .number(before.index[row]), "after": .number(after.index[row]),
          "basis": .string(after.basis.rawValue),
        ]
      },
    ]
  }

  /// Outlines of the communes with the index, in WGS84.
  public static func features(_ visibility: Visibility) -> Features {
    let layer = visibility.studyArea.layer
    return Features(
      path: "visibility", geometry: layer.outlines,
      columns: Column.communes(layer.communes) + [
        Column("visibility", .number(visibility.index)), Column("rank", .integer(visibility.ranks)),
        Column("low", .text(visibility.index.indices.map { visibility.isLow($0) ? "true" : "false" })),
        Column("basis", .text(layer.communes.map { _ in visibility.basis.rawValue })),
      ], crs: "EPSG:4326")
  }

  /// Outlines of the communes with the index before and after a scenario, in WGS84.
  public static func features(_ before: Visibility, _ after: Visibility) -> Features {
    let layer = before.studyArea.layer
    return Features(
      path: "visibility-scenario", geometry: layer.outlines,
      columns: Column.communes(layer.communes) + [
        Column("before", .number(before.index)), Column("after", .number(after.index)),
        Column("basis", .text(layer.communes.map { _ in after.basis.rawValue })),
      ], crs: "EPSG:4326")
  }
}
