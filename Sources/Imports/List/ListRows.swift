import Bytes
import Statistics
import Territory

/// Reads the rows of a list: what each says of its place, its family and its legal unit.
struct ListRows: RowReader {
  /// A row that counts.
  struct Entry {
    var place: CSVPlace
    /// Number of its commune; -1 until it is placed.
    var commune = -1
    /// Position in `written` of what says where it lies; -1 for none.
    var written: Int32 = -1
    var x = Double.nan
    var y = Double.nan
    /// Index of its family in `Family.allCases`.
    var family: UInt8
    /// Number that its legal unit has in common with no other unit; 0 when the row does not say.
    var unit: UInt64 = 0
  }

  /// A name or a postal address.
  struct Written: Hashable {
    var postcode = ""
    var text: String
  }

  /// Where the family of a row comes from.
  enum FamilySource: Sendable {
    case same(Family)
    case column
    case category
  }

  let source: FamilySource
  let families: [UInt8]
  let columns: [Int]
  let foldsCities: Bool
  private(set) var entries: [Entry] = []
  private(set) var written: [Written] = []
  /// Rows whose code lost its zero.
  private(set) var met = CodesMet()
  private(set) var closed = 0
  private(set) var abroad = 0
  private(set) var hidden = 0
  private(set) var withoutSiret = 0
  private(set) var withoutCategory = 0
  /// Rows whose SIRET an earlier row has, and how many of these say something else of it.
  private(set) var repeats: [CSVPlace] = []
  private(set) var contradictions = 0
  private var numbers: [NumberReader]
  private var entryOfSiret: [UInt64: Int] = [:]
  private var numberOfWritten: [Written: Int32] = [:]
  private var numberOfUnit: [String: UInt64] = [:]
  private var familyOfWord: [String: UInt8] = [:]

  init(_ source: FamilySource, families: [UInt8], columns: [Int], foldsCities: Bool, commaIsDecimal: Bool) {
    self.source = source
    self.families = families
    self.columns = columns
    self.foldsCities = foldsCities
    numbers = [NumberReader](repeating: NumberReader(commaIsDecimal: commaIsDecimal), count: 2)
  }

  private func has(_ column: ListColumn) -> Bool { columns[column.rawValue] >= 0 }

  mutating func read(_ row: CSVRecord, at place: CSVPlace) throws(RowFault) {
    if row.letter(ListColumn.state.rawValue) == UInt8(ascii: "F") {
      closed += 1
      return
    }
    var entry = Entry(place: place, family: 0)
    var siret: UInt64 = 0
    if !Diffusion.isBlank(row, ListColumn.siret.rawValue) {
      guard let read = Siret.read(row.bytes(ListColumn.siret.rawValue)) else { throw bad(.notASiret, .siret) }
      siret = read
      entry.unit = read / 100_000
    } else if !Diffusion.isBlank(row, ListColumn.unit.rawValue) {
      entry.unit = row.number(ListColumn.unit.rawValue, digits: 9) ?? number(ofUnit: row.text(ListColumn.unit.rawValue))
    }
    entry.family = try family(row)
    try readPlace(row, &entry)
    guard entry.commune != Self.isAbroad else {
      abroad += 1
      return
    }
    if siret > 0, let first = entryOfSiret[siret] {
      repeats.append(place)
      let other = entries[first]
      if (other.commune, other.written, other.family) != (entry.commune, entry.written, entry.family) {
        contradictions += 1
      }
      return
    }
    if siret > 0 { entryOfSiret[siret] = entries.count } else if has(.siret) { withoutSiret += 1 }
    if case .category = source, Diffusion.isBlank(row, ListColumn.category.rawValue) { withoutCategory += 1 }
    if Diffusion.isPartial(row.letter(ListColumn.diffusion.rawValue)) { hidden += 1 }
    entries.append(entry)
  }

  private func bad(_ kind: Fault.Kind, _ column: ListColumn) -> RowFault {
    RowFault(kind: kind, field: column.rawValue)
  }

