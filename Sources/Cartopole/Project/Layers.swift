import Bytes
import Geometry
import Interchange
import Projections
import Shapefiles
import Siting
import Statistics
import Territory

/// How a layer is read when its file does not say, or says it wrong.
public struct LayerReading: Sendable, Equatable {
  /// Encoding of the text of a .dbf; `nil` for the one the file gives.
  public var encoding: String?
  /// The coordinate reference system, as PROJ reads it; `nil` for the one the file gives.
  public var from: String?
  /// Name of a layer in a file that has several; `nil` for the only one,
  /// or the only one whose rows are communes.
  public var layer: String?

  /// Makes a reading of these values; they are checked when a file is read.
  public init(encoding: String? = nil, from: String? = nil, layer: String? = nil) {
    self.encoding = encoding
    self.from = from
    self.layer = layer
  }
}

extension CommuneLayer {
  /// The vintage of its codes: the one it states, else the one they tell.
  func vintage(_ events: CommuneEvents) -> Vintage {
    vintage.map { Vintage(stated: $0) } ?? Vintage(of: communes.map(\.insee), events: events)
  }
}

/// Reads layers from files.
public enum Layers {
  /// The layer of a file, in the CRS of the file. Throws 66 for a
  /// missing file or `.dbf`, 65 for any fault in it.
  ///
  /// - `columns`: names of the columns to read, in any letter case; `nil` for all.
  public static func features(
    _ path: String, _ reading: LayerReading = LayerReading(), attributes: Shapefile.Attributes = .required,
    columns: Set<String>? = nil
  ) throws(Problem) -> Features {
    try Geodata.read(
      path,
      options: GeodataReadOptions(
        encoding: reading.encoding, attributes: attributes, columns: columns, layer: reading.layer,
        choice: LayerChoice(columns: CommuneLayer.codeColumns, name: "commune", isCode: CommuneLayer.isCode)))
  }

  /// The communes of a file, in degrees WGS84 whatever the CRS of the file. Throws 66 for a
  /// missing file or `.dbf`, 65 for any fault in it.
  ///
  /// - `positions`: path of a table or layer of the town halls, which count instead of the layer's own.
  public static func communes(
    _ path: String, vintage: Int?, _ reading: LayerReading = LayerReading(), positions: String? = nil
  ) throws(Problem) -> (communes: CommuneLayer, warnings: [Warning]) {
    var features = try features(path, reading)
    do {
      try features.complete(from: reading.from)
      if let positions { try features.place(by: PlacesFile(positions)) }
      try toDegrees(&features, from: reading.from)
      let communes = try CommuneLayer(features, vintage: vintage)
      return (communes, features.warnings + communes.notes)
    } catch { throw error.after(features.warnings) }
  }

  /// The outlines alone, in degrees WGS84. Throws 66 for a missing file, 65 for any fault in its shapes.
  static func outlines(_ path: String) throws(Problem) -> Layer {
    var features = try features(path, attributes: .none, columns: [])
    guard features.geometry.kind == .polygon else { throw CommuneLayer.notOutlines(path) }
    try toDegrees(&features, from: nil)
    return features.geometry
  }

  /// Projects a layer to WGS84 unless it is in WGS84 already. `from` is its
  /// system, `nil` for the one the file gives.
  static func toDegrees(_ features: inout Features, from: String?) throws(Problem) {
    let context = ProjectionContext()
    let source = try Georeference.crs(of: features, from: from, context: context)
    features.warnings += source.warnings
    guard source.crs != .wgs84 else { return }
    do { try Projector(from: source.crs, to: .wgs84, context: context).project(&features.geometry.coordinates) } catch {
      throw error.naming(features.path)
    }
    features.crs = CRS.wgs84.definition
  }
}
