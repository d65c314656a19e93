/// Joins paths and takes them apart as text, without asking the file system.
///
/// Compares bytes, not characters: a slash with a combining accent is one character that differs from a slash.
public enum Path {
  private static let slash = UInt8(ascii: "/")

  /// The path of `name` in `folder`; `name` alone when it is absolute or the folder is empty or `.`.
  public static func join(_ folder: String, _ name: String) -> String {
    if isAbsolute(name) || folder.isEmpty || folder == "." { return name }
    return folder.utf8.last == slash ? folder + name : folder + "/" + name
  }

  /// Whether the path starts with a slash.
  public static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

  /// The last part of a path, ignoring slashes at its end.
  public static func name(_ path: String) -> String {
    path.utf8.split(separator: slash).last.map { String(Substring($0)) } ?? path
  }

  /// The folder in which a path lies; `.` for a bare name.
  public static func folder(_ path: String) -> String {
    let whole = withoutSlashes(path.utf8[...])
    guard let last = whole.lastIndex(of: slash) else { return isAbsolute(path) && whole.isEmpty ? "/" : "." }
    let above = withoutSlashes(whole[..<last])
    return above.isEmpty ? "/" : String(Substring(above))
  }

  private static func withoutSlashes(_ path: Substring.UTF8View) -> Substring.UTF8View {
    var path = path
    while path.last == slash { path.removeLast() }
    return path
  }

  /// The extension in lower case without its dot; `""` when there is none. A dot in front begins no extension.
  public static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = dot(in: name) else { return "" }
    return String(Substring(name.utf8[name.utf8.index(after: dot)...])).lowercased()
  }

  /// The path without its extension.
  public static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = dot(in: name), path.utf8.last != slash else { return path }
    let length = name.utf8.distance(from: dot, to: name.utf8.endIndex)
    return length == 1 ? path : String(Substring(path.utf8.dropLast(length)))
  }

  /// The dot that begins the extension of a name; `nil` when there is none or only a dot in front.
  private static func dot(in name: String) -> String.Index? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.utf8.startIndex else { return nil }
    return dot
  }
}
