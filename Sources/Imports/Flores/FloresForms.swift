import Bytes
import Statistics
import Territory

/// What the codes of LEGAL_FORM_WITH_PUBLIC mean: everything, a family of the ESS, or neither.
///
/// A code of digits is a catégorie juridique or the first digits of several (`92`). It means a family when all
/// categories that begin with it are of that family, and the law counts the whole family as ESS: associations,
/// cooperatives, mutual societies, foundations. Companies belong to the ESS individually, which a category does
/// not show.
struct FloresForms {
  /// The code that means everything; `nil` when there is none.
  let totalCode: String?
  /// The chosen category, if any: only its family is taken, and no code means everything.
  let chosenCode: String?
  /// Codes that say nothing about the ESS.
  private(set) var ignored: [String] = []
  private var total: Int16?
  private var families: [(family: Family, codes: [Int16])] = []

  /// Whether families of the ESS are told by legal form alone.
  var tellsFamilies: Bool { families.contains { !$0.codes.isEmpty } }

  /// Throws 65 when several codes may mean everything and none was chosen, 64 for a choice that the file does
  /// not have and for a category of no family of the ESS.
  init(_ codes: [String], total chosen: String?, categories: LegalCategories, path: String) throws(Problem) {
    let digits = codes.filter(Self.isCategory)
    let others = codes.filter { !digits.contains($0) }.sorted()
    if let chosen {
      guard codes.contains(chosen) else {
        let known = codes.sorted().joined(separator: ", ")
        throw Problem(
          .usage, file: path, Text("aucune forme juridique « \(chosen) »", "no legal form \"\(chosen)\""),
          fix: Text("présentes : \(known)", "there are: \(known)"))
      }
      if Self.isCategory(chosen) {
        guard let family = categories.family(prefix: chosen), Family.partition.contains(family) else {
          throw Problem(.usage, file: path, Text.legalFormHasNoFamily(chosen), fix: Text.chooseACategoryOfFamilies)
        }
        (chosenCode, totalCode) = (chosen, nil)
        families = [(family, [codes.firstIndex(of: chosen)].compactMap { $0.map(Int16.init) })]
        return
      }
      totalCode = chosen
    } else {
      let preferred = ["_T", "1T9X7"].first { others.contains($0) }
      if preferred == nil && others.count > 1 {
        let known = others.joined(separator: ", ")
        throw Problem(.badData, file: path, Text.severalLegalForms(known), fix: Text.chooseWithLegalForm)
      }
      totalCode = preferred ?? others.first
    }
    chosenCode = nil
    let totalCode = totalCode
    total = codes.firstIndex { $0 == totalCode }.map(Int16.init)
    ignored = others.filter { $0 != totalCode }
    // 9220 is part of 92 and adds nothing to it, but 5458 is a family although 5 is not.
    var kept: [String: Family] = [:]
    var untold: [String] = []
    for code in digits.sorted() where code != totalCode {
      let begins = { (shorter: String) in code != shorter && code.hasPrefix(shorter) }
      if kept.keys.contains(where: begins) { continue }
      if let family = categories.family(prefix: code), Family.partition.contains(family) {
        kept[code] = family
      } else if !untold.contains(where: begins) {
        untold.append(code)
      }
    }
    for family in Family.partition {
      let own = codes.indices.filter { kept[codes[$0]] == family }
      if !own.isEmpty { families.append((family, own.map(Int16.init))) }
    }
    ignored += untold
  }

  /// Whether a code is a catégorie juridique or its first digits.
  static func isCategory(_ code: String) -> Bool {
    (1...4).contains(code.utf8.count) && code.utf8.allSatisfy { $0 &- 48 < 10 }
  }

  /// The rows of one period.
  func rows(_ rows: FloresRows, period: Int16?) -> [TidyTable.Row] {
    guard let period else { return [] }
    var out: [TidyTable.Row] = []
    let communes = Set(rows.cells.keys.filter { $0.period == period }.map(\.commune))
    for commune in communes {
      let insee = CommuneCode.text(Int(commune))
      for measure in rows.measures.codes.indices {
        func cell(_ form: Int16) -> FloresRows.Cell? {
          rows.cells[.init(commune: commune, measure: Int16(measure), form: form, period: period)]
        }
        let code = rows.measures.codes[measure]
        if let total, let cell = cell(total), let status = cell.status {
          out.append(
            TidyTable.Row(
              insee: insee, family: .all, measure: Self.measure(code, isAll: true), value: cell.value, status: status))
        }
        for (family, codes) in families {
          let cells = codes.map(cell)
          guard cells.contains(where: { $0?.status != nil }) else { continue }
          let (value, status) = Self.sum(cells)
          out.append(
            TidyTable.Row(
              insee: insee, family: family, measure: Self.measure(code, isAll: false), value: value, status: status))
        }
      }
    }
    return out
  }

  /// The sum of a family's categories and its status: secret when one category is, not available when one is
  /// missing.
  private static func sum(_ cells: [FloresRows.Cell?]) -> (Double?, String) {
    if cells.contains(where: { $0?.status == "s" }) { return (nil, "s") }
    let values = cells.compactMap { $0?.value }
    guard values.count == cells.count else { return (nil, "n") }
    return (values.reduce(0, +), cells.contains { $0?.status == "e" } ? "e" : "")
  }

  private static func measure(_ code: String, isAll: Bool) -> Measure {
    switch code {
    case "EMPL3112": isAll ? .allJobs : .jobs
    case "UNIT_LOC": isAll ? .allEstablishments : .establishments
    default: Measure(code.lowercased())
    }
  }
}

extension LegalCategories {
  /// The family of all categories that begin with these digits; `nil` when they are of several families.
  func family(prefix: String) -> Family? {
    guard let number = Int(prefix) else { return nil }
    let width = [1000, 100, 10, 1][prefix.utf8.count - 1]
    let range = families[(number * width)..<(number * width + width)]
    guard let first = range.first, range.allSatisfy({ $0 == first }) else { return nil }
    return Family.imported[Int(first)]
  }
}
