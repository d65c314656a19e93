import CProj

/// PROJ's state of one thread: silent, offline. Owns the handle; not to be shared between threads.
public final class ProjectionContext {
  let handle: OpaquePointer
  /// A second one that finds no files, for operations written out in full: PROJ opens proj.db for each pipeline it
  /// is given, 7 ms, and does without when there is none.
  private(set) lazy var bare: OpaquePointer = {
    let bare = Self.silent()
    "/dev/null/none".withCString { nowhere in
      var paths: [UnsafePointer<CChar>?] = [nowhere]
      proj_context_set_search_paths(bare, 1, &paths)
    }
    hasBare = true
    return bare
  }()
  private var hasBare = false

  public init() { handle = Self.silent() }

  deinit {
    proj_context_destroy(handle)
    if hasBare { proj_context_destroy(bare) }
  }

  private static func silent() -> OpaquePointer {
    let handle: OpaquePointer = proj_context_create()
    proj_log_level(handle, PJ_LOG_NONE)
    proj_log_func(handle, nil, cartopole_proj_drop_message)
    proj_context_set_enable_network(handle, 0)
    return handle
  }

  /// Starts loading libproj on a thread of its own, 10 ms, and returns at once.
  public static func prepare() { cartopole_proj_prepare() }

  /// PROJ's words for its last error on this context.
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
