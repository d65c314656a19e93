import Bytes
import Maps
import Pole
import Reach
import Statistics
import Territory

extension AtlasPage {
  private var subject: Subject { atlas.subject }
  private var communes: [Commune] { subject.layer.communes }

  /// What the script of the page knows, one JSON object, as the text of a `<script>` element: nothing in a name can end
  /// it.
  func data() throws(Problem) -> String {
    let bytes = try Self.shown(json()).bytes()
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 64)
    var rest = bytes[...]
    // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
    while let next = rest.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == 0xE2 }) {
      out += rest[..<next]
      let isLine = bytes[next] == 0xE2 && bytes[next + 1] == 0x80 && bytes[next + 2] | 1 == 0xA9
      if isLine {
        out += Array(bytes[next + 2] == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
      } else if bytes[next] == 0xE2 {
        out.append(0xE2)
      } else {
        out += Array("\\u003c".utf8)
      }
      rest = bytes[(next + (isLine ? 3 : 1))...]
    }
    return String(decoding: out + rest, as: UTF8.self)
  }

  /// The same with the controls of its texts made visible, as the rest of the page shows them.
  private static func shown(_ json: JSON) -> JSON {
    switch json {
    case .string(let text): .string(Escape.shown(text))
    case .array(let items): .array(items.map(shown))
    case .object(let members): .object(members.map { (key: $0.key, value: shown($0.value)) })
    default: json
    }
  }

  private func json() throws(Problem) -> JSON {
    let size = atlas.look.shapes.size
    return [
      "schema": .integer(1), "language": .string(language.rawValue), "title": .string(atlas.title),
      "words": .object(
        (LiveWords.all + [("canton", Phrases.canton(subject.layer))]).map { ($0.key, .string(atlas.said($0.text))) }),
      "size": numbers([size.width, size.height]),
      "pixelsPerKilometre": .number(atlas.look.shapes.pixelsPerKilometre), "communes": places(),
      "actions": .array(actions()),
      "visibility": try visibility(), "starts": .array(starts()),
      "pairs": .string(Base64.text(DistanceSteps.between(communes))), "views": .array(views.map(view)),
    ]
  }

  private func numbers(_ values: [Double], decimals: Int = 1) -> JSON {
    .array(values.map { .number($0.rounded(decimals: decimals)) })
  }

  private func texts(_ text: (Commune) -> String) -> JSON { .array(communes.map { .string(text($0)) }) }

  /// The communes, a column for each property.
  private func places() -> JSON {
    let places = atlas.look.shapes.places
    let home = subject.studyArea.home
    return [
      "code": texts(\.insee), "name": texts(\.name),
      "population": .array(communes) { .optional($0.population) },
      "vintage": .string(subject.pole.populations.label[language]),
      "canton": texts { $0.cantonName ?? "" }, "epci": texts { $0.epciName ?? "" },
      "km": .array(communes) { commune in .optional(home.map { $0.distance(to: commune).rounded(decimals: 2) }) },
      "home": .optional(home?.name[language]),
      "homeAt": atlas.look.shapes.sitePositions.first.flatMap { $0 }.map { numbers($0) } ?? .null,
      "at": numbers(atlas.look.shapes.positions),
      "box": numbers(places.boxes.flatMap { [$0.minX, $0.minY, $0.maxX, $0.maxY] }),
      "near": .array(places.neighbours) { .array($0.map(JSON.integer)) },
      "arrows": .array(places.arrows.targets, JSON.integer),
      "names": .array(places.names) { name in
        let commune = communes[name.feature]
        let short = Arrondissements.short(commune.name, code: commune.insee)
        return .array(
          [.integer(name.feature)] + [name.x, name.y, name.scale].map { .number($0.rounded(decimals: 2)) }
            + (short == commune.name ? [] : [.string(short)]))
      },
    ]
  }

  /// The actions that have a rule, with the rows of the communes they reach.
  private func actions() -> [JSON] {
    atlas.coverage.reaching(.any).map { reach in
      [
        "id": .string(reach.action.id), "title": .string(reach.action.title[language]),
        "status": .string(reach.action.status.label[language]),
        "basis": .string(reach.basis.label[language]),
        "rule": .string(Text.joined(reach.rules.map(\.label), separator: " ; ")[language]),
        "km": .optional(reach.limit), "starts": .array(starts(of: reach), JSON.string),
        "reached": .array(reach.rows) { .integer($0.row) },
      ]
    }
  }

  /// The starts of the circles of an action, as the page names them; empty unless it is one radius.
  private func starts(of reach: ActionReach) -> [String] {
    guard reach.rules.count == 1, !reach.circles.isEmpty, let place = reach.rules[0].places.first else { return [] }
    let sites = subject.studyArea.sites.filter { subject.studyArea.place(of: $0) == place }.map { "site:" + $0.id }
    if !sites.isEmpty { return sites }
    return communes.filter { $0.longitude == place.longitude && $0.latitude == place.latitude }.map(\.insee)
  }

  private func visibility() throws(Problem) -> JSON {
    guard subject.pole.visibility != nil else { return .null }
    let visibility = try atlas.project.visibility()
    func column(_ value: (Int) -> Double) -> JSON {
      .array(communes.indices.map { .number(value($0).rounded(decimals: 3)) })
    }
    return [
      "name": .string(VisibilityTables.name(visibility)[language].capitalisedFirst),
      "index": column { visibility.index[$0] },
      "channels": .array(visibility.model.channels.enumerated()) { number, channel in
        [
          "name": .string(channel.name[language]), "adds": column { visibility.contribution(number, $0) },
        ]
      },
    ]
  }

  /// The sites, each with the steps at which a radius around it reaches each commune.
  private func starts() -> [JSON] {
    zip(subject.studyArea.sites, atlas.look.shapes.sitePositions).compactMap { site, at in
      subject.studyArea.place(of: site).map { place in
        [
          "id": .string("site:" + site.id), "site": .string(site.id), "name": .string(site.name[language]),
          "at": at.map { numbers($0) } ?? .null,
          "steps": .string(Base64.text(DistanceSteps.from(place, communes))),
        ]
      }
    }
  }

  private func view(_ view: LiveView) -> JSON {
    let map = view.map
    return [
      "id": .string(view.id), "title": .string(map.title), "subtitle": .string(map.subtitle),
      "source": .string(map.source), "heading": .string(map.heading),
      "styles": .array(map.classNames, JSON.string), "classes": .array(map.classes) { .integer(Int($0)) },
      "said": .array(map.said, JSON.string), "notes": .array(map.notes, JSON.string),
      "rows": .array(map.rows) { row in
        [
          "classes": .array(row.classes, JSON.integer), "kind": .string(row.kind.rawValue),
          "style": .string(row.style), "ground": .optional(row.ground), "label": .string(row.label),
          "count": .optional(row.count),
        ]
      },
      "sides": .array(map.sides) { side in
        [
          "heading": .string(side.heading), "units": .array(side.units, JSON.string),
          "rows": .array(side.rows) { .array($0.map(JSON.string)) },
        ]
      },
    ]
  }
}

/// A map that the live map can show.
struct LiveView: Sendable {
  /// What stands in the address: `coverage:mobilite-solidaire`.
  var id: String
  /// What the list of maps calls it.
  var label: String
  /// Id of the figure that shows it without script.
  var figure: String
  var map: LiveMap
}
