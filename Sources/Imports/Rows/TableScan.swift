import Bytes
import Dispatch
import Synchronization

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

  func line(_ place: RowPlace) -> Int { blockLines[Int(place.block)] + Int(place.line) }

  /// The codes met, each with the line of its first row.
  func lines(_ met: CodesMet) -> [CodeLine] {
    met.first.map { CodeLine(code: CommuneCode.text($0.code), line: line($0.place)) }
  }
}

extension ScanResult {
  /// Says that the last row may be cut, where nothing ends it.
  func warnings(_ path: String) -> [Warning] {
    guard let line = openLine else { return [] }
    return [
      Warning(
        file: path,
        Text(
          "ligne \(line) : la dernière ligne n’a pas de fin de ligne ; le fichier est peut-être coupé",
          "line \(line): the last line has no line feed; the file may be cut short"))
    ]
  }
}

extension TableFile {
  /// Reads all rows on `threads` threads, each with a reader of its own.
  ///
  /// A last line without line feed is refused when its last field is empty: the file was cut there.
  /// Throws 74 and 65 as reading does, 65 for a header alone. Complexity: O(n ÷ threads); memory: one block a thread.
  func scan<Reader: RowReader>(
    _ wanted: [Int], threads: Int, reader: @Sendable () -> Reader
  ) throws(Problem) -> ScanResult<Reader> {
    let outcomes = Mutex<[BlockWorker<Reader>.Outcome]>([])
    let names = header
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var worker = BlockWorker(
        wanted: wanted, header: names, separator: separator, reader: reader())
      let outcome = worker.run(blocks)
      outcomes.withLock { $0.append(outcome) }
    }
    blocks.endProgress()
    var result = ScanResult<Reader>(readers: [], faults: [], faultCount: 0, rows: 0, blockLines: [])
    var counts: [(block: Int, lines: Int)] = []
    var places: [(RowPlace, Fault)] = []
    var openPlace: RowPlace?
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
      if blocks.endsInOpenRecord { failure.place = Text("ligne \(next)", "line \(next)") }
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
    var faults: [(RowPlace, Fault)] = []
    var faultCount = 0
    var rows = 0
    var openPlace: RowPlace?
    var failure: Problem?
    var lines: [(block: Int, lines: Int)] = []
  }

  private var scanner: RowScanner
  private var outcome: Outcome
  private let header: [String]
  private let wanted: [Int]
  private let separator: UInt8
  private let buffer = ByteBuffer(capacity: RecordBlocks.blockSize)

  init(wanted: [Int], header: [String], separator: UInt8, reader: Reader) {
    scanner = RowScanner(columns: wanted, fieldCount: header.count, separator: separator)
    outcome = Outcome(reader: reader)
    self.header = header
    self.wanted = wanted
    self.separator = separator
  }

  mutating func run(_ blocks: RecordBlocks) -> Outcome {
    do throws(Problem) {
      while let block = try blocks.next(into: buffer) {
        let lines = read(block)
        outcome.lines.append((block.index, lines))
      }
    } catch {
      outcome.failure = error
    }
    return outcome
  }

  /// Reads the rows of a block; returns how many lines it has.
  private mutating func read(_ block: RecordBlocks.Block) -> Int {
    let bytes = UnsafePointer(buffer.bytes)
    let fieldCount = header.count
    var line = 0
    var at = 0
    while at < block.count {
      let row = bytes + at
      var end = RecordCut.find(newline, bytes, at, block.count) ?? block.count
      var fields: Int
      let isQuoted = block.hasQuotes && RecordCut.find(quote, bytes, at, end) != nil
      if isQuoted {
        let scanned = scanner.scanQuoted(row, block.count - at)
        fields = scanned.fields
        end = at + scanned.end
      } else {
        let length = end > at && bytes[end - 1] == carriageReturn ? end - 1 - at : end - at
        fields = length == 0 ? 0 : scanner.scanPlain(row, length)
      }
      let place = RowPlace(block: Int32(truncatingIfNeeded: block.index), line: Int32(truncatingIfNeeded: line))
      line += 1 + (isQuoted ? scanner.innerLines : 0)
      defer { at = end + 1 }
      if fields == 0 { continue }
      outcome.rows += 1
      let isCut = block.isUnfinished && end >= block.count
      if fields != fieldCount || (isCut && bytes[end - 1] == separator) {
        let counts = Fault(.fieldCount, line: 0, column: String(fieldCount), value: String(fields))
        refuse(
          isCut ? Fault(.truncatedLine, line: 0, value: "\(fields)/\(fieldCount)") : counts, place)
      } else if scanner.hasHighBytes && !UTF8Check.isValid(row, end - at) {
        refuse(Fault(.notUTF8, line: 0), place)
      } else {
        if isCut { outcome.openPlace = place }
        let fields = Row(base: row, spans: scanner.spans)
        if case .bad(let kind, let field) = outcome.reader.read(fields, at: place) {
          refuse(Fault(kind, line: 0, column: header[wanted[field]], value: fields.text(field)), place)
        }
      }
    }
    return line
  }

  private mutating func refuse(_ fault: Fault, _ place: RowPlace) {
    outcome.faultCount += 1
    if outcome.faults.count < Faults.kept { outcome.faults.append((place, fault)) }
  }
}
