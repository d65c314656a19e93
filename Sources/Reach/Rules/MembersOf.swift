import Bytes
import Territory

/// The communes of one canton or one EPCI: what the two rules share.
struct MembersOf: Sendable {
  private let rows: Set<Int>
  /// Name of the group, else its code.
  let name: String

  /// - Parameters:
  ///   - code: where a commune keeps the code of its group; `name`, its name.
  ///   - none: what to say when no commune has the code; `known`, what stands before the codes there are.
  ///
  /// Throws 65 when no commune has the code.
  init(
    _ value: Node, _ wanted: String, ground: Ground, code: KeyPath<Commune, String?>,
    name: KeyPath<Commune, String?>,
    none: Text, known: Text
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
