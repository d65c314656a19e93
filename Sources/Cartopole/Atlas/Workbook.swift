import Bytes
import CXlsxWriter
import Maps

/// A workbook of several sheets (.xlsx), written by libxlsxwriter. The same sheets give the same bytes.
struct Workbook {
  var title: String
  var subject: String
  var author: String
  var sheets: [WorkbookSheet]

  /// Name of its file in an atlas.
  static let file = "tables.xlsx"

  /// The version of the library.
  static var version: String { lxw_version().map { String(cString: $0) } ?? "" }

  /// The date of every workbook, that of every PDF: 1 January 2000.
  private static let created: time_t = 946_684_800

  /// The bytes of the file. Throws 74 with the library's words when it cannot be made.
  ///
  /// The library writes to paths only: it gets that of a temporary file without a name, of which nothing is left.
  func bytes() throws(Problem) -> [UInt8] {
    guard let file = tmpfile() else { throw Self.failed(String(cString: strerror(errno))) }
    defer { fclose(file) }
    try write(to: "/dev/fd/\(fileno(file))")
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: max(0, ftell(file)))
    rewind(file)
    guard !bytes.isEmpty, fread(&bytes, 1, bytes.count, file) == bytes.count else {
      throw Self.failed(String(cString: strerror(errno)))
    }
    return bytes
  }

  private func write(to path: String) throws(Problem) {
    guard let book = workbook_new(path) else { throw Self.failed(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    let texts = CStrings([title, subject, author, "Cartopôle \(Version.text)"].map { Escape.cell($0) })
    var error = cartopole_xlsx_describe(book, texts[0], texts[1], texts[2], texts[3], Self.created)
    var formats = WorkbookFormats(book)
    for sheet in sheets where error == LXW_NO_ERROR { error = Self.add(sheet, to: book, &formats) }
    // Closing writes the file and frees the workbook, whatever happened before.
    let closed = cartopole_xlsx_close(book)
    if error == LXW_NO_ERROR { error = closed }
    guard error == LXW_NO_ERROR else { throw Self.failed(error) }
  }

  private static func failed(_ error: lxw_error) -> Problem {
    failed(lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)")
  }

  private static func failed(_ words: String) -> Problem {
    Problem(.readOrWrite, Text.workbookCannotBeWritten(words), fix: Text.lookAtTheFreeSpace)
  }

  private static func add(
    _ sheet: WorkbookSheet, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: inout WorkbookFormats
  ) -> lxw_error {
    guard let page = workbook_add_worksheet(book, sheet.name) else { return LXW_ERROR_SHEETNAME_ALREADY_USED }
    let columns = UInt16(sheet.headings.count)
    for (column, width) in sheet.widths.enumerated() {
      let at = UInt16(column)
      _ = worksheet_set_column(page, at, at, width, formats.plain)
    }
    var errors = [worksheet_write_string(page, 0, 0, sheet.title, formats.title)]
    for (row, height) in sheet.heights.enumerated() {
      errors.append(worksheet_set_row(page, UInt32(row + 1), height, nil))
    }
    for (column, heading) in sheet.headings.enumerated() {
      let format = sheet.isNumeric[column] ? formats.numericHeading : formats.heading
      errors.append(worksheet_write_string(page, 1, UInt16(column), heading, format))
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let (row, column) = (UInt32(row + 2), UInt16(column))
        switch cell {
        case .empty: break
        case .text(let text): errors.append(worksheet_write_string(page, row, column, text, formats.plain))
        case .number(let value, let format):
          errors.append(worksheet_write_number(page, row, column, value, formats.number(format)))
        case .link(let text, let sheet):
          errors.append(worksheet_write_url(page, row, column, "internal:'\(sheet)'!A1", formats.link))
          errors.append(worksheet_write_string(page, row, column, text, formats.link))
        }
      }
    }
    for (line, note) in sheet.notes.enumerated() {
      let row = UInt32(sheet.rows.count + 3 + line)
      errors.append(worksheet_write_string(page, row, 0, note, formats.note))
    }
    worksheet_freeze_panes(page, 2, UInt16(sheet.frozenColumns))
    if !sheet.rows.isEmpty {
      // Excel would warn of every code that it takes for a number stored as text.
      let all = "A3:\(WorkbookSheet.column(sheet.headings.count - 1))\(sheet.rows.count + 2)"
      errors.append(worksheet_ignore_errors(page, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), all))
      errors.append(worksheet_autofilter(page, 1, 0, UInt32(sheet.rows.count + 1), columns - 1))
    }
    // A4, landscape, one page wide, headings on every page.
    worksheet_set_paper(page, 9)
    worksheet_set_landscape(page)
    worksheet_fit_to_pages(page, 1, 0)
    errors.append(worksheet_repeat_rows(page, 0, 1))
    errors.append(worksheet_set_footer(page, "&L&A&R&P / &N"))
    return errors.first { $0 != LXW_NO_ERROR } ?? LXW_NO_ERROR
  }
}

/// The formats of a workbook's cells, each made once.
private struct WorkbookFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  let plain, title, heading, numericHeading, note, link: UnsafeMutablePointer<lxw_format>?
  private var numbers: [String: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    func format(_ change: (UnsafeMutablePointer<lxw_format>?) -> Void) -> UnsafeMutablePointer<lxw_format>? {
      let format = Self.format(of: book)
      change(format)
      return format
    }
    func heading(_ format: UnsafeMutablePointer<lxw_format>?) {
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    plain = format {
      format_set_text_wrap($0)
      format_set_indent($0, 1)
    }
    title = format {
      format_set_bold($0)
      format_set_font_size($0, 13)
    }
    self.heading = format {
      heading($0)
      format_set_indent($0, 1)
    }
    numericHeading = format {
      heading($0)
      format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    note = format { format_set_italic($0) }
    link = format {
      format_set_underline($0, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      format_set_font_color($0, 0x205E7D)
      format_set_indent($0, 1)
    }
  }

  private static func format(of book: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(book)
    format_set_font_name(format, WorkbookSheet.font.name)
    format_set_font_size(format, WorkbookSheet.font.points)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    return format
  }

  mutating func number(_ shown: String) -> UnsafeMutablePointer<lxw_format>? {
    if let format = numbers[shown] { return format }
    let format = Self.format(of: book)
    format_set_num_format(format, shown)
    numbers[shown] = format
    return format
  }
}
