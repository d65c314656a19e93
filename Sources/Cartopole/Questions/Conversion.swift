import Bytes
import Geometry
import Interchange
import Projections

/// From one geodata file to another: filtered, simplified, reprojected, in another format.
public struct Conversion: Sendable {
  /// How the input is read.
  public var reading = LayerReading()
  public var to: String?
  public var filters: [Filter] = []
  /// Decimals of GeoJSON: `nil` for 7 in degrees and 4 in metres, or shortest round-trip.
  public var fullPrecision = false
  public var allowBallpark = false
  /// Simplified as it was read and filtered, before it is reprojected; `nil`: not at all.
  public var simplification: Simplification?

  public init() {}

  /// What was done, for a line on stderr.
  public struct Report: Sendable {
    public var read: Int
    public var written: Int
    public var source: CRS
    public var target: CRS
    public var operation: Projector.Operation?
    /// What simplifying did; its layer is left empty.
    public var simplified: SimplifiedLayer?
    public var warnings: [Warning]
  }

  /// Converts `input` into `output`. Throws 65 or 66 for the input, 73 or 74 for the output, which is then untouched.
  public func run(_ input: String, _ output: String) throws(Problem) -> Report {
    var features = try Layers.features(input, reading, attributes: .optional)
    let context = ProjectionContext()
    let read = features.count
    for filter in filters { features = try filter.apply(to: features) }
    // Coordinates its system cannot hold are copied as they are, and only then.
    let source = try Georeference.crs(
      of: features, from: reading.from, context: context, misfit: to == nil ? .warn : .refuse)
    var simplified: SimplifiedLayer?
    if let simplification {
      var result = features.geometry.simplified(
        simplification, degrees: source.crs.isGeographic,
        metresPerUnit: source.crs.metresPerUnit(context: context))
      swap(&features.geometry, &result.layer)
      result.layer = Layer(result.layer.kind)
      simplified = result
    }
    let target = try to.map { text throws(Problem) in try CRS(text, context: context) } ?? source.crs
    var operation: Projector.Operation?
    if source.crs != target {
      let projector = try Projector(
        from: source.crs, to: target, context: context, allowBallpark: allowBallpark)
      do {
        try projector.project(&features.geometry.coordinates)
      } catch {
        throw error.naming(input)
      }
      operation = projector.operation()
    }
    features.crs = target.epsg.map { "EPSG:\($0)" } ?? target.definition
    var warnings = features.warnings + source.warnings
    warnings += try Geodata.write(
      features, to: output,
      options: GeodataWriteOptions(
        precision: fullPrecision ? .full : .rounded, geographic: target.isGeographic,
        projection: try target.esriWKT(context: context)))
    return Report(
      read: read, written: features.count, source: source.crs, target: target, operation: operation,
      simplified: simplified, warnings: warnings)
  }
}

/// A condition on a column: `INSEE_DEP=91`, `POPULATION>=1000`, `NOM!=Dourdan`.
public struct Filter: Sendable, Equatable {
  enum Relation: String, CaseIterable {
    // Longest first: `<=` must not be read as `<`.
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case less = "<"
    case more = ">"
  }

  let column: String
  let relation: Relation
  let value: String

  /// Throws 64 for a text that is no condition.
  public init(_ text: String) throws(Problem) {
    for relation in Relation.allCases {
      guard let range = text.firstRange(of: relation.rawValue) else { continue }
      let column = String(text[..<range.lowerBound]).trimmingSpaces
      guard !column.isEmpty else { break }
      self.column = column
      self.relation = relation
      value = String(text[range.upperBound...]).trimmingSpaces
      return
    }
    throw Problem(
      .usage, Text("« \(text) » n’est pas une condition", "\"\(text)\" is not a condition"),
      fix: Text("écrivez par exemple --where INSEE_DEP=91", "write --where INSEE_DEP=91, for instance"))
  }

  /// The features that meet it. Text is compared as text for `=` and `!=`, as numbers for the others; a missing
  /// value meets only `!=`. Throws 65 for a column there is not.
  public func apply(to features: Features) throws(Problem) -> Features {
    let values = try features.column(asked: column)
    let limit = Double(value)
    if limit == nil, relation != .equal, relation != .notEqual {
      throw Problem(
        .usage, Text("« \(value) » n’est pas un nombre", "\"\(value)\" is not a number"))
    }
    return features.selecting(
      (0..<features.count).filter { row in
        switch relation {
        case .equal: values.text(row) == value
        case .notEqual: values.text(row) != value
        case .less: values.number(row).map { $0 < limit! } ?? false
        case .more: values.number(row).map { $0 > limit! } ?? false
        case .atMost: values.number(row).map { $0 <= limit! } ?? false
        case .atLeast: values.number(row).map { $0 >= limit! } ?? false
        }
      })
  }
}
