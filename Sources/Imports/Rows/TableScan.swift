import Bytes
import Dispatch
import Territory

/// Why a row is left out: what is wrong with a field, given by its position among the wanted ones.
struct RowFault: Error {
  let kind: Fault.Kind
  let field: Int
}

/// Takes the rows of a table one by one; each thread has its own reader. It throws for a row that is left out.
protocol RowReader: Sendable { mutating func read(_ row: CSVRecord, at place: CSVPlace) throws(RowFault) }

/// The result of reading a table: the readers of all threads, and the rows that they refused.
struct ScanResult<Reader: RowReader> {
  var readers: [Reader]
  /// The refused rows by ascending line, at most `Faults.kept`.
  var faults: [Fault]
  /// Number of all refused rows, also those past the limit.
  var faultCount: Int
  /// Number of rows read, including refused ones, without the header.
  var rows: Int
  /// Line of the last row when it lacks a line feed but was taken; else `nil`.
  var openLine: Int?
  /// For each block, the line on which it starts.
  let blockLines: [Int]

  func line(_ place: CSVPlace) -> Int { blockLines[Int(place.block)] + Int(place.line) }

  /// The codes found, each with the line of its first row.
  func lines(_ met: CodesMet) -> [CodeLine] {
    met.first.map { CodeLine(code: CommuneCode.text($0.code), line: line($0.place)) }
  }
}

extension ScanResult {
  /// Warnings of restored codes, and of a last row that may be cut short because it lacks a line feed.
  func warnings(_ path: String, _ met: CodesMet) -> [Warning] {
    var warnings: [Warning] = []
    if met.restoredCount > 0 {
      warnings.append(
        Warning(file: path, CommuneCode.restoredNote(lines: met.restored.map(line), count: met.restoredCount)))
    }
    if let line = openLine { warnings.append(Warning(file: path, Text.lastLineLacksLineFeed(line))) }
    return warnings
  }
}

extension CSVFile {
  /// Reads all rows on `threads` threads, each with its own reader from `reader`.
  ///
  /// Throws 65 and 74 as the source does, and 65 for a table with only a header. Complexity: O(n ÷ threads);
  /// memory: one block for each thread.
  ///
  /// - Parameter isPublished: whether a publisher made the file. The last line of such a file always has a line
  ///   end, so a file that ends in a separator was cut short there.
  func scan<Reader: RowReader>(_ wanted: [Int], threads: Int, isPublished: Bool = true, reader: @Sendable () -> Reader)
    throws(Problem) -> ScanResult<Reader>
  {
    let outcomes = Guarded<[BlockWorker<Reader>.Outcome]>([])
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
        .badData, file: path, at: Text("ligne \(headerLines)", "line \(headerLines)"), Text.noRowAfterTheHeader,
        fix: Text.downloadTheFileAgain)
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

/// Reads the share of one thread in a table.
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
    } catch { outcome.failure = error }
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
    do throws(RowFault) { try outcome.reader.read(record, at: place) } catch {
      refuse(Fault(error.kind, line: 0, column: header[wanted[error.field]], value: record.text(error.field)), place)
    }
  }

  private mutating func refuse(_ fault: Fault, _ place: CSVPlace) {
    outcome.faultCount += 1
    if outcome.faults.count < Faults.kept { outcome.faults.append((place, fault)) }
  }
}
