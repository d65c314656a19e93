import Bytes
import Cartography
import Pictures

/// A map in a file: SVG, PNG or PDF.
public struct Picture: Sendable {
  private enum Format: String { case svg, png, pdf }

  private let path: String
  private let format: Format
  /// px of a PNG for one px of the drawing; `nil`: 3,000 px wide.
  private let scale: Double?

  /// Chooses the format by extension; `-` is SVG on standard output. Throws 64 for another extension and 69 when
  /// `rsvg-convert` is needed and absent, before anything is drawn.
  public init(path: String, scale: Double? = nil) throws(Problem) {
    self.path = path
    self.scale = scale
    guard path != "-" else {
      format = .svg
      return
    }
    guard let format = Format(rawValue: Path.fileExtension(path)) else {
      throw Problem(
        .usage, file: path, Text("format de carte inconnu", "unknown map format"),
        fix: Text("terminez le nom par .svg, .png ou .pdf", "end the name with .svg, .png or .pdf"))
    }
    self.format = format
    if format != .svg && Painter() == nil { throw Rasterizer.absent }
  }

  /// Writes the drawing; PNG 3,000 px wide unless a scale was chosen. Throws 64 for a PNG that would be too large.
  public func write(_ drawing: Drawing) throws(Problem) {
    guard format != .svg else { return try OutputFile.write(drawing.svg(), to: path) }
    guard let painter = Painter() else { throw Rasterizer.absent }
    let width = scale.map { Int(($0 * drawing.width).rounded()) } ?? 3000
    if format == .png { try checkSize(drawing, width: width) }
    let kind: Painter.Order.Kind =
      format == .png ? .png(width: width) : .pdf(title: drawing.title, drawing.language)
    do {
      try painter.make([Painter.Order(output: path, kind: kind, drawings: [drawing])])
    } catch {
      OutputFile.abandon(path)
      throw error
    }
    try OutputFile.commit(path)
  }

  /// The height of a drawing follows from what it shows: it is known at the end only.
  private func checkSize(_ drawing: Drawing, width: Int) throws(Problem) {
    let height = (drawing.height * Double(width) / drawing.width).rounded(.up)
    guard max(Double(width), height) > Double(PNGPicture.largest) else { return }
    throw Problem(
      .usage, file: path,
      Text(
        "image trop grande : \(width) × \(Int(height)) px, pour \(PNGPicture.largest) au plus de côté",
        "picture too large: \(width) × \(Int(height)) px, \(PNGPicture.largest) a side at most"),
      fix: Text("choisissez un --scale plus petit", "choose a smaller --scale"))
  }
}
