import Bytes
import Geometry
import Maps
import Statistics
import Territory

/// The layers around a project's territory and its registers of figures; each is read once, however many maps and tables
/// ask for it. Safe to use from several threads.
final class BackgroundLayers: Sendable {
  private let layers = ReadOnce<CommuneLayer>()
  private let outlines = ReadOnce<Layer>()
  private let registers = ReadOnce<FiguresRegister>()
  private let projected = Guarded<[[String?]: SharedLayers]>([:])

  /// What maps of the territory in this CRS with these layers around it share. The territory's own layer never changes.
  func drawn(_ context: String?, _ region: String?, _ crs: String?) -> SharedLayers {
    projected.withLock { known in
      if let drawn = known[[context, region, crs]] { return drawn }
      let drawn = SharedLayers()
      known[[context, region, crs]] = drawn
      return drawn
    }
  }

  /// The communes of a file. Throws 66 for a missing file, 65 for any fault in it.
  func layer(_ path: String) throws(Problem) -> CommuneLayer {
    try layers.value(path, try Layers.communes(path, vintage: nil).communes)
  }

  /// The outline of all features of a layer, in degrees; its attributes are not read. Throws as `layer` does.
  func outline(_ path: String) throws(Problem) -> Layer {
    try outlines.value(path, try Layers.outlines(path).dissolved())
  }

  /// The figures of a file. Throws 66 for a missing file, 65 for any fault in it.
  func register(_ path: String) throws(Problem) -> FiguresRegister {
    try registers.value(path, try FiguresRegister(path: path))
  }
}

/// What files are read into, each once, by their paths. Safe to use from several threads.
final class ReadOnce<Value: Sendable>: Sendable {
  private let known = Guarded<[String: Once<Value, Problem>]>([:])

  /// What the file of a path is read into, by the first who asks for it.
  func value(_ path: String, _ read: @autoclosure () throws(Problem) -> Value) throws(Problem) -> Value {
    try known.withLock { known in
      let once = known[path] ?? Once<Value, Problem>()
      known[path] = once
      return once
    }.get(read)
  }
}

/// The outline of a layer, read when it is first asked for.
struct BackgroundOutline: OutlineSource {
  let path: String
  let layers: BackgroundLayers

  func outline() throws(Problem) -> Layer { try layers.outline(path) }
}
