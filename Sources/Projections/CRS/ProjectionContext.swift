import CProj

/// PROJ's state of one thread: silent, offline. Owns the handle; not to be shared between threads.
public final class ProjectionContext {
  let handle: OpaquePointer

  public init() {
    handle = proj_context_create()
    proj_log_level(handle, PJ_LOG_NONE)
    proj_context_set_enable_network(handle, 0)
  }

  deinit { proj_context_destroy(handle) }

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
