import Bytes
import Reach
import Territory

extension Project {
  /// Writes a new action at the end of the project's list, every other byte left as it is.
  ///
  /// The result is read back and its reach computed before the file is replaced. Throws 64 for the shipped project,
  /// which is not to be edited, 65 for an id there is already or a commune the layer has not.
  public func add(_ action: NewAction) throws(Problem) {
    guard !isShipped else {
      throw Problem(
        .usage, file: path,
        Text("le projet livré ne se modifie pas", "the shipped project is not to be edited"),
        fix: Text(
          "copiez-le d’abord : cartopole init mon-pole --from sud-essonne",
          "copy it first: cartopole init my-pole --from sud-essonne"))
    }
    do {
      let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
      let changed = try ActionInsertion.insert(into: text, action: action)
      let pole = try Pole(YAMLDocument.parse(Array(changed.utf8)))
      _ = try Coverage(pole.actions.filter { $0.id == action.id }, on: ground)
      try OutputFile.write(Array(changed.utf8), to: path)
    } catch {
      throw error.naming(path)
    }
  }
}
