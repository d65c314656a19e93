import ArgumentParser
import Cartopole

extension Language: ExpressibleByArgument {}
extension StatusFilter: ExpressibleByArgument {}

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Option("langue de ce qu’on lit", "language of what people read") var lang: Language = .fr

  @Flag("ni avertissement ni note sur la sortie d’erreur", "no warnings or notes on stderr") var quiet = false
}

/// The project that is asked.
struct ProjectOptions: ParsableArguments {
  @Option(
    file: "projet : un pole.yaml ou son dossier (sinon ./pole.yaml, sinon celui livré)",
    "project: a pole.yaml or its folder (else ./pole.yaml, else the shipped one)")
  var project: String?

  /// Opens the project, and says which one it is when the user did not choose.
  func open(population: String? = nil) throws(Problem) -> Project {
    let opened = try Project.open(project, population: population)
    if opened.isShipped { Terminal.note(Text("projet livré : \(opened.path)", "shipped project: \(opened.path)")) }
    Terminal.warn(opened.warnings)
    return opened
  }
}

/// Formats of commands that answer with tables.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument { case table, markdown, csv, json, geojson }

enum CSVFlavour: String, CaseIterable, ExpressibleByArgument { case standard, excel }

/// How and where an answer is written.
struct OutputOptions: ParsableArguments {
  @Option("format de sortie", "output format") var format: OutputFormat = .table

  @Option("excel : « ; », virgule décimale et marque d’octets", "excel: \";\", decimal comma and byte-order mark")
  var csv: CSVFlavour?

  @Option(
    name: .shortAndLong, "fichier de sortie (- : sortie standard)", "output file (-: stdout)", "file",
    completion: .file())
  var output: String = "-"

  @Flag(
    "toutes les colonnes d’un tableau, plus larges que le terminal s’il le faut",
    "every column of a table, wider than the terminal if need be")
  var wide = false

  @OptionGroup var common: CommonOptions

  var language: Language { common.lang }

  func validate() throws {
    try refuse(
      csv != nil && format != .csv && format != .table, "--csv ne va qu’avec --format csv",
      "--csv goes with --format csv only")
  }

  /// The format asked for; `--csv` alone asks for CSV.
  var chosen: OutputFormat { csv != nil && format == .table ? .csv : format }

  /// Characters of a line when people read the answer in a terminal; `nil` when every column is wanted.
  private var width: Int? { wide || output != "-" ? nil : Terminal.terminalWidth }

  /// Whether people read the answer.
  var isForPeople: Bool { chosen == .table || chosen == .markdown }

  /// Writes a text, whose controls are made visible.
  func write(_ text: String) throws(Problem) { try OutputFile.write(Array(Escape.lines(text).utf8), to: output) }

  /// Writes tables, or the JSON or GeoJSON of the same answer. Tables that people read speak of the units of `layer`:
  /// of arrondissements where it has no commune.
  func write(
    _ tables: [Table], of layer: CommuneLayer? = nil, json: @autoclosure () throws(Problem) -> JSON,
    features: @autoclosure () -> Features? = nil
  ) throws(Problem) {
    let tables = layer.map { layer in tables.map { $0.said(of: layer) } } ?? tables
    switch chosen {
    case .json: try OutputFile.write(try json().bytes(), to: output)
    case .geojson:
      guard let features = features() else {
        throw Problem(.usage, Text.answerHasNoOutlines, fix: Text.takeATextFormat)
      }
      try OutputFile.write(try GeoJSONFormat.bytes(features), to: output)
    case .csv: try OutputFile.write(Table.csv(tables, excel: csv == .excel), to: output)
    case .table, .markdown:
      let format: TableFormat = chosen == .markdown ? .markdown : .table
      var bytes: [UInt8] = []
      for (index, table) in tables.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: "\n")) }
        bytes +=
          format == .table
          ? Array(table.printed.terminal(language, width: width, more: Text("--wide", "--wide")).utf8)
          : table.written(format, language: language)
      }
      try OutputFile.write(bytes, to: output)
    }
  }
}

/// Refuses two outputs in one place (64), of which the second would replace the first. Devices and standard output take
/// several.
func requireDistinct(_ outputs: (option: String, path: String?)...) throws {
  struct Place: Hashable {
    let folder: FileIdentity?
    let name: String
  }
  var taken: [Place: String] = [:]
  for (option, path) in outputs {
    guard let path, path != "-", FileStatus(path)?.kind != .special, let end = try? OutputFile.place(of: path) else {
      continue
    }
    let place = Place(folder: FileStatus(Path.folder(end))?.identity, name: Path.name(end))
    guard let first = taken.updateValue(option, forKey: place) else { continue }
    throw misuse(
      "\(first) et \(option) écriraient le même fichier, \(path)",
      "\(first) and \(option) would write one file, \(path)")
  }
}
