import Bytes
import Pole
import Territory

/// The communes of one canton or one EPCI, for the rules `canton` and `epci`.
struct MembersOf: Sendable {
  private let rows: Set<Int>
  /// Name of the group, or its code when the layer has no name.
  let name: String

  /// - Parameters:
  ///   - code: the property of a commune with the code of its group.
  ///   - name: the property of a commune with the name of its group.
  ///   - none: what the message says when no commune has the code.
  ///   - known: what the message says before the list of existing codes.
  ///
  /// Throws 65 when no commune has the code.
  init(
    _ value: DocumentNode, _ wanted: String, ground: Ground, code: KeyPath<Commune, String?>,
    name: KeyPath<Commune, String?>, none: Text, known: Text
  ) throws(Problem) {
    let communes = ground.layer.communes
    rows = Set(communes.indices.filter { communes[$0][keyPath: code] == wanted })
    guard let first = rows.min() else {
      let codes = Set(communes.compactMap { $0[keyPath: code] }).sorted().joined(separator: ", ")
      throw value.problem(none, fix: known + Text(same: codes))
    }
    self.name = communes[first][keyPath: name] ?? wanted
  }

  func reached(in ground: Ground) -> [Bool] { ground.layer.communes.indices.map { rows.contains($0) } }
}
