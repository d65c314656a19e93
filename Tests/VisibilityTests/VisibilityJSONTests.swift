import Cartopole
import Testing

/// Keys, order and numbers other people's scripts depend on, to the byte.
struct VisibilityJSONTests {
  /// Two channels whose products are exact in binary.
  private static let model =
    "  threshold: 0.5\n  basis: source\n  channels:\n"
    + ModelTests.channel("lieu", "0.5", "kind: threshold, s_km: 2", ["sources: [{ commune: \"01001\" }]"])
    + ModelTests.channel("toile", "0.25", "kind: none", [], basis: "basis: assumption\n      reason: essai")

  private func text(_ json: JSON) -> String { String(decoding: json.bytes(), as: UTF8.self) }
  private func shortest(_ value: Double) -> String {
    var writer = ByteWriter()
    writer.shortest(value)
    return writer.string
  }

  @Test func visibility() throws {
    let visibility = try TinyProject(visibility: Self.model).open().visibility()
    // V: 0.625 for 300 people, 0.25 for 50.
    let mean = (0.625 * 300 + 0.25 * 50) / 350
    let gini = 0.375 * 300 * 50 / (350 * 200)
    #expect(abs(try #require(visibility.meanOfKnown) - mean) < 1e-15)
    #expect(visibility.mean == nil && visibility.gini == nil, "nobody knows how many live in La Ferté")
    let whole = try TinyProject(visibility: Self.model, populations: [100, 200, 0, 50]).open().visibility()
    #expect(abs(try #require(whole.mean) - mean) < 1e-15)
    #expect(abs(try #require(whole.gini) - gini) < 1e-15)
    func commune(_ insee: String, _ name: String, _ people: String, _ low: Bool, _ terms: (String, String)) -> String {
      """
          {
            "insee": "\(insee)",
            "name": "\(name)",
            "population": \(people),
            "population_status": "\(people == "null" ? "n" : "")",
            "visibility": \(low ? "0.25" : "0.625"),
            "rank": \(low ? "4" : "1"),
            "low": \(low),
            "position": "chef-lieu",
            "basis": "assumption",
            "channels": [
              {"id": "lieu", "term": \(low ? "0" : "0.5"), "contribution": \(terms.0)},
              {"id": "toile", "term": 0.25, "contribution": \(terms.1)}
            ]
          }
      """
    }
    let near = ("0.375", "0.125")
    #expect(
      text(VisibilityJSON.communes(visibility)) == """
        {
          "schema": 1,
          "threshold": 0.5,
          "basis": "assumption",
          "mean": null,
          "mean_status": "n",
          "mean_known": \(shortest(try #require(visibility.meanOfKnown))),
          "communes_without_population": 1,
          "gini": null,
          "gini_status": "n",
          "low": {"communes": 1, "population": 50, "population_status": "", "population_known": 50, "communes_without_population": 0},
          "communes": [
        \(commune("01001", "Ars", "100", false, near)),
        \(commune("01002", "L’Île-d’Œuf", "200", false, near)),
        \(commune("01003", "La Ferté", "null", false, near)),
        \(commune("2A004", "Zonza", "50", true, ("0", "0.25")))
          ]
        }

        """)
  }

  @Test func sensitivity() throws {
    let visibility = try TinyProject(
      visibility: "  threshold: 0.5\n  basis: source\n  channels:\n"
        + ModelTests.channel("toile", "1", "kind: none", []), populations: [100, 200, 0, 50]
    ).open().visibility()
    #expect(
      text(VisibilityJSON.sensitivity(Sensitivity(visibility), visibility)) == """
        {
          "schema": 1,
          "threshold": 0.5,
          "basis": "source",
          "mean": 1,
          "mean_status": "",
          "mean_known": 1,
          "communes_without_population": 0,
          "gini": 0,
          "gini_status": "",
          "low": {"communes": 0, "population": 0, "population_status": "", "population_known": 0, "communes_without_population": 0},
          "sensitivity": [
            {"channel": "toile", "parameter": "strength", "factor": 0.8, "value": 0.8, "capped": false, "mean_change": \(shortest(0.8 - 1)), "kendall_tau_b": null, "low": 0},
            {"channel": "toile", "parameter": "strength", "factor": 1.2, "value": 1, "capped": true, "mean_change": 0, "kendall_tau_b": null, "low": 0}
          ],
          "together": {"draws": 1000, "least_factor": 0.5, "most_factor": 2, "low_min": 0, "low_2_5_percent": 0, "low_97_5_percent": 0, "low_max": 0}
        }

        """)
  }

  @Test func scenario() throws {
    let tiny = try TinyProject(visibility: Self.model, populations: [100, 200, 0, 50])
    let before = try tiny.open().visibility()
    let scenario = try tiny.applying(
      "title: « Deux » lieux\nchannels:\n  - { id: lieu, sources: [{ commune: zonza }] }\n")
    let after = try scenario.project.visibility()
    func whole(_ visibility: Visibility) throws -> (String, String) {
      (shortest(try #require(visibility.mean)), shortest(try #require(visibility.gini)))
    }
    let (was, now) = (try whole(before), try whole(after))
    #expect(
      text(VisibilityJSON.comparison(before, after, scenario.title.fr)) == """
        {
          "schema": 1,
          "title": "« Deux » lieux",
          "before": {
            "schema": 1,
            "threshold": 0.5,
            "basis": "assumption",
            "mean": \(was.0),
            "mean_status": "",
            "mean_known": \(was.0),
            "communes_without_population": 0,
            "gini": \(was.1),
            "gini_status": "",
            "low": {"communes": 1, "population": 50, "population_status": "", "population_known": 50, "communes_without_population": 0}
          },
          "after": {
            "schema": 1,
            "threshold": 0.5,
            "basis": "assumption",
            "mean": \(now.0),
            "mean_status": "",
            "mean_known": \(now.0),
            "communes_without_population": 0,
            "gini": \(now.1),
            "gini_status": "",
            "low": {"communes": 3, "population": 300, "population_status": "", "population_known": 300, "communes_without_population": 0}
          },
          "communes": [
            {"insee": "01001", "name": "Ars", "before": 0.625, "after": 0.25, "basis": "assumption"},
            {"insee": "01002", "name": "L’Île-d’Œuf", "before": 0.625, "after": 0.25, "basis": "assumption"},
            {"insee": "01003", "name": "La Ferté", "before": 0.625, "after": 0.25, "basis": "assumption"},
            {"insee": "2A004", "name": "Zonza", "before": 0.25, "after": 0.625, "basis": "assumption"}
          ]
        }

        """)
  }

  @Test func outlines() throws {
    let tiny = try TinyProject(visibility: Self.model)
    let visibility = try tiny.open().visibility()
    try OutputFile.write(
      try GeoJSONFormat.bytes(VisibilityJSON.features(visibility)), to: tiny.path("visibility.geojson"))
    let features = try Geodata.read(tiny.path("visibility.geojson"))
    #expect(
      features.columns.map(\.name) == [
        "insee", "name", "population", "population_status", "visibility", "rank", "low", "basis",
      ])
    #expect(features.geometry.coordinates == TinyProject.features().geometry.coordinates)
    #expect(try #require(features.column("visibility")) == Column("visibility", .number([0.625, 0.625, 0.625, 0.25])))
    #expect(try #require(features.column("rank")) == Column("rank", .integer([1, 1, 1, 4])))

    try OutputFile.write(
      try GeoJSONFormat.bytes(VisibilityJSON.features(visibility, visibility)), to: tiny.path("scenario.geojson"))
    let compared = try Geodata.read(tiny.path("scenario.geojson"))
    #expect(
      compared.columns.map(\.name) == ["insee", "name", "population", "population_status", "before", "after", "basis"])
    #expect(compared.count == 4)
  }
}
