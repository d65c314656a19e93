import Cartopole
import Testing

/// The shape other people's scripts depend on, to the byte.
@Suite struct ReachJSONTests {
  static let actions = """
      - id: porte-a-porte
        title: Porte-à-porte
        status: realised
        basis: source
        reach:
          basis: assumption
          reason: Pour l’essai
          rules:
            - within_km: { commune: "01001", km: 1.2 }
            - communes: [zonza]
      - id: foire
        title: Foire
        status: planned
        basis: source
        no_rule: undecided
    """

  static func shortest(_ value: Double) -> String {
    var writer = ByteWriter()
    writer.shortest(value)
    return writer.string
  }

  static func text(_ json: JSON) -> String { String(decoding: json.bytes(), as: UTF8.self) }

  @Test func reach() throws {
    let tiny = try TinyProject(actions: Self.actions)
    defer { tiny.remove() }
    let coverage = try tiny.project.coverage()
    let ars = GeodesicCircle(longitude: 0.001, latitude: 0, radius: 1200)
    let share = { Self.shortest(CircleUnion([ars]).share(of: $0, in: TinyProject.features().geometry) ?? .nan) }
    let kilometres = Geodesic.grs80.distance(0.001, 0, 0.011, 0) / 1000
    #expect(abs(kilometres - 6378.137 * Double.pi / 180 * 0.01) < 1e-12, "0.01° of the equator of GRS80")
    let toIle = Self.shortest(kilometres)
    let toZonza = Self.shortest(Geodesic.grs80.distance(0.001, 0, 0.015, 0.015) / 1000)
    #expect(
      Self.text(ReachJSON.actions(coverage)) == """
        [
          {
            "action": "porte-a-porte",
            "title": "Porte-à-porte",
            "status": "realised",
            "parent": null,
            "basis": "assumption",
            "reason": "Pour l’essai",
            "by": null,
            "date": null,
            "no_rule": null,
            "rules": [
              {
                "within_km": {"commune": "01001", "km": 1.2}
              },
              {
                "communes": ["zonza"]
              }
            ],
            "communes": [
              {"insee": "01001", "name": "Ars", "population": 100, "population_status": "", "distance_km": 0, "area_share": \(share(0)), "position": "chef-lieu", "basis": "assumption"},
              {"insee": "01002", "name": "L’Île-d’Œuf", "population": 200, "population_status": "", "distance_km": \(toIle), "area_share": \(share(1)), "position": "chef-lieu", "basis": "assumption"},
              {"insee": "2A004", "name": "Zonza", "population": 50, "population_status": "", "distance_km": \(toZonza), "area_share": \(share(3)), "position": "chef-lieu", "basis": "assumption"}
            ],
            "totals": {"communes": 3, "population": 350, "population_status": "", "population_known": 350, "communes_without_population": 0, "share_of_communes": 0.75, "share_of_population": null, "communes_beyond": 0, "population_beyond": 0, "population_beyond_status": "", "population_beyond_known": 0, "communes_beyond_without_population": 0},
            "robustness": [
              {"limit_change": -0.1, "communes": 2, "population": 150, "population_status": "", "population_known": 150, "communes_without_population": 0},
              {"limit_change": -0.05, "communes": 3, "population": 350, "population_status": "", "population_known": 350, "communes_without_population": 0},
              {"limit_change": 0.05, "communes": 3, "population": 350, "population_status": "", "population_known": 350, "communes_without_population": 0},
              {"limit_change": 0.1, "communes": 3, "population": 350, "population_status": "", "population_known": 350, "communes_without_population": 0}
            ],
            "estimated": false,
            "missing_pairs": 0,
            "next_best": null,
            "borderline": []
          },
          {
            "action": "foire",
            "title": "Foire",
            "status": "planned",
            "parent": null,
            "basis": "source",
            "reason": null,
            "by": null,
            "date": null,
            "no_rule": "undecided",
            "rules": [],
            "communes": [],
            "totals": {"communes": null, "population": null, "population_status": "z", "population_known": null, "communes_without_population": null, "share_of_communes": null, "share_of_population": null, "communes_beyond": null, "population_beyond": null, "population_beyond_status": "z", "population_beyond_known": null, "communes_beyond_without_population": null},
            "robustness": [],
            "estimated": false,
            "missing_pairs": 0,
            "next_best": null,
            "borderline": []
          }
        ]

        """)
  }

  @Test func commune() throws {
    let tiny = try TinyProject(actions: Self.actions)
    defer { tiny.remove() }
    let coverage = try tiny.project.coverage()
    let row = try coverage.studyArea.layer.find("zonza")
    let zonza = Self.text(ReachJSON.commune(row, coverage))
    let distance = Self.shortest(Geodesic.grs80.distance(0.001, 0, 0.015, 0.015) / 1000)
    #expect(
      zonza == """
        {
          "schema": 1,
          "insee": "2A004",
          "name": "Zonza",
          "position": "chef-lieu",
          "actions": [
            {"action": "porte-a-porte", "title": "Porte-à-porte", "status": "realised", "distance_km": \(distance), "area_share": 0, "basis": "assumption"}
          ],
          "missed": []
        }

        """)
    let missed = Self.shortest(Geodesic.grs80.distance(0.001, 0, 0.005, 0.015) / 1000)
    #expect(
      Self.text(ReachJSON.commune(try coverage.studyArea.layer.find("ferté"), coverage)) == """
        {
          "schema": 1,
          "insee": "01003",
          "name": "La Ferté",
          "position": "chef-lieu",
          "actions": [],
          "missed": [
            {"action": "porte-a-porte", "title": "Porte-à-porte", "status": "realised", "from": "Ars", "km": \(missed), "limit_km": 1.2, "estimated": false, "basis": "assumption"}
          ]
        }

        """)
  }

  @Test func blindSpots() throws {
    let tiny = try TinyProject(actions: Self.actions)
    defer { tiny.remove() }
    #expect(
      Self.text(ReachJSON.blindSpots(try tiny.project.coverage(), .realised)) == """
        {
          "schema": 1,
          "status": "realised",
          "basis": "assumption",
          "communes": [
            {"insee": "01003", "name": "La Ferté", "population": null, "population_status": "n", "basis": "assumption"}
          ],
          "totals": {"communes": 1, "population": null, "population_status": "n", "population_known": 0, "communes_without_population": 1, "share_of_communes": 0.25, "share_of_population": null, "communes_beyond": 0, "population_beyond": 0, "population_beyond_status": "", "population_beyond_known": 0, "communes_beyond_without_population": 0}
        }

        """)
  }

  @Test func overlaps() throws {
    let tiny = try TinyProject(
      actions: CoverageTests.action("b", ["01001", "01002"]) + CoverageTests.action("a", ["01002", "2A004"]))
    defer { tiny.remove() }
    let coverage = try tiny.project.coverage()
    #expect(
      Self.text(ReachJSON.overlaps(coverage, .realised)) == """
        [
          {"a": "a", "b": "b", "communes": 1, "population": 200, "population_status": "", "population_known": 200, "communes_without_population": 0, "jaccard": 0.3333333333333333, "basis": "source"}
        ]

        """)
    #expect(Self.text(ReachJSON.overlaps(coverage, .planned)) == "[]\n")
  }

  /// One feature an action and commune, in the order of the rows, in WGS84.
  @Test func features() throws {
    let tiny = try TinyProject(actions: Self.actions)
    defer { tiny.remove() }
    let features = ReachJSON.features(try tiny.project.coverage())
    #expect(features.crs == "EPSG:4326")
    #expect(
      features.columns.map(\.name) == [
        "action", "insee", "name", "population", "population_status", "distance_km", "area_share", "position", "basis",
      ])
    #expect(features.count == 3)
    #expect(features.column("insee")?.values == .text(["01001", "01002", "2A004"]))
    #expect(features.geometry.bounds(of: 2) == Bounds(minX: 0.01, minY: 0.01, maxX: 0.02, maxY: 0.02))
  }
}
