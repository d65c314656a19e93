import Bytes
import Geometry
import Maps
import Synchronization
import Territory

/// The layers around a project's territory, each read once however many maps ask for it.
final class BackgroundLayers: Sendable {
  private let read = Mutex<[String: CommuneLayer]>([:])
  private let projected = Mutex<[[String?]: SharedGround]>([:])

  /// What maps of the territory with these layers around it share. The territory's own layer never changes.
  func drawn(_ context: String?, _ region: String?) -> SharedGround {
    projected.withLock { known in
      if let drawn = known[[context, region]] { return drawn }
      let drawn = SharedGround()
      known[[context, region]] = drawn
      return drawn
    }
  }

  /// Throws 66 for a missing file, 65 for anything wrong in it.
  func layer(_ path: String) throws(Problem) -> CommuneLayer {
    if let known = known(path) { return known }
    let layer = try Layers.communes(path, vintage: nil).communes
    read.withLock { $0[path] = layer }
    return layer
  }

  /// The layer if it was read.
  fileprivate func known(_ path: String) -> CommuneLayer? { read.withLock { $0[path] } }
}

/// The outlines of a layer: out of the layer where it was read, alone where it was not. What is drawn of them is kept,
/// they are not.
struct BackgroundOutlines: OutlineSource {
  let path: String
  let layers: BackgroundLayers

  func outlines() throws(Problem) -> Layer {
    if let known = layers.known(path) { return known.outlines }
    return try Layers.outlines(path)
  }
}
