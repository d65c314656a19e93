import Bytes
import Dispatch
import Synchronization
import Territory

/// What a reader of rows says of one of them.
enum Reading {
  case good
  /// The row is left out because of its field at this place among the wanted ones.
  case bad(Fault.Kind, field: Int)
}

/// Takes the rows of a table one after the other; each thread has its own.
protocol RowReader: Sendable {
  mutating func read(_ row: CSVRecord, at place: CSVPlace) -> Reading
}

/// What reading a table left behind: the readers of all threads, and the rows they refused.
struct ScanResult<Reader: RowReader> {
  var readers: [Reader]
  /// Rows refused, in the order of lines, at most `Faults.kept`.
  var faults: [Fault]
  /// All rows refused, also those past the limit.
  var faultCount: Int
  /// Rows read, refused ones and the header left out.
  var rows: Int
  /// Line of a last row that lacks its line feed and was taken all the same.
  var openLine: Int?
  /// Line on which each block starts.
  let blockLines: [Int]

  func line(_ place: CSVPlace) -> Int { blockLines[Int(place.block)] + Int(place.line) }

  /// The codes met, each with the line of its first row.
  func lines(_ met: CodesMet) -> [CodeLine] {
    met.first.map { CodeLine(code: CommuneCode.text($0.code), line: line($0.place)) }
  }
}

extension ScanResult {
  /// Says that the last row may be cut, where nothing ends it, and which codes were restored.
  func warnings(_ path: String, _ met: CodesMet) -> [Warning] {
    var warnings: [Warning] = []
    if met.restoredCount > 0 {
      warnings.append(
        Warning(
          file: path, CommuneCode.restoredNote(lines: met.restored.map(line), count: met.restoredCount)))
    }
    if let line = openLine {
      warnings.append(
        Warning(
          file: path,
          Text(
            "ligne \(line) : la dernière ligne n’a pas de fin de ligne ; le fichier est peut-être coupé",
            "line \(line): the last line has no line feed; the file may be cut short")))
    }
    return warnings
  }
}

extension CSVFile {
  /// Reads all rows on `threads` threads, each with a reader of its own.
  ///
  /// Throws 74 and 65 as reading does, 65 for a header alone. Complexity: O(n ÷ threads); memory: one block a thread.
  ///
  /// - Parameter isPublished: whether the file is a publisher's, whose last line always has its end: one that ends in a
  ///   separator was cut there.
  func scan<Reader: RowReader>(
    _ wanted: [Int], threads: Int, isPublished: Bool = true, reader: @Sendable () -> Reader
  ) throws(Problem) -> ScanResult<Reader> {
    let outcomes = Mutex<[BlockWorker<Reader>.Outcome]>([])
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var worker = BlockWorker(file: self, wanted: wanted, isPublished: isPublished, reader: reader())
      let outcome = worker.run()
      outcomes.withLock { $0.append(outcome) }
    }
    endReading()
    var result = ScanResult<Reader>(readers: [], faults: [], faultCount: 0, rows: 0, blockLines: [])
    var counts: [(block: Int, lines: Int)] = []
    var places: [(CSVPlace, Fault)] = []
    var openPlace: CSVPlace?
    var failure: Problem?
    for outcome in outcomes.withLock({ $0 }) {
      failure = failure ?? outcome.failure
      result.readers.append(outcome.reader)
      result.faultCount += outcome.faultCount
      result.rows += outcome.rows
      counts += outcome.lines
      places += outcome.faults
      openPlace = openPlace ?? outcome.openPlace
    }
    var lines = [Int](repeating: 0, count: counts.count)
    for count in counts { lines[count.block] = count.lines }
    var next = headerLines + 1
    for block in lines.indices {
      let first = next
      next += lines[block]
      lines[block] = first
    }
    if var failure {
      if endsInOpenRecord { failure.place = Text("ligne \(next)", "line \(next)") }
      throw failure
    }
    guard result.rows > 0 else {
      throw Problem(
        .badData, file: path, at: Text("ligne \(headerLines)", "line \(headerLines)"),
        Text("aucune ligne après l’en-tête", "no row after the header"),
        fix: Text("téléchargez le fichier de nouveau", "download the file again"))
    }
    places.sort { $0.0 < $1.0 }
    result = ScanResult(
      readers: result.readers, faults: [], faultCount: result.faultCount, rows: result.rows, blockLines: lines)
    result.openLine = openPlace.map(result.line)
    result.faults = places.prefix(Faults.kept).map { place, fault in
      var fault = fault
      fault.line = result.line(place)
      return fault
    }
    return result
  }
}

/// One thread's share of a table.
struct BlockWorker<Reader: RowReader>: ~Copyable {
  struct Outcome: Sendable {
    var reader: Reader
    var faults: [(CSVPlace, Fault)] = []
    var faultCount = 0
    var rows = 0
    var openPlace: CSVPlace?
    var failure: Problem?
    var lines: [(block: Int, lines: Int)] = []
  }

  private var rows: CSVReader
  private var outcome: Outcome
  private let header: [String]
  private let wanted: [Int]
  private let isPublished: Bool

  init(file: CSVFile, wanted: [Int], isPublished: Bool, reader: Reader) {
    self.isPublished = isPublished
    rows = CSVReader(file, columns: wanted)
    outcome = Outcome(reader: reader)
    header = file.header
    self.wanted = wanted
  }

  mutating func run() -> Outcome {
    do throws(Problem) {
      while try rows.nextBlock() {
        while rows.next() { read() }
        outcome.lines.append((rows.block, rows.lines))
      }
    } catch {
      outcome.failure = error
    }
    return outcome
  }

  private mutating func read() {
    outcome.rows += 1
    let place = rows.place
    let isCut = isPublished && rows.isUnterminated && rows.endsInSeparator && rows.flaw == nil
    let flaw = isCut ? .cutShort(header.count, of: header.count) : rows.flaw
    if let flaw { return refuse(Fault(flaw, header: header), place) }
    if rows.isUnterminated { outcome.openPlace = place }
    let record = rows.record
    if case .bad(let kind, let field) = outcome.reader.read(record, at: place) {
      refuse(Fault(kind, line: 0, column: header[wanted[field]], value: record.text(field)), place)
    }
  }

  private mutating func refuse(_ fault: Fault, _ place: CSVPlace) {
    outcome.faultCount += 1
    if outcome.faults.count < Faults.kept { outcome.faults.append((place, fault)) }
  }
}
