import Bytes
import Cartography

/// A map in a file: SVG, PNG or PDF.
public struct Picture: Sendable {
  private enum Format: String { case svg, png, pdf }

  private let path: String
  private let format: Format
  /// px of a PNG for one px of the drawing; `nil` for a PNG of 3,000 px.
  private let scale: Double?

  /// Chooses the format by the extension of a file; `-` is SVG on standard output. Throws 64 for
  /// another extension, before anything is drawn.
  public init(path: String, scale: Double? = nil) throws(Problem) {
    self.path = path
    self.scale = scale
    guard let format = path == "-" ? .svg : Format(rawValue: Path.fileExtension(path)) else {
      throw Problem(
        .usage, file: path, Text("format de carte inconnu", "unknown map format"), fix: Text.useAPictureExtension)
    }
    self.format = format
  }

  /// Writes the drawing; a PNG is 3,000 px wide unless a scale was chosen. Throws 64 for a PNG that
  /// would be too large, 73 or 74 for the file.
  public func write(_ drawing: Drawing) throws(Problem) {
    switch format {
    case .svg: try OutputFile.write(drawing.pieces(), to: path)
    case .png: try OutputFile.write(try Painter.png(drawing, width: try width(drawing)), to: path)
    case .pdf: try OutputFile.write(try Painter.pdf(Book(drawing)), to: path)
    }
  }

  /// The height of a drawing follows from its content, so that it is known only at the end.
  private func width(_ drawing: Drawing) throws(Problem) -> Int {
    let width = scale.map { Int(($0 * drawing.width * drawing.magnification).rounded()) } ?? 3000
    let height = Painter.height(of: drawing, width: width)
    guard max(width, height) > Painter.largest else { return width }
    throw Problem(
      .usage, file: path, Text.pictureTooLarge(width, height, Painter.largest), fix: Text.chooseASmallerScale)
  }
}
