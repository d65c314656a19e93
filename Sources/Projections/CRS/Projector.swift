import Bytes
import CProj

/// Transforms coordinates from one CRS to another with PROJ. Only for the thread of its context.
///
/// Agrees with `cs2cs` of the same PROJ installation. Between the systems of French commune layers it uses the
/// pipeline that PROJ itself would choose, written out because looking it up takes 15 ms; a test compares each
/// with the look-up.
public final class Projector {
  /// The system of the coordinates given.
  public let source: CRS
  /// The system of the coordinates returned.
  public let target: CRS
  private let context: ProjectionContext
  private let handle: OpaquePointer?
  /// Whether the operation is one of `CommonPipelines`, which use no grid.
  private let isWrittenOut: Bool

  /// A projector between two systems; equal systems leave coordinates unchanged.
  ///
  /// Throws 65 when PROJ has no operation between them, or, unless `allowBallpark`, only a ballpark one, which
  /// ignores the datum and may be wrong by hundreds of metres.
  public init(from source: CRS, to target: CRS, context: ProjectionContext, allowBallpark: Bool = false) throws(Problem)
  {
    self.source = source
    self.target = target
    self.context = context
    if source == target {
      handle = nil
      isWrittenOut = false
    } else if let pipeline = CommonPipelines.between(source, target), let literal = proj_create(context.bare, pipeline)
    {
      handle = literal
      isWrittenOut = true
    } else {
      handle = try Self.lookUp(source, target, context, allowBallpark)
      isWrittenOut = false
    }
  }

  deinit { if let handle { proj_destroy(handle) } }

  private static func lookUp(_ source: CRS, _ target: CRS, _ context: ProjectionContext, _ allowBallpark: Bool)
    throws(Problem) -> OpaquePointer
  {
    guard let from = proj_create(context.handle, source.definition) else { throw noOperation(source, target) }
    defer { proj_destroy(from) }
    guard let to = proj_create(context.handle, target.definition) else { throw noOperation(source, target) }
    defer { proj_destroy(to) }
    if let exact = create(from, to, context, allowBallpark: false) { return exact }
    guard let ballpark = create(from, to, context, allowBallpark: true) else { throw noOperation(source, target) }
    if allowBallpark { return ballpark }
    proj_destroy(ballpark)
    let grids = MissingGrids.between(source, target, context).names.joined(separator: ", ")
    throw Problem(
      .badData, Text.onlyABallparkOperation(source.name, target.name),
      fix: grids.isEmpty ? nil : Text("installez \(grids) (proj-data)", "install \(grids) (proj-data)"),
      needs: .ballpark(own: source.epsg.map { "EPSG:\($0)" }))
  }

  private static func create(
    _ from: OpaquePointer, _ to: OpaquePointer, _ context: ProjectionContext, allowBallpark: Bool
  ) -> OpaquePointer? {
    let option = allowBallpark ? "ALLOW_BALLPARK=YES" : "ALLOW_BALLPARK=NO"
    return option.withCString { text -> OpaquePointer? in
      var options: [UnsafePointer<CChar>?] = [text, nil]
      guard let raw = proj_create_crs_to_crs_from_pj(context.handle, from, to, nil, &options) else { return nil }
      defer { proj_destroy(raw) }
      return proj_normalize_for_visualization(context.handle, raw)
    }
  }

  private static func noOperation(_ source: CRS, _ target: CRS) -> Problem {
    Problem(.badData, Text.noOperationBetween(source.name, target.name))
  }

  /// Projects x,y pairs in place: x east and y north, degrees in a geographic system. O(n), about 0.2 µs a
  /// point.
  ///
  /// Throws 65, naming the first point (from 1) that has no image.
  public func project(_ coordinates: inout [Double]) throws(Problem) {
    let failed = coordinates.withUnsafeMutableBufferPointer { project($0) }
    if let failed { throw Self.outside(target, point: failed) }
  }

  /// Projects x,y pairs in place and returns the first point without an image, from 0; `nil` when all have one.
  func project(_ buffer: UnsafeMutableBufferPointer<Double>) -> Int? {
    guard let handle, let base = buffer.baseAddress else { return nil }
    let count = buffer.count / 2
    let stride = 2 * MemoryLayout<Double>.stride
    proj_trans_generic(handle, PJ_FWD, base, stride, count, base + 1, stride, count, nil, 0, 0, nil, 0, 0)
    return buffer.firstIndex { !$0.isFinite }.map { $0 / 2 }
  }

  /// The error (65) for a point, numbered from 0, that has no image in the target.
  static func outside(_ target: CRS, point: Int) -> Problem {
    Problem(
      .badData, at: Text("point \(point + 1)", "point \(point + 1)"),
      Text("hors du domaine de « \(target.name) »", "outside the domain of \"\(target.name)\""),
      fix: Text.checkTheCoordinateSystem, needs: .crs)
  }

  /// Projects one point. Throws 65 when it has no image.
  public func project(_ x: Double, _ y: Double) throws(Problem) -> (x: Double, y: Double) {
    var pair = [x, y]
    try project(&pair)
    return (pair[0], pair[1])
  }

  /// An operation between two systems as PROJ describes it.
  public struct Operation: Sendable, Equatable {
    /// PROJ's description; `noop` between equal systems.
    public var description: String
    /// Accuracy in metres; `nil` when unknown.
    public var accuracy: Double?
    /// Names of grids that are not installed and would make the operation more accurate.
    public var missingGrids: [String]
  }

  /// The operation used for the last point projected, in PROJ's words even when it was written out. Looks up
  /// grids in PROJ's database, which takes some milliseconds.
  public func operation() -> Operation {
    guard let handle else { return Operation(description: "noop", accuracy: 0, missingGrids: []) }
    let looked = isWrittenOut ? try? Self.lookUp(source, target, context, false) : nil
    let last = looked ?? proj_trans_get_last_used_operation(handle)
    defer { if let last { proj_destroy(last) } }
    let info = proj_pj_info(last ?? handle)
    let accuracy = info.accuracy >= 0 ? info.accuracy : nil
    let best = MissingGrids.between(source, target, context)
    let isBetter = !isWrittenOut && best.accuracy < accuracy ?? .infinity
    return Operation(
      description: info.description.map { String(cString: $0) } ?? "", accuracy: accuracy,
      missingGrids: isBetter ? best.names : [])
  }
}
