import Bytes
import CProj

/// A coordinate reference system, which says what coordinates mean. In this project x is always east and y
/// north, whatever axis order the authority defines.
public struct CRS: Sendable, Equatable {
  /// The text given to PROJ: an authority code, WKT or a PROJ string.
  public let definition: String
  /// The name that PROJ gives the system, or the definition when PROJ gives none.
  public let name: String
  /// The EPSG code in the definition, or the one that PROJ identifies with at least 90 % confidence; `nil`
  /// without any.
  public let epsg: Int?
  /// Whether coordinates are longitude and latitude, in degrees unless `degreesPerUnit` says otherwise.
  public let isGeographic: Bool

  /// WGS 84, EPSG:4326; x is the longitude and y the latitude, in degrees.
  public static let wgs84 = CRS(definition: "EPSG:4326", name: "WGS 84", epsg: 4326, isGeographic: true)
  /// Lambert-93, EPSG:2154, the official projection of metropolitan France, in metres.
  public static let lambert93 = CRS(
    definition: "EPSG:2154", name: "RGF93 v1 / Lambert-93", epsg: 2154, isGeographic: false)
  static let rgf93 = CRS(definition: "EPSG:4171", name: "RGF93 v1", epsg: 4171, isGeographic: true)
  static let etrs89 = CRS(definition: "EPSG:4258", name: "ETRS89", epsg: 4258, isGeographic: true)

  init(definition: String, name: String, epsg: Int?, isGeographic: Bool) {
    self.definition = definition
    self.name = name
    self.epsg = epsg
    self.isGeographic = isGeographic
  }

  /// Parses a definition: `EPSG:2154`, ESRI or OGC WKT, or a PROJ string.
  ///
  /// The few systems of French commune layers are known without asking PROJ, which would open its database.
  /// Throws 65 when PROJ cannot read the definition, when it does not define a CRS, and for a geocentric or
  /// vertical CRS; `file` is the file to name.
  public init(_ definition: String, context: ProjectionContext, file: String? = nil) throws(Problem) {
    let text = Self.asCRS(definition.trimmed)
    if let known = Self.known[text.uppercased()] {
      self = known
      return
    }
    guard let handle = Self.parse(text, context) else {
      let words = text.count <= 40 ? "« \(text) »" : "(\(context.errorText))"
      throw Problem(
        .badData, file: file, Text.projCannotReadSystem(words), fix: file == nil ? Text.giveAnEPSGCode : nil,
        needs: file == nil ? nil : .crs)
    }
    defer { proj_destroy(handle) }
    let type = proj_get_type(handle)
    guard proj_is_crs(handle) != 0, type != PJ_TYPE_GEOCENTRIC_CRS, type != PJ_TYPE_VERTICAL_CRS else {
      throw Problem(
        .badData, file: file, Text.isNotAHorizontalSystem(text), fix: file == nil ? Text.giveAnEPSGCode : nil,
        needs: file == nil ? nil : .crs)
    }
    let name = proj_get_name(handle).map { String(cString: $0) } ?? text
    self.init(
      definition: text, name: name, epsg: Self.code(of: handle, context),
      isGeographic: Self.isGeographic(handle, context))
  }

  /// The PROJ object of a definition, owned by the caller; `nil` when PROJ cannot read it, or when it is a name
  /// that PROJ only guesses: PROJ reads `foo` as Amersfoort.
  private static func parse(_ text: String, _ context: ProjectionContext) -> OpaquePointer? {
    guard let handle = proj_create(context.handle, text) else { return nil }
    let isName = !text.contains { ":+[{=".contains($0) }
    let name = proj_get_name(handle).map { String(cString: $0) } ?? ""
    guard isName, name.lowercased() != text.lowercased() else { return handle }
    proj_destroy(handle)
    return nil
  }

  /// The definition in a form that PROJ reads as a CRS: PROJ takes `+proj=…` for an operation without
  /// `+type=crs`, and no longer reads `+init=epsg:…`.
  private static func asCRS(_ text: String) -> String {
    let lower = text.lowercased()
    for prefix in ["+init=epsg:", "init=epsg:"] where lower.hasPrefix(prefix) {
      return "EPSG:" + text.dropFirst(prefix.count)
    }
    guard lower.hasPrefix("+proj=") || lower.hasPrefix("proj="), !lower.contains("type=crs") else { return text }
    return text + " +type=crs"
  }

  private static func isGeographic(_ handle: OpaquePointer, _ context: ProjectionContext) -> Bool {
    let inner: OpaquePointer?
    switch proj_get_type(handle) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS: return true
    case PJ_TYPE_BOUND_CRS: inner = proj_get_source_crs(context.handle, handle)
    case PJ_TYPE_COMPOUND_CRS: inner = proj_crs_get_sub_crs(context.handle, handle, 0)
    default: return false
    }
    guard let inner else { return false }
    defer { proj_destroy(inner) }
    return isGeographic(inner, context)
  }

  private static func code(of handle: OpaquePointer, _ context: ProjectionContext) -> Int? {
    if let authority = proj_get_id_auth_name(handle, 0), String(cString: authority) == "EPSG",
      let code = proj_get_id_code(handle, 0)
    {
      return Int(String(cString: code))
    }
    var confidence: UnsafeMutablePointer<Int32>?
    guard let matches = proj_identify(context.handle, handle, "EPSG", nil, &confidence) else { return nil }
    defer {
      proj_list_destroy(matches)
      proj_int_list_destroy(confidence)
    }
    guard proj_list_get_count(matches) > 0, let confidence, confidence[0] >= 90,
      let best = proj_list_get(context.handle, matches, 0)
    else { return nil }
    defer { proj_destroy(best) }
    return proj_get_id_code(best, 0).flatMap { Int(String(cString: $0)) }
  }

  /// The WKT, in the ESRI dialect, for the `.prj` file of a shapefile.
  ///
  /// Throws 65 when that dialect cannot express the CRS.
  public func esriWKT(context: ProjectionContext) throws(Problem) -> String {
    if self == .wgs84 { return Self.esriWGS84 }
    let problem = Problem(.badData, Text.cannotBeWrittenAsPrj(name))
    guard let handle = proj_create(context.handle, definition) else { throw problem }
    defer { proj_destroy(handle) }
    guard let text = proj_as_wkt(context.handle, handle, PJ_WKT1_ESRI, nil) else { throw problem }
    return String(cString: text)
  }

  private static let esriWGS84 =
    "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"

  private static let known: [String: CRS] = [
    "EPSG:4326": .wgs84, "EPSG:2154": .lambert93, "EPSG:4171": .rgf93, "EPSG:4258": .etrs89,
    esriWGS84.uppercased(): .wgs84,
  ]
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace || last == "\0" { text.removeLast() }
    while let first = text.first, first.isWhitespace || first == "\u{FEFF}" { text.removeFirst() }
    return String(text)
  }
}
