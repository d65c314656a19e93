import Bytes
import Maps
import Reach
import Synchronization

extension Project {
  /// A project opened before it was asked for.
  private struct Ahead {
    let path: String?
    let outcome: Result<Project, Problem>
    /// Once only: files may have changed when the same project is opened again. It is kept even so, for the process to
    /// end with: there is nothing to be gained by clearing it away.
    var isTaken = false
  }

  private static let ahead = Mutex<Ahead?>(nil)

  /// Does now what `open(path)` will be asked for, and projects the ground its maps share: while another thread still
  /// finds out what is wanted. Nothing is said or thrown before `open` is called.
  public static func openAhead(_ path: String?) {
    let outcome = Result { () throws(Problem) in try read(path, beginsRegion: true) }
    ahead.withLock { $0 = Ahead(path: path, outcome: outcome) }
    if case .success(let project) = outcome { try? project.drawGround() }
  }

  /// Opens a project: `path` (a file, or a folder that holds a pole.yaml), else `./pole.yaml`, else the shipped one.
  ///
  /// Throws 66 for a missing file, 65 for anything wrong in the project or its territory layer, naming file and
  /// line or record.
  public static func open(_ path: String? = nil) throws(Problem) -> Project {
    let ahead = ahead.withLock { ahead -> Ahead? in
      guard let found = ahead, found.path == path, !found.isTaken else { return nil }
      ahead?.isTaken = true
      return found
    }
    guard let ahead else { return try read(path) }
    return try ahead.outcome.get()
  }

  private static func read(_ path: String?, beginsRegion: Bool = false) throws(Problem) -> Project {
    let isOwn = path != nil || FileBytes.exists(DataFolder.projectName)
    let place = isOwn ? path ?? DataFolder.projectName : try DataFolder.find()
    let file = FileBytes.isFolder(place) ? Path.join(place, DataFolder.projectName) : place
    return try Project(file, isShipped: !isOwn, beginsRegion: beginsRegion)
  }

  /// Projects and dissolves the layers its maps are drawn on.
  private func drawGround() throws(Problem) {
    try subject(Coverage([Action](), on: ground)).prepareGround()
  }
}
