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

  private struct TextKey: Hashable {
    var text: String
    var font: FontRequest
    var isTabular: Bool
    var isSpaced: Bool
  }

  private struct Fallback: Hashable {
    var font: FontRequest
    var character: Unicode.Scalar
  }

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var faces: [FontRequest: FontFace?] = [:]
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
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return lockedFace(for: request)
  }

  /// A line of text in the fonts asked for; `nil` when the machine has no font.
  func shape(
    _ text: String, _ font: FontRequest, tabular isTabular: Bool, spaced isSpaced: Bool
  ) -> ShapedText? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    let key = TextKey(text: text, font: font, isTabular: isTabular, isSpaced: isSpaced)
    if let known = shaped[key] { return known }
    guard let face = lockedFace(for: font) else { return nil }
    var line = ShapedText()
    for (face, part) in split(text, face, font) {
      line.pieces.append(.init(part, face, tabular: isTabular, spaced: isSpaced))
    }
    shaped[key] = line
    return line
  }

  private func lockedFace(for request: FontRequest) -> FontFace? {
    if let known = faces[request] { return known }
    let found = find(request, 0)
    faces[request] = .some(found)
    return found
  }

  /// The text in parts, each with the face that has its characters: `face` wherever it can.
  private func split(_ text: String, _ face: FontFace, _ font: FontRequest) -> [(FontFace, Substring)] {
    var parts: [(FontFace, Substring)] = []
    var start = text.startIndex
    var current = face
    for at in text.indices {
      guard let character = text[at].unicodeScalars.first else { continue }
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
  private func fallback(for character: Unicode.Scalar, _ font: FontRequest) -> FontFace? {
    let key = Fallback(font: font, character: character)
    if let known = fallbacks[key] { return known }
    let found = find(font, character.value)
    let having = found?.glyph(of: character) == nil ? nil : found
    fallbacks[key] = .some(having)
    return having
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