  private mutating func family(_ row: CSVRecord) throws(RowFault) -> UInt8 {
    switch source {
    case .same(let family): return UInt8(Family.allCases.firstIndex(of: family)!)
    case .column:
      let word = row.text(ListColumn.family.rawValue)
      guard let family = familyOfWord[word] ?? Self.family(word, families) else { throw bad(.unknownCode, .family) }
      familyOfWord[word] = family
      return family
    case .category:
      let isBlank = Diffusion.isBlank(row, ListColumn.category.rawValue)
      let category = isBlank ? 0 : row.number(ListColumn.category.rawValue, digits: 4)
      guard let category else { throw bad(.unknownCode, .category) }
      return Self.index(families, Int(category))
    }
  }

  private static func index(_ families: [UInt8], _ category: Int) -> UInt8 {
    UInt8(Family.allCases.firstIndex(of: Family.imported[Int(families[category])])!)
  }

  /// The family that a word names, in either language, or a legal category of four digits.
  private static func family(_ word: String, _ families: [UInt8]) -> UInt8? {
    if word.utf8.count == 4, let category = Int(word), category >= 0 { return index(families, category) }
    let wanted = word.folded
    let found = Family.allCases.firstIndex { family in
      family != .all
        && [family.rawValue, family.label.fr.folded, family.label.en.folded].contains {
          $0 == wanted || $0 == wanted + "s"
        }
    }
    return found.map { UInt8($0) }
  }

  /// The number that stands for a commune abroad.
  private static let isAbroad = -2

  private mutating func readPlace(_ row: CSVRecord, _ entry: inout Entry) throws(RowFault) {
    let tag = Int(entry.place.block) << 32 | Int(entry.place.line)
    if has(.x) { entry.x = try numbers[0].read(row, ListColumn.x.rawValue, tag: tag).number ?? .nan }
    if has(.y) { entry.y = try numbers[1].read(row, ListColumn.y.rawValue, tag: tag).number ?? .nan }
    if entry.x.isNaN || entry.y.isNaN { (entry.x, entry.y) = (.nan, .nan) }
    let commune = ListColumn.commune.rawValue
    if !Diffusion.isBlank(row, commune) {
      if let code = met.read(row.bytes(commune), at: entry.place) {
        entry.commune = foldsCities ? CommuneCode.city(code) : code
        return
      }
      let text = row.text(commune)
      if text.utf8.count == 5, text.hasPrefix("99"), Int(text) != nil {
        entry.commune = Self.isAbroad
      } else if text.allSatisfy(\.isNumber) {
        throw bad(.notACommune, .commune)
      } else {
        entry.written = number(Written(text: text))
      }
      return
    }
    let (postcode, town) = (ListColumn.postcode.rawValue, ListColumn.town.rawValue)
    if !Diffusion.isBlank(row, town) || (!Diffusion.isBlank(row, postcode) && entry.x.isNaN) {
      func text(_ field: Int) -> String { Diffusion.isBlank(row, field) ? "" : row.text(field) }
      entry.written = number(Written(postcode: text(postcode), text: text(town)))
    } else if entry.x.isNaN {
      throw bad(.withoutCommune, [.commune, .town, .postcode, .x].first(where: has)!)
    }
  }

  private mutating func number(ofUnit id: String) -> UInt64 {
    let number = numberOfUnit[id] ?? UInt64(numberOfUnit.count + 1) << 32
    numberOfUnit[id] = number
    return number
  }

  private mutating func number(_ text: Written) -> Int32 {
    if let known = numberOfWritten[text] { return known }
    numberOfWritten[text] = Int32(written.count)
    written.append(text)
    return Int32(written.count - 1)
  }

  /// The coordinates that may have thousands separators, each with its column and cell.
  var doubts: [(place: CSVPlace, column: ListColumn, cell: String, fault: NumberFault)] {
    [ListColumn.x, .y].enumerated().flatMap { index, column in
      numbers[index].doubts.map { doubt in
        let place = CSVPlace(block: Int32(doubt.tag >> 32), line: Int32(truncatingIfNeeded: doubt.tag))
        return (place: place, column: column, cell: doubt.cell, fault: doubt.fault)
      }
    }.sorted { $0.place < $1.place }
  }
}
