import Bytes

/// The inhabitants of the communes: of which date those of the layer are, which files give others, and which of them
/// are printed.
///
///     populations: { date: 2017, files: [populations-2021.csv], use: latest }
///     populations: { files: [{ file: pop.csv, source: "Insee, recensement 2021" }] }
///     populations: latest
public struct Populations: Sendable, Equatable {
  /// Which populations maps, `reach` and `site` print.
  public enum Choice: Sendable, Equatable {
    /// Those of the layer.
    case layer
    /// Those of the latest date.
    case latest
    /// Those of a date, or of a year, as written.
    case date(String)
  }

  /// A table of populations.
  public struct File: Sendable, Equatable {
    /// Its path, relative to the project file.
    public var name: String
    /// Who counted, for readers; `nil` to name the file.
    public var source: Text?

    /// A table that nobody says who counted, unless `source` does.
    public init(name: String, source: Text? = nil) { (self.name, self.source) = (name, source) }
  }

  /// Date of the layer's populations, as written; `nil` when nobody says it.
  public var date: String?
  /// Tables of populations; `nil` for the `populations-….csv` beside it.
  public var files: [File]?
  /// Which populations are printed.
  public var choice: Choice
  /// Date of the printed populations; `nil` when it is not known. The project sets it when it has read the files.
  public var printed: String?
  /// 1-based line in the project file.
  public var line: Int

  /// Populations of the layer alone, of an unknown date.
  public init() {
    choice = .layer
    line = 0
  }

  init(reading node: DocumentNode) throws(Problem) {
    let what = Text(same: "populations")
    line = node.line
    choice = .layer
    switch node.content {
    case .map:
      try node.allow(["date", "files", "use"], in: what)
      if let value = node["date"] { date = try Self.date(value, Text(same: "date")) }
      if let value = node["files"] { files = try Self.names(value, Text(same: "files")) }
      if let value = node["use"] { choice = try Self.choice(value) }
    case .list: files = try Self.names(node, what)
    default:
      let text = try node.string(what)
      if text.lowercased().hasSuffix(".csv") { files = [File(name: text)] } else { choice = try Self.choice(node) }
    }
    printed = date
  }

  private static func names(_ node: DocumentNode, _ what: Text) throws(Problem) -> [File] {
    func file(_ node: DocumentNode) throws(Problem) -> File {
      guard case .map = node.content else { return File(name: try node.words(what)) }
      try node.allow(["file", "source"], in: what)
      return File(
        name: try node.required("file", in: what).words(Text(same: "file")),
        source: try node["source"]?.text(Text(same: "source")))
    }
    if case .list = node.content { return try node.list(what, file) }
    return [try file(node)]
  }

  private static func choice(_ node: DocumentNode) throws(Problem) -> Choice {
    switch try node.string(Text(same: "use")) {
    case "layer": .layer
    case "latest": .latest
    default: .date(try date(node, Text(same: "use")))
    }
  }

  private static func date(_ node: DocumentNode, _ what: Text) throws(Problem) -> String {
    let text = try node.string(what)
    guard text.wholeMatch(of: /[12]\d{3}(-\d\d(-\d\d)?)?/) != nil else {
      throw node.problem(
        Text("« \(text) » n’est pas une date", "\"\(text)\" is no date"), fix: Text.writeAPopulationDate)
    }
    return text
  }

  /// What the printed populations are: « populations légales 2017 ».
  public var label: Text {
    printed.map { Text("populations légales \($0.prefix(4))", "legal populations \($0.prefix(4))") }
      ?? Text.layerPopulationIsUndated
  }
}
