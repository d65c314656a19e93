import Bytes

extension Support {
  static let keys = ["basis", "by", "date", "reason"]

  /// Reads `basis` and the keys it requires: `by` and `date` for
  /// `declared`, `reason` for `assumption`. Throws 65.
  init(reading node: DocumentNode, in what: Text) throws(Problem) {
    let basis: Basis = try node.required("basis", in: what).choice(Text(same: "basis"))
    self.init(
      basis, by: try node["by"]?.words(Text(same: "by")), date: try node["date"]?.date(),
      reason: try node["reason"]?.text(Text(same: "reason")))
    switch basis {
    case .source: break
    case .declared: for key in ["by", "date"] where node[key] == nil { throw missing(key, basis, node) }
    case .assumption: if reason == nil { throw missing("reason", basis, node) }
    }
  }

  private func missing(_ key: String, _ basis: Basis, _ node: DocumentNode) -> Problem {
    (node["basis"] ?? node).problem(
      Text("« basis: \(basis.rawValue) » sans « \(key) »", "\"basis: \(basis.rawValue)\" without \"\(key)\""),
      fix: key == "by"
        ? Text("dites qui l’a déclaré", "say who declared it")
        : key == "date" ? Text("dites quand, comme 2009-06", "say when, such as 2009-06") : Text.sayWhyItIsAssumed)
  }

  /// Whether a text is a year, a month or a day of ISO 8601: `2009`, `2009-06`, `2009-06-30`.
  public static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return false }
    for (part, limits) in zip(parts, [(4, 0, 9999), (2, 1, 12), (2, 1, 31)]) {
      let (digits, low, high) = limits
      guard part.utf8.count == digits, part.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(part),
        value >= low && value <= high
      else { return false }
    }
    return true
  }
}

extension DocumentNode {
  /// A year, a month or a day of ISO 8601. Throws 65 for any other value.
  func date() throws(Problem) -> String {
    let written = try string(Text(same: "date"))
    guard Support.isDate(written) else {
      throw problem(
        Text("date « \(written) » mal formée", "malformed date \"\(written)\""), fix: Text.writeYearMonthOrDay)
    }
    return written
  }
}
