import Bytes
import Pole
import Reach
import Territory

extension Project {
  /// Writes a new action at the end of the project's list and leaves every other byte as it is.
  ///
  /// The file is read again when it is edited, and one run edits it after the other. The result is read
  /// back and its reach computed before the file is replaced. Throws 64 for the shipped project, which
  /// must not be edited; 65 for an id that exists already or a commune that the layer does not have; 74
  /// when another run does not release the file.
  public func add(_ action: NewAction) throws(Problem) {
    guard !isShipped else {
      throw Problem(.usage, file: path, Text.shippedProjectCannotBeEdited, fix: Text.copyTheProjectFirst)
    }
    do {
      let lock = try FolderLock(Path.folder(OutputFile.place(of: path)))
      try OutputFile.edit(path) { (bytes) throws(Problem) in
        let text = String(decoding: bytes, as: UTF8.self)
        let changed = Array(try ActionInsertion.insert(into: text, action: action).utf8)
        let pole = try Pole(YAMLDocument.parse(changed))
        _ = try Coverage(pole.actions.filter { $0.id == action.id }, on: studyArea)
        return changed
      }
      withExtendedLifetime(lock) {}
    } catch { throw error.naming(path) }
  }
}
