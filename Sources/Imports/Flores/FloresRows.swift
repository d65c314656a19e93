import Bytes
import Territory

/// Gathers the long layout of Flores by commune, measure, legal form and period.
struct FloresRows: RowReader {
  enum Column: Int, CaseIterable { case geo, object, activity, size, form, measure, status, period, value }

  /// What the rows of one cell say: its value, and the sums of its parts along both dimensions.
  struct Cell {
    var value: Double?
    /// Status in the tidy table; `nil` until the row of the wanted slice has been read.
    var status: String?
    var place = CSVPlace(block: 0, line: 0)
    /// Value of all activities and sizes, if it is published as exact; `totalPlace` is its row.
    var total: Double?
    var totalPlace = CSVPlace(block: 0, line: 0)
    var byActivity = Parts()
    var bySize = Parts()
  }

  struct Parts {
    var sum = 0.0
    var largest = 0.0
    var published = 0
    var withheld = 0
  }

  /// Commune code, and measure, legal form and period as numbers in the code books.
  struct Key: Hashable {
    var commune: Int32
    var measure: Int16
    var form: Int16
    var period: Int16
  }

  /// Numbers for codes in the order of first occurrence, found by their bytes.
  struct CodeBook {
    private(set) var codes: [String] = []
    private var index: [UInt64: Int16] = [:]

    /// The number of a code, by its FNV-1a hash alone, which suffices because a file has only some hundreds of
    /// short codes.
    mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int16 {
      var hash: UInt64 = 14_695_981_039_346_656_037
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
      if let known = index[hash] { return known }
      index[hash] = Int16(codes.count)
      codes.append(String(decoding: bytes, as: UTF8.self))
      return Int16(codes.count - 1)
    }
  }

  let wantedActivity: String
  let wantedSize: String
  let hasSize: Bool
  /// Reads the values, which are counts in every measure of Flores.
  private var numbers = NumberReader(commaIsDecimal: true, .count)
  private(set) var cells: [Key: Cell] = [:]
  private(set) var measures = CodeBook()
  private(set) var forms = CodeBook()
  private(set) var periods = CodeBook()
  private(set) var activities = CodeBook()
  private(set) var sizes = CodeBook()
  /// For each measure, the activities found in any commune, by which completeness is judged.
  private(set) var activityParts: [Int16: Set<Int16>] = [:]
  /// For each measure, the size classes found in any commune.
  private(set) var sizeParts: [Int16: Set<Int16>] = [:]
  /// The year of codes in the first GEO such as `2025-COM-91223`, and its row.
  private(set) var geography: (text: String, place: CSVPlace)?
  private(set) var met = CodesMet()
  private(set) var firstPlace: [Int16: CSVPlace] = [:]
  /// Number of rows of areas that are not communes.
  private(set) var otherAreas = 0
  /// Number of values that include another commune (status `W`).
  private(set) var inclusive = 0

  init(activity: String, size: String, hasSize: Bool) {
    wantedActivity = activity
    wantedSize = size
    self.hasSize = hasSize
  }

  mutating func read(_ row: CSVRecord, at place: CSVPlace) throws(RowFault) {
    guard row.bytes(Column.object.rawValue).elementsEqual("COM".utf8) else {
      otherAreas += 1
      return
    }
    var code = row.bytes(Column.geo.rawValue)
    if let dash = code.lastIndex(of: UInt8(ascii: "-")) {
      if geography == nil, let first = code.firstIndex(of: UInt8(ascii: "-")), first == 4 {
        geography = (String(decoding: code[0..<4], as: UTF8.self), place)
      }
      code = UnsafeBufferPointer(rebasing: code[(dash + 1)...])
    }
    guard let commune = met.read(code, at: place) else {
      throw RowFault(kind: .notACommune, field: Column.geo.rawValue)
    }
    let cell = try numbers.read(row, Column.value.rawValue)
    var (value, status) = (cell.number, cell.status)
    switch row.letter(Column.status.rawValue) {
    case UInt8(ascii: "A"), UInt8(ascii: "P"), UInt8(ascii: "B"), UInt8(ascii: "D"), 0: break
    case UInt8(ascii: "W"): inclusive += 1
    case UInt8(ascii: "E"): if value != nil { status = "e" }
    case UInt8(ascii: "K"), UInt8(ascii: "C"): (value, status) = (nil, "s")
    case UInt8(ascii: "M"), UInt8(ascii: "N"), UInt8(ascii: "L"), UInt8(ascii: "O"): (value, status) = (nil, "n")
    default: throw RowFault(kind: .unknownCode, field: Column.status.rawValue)
    }
    try keep(row, commune, value, status, place)
  }

  private mutating func keep(_ row: CSVRecord, _ commune: Int, _ value: Double?, _ status: String, _ place: CSVPlace)
    throws(RowFault)
  {
    let measure = measures.number(row.bytes(Column.measure.rawValue))
    let period = periods.number(row.bytes(Column.period.rawValue))
    if firstPlace[period] == nil { firstPlace[period] = place }
    let key = Key(
      commune: Int32(commune), measure: measure, form: forms.number(row.bytes(Column.form.rawValue)), period: period)
    let activity = row.bytes(Column.activity.rawValue)
    let size = row.bytes(Column.size.rawValue)
    let isAllActivities = activity.elementsEqual("_T".utf8)
    let isAllSizes = !hasSize || size.elementsEqual("_T".utf8)
    let isWanted =
      activity.elementsEqual(wantedActivity.utf8) && (!hasSize || size.elementsEqual(wantedSize.utf8))
    met.meet(commune, at: place)
    var cell = cells[key] ?? Cell()
    if isWanted {
      guard cell.status == nil else { throw RowFault(kind: .duplicate, field: Column.geo.rawValue) }
      cell.value = value
      cell.status = status
      cell.place = place
    }
    if isAllSizes && isAllActivities {
      if status.isEmpty { (cell.total, cell.totalPlace) = (value, place) }
    } else if isAllSizes {
      cell.byActivity.add(value)
      activityParts[measure, default: []].insert(activities.number(activity))
    } else if isAllActivities {
      cell.bySize.add(value)
      sizeParts[measure, default: []].insert(sizes.number(size))
    }
    cells[key] = cell
  }
}

extension FloresRows.Parts {
  mutating func add(_ value: Double?) {
    if let value {
      sum += value
      largest = max(largest, value)
      published += 1
    } else {
      withheld += 1
    }
  }

  /// Whether these parts contradict a published total: their sum exceeds it, or all `all` parts are published
  /// and their sum differs from it. `all` is 0 when their number is unknown. Overlapping parts are compared
  /// with it one by one.
  func contradict(_ total: Double, of all: Int, overlap: Bool = false) -> Bool {
    // Values are published as whole numbers, so a difference of half a unit is rounding.
    if overlap { return largest - total > 0.5 }
    if published == all && all > 0 { return (sum - total).magnitude > 0.5 }
    return sum - total > 0.5
  }
}
