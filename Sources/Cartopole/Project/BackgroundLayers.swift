import Bytes
import Synchronization
import Territory

/// The layers around a project's territory, each read once however many maps ask for it.
final class BackgroundLayers: Sendable {
  private let read = Mutex<[String: CommuneLayer]>([:])

  /// Throws 66 for a missing file, 65 for anything wrong in it.
  func layer(_ path: String) throws(Problem) -> CommuneLayer {
    if let known = read.withLock({ $0[path] }) { return known }
    let layer = try Layers.communes(path, vintage: nil).communes
    read.withLock { $0[path] = layer }
    return layer
  }
}
