import CProj

/// The grids that PROJ would use between two systems but does not find in this installation.
enum MissingGrids {
  /// Names of the grids missing for the operation that PROJ would prefer if every grid were installed, and the
  /// accuracy of that operation in metres (infinite when unknown). Takes some milliseconds.
  static func between(_ source: CRS, _ target: CRS, _ context: ProjectionContext) -> (names: [String], accuracy: Double)
  {
    let nothing = ([String](), Double.infinity)
    guard let from = proj_create(context.handle, source.definition) else { return nothing }
    defer { proj_destroy(from) }
    guard let to = proj_create(context.handle, target.definition) else { return nothing }
    defer { proj_destroy(to) }
    guard let factory = proj_create_operation_factory_context(context.handle, nil) else { return nothing }
    defer { proj_operation_factory_context_destroy(factory) }
    proj_operation_factory_context_set_grid_availability_use(context.handle, factory, PROJ_GRID_AVAILABILITY_IGNORED)
    proj_operation_factory_context_set_spatial_criterion(
      context.handle, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    guard let operations = proj_create_operations(context.handle, from, to, factory) else { return nothing }
    defer { proj_list_destroy(operations) }
    guard proj_list_get_count(operations) > 0, let best = proj_list_get(context.handle, operations, 0) else {
      return nothing
    }
    defer { proj_destroy(best) }
    var names: [String] = []
    for index in 0..<max(0, proj_coordoperation_get_grid_used_count(context.handle, best)) {
      var name: UnsafePointer<CChar>?
      var isAvailable: Int32 = 0
      let found = proj_coordoperation_get_grid_used(
        context.handle, best, index, &name, nil, nil, nil, nil, nil, &isAvailable)
      if found != 0, isAvailable == 0, let name { names.append(String(cString: name)) }
    }
    let accuracy = proj_coordoperation_get_accuracy(context.handle, best)
    return (names, accuracy >= 0 ? accuracy : .infinity)
  }
}
