import Bytes
import Pole
import Territory

extension StudyArea {
  /// The rows of the communes of one canton or one EPCI, and its name, or its code when the layer has no name.
  ///
  /// - Parameters:
  ///   - wanted: the code that stands in `value`.
  ///   - code: the property of a commune with the code of its group.
  ///   - name: the property of a commune with the name of its group.
  ///   - none: what the message says when no commune has the code.
  ///   - known: what the message says before the list of existing codes.
  ///
  /// Throws 65 when no commune has the code.
  func members(
    _ value: DocumentNode, _ wanted: String, code: KeyPath<Commune, String?>, name: KeyPath<Commune, String?>,
    none: Text, known: Text
  ) throws(Problem) -> (rows: Set<Int>, name: String) {
    let communes = layer.communes
    let rows = communes.indices.filter { communes[$0][keyPath: code] == wanted }
    guard let first = rows.first else {
      let codes = Set(communes.compactMap { $0[keyPath: code] }).sorted().joined(separator: ", ")
      throw value.problem(none, fix: known + Text(same: codes))
    }
    return (Set(rows), communes[first][keyPath: name] ?? wanted)
  }
}
