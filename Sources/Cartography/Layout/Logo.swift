import Bytes
import Geometry

/// A picture at the top right of a sheet, PNG or SVG, embedded so that the drawing needs no other file.
public struct Logo: Sendable, Equatable {
  /// `data:` address of the picture.
  let address: String
  /// Width over height.
  let aspect: Double

  /// Most height and width of a logo, in px.
  static let height = 44.0
  static let widest = 160.0

  /// Reads a PNG or an SVG with a `viewBox`. Throws 65 for anything else, 66 when the file is missing.
  public init(path: String) throws(Problem) {
    let bytes = try FileBytes.read(path)
    let type: String
    let size: (Double, Double)?
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count > 24 {
      type = "image/png"
      // IHDR comes first, with width and height (PNG, third edition, 11.2.1).
      size = (Self.integer(bytes, 16), Self.integer(bytes, 20))
    } else {
      type = "image/svg+xml"
      size = Self.viewBox(String(decoding: bytes, as: UTF8.self))
    }
    guard let size, size.0 > 0, size.1 > 0 else {
      throw Problem(
        .badData, file: path, Text.neitherPNGNorSVG, fix: Text("convertissez le logo en PNG", "convert the logo to PNG")
      )
    }
    aspect = size.0 / size.1
    address = "data:\(type);base64," + Base64.text(bytes)
  }

  /// The box it takes, its top right corner given.
  func box(right: Double, top: Double) -> Bounds {
    let width = min(Self.widest, Self.height * aspect)
    return Bounds(x: right - width, y: top, width: width, height: width / aspect)
  }

  private static func integer(_ bytes: [UInt8], _ at: Int) -> Double {
    bytes[at..<at + 4].reduce(0.0) { $0 * 256 + Double($1) }
  }

  private static func viewBox(_ text: String) -> (Double, Double)? {
    guard text.contains("<svg"), let start = text.firstRange(of: "viewBox=")?.upperBound, start < text.endIndex else {
      return nil
    }
    let quote = text[start]
    let numbers = text[text.index(after: start)...].prefix { $0 != quote }.split { $0 == " " || $0 == "," }.compactMap {
      Double($0)
    }
    return numbers.count == 4 ? (numbers[2], numbers[3]) : nil
  }
}
