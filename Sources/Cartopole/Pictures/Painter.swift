import Bytes
import CRsvg
import Cartography

/// Turns drawings into PNG and PDF files: librsvg draws their SVG, libpng and cairo write it.
///
/// The same drawings give the same bytes with the same libraries and fonts. Its functions
/// may be called from several threads at once.
enum Painter {
  /// Width of a sheet in print, in metres: a PNG has the resolution that gives it, and an A4 page is as wide.
  static let sheetWidth = 0.297
  /// The longest side of a PNG in px: cairo's surfaces end at 32,767.
  static let largest = 30_000

  /// Names and versions of the libraries that draw.
  static var version: String {
    var text = [CChar](repeating: 0, count: 100)
    cartopole_pictures_version(&text, text.count)
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// A PNG of `width` px, as high as the shape of the drawing requires, with its physical size, title, source
  /// and licence (PNG 1.2: sRGB, pHYs, iTXt). Throws 70 with the message of the library that failed.
  static func png(_ drawing: Drawing, width: Int) throws(Problem) -> [UInt8] {
    var texts = [("Title", drawing.title), ("Software", "Cartopôle \(Version.text)")]
    // The paragraph at the foot of a map gives the licence of its data too.
    if !drawing.source.isEmpty { texts.append(("Source", drawing.source)) }
    var made = cartopole_bytes()
    var message = cartopole_message()
    let svg = drawing.svg()
    let strings = CStrings(texts.flatMap { [$0.0, $0.1] })
    let entries = texts.indices.map { cartopole_text(key: strings[2 * $0], text: strings[2 * $0 + 1]) }
    let result = svg.withUnsafeBufferPointer { bytes in
      cartopole_png(
        cartopole_svg(bytes: bytes.baseAddress, count: bytes.count), Int32(width),
        Int32(height(of: drawing, width: width)), sheetWidth, drawing.language.rawValue, entries, Int32(entries.count),
        &made, &message)
    }
    guard result == 0 else { throw failed(message) }
    return taken(&made)
  }

  /// Height of a PNG in px.
  static func height(of drawing: Drawing, width: Int) -> Int {
    Int((drawing.height * Double(width) / drawing.width).rounded(.up))
  }

  /// A PDF of a book's pages, with its bookmarks, links, title, subject and language. Throws 70
  /// with the message of the library that failed.
  static func pdf(_ book: Book) throws(Problem) -> [UInt8] {
    var message = cartopole_message()
    // In points: 72 for an inch of 25.4 mm.
    let width = sheetWidth / 0.0254 * 72
    guard let first = book.pages.first?.drawing,
      let pdf = cartopole_pdf_begin(width, width * first.height / first.width, &message)
    else { throw failed(message) }
    cartopole_pdf_describe(pdf, book.title, book.subject, book.author, "Cartopôle \(Version.text)")
    for (number, page) in book.pages.enumerated() {
      let svg = page.drawing.svg()
      let links = page.drawing.links.map {
        cartopole_link(
          from: Int32(number + 1), to: Int32($0.page), x: $0.box.minX, y: $0.box.minY, width: $0.box.width,
          height: $0.box.height)
      }
      let result = svg.withUnsafeBufferPointer { bytes in
        cartopole_pdf_page(
          pdf, cartopole_svg(bytes: bytes.baseAddress, count: bytes.count), "\(number + 1)", width / page.drawing.width,
          links, Int32(links.count), &message)
      }
      guard result == 0 else {
        cartopole_pdf_abandon(pdf)
        throw failed(message)
      }
    }
    let bookmarks = book.bookmarks
    let titles = CStrings(bookmarks.map(\.title))
    let entries = bookmarks.indices.map {
      cartopole_bookmark(title: titles[$0], page: Int32(bookmarks[$0].page), parent: Int32(bookmarks[$0].parent ?? -1))
    }
    var made = cartopole_bytes()
    let result = cartopole_pdf_end(pdf, entries, Int32(entries.count), book.language.rawValue, &made, &message)
    guard result == 0 else { throw failed(message) }
    return taken(&made)
  }

  private static func taken(_ made: inout cartopole_bytes) -> [UInt8] {
    defer { cartopole_bytes_free(&made) }
    return Array(UnsafeBufferPointer(start: made.bytes, count: made.count))
  }

  private static func failed(_ message: cartopole_message) -> Problem {
    let words = withUnsafeBytes(of: message.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return Problem(.bug, Text.pictureCouldNotBeDrawn(words))
  }
}

/// Texts as C strings that live as long as this value.
final class CStrings {
  private let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { pointers = texts.map { strdup($0) } }

  deinit { pointers.forEach { free($0) } }

  subscript(index: Int) -> UnsafeMutablePointer<CChar>? { pointers[index] }
}
