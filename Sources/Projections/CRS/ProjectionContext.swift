import CProj

/// The state of PROJ for one thread: silent, offline, and created on first use. Threads must not share a
/// context.
public final class ProjectionContext {
  private var made: OpaquePointer?
  private var madeBare: OpaquePointer?

  /// A context that does not create anything in PROJ yet.
  public init() {}

  deinit {
    if let made { proj_context_destroy(made) }
    if let madeBare { proj_context_destroy(madeBare) }
  }

  var handle: OpaquePointer {
    if let made { return made }
    let handle = Self.silent()
    made = handle
    return handle
  }

  /// A second context that finds no files, for operations written out in full: PROJ opens proj.db for each
  /// pipeline, which takes 7 ms, but works without the database when there is none.
  var bare: OpaquePointer {
    if let madeBare { return madeBare }
    let bare = Self.silent()
    "/dev/null/none".withCString { nowhere in
      var paths: [UnsafePointer<CChar>?] = [nowhere]
      proj_context_set_search_paths(bare, 1, &paths)
    }
    madeBare = bare
    return bare
  }

  private static func silent() -> OpaquePointer {
    let handle: OpaquePointer = proj_context_create()
    proj_log_level(handle, PJ_LOG_NONE)
    // Setting the level alone leaves some messages.
    proj_log_func(handle, nil) { _, _, _ in }
    proj_context_set_enable_network(handle, 0)
    return handle
  }

  /// PROJ's message for the last error on this context; empty without an error.
  var errorText: String {
    let code = proj_context_errno(handle)
    guard code != 0, let text = proj_context_errno_string(handle, code) else { return "" }
    return String(cString: text)
  }

  /// Versions of PROJ and of the EPSG registry in its database, for manifests.
  ///
  /// Opens proj.db (some milliseconds). The database version is `nil` when there is no database.
  public func versions() -> (proj: String, epsg: String?) {
    let epsg = proj_context_get_database_metadata(handle, "EPSG.VERSION").map { String(cString: $0) }
    return (String(cString: proj_info().version), epsg)
  }
}
