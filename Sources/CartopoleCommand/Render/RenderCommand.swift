import ArgumentParser
import Cartopole

/// `cartopole render`: one map. Every kind is a subcommand with its own options.
struct RenderCommand: ParsableCommand {
  /// The subcommand of each kind of map of a project, in the order of `MapKinds.all`.
  static let ofProjects: [any RenderKind.Type] = [
    RenderTerritory.self, RenderCoverage.self, RenderVisibility.self, RenderDensity.self, RenderSiting.self,
    RenderFigures.self, RenderPoints.self,
  ]
  /// The subcommand of each kind of map of any layer, in the same order.
  static let ofLayers: [any RenderKind.Type] = [
    RenderChoropleth.self, RenderSymbols.self, RenderTypology.self, RenderBivariate.self,
  ]

  static let configuration = CommandConfiguration(
    "render", "Une carte, en SVG, PNG ou PDF.", "One map, as SVG, PNG or PDF.",
    discussion: example(
      "cartopole render coverage mobilite-solidaire -o carte.svg",
      "cartopole render coverage mobilite-solidaire -o map.svg"),
    groupedSubcommands: [
      CommandGroup(
        name: say("Cartes d’un projet", "Maps of a project"),
        subcommands: ofProjects),
      CommandGroup(
        name: say("Cartes d’une couche quelconque", "Maps of any layer"),
        subcommands: ofLayers),
    ])
}

/// The subcommand of a kind of map.
protocol RenderKind: ParsableCommand {
  static var kind: any MapKind.Type { get }
  /// The arguments that its example has after its name.
  static var example: String { get }
  var sheet: SheetOptions { get }
  var common: CommonOptions { get }
  /// Words that, with the kind, make the file name when the user gives none.
  var shown: [String] { get }
  /// The map, and warnings on it.
  func draw(_ request: MapRequest) throws -> (drawing: Drawing, warnings: [Warning])
}

extension RenderKind {
  static var configuration: CommandConfiguration {
    let line = "cartopole render \(kind.name) \(example)"
    return CommandConfiguration(
      commandName: kind.name, abstract: kind.summary.capitalised[.ofMessages] + ".",
      discussion: say("Exemple : \(line)", "Example: \(line)"))
  }

  var shown: [String] { [] }

  func run() throws {
    // A theme, a logo or a format that is not valid is refused before the data is read.
    let request = try sheet.request(common.lang)
    let target = sheet.target(Self.kind.name, shown)
    let picture = try Picture(path: target, scale: sheet.scale)
    let (drawing, warnings) = try draw(request)
    try picture.write(drawing)
    Terminal.warn(warnings)
    sheet.sayWhere(target)
  }
}

/// The subcommand of a map of a project.
protocol RenderProjectMap: RenderKind {
  var tried: ScenarioOptions { get }
  /// The map asked for, with its options.
  func map(_ project: Project) throws -> any ProjectMap
}

extension RenderProjectMap {
  func draw(_ request: MapRequest) throws -> (drawing: Drawing, warnings: [Warning]) {
    let (project, request) = try tried.open(request)
    let (drawing, notes) = try project.draw(map(project), request)
    return (drawing, notes.map { Warning(file: project.path, $0) })
  }
}

/// The subcommand of a map of any layer and table.
protocol RenderLayerMap: RenderKind {
  var column: ColumnOptions { get }
  /// A second column of numbers, for the kinds that draw two; `nil` for none.
  var second: String? { get }
  /// Completes the question with what only this kind asks.
  func complete(_ question: inout LayerMapQuestion)
  /// The map asked for, with its options.
  func map() throws -> any LayerMap
}

extension RenderLayerMap {
  var second: String? { nil }
  func complete(_ question: inout LayerMapQuestion) {}

  func draw(_ request: MapRequest) throws -> (drawing: Drawing, warnings: [Warning]) {
    var request = request
    request.titles = column.titles
    var question = column.question(second)
    complete(&question)
    return try question.draw(map(), request)
  }
}
