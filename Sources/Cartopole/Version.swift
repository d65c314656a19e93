import CVersion

/// The version of the program.
public enum Version {
  /// Semantic version, `MAJOR.MINOR.PATCH`.
  public static let text = "0.2.0"

  /// The version with the commit it was built from, `0.2.0 (3402cba)`; a `+` after the commit says that files
  /// had been changed since. Without a commit where the build did not name one in `CARTOPOLE_COMMIT`.
  public static var full: String {
    let commit = String(cString: cartopole_commit())
    return commit.isEmpty ? text : "\(text) (\(commit))"
  }
}
