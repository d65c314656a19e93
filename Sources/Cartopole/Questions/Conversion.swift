import Bytes
import Geometry
import Interchange
import Projections
import Siting

/// Converts a geodata file into another: filtered, simplified, reprojected, in another format.
public struct Conversion: Sendable {
  /// How the input is read.
  public var reading = LayerReading()
  /// The CRS of the output, as PROJ reads it; `nil` for that of the input.
  public var to: String?
  /// Communes to keep, as `CommuneListing` reads them; empty for all features.
  public var communes: [String] = []
  /// Conditions that features must all meet.
  public var filters: [Filter] = []
  /// Whether GeoJSON has the shortest decimals that read back exactly, instead of 7 in degrees and 4 in metres.
  public var fullPrecision = false
  /// Whether a ballpark transformation is allowed, which ignores the
  /// datum and may be wrong by hundreds of metres.
  public var allowBallpark = false
  /// How outlines are simplified after filtering and before reprojection; `nil` for not at all.
  public var simplification: Simplification?
  /// The column whose classes or categories are written with the layer; `nil` for none.
  public var style: StyleQuestion?

  /// Copies all features, in their CRS, to the format of the output.
  public init() {}

  /// What was done, for a line on stderr.
  public struct Report: Sendable {
    /// Number of features read.
    public var read: Int
    /// Number of features written, after filtering.
    public var written: Int
    /// The CRS of the input.
    public var source: CRS
    /// The CRS of the output.
    public var target: CRS
    /// The transformation between the two; `nil` when they are the same.
    public var operation: Projector.Operation?
    /// What simplifying did, with an empty layer; `nil` without it.
    public var simplified: SimplifiedLayer?
    /// Path of the Styled Layer Descriptor; `nil` without a style.
    public var descriptor: String?
    /// What the readers and the writer noticed.
    public var warnings: [Warning]
  }

  /// Converts the file `input` into `output`. Throws 64 for a filter that does not fit, 65 for a commune that the input
  /// does not have, 65 or 66 for the input,
  /// 73 or 74 for the output, which is then left unchanged.
  public func run(_ input: String, _ output: String) throws(Problem) -> Report {
    var features = try Layers.features(input, reading, attributes: .optional)
    let context = ProjectionContext()
    let read = features.count
    var warnings: [Warning] = []
    if !communes.isEmpty {
      let list = try CommuneListing(communes, among: CommuneNames(features), areas: true)
      try list.selection.requireAll(list.file)
      warnings = list.warnings(isStrict: true)
      features = features.selecting(list.rows)
    }
    for filter in filters { features = try filter.apply(to: features) }
    let styled = try style.map { question throws(Problem) in try question.style(&features) }
    // Coordinates that the stated system cannot hold are copied as they are, but never reprojected.
    let source = try Georeference.crs(
      of: features, from: reading.from, context: context, misfit: to == nil ? .warn : .refuse)
    var simplified: SimplifiedLayer?
    if let simplification {
      var result = features.geometry.simplified(
        simplification, degrees: source.crs.isGeographic, metresPerUnit: source.crs.metresPerUnit(context: context))
      swap(&features.geometry, &result.layer)
      result.layer = Layer(result.layer.kind)
      simplified = result
    }
    let target = try to.map { text throws(Problem) in try CRS(text, context: context) } ?? source.crs
    var operation: Projector.Operation?
    if source.crs != target {
      let projector = try Projector(from: source.crs, to: target, context: context, allowBallpark: allowBallpark)
      do { try projector.project(&features.geometry.coordinates) } catch { throw error.naming(input) }
      operation = projector.operation()
    }
    features.crs = target.epsg.map { "EPSG:\($0)" } ?? target.definition
    warnings = features.warnings + source.warnings + warnings + (styled?.warnings ?? [])
    var options = GeodataWriteOptions(
      precision: fullPrecision ? .full : .rounded, geographic: target.isGeographic,
      projection: try target.esriWKT(context: context))
    if let style = styled?.style { try add(style, of: features, to: output, &options) }
    warnings += try Geodata.write(features, to: output, options: options)
    return Report(
      read: read, written: features.count, source: source.crs, target: target, operation: operation,
      simplified: simplified, descriptor: options.companions.first?.path, warnings: warnings)
  }

  /// Adds a style to what is written: in the file where its format stores one, and as a .sld beside.
  private func add(_ style: ColumnStyle, of features: Features, to output: String, _ options: inout GeodataWriteOptions)
    throws(Problem)
  {
    guard output != "-" else {
      throw Problem(.usage, Text.styleIsWrittenBesideLayer, fix: Text("donnez un nom de fichier", "give a file name"))
    }
    let names = features.columns.map(\.name)
    let written = try Geodata.columnNames(names, in: output)
    func name(_ column: String) -> String { names.firstIndex(of: column).map { written[$0] } ?? column }
    let (column, status) = (name(style.column), name(ColumnStyle.statusColumn(style.column)))
    let kind = features.geometry.kind
    let layer = Path.stem(Path.name(output))
    let sld = StyledLayerDescriptor(style: style, kind: kind, layer: layer, column: column, status: status).text
    let qml = QGISStyle(style: style, kind: kind, column: column, status: status).text
    options.style = GeodataWriteOptions.StoredStyle(name: String(style.column.prefix(30)), qml: qml, sld: sld)
    options.companions = [(Path.stem(output) + ".sld", Array(sld.utf8))]
  }
}

/// A condition on a column, such as `INSEE_DEP=91`, `POPULATION>=1000` or `NOM!=Dourdan`.
public struct Filter: Sendable, Equatable {
  enum Relation: String, CaseIterable {
    // Longest first, so that `<=` is not read as `<`.
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

  /// Reads a condition. Throws 64 for a text that is none.
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
    throw Problem(.usage, Text.isNotACondition(text), fix: Text.writeConditionLikeThis)
  }

  /// The features that meet the condition. `=` and `!=` compare text, the others compare numbers; a missing
  /// value meets only `!=`. Throws 64 for a value that is no number with the others, 65 for an unknown column.
  public func apply(to features: Features) throws(Problem) -> Features {
    let values = try features.column(asked: column)
    let limit = (try? WrittenNumber(value)).flatMap { Double($0.plain) }
    if limit == nil, relation != .equal, relation != .notEqual {
      throw Problem(.usage, Text("« \(value) » n’est pas un nombre", "\"\(value)\" is not a number"))
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
