import Bytes
import Maps

extension Atlas {
  /// What the live map can show: each map of the territory, each simulation, and the published figures.
  func views(_ contents: Contents) -> [LiveView] {
    let own = contents.plates.compactMap { plate -> LiveView? in
      guard let map = plate.page.live else { return nil }
      let (kind, action) = Self.parts(plate.name)
      return LiveView(
        id: action.map { kind + ":" + $0 } ?? kind, label: label(kind, action), figure: plate.name, map: map)
    }
    let tried = contents.simulations.flatMap { simulation in
      simulation.plates.compactMap { plate in
        plate.page.live.map { map in
          LiveView(id: "simulation:" + plate.name, label: map.title, figure: plate.name, map: map)
        }
      }
    }
    return own + tried
  }

  /// The kind of a map and the action it is about, from the name of its file.
  private static func parts(_ name: String) -> (kind: String, action: String?) {
    let kinds = MapKinds.ofProjects.map { $0.name }
    guard let kind = kinds.first(where: { name.hasPrefix($0 + "-") }) else { return (name, nil) }
    return (kind, String(name.dropFirst(kind.count + 1)))
  }

  /// An action by its title, and whether its reach is an assumption; any other map by what its kind shows.
  private func label(_ kind: String, _ action: String?) -> String {
    if let action, let reach = coverage.reaches.first(where: { $0.action.id == action }) {
      let mark = reach.basis == .assumption ? Text(" (hypothèse)", " (assumption)") : Text(same: "")
      return (reach.action.title + mark)[language]
    }
    let summary = MapKinds.ofProjects.first { $0.name == kind }?.summary
    return summary.map { said($0).capitalisedFirst } ?? kind
  }

  /// A text in the words of the territory's units.
  func said(_ text: Text) -> String {
    subject.layer.said(text[language], language)
  }
}
