import Bytes
import Geometry
import Maps
import Statistics
import Territory

/// The layers around a project's territory and its registers of figures; each is read once, however many maps and tables
/// ask for it. Safe to use from several threads.
final class BackgroundLayers: Sendable {
  private let layers = Guarded<[String: Once<CommuneLayer, Problem>]>([:])
  private let outlines = Guarded<[String: Once<Layer, Problem>]>([:])
  private let registers = Guarded<[String: Once<FiguresRegister, Problem>]>([:])
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
    try Self.once(path, in: layers).get { () throws(Problem) in try Layers.communes(path, vintage: nil).communes }
  }

  /// The outline of all features of a layer, in degrees; its attributes are not read. Throws as `layer` does.
  func outline(_ path: String) throws(Problem) -> Layer {
    try Self.once(path, in: outlines).get { () throws(Problem) in try Layers.outlines(path).dissolved() }
  }

  /// The figures of a file. Throws 66 for a missing file, 65 for any fault in it.
  func register(_ path: String) throws(Problem) -> FiguresRegister {
    try Self.once(path, in: registers).get { () throws(Problem) in try FiguresRegister(path: path) }
  }

  private static func once<Value>(_ path: String, in all: Guarded<[String: Once<Value, Problem>]>) -> Once<
    Value, Problem
  > {
    all.withLock { all in
      if let known = all[path] { return known }
      let once = Once<Value, Problem>()
      all[path] = once
      return once
    }
  }
}

/// The outline of a layer, read when it is first asked for.
struct BackgroundOutline: OutlineSource {
  let path: String
  let layers: BackgroundLayers

  func outline() throws(Problem) -> Layer { try layers.outline(path) }
}
