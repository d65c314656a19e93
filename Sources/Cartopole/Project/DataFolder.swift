import Bytes
import Territory

/// Finds the data shipped with the program, in the first of these that has the shipped project: `$CARTOPOLE_DATA`,
/// `./GeoData`, and then, for an executable in a folder `.build…`, `GeoData` of the sources it was built from (which are
/// also those of a package that another one depends on), for any other `share/cartopole` beside its own folder.
///
/// No other folder above the executable is looked into: it may be a stranger's.
public enum DataFolder {
  /// The folder of the shipped data. Throws 66 when none of the places has the shipped project.
  public static func find() throws(Problem) -> String {
    let places = candidates()
    if let found = places.first(where: { FileBytes.exists(Path.join($0, projectName)) }) { return found }
    let list = places.joined(separator: ", ")
    throw Problem(.missingInput, Text.shippedDataNotFound, fix: Text.giveTheDataFolder(list))
  }

  /// Name of the table of the numbers of communes in areas.
  private static let areaSizesName = "area-sizes.csv"

  /// Name of the register of the shares of jobs of every département and région.
  static let sharesName = "ess-share-of-jobs.csv"

  /// Name of the table of the changes of the list of communes.
  static let eventsName = "cog-events.csv"

  /// Paths of the shipped tables that figures and counts are answered with.
  static var tables: [String] {
    guard let folder = try? find() else { return [] }
    return [sharesName, areaSizesName, eventsName].map { Path.join(folder, $0) }.filter(FileBytes.exists)
  }

  /// Name of the file of a project.
  public static let projectName = "pole.yaml"

  /// The changes of the list of communes: those of a file, or else the shipped ones.
  ///
  /// Throws 66 for a missing file or when the shipped data is not found, 65 for any fault in the file.
  public static func communeEvents(_ file: String? = nil) throws(Problem) -> CommuneEvents {
    if let file { return try CommuneEvents(path: file) }
    let path = try Path.join(find(), eventsName)
    return try shippedEvents.value(path, try CommuneEvents(path: path))
  }

  /// The shipped changes by path, read once: an atlas asks for them with every list that it lays over communes.
  private static let shippedEvents = ReadOnce<CommuneEvents>()

  /// The same for a map of any layer, which needs no shipped data: without it, no change is known.
  static func communeEventsIfAny(_ file: String?) throws(Problem) -> CommuneEvents {
    if file == nil, (try? find()) == nil { return CommuneEvents([]) }
    return try communeEvents(file)
  }

  /// The numbers of communes in areas. Throws 66 when the shipped data is not found.
  static func areaSizes() throws(Problem) -> AreaSizes { try AreaSizes(path: Path.join(find(), areaSizesName)) }

  private static func candidates() -> [String] {
    var places: [String] = []
    if let named = getenv("CARTOPOLE_DATA") {
      let folder = String(cString: named)
      if !folder.isEmpty { places.append(folder) }
    }
    places.append("GeoData")
    let folder = Path.folder(executable())
    let isBuilt = folder.split(separator: "/").contains { $0.hasPrefix(".build") }
    places.append(isBuilt ? Path.join(sources, "GeoData") : Path.join(Path.folder(folder), "share/cartopole"))
    return places
  }

  /// The package's folder when it was built: this file lies four names below.
  private static let sources = (0..<4).reduce(#filePath) { path, _ in Path.folder(path) }

  private static func executable() -> String {
    guard let resolved = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
