import Bytes

/// What is published of a magnitude, with its signs, and what each contributor knows beside it: all that the
/// check looks at.
public struct PublishedTables: Sendable {
  public enum Reason: Sendable, Equatable {
    /// It must be protected; the true value serves to judge, never to deduce.
    case sensitive(value: Double)
    /// It protects others: it must only not be known exactly.
    case complementary
    /// Nobody publishes it, and it may be known.
    case hidden
  }

  /// What one contributor knows of its own.
  public struct Insider: Sendable, Equatable {
    public struct Part: Sendable, Equatable {
      public var cell: Int
      public var value: Double
      /// Whether it knows that nobody else contributes: it then knows the cell.
      public var isWhole: Bool

      public init(cell: Int, value: Double, isWhole: Bool) {
        self.cell = cell
        self.value = value
        self.isWhole = isWhole
      }
    }

    public var name: Text
    public var parts: [Part]

    public init(name: Text, parts: [Part]) {
      self.name = name
      self.parts = parts
    }
  }

  public var ids: [String]
  /// The number as printed, `nil` where a sign or nothing stands.
  public var printed: [Double?]
  public var isCount: [Bool]
  public var relations: SparseRelations
  /// Why each cell that is not printed is not.
  public var reasons: [Int: Reason]
  public var insiders: [Insider]

  public init(
    ids: [String], printed: [Double?], isCount: [Bool], relations: SparseRelations, reasons: [Int: Reason],
    insiders: [Insider] = []
  ) {
    self.ids = ids
    self.printed = printed
    self.isCount = isCount
    self.relations = relations
    self.reasons = reasons
    self.insiders = insiders
  }

  /// What `plan` lets through of `problem`.
  public init(_ problem: DisclosureProblem, _ plan: DisclosurePlan, rule: DisclosureRule = DisclosureRule()) {
    self.init(problem, printed: problem.cells.indices.map { !plan.isWithheld($0) }, rule: rule)
  }

  /// What `problem` has printed, a flag a cell.
  init(_ problem: DisclosureProblem, printed isPrinted: [Bool], rule: DisclosureRule) {
    let cells = problem.cells
    var reasons: [Int: Reason] = [:]
    var printed: [Double?] = []
    for (index, cell) in cells.enumerated() {
      // A zero is known as such even where nobody prints it.
      let isPrinted = isPrinted[index] || cell.isEmpty || cell.standing == .published
      printed.append(isPrinted ? cell.value : nil)
      guard !isPrinted else { continue }
      if rule.isSensitive(cell) {
        reasons[index] = .sensitive(value: cell.value)
      } else {
        reasons[index] = cell.isNeverPublished ? .hidden : .complementary
      }
    }
    var insiders: [Int: [Insider.Part]] = [:]
    for one in problem.contributions where printed[one.cell] == nil {
      let isWhole = cells[one.cell].units == 1
      insiders[one.unit, default: []].append(.init(cell: one.cell, value: one.value, isWhole: isWhole))
    }
    self.init(
      ids: cells.map(\.id), printed: printed, isCount: cells.map(\.isCount), relations: problem.relations,
      reasons: reasons,
      insiders: insiders.sorted { $0.key < $1.key }.map { unit, parts in
        Insider(name: Self.name(unit, parts, cells), parts: parts)
      })
  }

  /// A unit by its number; one the file does not name, whose number is below zero, by the smallest cell it is in.
  private static func name(_ unit: Int, _ parts: [Insider.Part], _ cells: [DisclosureCell]) -> Text {
    guard unit < 0 else { return Text("unité \(unit)", "unit \(unit)") }
    let smallest = parts.min { (cells[$0.cell].value, $0.cell) < (cells[$1.cell].value, $1.cell) }
    let place = smallest.map { cells[$0.cell].id } ?? ""
    return Text("unité sans nom de \(place)", "nameless unit of \(place)")
  }
}
