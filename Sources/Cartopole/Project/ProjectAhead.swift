import Bytes
import Maps
import Reach
import Synchronization

extension Project {
  /// A project somebody began to open before it is asked for.
  private struct Begun {
    let path: String?
    let opened: Once<Project>
  }

  private static let begun = Mutex<Begun?>(nil)

  /// Begins on another thread what `open(path)` will be asked for, with `drawn` also the ground its maps share, and
  /// returns at once: a command line takes as long to parse. Nothing is said or thrown before `open` is called.
  public static func openAhead(_ path: String?, drawn: Bool) {
    let opened = Once<Project>()
    begun.withLock { $0 = Begun(path: path, opened: opened) }
    Parallel.detach {
      guard let project = try? opened.get({ () throws(Problem) in try read(path) }), drawn else { return }
      try? project.drawGround()
    }
  }

  /// Opens a project: `path` (a file, or a folder that holds a pole.yaml), else `./pole.yaml`, else the shipped one.
  ///
  /// Throws 66 for a missing file, 65 for anything wrong in the project or its territory layer, naming file and
  /// line or record.
  public static func open(_ path: String? = nil) throws(Problem) -> Project {
    let ahead = begun.withLock { begun -> Once<Project>? in
      guard let found = begun, found.path == path else { return nil }
      // Once only: files may have changed when the same project is opened again.
      begun = nil
      return found.opened
    }
    guard let ahead else { return try read(path) }
    return try ahead.get { () throws(Problem) in try read(path) }
  }

  private static func read(_ path: String?) throws(Problem) -> Project {
    if let path {
      return try Project(
        FileBytes.isFolder(path) ? Path.join(path, DataFolder.projectName) : path, isShipped: false)
    }
    if FileBytes.exists(DataFolder.projectName) { return try Project(DataFolder.projectName, isShipped: false) }
    return try Project(Path.join(DataFolder.find(), DataFolder.projectName), isShipped: true)
  }

  /// Projects and dissolves the layers its maps are drawn on.
  private func drawGround() throws(Problem) {
    try subject(Coverage([Action](), on: ground)).prepareGround()
  }
}
