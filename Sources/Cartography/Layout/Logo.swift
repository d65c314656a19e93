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
        .badData, file: path,
        Text("ce n’est ni un PNG ni un SVG muni d’un viewBox", "neither a PNG nor an SVG with a viewBox"),
        fix: Text("convertissez le logo en PNG", "convert the logo to PNG"))
    }
    aspect = size.0 / size.1
    address = "data:\(type);base64," + Self.base64(bytes)
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

  /// The bytes in base 64 (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
      let word = group[0] << 16 | group[1] << 8 | group[2]
      for part in 0..<4 {
        let isFilled = start + part <= bytes.count
        out.append(isFilled ? alphabet[Int(word >> UInt32(18 - 6 * part)) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
