import Bytes

/// The published cells of a magnitude and what each contributor knows in
/// addition: everything that the check uses.
public struct PublishedTables: Sendable {
  /// Why a cell is not printed.
  public enum Reason: Sendable, Equatable {
    /// It must be protected. The true value serves to judge the result, never to deduce it.
    case sensitive(value: Double)
    /// It protects other cells, so it must only not be known exactly.
    case complementary
    /// It is not published anywhere, and it may be deduced.
    case hidden
  }

  /// What one contributor knows of its own.
  public struct Insider: Sendable, Equatable {
    /// Its part of one cell that is not printed.
    public struct Part: Sendable, Equatable {
      /// Number of the cell in the tables.
      public var cell: Int
      /// The value that the contributor holds.
      public var value: Double
      /// Whether it knows that it is the only contributor, and so knows the cell.
      public var isWhole: Bool
      /// What everybody knows of the rest of the cell.
      public var others: ClosedRange<Double>

      /// A part of a cell; nothing is checked.
      public init(cell: Int, value: Double, isWhole: Bool, others: ClosedRange<Double> = 0 ... .infinity) {
        self.cell = cell
        self.value = value
        self.isWhole = isWhole
        self.others = others
      }
    }

    /// Name of the contributor in messages.
    public var name: Text
    /// Its parts, one for each cell.
    public var parts: [Part]

    /// Makes a contributor of these values.
    public init(name: Text, parts: [Part]) {
      self.name = name
      self.parts = parts
    }
  }

  /// Name of each cell in messages.
  public var ids: [String]
  /// The number of each cell as printed; `nil` where a sign or nothing is printed.
  public var printed: [Double?]
  /// Whether an outsider knows the value of each cell to be a whole number.
  public var isCount: [Bool]
  /// What is published of each cell beside what is printed.
  public var known: [ClosedRange<Double>]
  /// The sums that tie the cells, each a total and its parts.
  public var relations: SparseRelations
  /// The reason for each cell that is not printed.
  public var reasons: [Int: Reason]
  /// The contributors to cells that are not printed.
  public var insiders: [Insider]

  /// Makes tables of these values, arrays with one element for each cell.
  public init(
    ids: [String], printed: [Double?], isCount: [Bool], relations: SparseRelations, reasons: [Int: Reason],
    insiders: [Insider] = [], known: [ClosedRange<Double>]? = nil
  ) {
    self.known = known ?? Array(repeating: 0 ... .infinity, count: ids.count)
    self.ids = ids
    self.printed = printed
    self.isCount = isCount
    self.relations = relations
    self.reasons = reasons
    self.insiders = insiders
  }

  /// The tables that `plan` publishes of `problem`.
  public init(_ problem: DisclosureProblem, _ plan: DisclosurePlan, rule: DisclosureRule = DisclosureRule()) {
    self.init(problem, printed: problem.cells.indices.map { !plan.isWithheld($0) }, rule: rule)
  }

  /// The tables of `problem`, with a flag for each cell that says whether it is printed.
  package init(_ problem: DisclosureProblem, printed isPrinted: [Bool], rule: DisclosureRule) {
    let cells = problem.cells
    var reasons: [Int: Reason] = [:]
    var printed: [Double?] = []
    for (index, cell) in cells.enumerated() {
      // An empty cell is known to be zero even when it is not printed.
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
      insiders[one.unit, default: []].append(
        .init(cell: one.cell, value: one.value, isWhole: one.isWhole, others: one.others))
    }
    self.init(
      ids: cells.map(\.id), printed: printed, isCount: cells.map(\.isCount), relations: problem.relations,
      reasons: reasons,
      insiders: insiders.sorted { $0.key < $1.key }.map { unit, parts in
        Insider(name: Self.name(unit, parts, cells), parts: parts)
      }, known: cells.map(\.known))
  }

  /// The name of a unit: its number, or the smallest cell it is in when the
  /// file does not name it (numbers below 0).
  private static func name(_ unit: Int, _ parts: [Insider.Part], _ cells: [DisclosureCell]) -> Text {
    guard unit < 0 else { return Text("unité \(unit)", "unit \(unit)") }
    let smallest = parts.min { (cells[$0.cell].value, $0.cell) < (cells[$1.cell].value, $1.cell) }
    let place = smallest.map { cells[$0.cell].id } ?? ""
    return Text("unité sans nom de \(place)", "nameless unit of \(place)")
  }
}
