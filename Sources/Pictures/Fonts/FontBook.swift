import CFonts

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The machine's fonts, through fontconfig and HarfBuzz, and the texts already shaped with them.
///
/// One for the process: `FontBook.machine`. May be used by several threads at once.
public final class FontBook: @unchecked Sendable {
  /// `nil` where HarfBuzz (4 or later) or fontconfig is not installed: both come with librsvg.
  public static let machine: FontBook? = cartopole_fonts_available() != 0 ? FontBook() : nil

  /// A line as it is asked for; letters that look alike but are other characters are other texts.
  private struct TextKey: Hashable {
    var text: String
    var font: Int
    var isTabular: Bool
    var isSpaced: Bool

    static func == (left: TextKey, right: TextKey) -> Bool {
      left.font == right.font && left.isTabular == right.isTabular && left.isSpaced == right.isSpaced
        && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(font)
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private struct Fallback: Hashable {
    var font: Int
    var character: Unicode.Scalar
  }

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// What was asked for, with the face that was found; numbers stay.
  private var requests: [(request: FontRequest, face: FontFace?)] = []
  private var fallbacks: [Fallback: FontFace?] = [:]
  private var opened: [String: FontFace] = [:]
  private var shaped: [TextKey: ShapedText] = [:]

  private init() {
    pthread_mutex_init(lock, nil)
  }

  /// The libraries by their versions, then the files that a CSS `font-family` is drawn with in regular, bold and
  /// italic, each with the checksum it carries: what pictures made with them depend on.
  public func description(ofFamily css: String) -> String {
    let families = FontRequest.families(css)
    var harfbuzz = [CChar](repeating: 0, count: 32)
    var fontconfig = harfbuzz
    cartopole_fonts_versions(&harfbuzz, &fontconfig, 32)
    let requests = [
      FontRequest(families: families), FontRequest(families: families, weight: 700),
      FontRequest(families: families, isItalic: true),
    ]
    var files: [String] = []
    for face in requests.compactMap(face(for:)) {
      let line = face.file + "#" + String(face.index) + " " + face.checksum
      if !files.contains(line) { files.append(line) }
    }
    let versions = "HarfBuzz " + Self.text(harfbuzz) + ", fontconfig " + Self.text(fontconfig)
    return ([versions] + files).joined(separator: ", ")
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The face that comes nearest to what is asked; `nil` when the machine has none that can be read.
  func face(for request: FontRequest) -> FontFace? {
    let number = number(of: request)
    return locked { requests[number].face }
  }

  /// The number by which `shape` knows a font; the same for the life of the process.
  func number(of request: FontRequest) -> Int {
    locked {
      if let known = requests.firstIndex(where: { $0.request == request }) { return known }
      requests.append((request, find(request, 0)))
      return requests.count - 1
    }
  }

  /// A line of text in the font of a number; `nil` when the machine has none.
  func shape(_ text: String, _ font: Int, tabular isTabular: Bool, spaced isSpaced: Bool) -> ShapedText? {
    let key = TextKey(text: text, font: font, isTabular: isTabular, isSpaced: isSpaced)
    let (known, face) = locked { (shaped[key], requests[font].face) }
    if let known { return known }
    guard let face else { return nil }
    // Two threads may shape the same text: they come to the same.
    var line = ShapedText()
    for (face, part) in split(text, face, font) {
      line.pieces.append(.init(part, face, tabular: isTabular, spaced: isSpaced))
    }
    locked { shaped[key] = line }
    return line
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  /// The text in parts, each with the face that has its characters: `face` wherever it can. Marks stay with the
  /// letters they are put on.
  private func split(_ text: String, _ face: FontFace, _ font: Int) -> [(FontFace, Substring)] {
    var parts: [(FontFace, Substring)] = []
    let characters = text.unicodeScalars
    var start = text.startIndex
    var current = face
    for at in characters.indices {
      let character = characters[at]
      if at > start, character.isMark { continue }
      let wanted = face.has(character) ? face : fallback(for: character, font) ?? face
      if wanted !== current, at > start {
        parts.append((current, text[start..<at]))
        start = at
      }
      current = wanted
    }
    if start < text.endIndex { parts.append((current, text[start...])) }
    return parts
  }

  /// A face that has what those asked for lack.
  private func fallback(for character: Unicode.Scalar, _ font: Int) -> FontFace? {
    locked {
      let key = Fallback(font: font, character: character)
      if let known = fallbacks[key] { return known }
      let found = find(requests[font].request, character.value)
      let having = found?.glyph(of: character) == nil ? nil : found
      fallbacks[key] = .some(having)
      return having
    }
  }

  private func find(_ request: FontRequest, _ character: UInt32) -> FontFace? {
    var names: [UnsafePointer<CChar>?] = request.families.map { UnsafePointer(strdup($0)) }
    defer { for name in names { free(UnsafeMutablePointer(mutating: name)) } }
    var file = [CChar](repeating: 0, count: Int(PATH_MAX))
    var index: Int32 = 0
    let isFound = cartopole_fonts_find(
      &names, Int32(names.count), Int32(request.weight), request.isItalic ? 1 : 0, character, &file, file.count,
      &index)
    guard isFound != 0 else { return nil }
    let path = Self.text(file)
    let key = path + "#" + String(index)
    if let known = opened[key] { return known }
    let face = FontFace(file: path, index: Int(index))
    opened[key] = face
    return face
  }
}

extension Unicode.Scalar {
  /// Whether it is put on the letter before it.
  fileprivate var isMark: Bool {
    guard value >= 0x300 else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
