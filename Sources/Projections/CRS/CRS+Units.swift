import CProj

extension CRS {
  /// Length of a unit of the coordinates in metres; 1 when these are degrees or PROJ does not know.
  public func metresPerUnit(context: ProjectionContext) -> Double {
    isGeographic || self == .lambert93 ? 1 : factor(context) ?? 1
  }

  /// Degrees in a unit of the coordinates of a geographic system: 0.9 for grads; 1 when PROJ does not know.
  public func degreesPerUnit(context: ProjectionContext) -> Double { factor(context).map { $0 * 180 / .pi } ?? 1 }

  /// Metres or radians in a unit of the first axis; `nil` when PROJ does not know.
  private func factor(_ context: ProjectionContext) -> Double? {
    guard let handle = proj_create(context.handle, definition) else { return nil }
    defer { proj_destroy(handle) }
    let type = proj_get_type(handle)
    let plane =
      type == PJ_TYPE_BOUND_CRS
      ? proj_get_source_crs(context.handle, handle)
      : type == PJ_TYPE_COMPOUND_CRS ? proj_crs_get_sub_crs(context.handle, handle, 0) : nil
    defer { if let plane { proj_destroy(plane) } }
    guard let system = proj_crs_get_coordinate_system(context.handle, plane ?? handle) else { return nil }
    defer { proj_destroy(system) }
    var factor = 1.0
    let found = proj_cs_get_axis_info(context.handle, system, 0, nil, nil, nil, &factor, nil, nil, nil)
    return found != 0 && factor > 0 ? factor : nil
  }
}
