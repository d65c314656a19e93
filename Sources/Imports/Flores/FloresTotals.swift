import Bytes
import Territory

/// Finds totals of the long layout that their parts contradict. Parts above their total always do; parts below
/// it do when all parts are published.
struct FloresTotals {
  let rows: FloresRows
  let period: Int16?
  let line: (CSVPlace) -> Int

  /// The contradictions along activities, sizes and legal forms, by ascending line. O(cells × legal forms).
  func faults() -> [Fault] {
    (alongSlices() + alongForms()).sorted { ($0.line, $0.column, $0.value) < ($1.line, $1.column, $1.value) }
  }

  private func fault(_ key: FloresRows.Key, _ place: CSVPlace, _ column: String, _ parts: Double, _ total: Double)
    -> Fault
  {
    let numbers = [parts, total].map { ByteWriter.fixed($0, decimals: 3) }
    let sign = parts > total ? ">" : "≠"
    let what = "\(CommuneCode.text(Int(key.commune))) \(rows.measures.codes[Int(key.measure)]), \(column)"
    return Fault(
      .totalMismatch, line: line(place), column: column, value: "\(what): \(numbers[0]) \(sign) \(numbers[1])")
  }

  private func alongSlices() -> [Fault] {
    func kinds(_ parts: [Int16: Set<Int16>], _ kind: (Int16, [Int16]) -> FloresParts) -> [Int16: FloresParts] {
      Dictionary(uniqueKeysWithValues: parts.map { ($0.key, kind($0.key, Array($0.value))) })
    }
    let activities = kinds(rows.activityParts) { _, parts in
      FloresParts(activities: Set(parts.map { rows.activities.codes[Int($0)] }))
    }
    let sizes = kinds(rows.sizeParts) { measure, parts in
      // Establishments without employees have no jobs, so without class E0 the jobs are complete but the
      // establishments are not.
      let first = rows.measures.codes[Int(measure)] == "EMPL3112" ? 1 : 0
      return FloresParts(sizes: Set(parts.map { rows.sizes.codes[Int($0)] }), first: first)
    }
    var faults: [Fault] = []
    for (key, cell) in rows.cells where key.period == period {
      guard let total = cell.total else { continue }
      let checks = [
        (cell.byActivity, activities[key.measure], "ACTIVITY"), (cell.bySize, sizes[key.measure], "NUMBER_EMPL"),
      ]
      for (parts, kind, column) in checks {
        guard let kind, parts.contradict(total, of: kind.all, overlap: !kind.isDisjoint) else { continue }
        let number = kind.isDisjoint ? parts.sum : parts.largest
        faults.append(fault(key, cell.totalPlace, column, number, total))
      }
    }
    return faults
  }

  /// Contradictions among legal forms: `_T`, `1T9X7` (all except the public ones, 7…) and digits that begin
  /// other codes.
  private func alongForms() -> [Fault] {
    let codes = rows.forms.codes
    let groups = codes.indices.flatMap { Self.parts(of: codes[$0], among: codes, at: Int16($0)) }
    guard !groups.isEmpty else { return [] }
    var faults: [Fault] = []
    for (key, cell) in rows.cells where key.period == period {
      guard let total = cell.value, cell.status == "" else { continue }
      for group in groups where group.total == key.form {
        var parts = FloresRows.Parts()
        for form in group.parts {
          var other = key
          other.form = form
          if let part = rows.cells[other], part.status != nil { parts.add(part.value) }
        }
        if parts.contradict(total, of: group.all) {
          faults.append(fault(key, cell.place, "LEGAL_FORM_WITH_PUBLIC", parts.sum, total))
        }
      }
    }
    return faults
  }

  private struct Group {
    var total: Int16
    var parts: [Int16]
    /// Number of parts that make the whole; 0 when it is unknown.
    var all: Int
  }

  /// The groups of codes that are parts of a code, or some of its parts: codes that begin with it, without
  /// codes that are parts of these.
  private static func parts(of code: String, among codes: [String], at total: Int16) -> [Group] {
    let digits = codes.filter(FloresForms.isCategory)
    let withoutPublic = code == "1T9X7"
    let isAll = code == "_T" || withoutPublic
    guard isAll || FloresForms.isCategory(code) else { return [] }
    let below = digits.filter { $0 != code && (isAll || $0.hasPrefix(code)) && !(withoutPublic && $0.hasPrefix("7")) }
    let children = below.filter { child in !below.contains { $0 != child && child.hasPrefix($0) } }
    func places(_ list: [String]) -> [Int16] { list.compactMap { part in codes.firstIndex(of: part).map(Int16.init) } }
    var groups: [Group] = []
    if !children.isEmpty {
      // Only for the chapters of the nomenclature is the number of parts known.
      let chapters = (1...9).map(String.init).filter { !(withoutPublic && $0 == "7") }
      let isWhole = isAll && Set(children) == Set(chapters)
      groups.append(Group(total: total, parts: places(children), all: isWhole ? children.count : 0))
    }
    if code == "_T", codes.contains("1T9X7") { groups.append(Group(total: total, parts: places(["1T9X7"]), all: 0)) }
    return groups
  }
}
