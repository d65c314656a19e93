import Bytes

extension Simplification {
  /// Reads `30%` (a share of the vertices) or `250m`, `250` (a tolerance in metres); spaces and a decimal comma are
  /// understood. Throws 64 for anything else, for 0 % and less, for more than 100 % and for less than 0 m.
  public init(_ text: String) throws(Problem) {
    var digits = String(text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }.map { $0 == "," ? "." : $0 })
    let isShare = digits.hasSuffix("%")
    if isShare || digits.hasSuffix("m") { digits.removeLast() }
    let number = Double(digits).flatMap { $0.isFinite ? $0 : nil }
    if let number, isShare, number > 0, number <= 100 {
      self = .share(number / 100)
    } else if let number, !isShare, number >= 0 {
      self = .metres(number)
    } else {
      throw Problem(.usage, Text.neitherShareNorTolerance(text), fix: Text.writeAShareOrTolerance)
    }
  }
}
