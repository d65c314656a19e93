import Bytes
import Geometry
import Interchange
import Projections
import Shapefiles
import Territory

/// How a layer is read where its file does not say, or says it wrong.
public struct LayerReading: Sendable, Equatable {
  /// Encoding of the text of a .dbf; `nil`: as the file says.
  public var encoding: String?
  /// Its coordinate reference system; `nil`: as the file says.
  public var from: String?
  /// Which layer of a file that holds several; `nil`: the only one, else the only one whose rows are communes.
  public var layer: String?

  public init(encoding: String? = nil, from: String? = nil, layer: String? = nil) {
    self.encoding = encoding
    self.from = from
    self.layer = layer
  }
}

/// Layers from files.
public enum Layers {
  /// A layer as its file has it. Throws 66 for a missing file or `.dbf`, 65 for anything wrong in it.
  ///
  /// - Parameter columns: those to read, letter case left out; `nil`: all.
  public static func features(
    _ path: String, _ reading: LayerReading = LayerReading(), attributes: Shapefile.Attributes = .required,
    columns: Set<String>? = nil
  ) throws(Problem) -> Features {
    try Geodata.read(
      path,
      options: GeodataReadOptions(
        encoding: reading.encoding, attributes: attributes, columns: columns, layer: reading.layer,
        choice: LayerChoice(columns: CommuneLayer.codeColumns, isCode: CommuneLayer.isCode)))
  }

  /// Communes, in degrees WGS84 whatever their CRS. Throws 66 for a missing file or `.dbf`, 65 for anything wrong in it.
  public static func communes(
    _ path: String, vintage: Int?, _ reading: LayerReading = LayerReading()
  ) throws(Problem) -> (communes: CommuneLayer, warnings: [Warning]) {
    var features = try features(path, reading)
    do {
      try toDegrees(&features, from: reading.from)
      let communes = try CommuneLayer(features, vintage: vintage)
      return (communes, features.warnings + communes.notes)
    } catch {
      throw error.after(features.warnings)
    }
  }

  /// The outlines alone. Throws 66 for a missing file, 65 for anything wrong in its shapes.
  static func outlines(_ path: String) throws(Problem) -> Layer {
    var features = try features(path, attributes: .none, columns: [])
    guard features.geometry.kind == .polygon else { throw CommuneLayer.notOutlines(path) }
    try toDegrees(&features, from: nil)
    return features.geometry
  }

  /// Projects a layer to WGS84 unless it is there already. `from`: its system, `nil`: as it says.
  private static func toDegrees(_ features: inout Features, from: String?) throws(Problem) {
    let context = ProjectionContext()
    let source = try Georeference.crs(of: features, from: from, context: context)
    features.warnings += source.warnings
    guard source.crs != .wgs84 else { return }
    do {
      try Projector(from: source.crs, to: .wgs84, context: context).project(&features.geometry.coordinates)
    } catch {
      throw error.naming(features.path)
    }
    features.crs = CRS.wgs84.definition
  }
}
