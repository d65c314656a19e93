import Bytes
import Territory

extension NewAction {
  /// The lines of the action as an item of `actions:`, without margin; the first begins with the dash.
  func lines(dashWidth: Int) -> [String] {
    var body = ["id: " + id, "title: " + YAMLText.scalar(title), "status: " + status.rawValue]
    if let parent { body.append("parent: " + parent) }
    body += supportLines
    if let noRule { body.append("no_rule: " + noRule.rawValue) }
    if !rules.isEmpty {
      body.append("reach:")
      body += supportLines.map { "  " + $0 }
      body.append("  rules:")
      body += rules.map { "    - " + $0.yaml }
    }
    let dash = "-" + String(repeating: " ", count: dashWidth - 1)
    let margin = String(repeating: " ", count: dashWidth)
    return body.enumerated().map { ($0.offset == 0 ? dash : margin) + $0.element }
  }

  private var supportLines: [String] {
    var lines = ["basis: " + support.basis.rawValue]
    if let by = support.by { lines.append("by: " + YAMLText.scalar(by)) }
    if let date = support.date { lines.append("date: " + date) }
    if let reason = support.reason { lines.append("reason: " + YAMLText.scalar(reason.fr)) }
    return lines
  }
}

extension NewAction.Rule {
  var yaml: String {
    switch self {
    case .territory: return "territory: true"
    case .communes(let list): return "communes: [" + list.map(YAMLText.quoted).joined(separator: ", ") + "]"
    case .canton(let code): return "canton: " + YAMLText.quoted(code)
    case .epci(let siren): return "epci: " + YAMLText.quoted(siren)
    case .within(let centre, let kilometres):
      return "within_km: { " + centre.yaml + ", km: " + ByteWriter.shortest(kilometres) + " }"
    case .neighbours(let commune, let order):
      return "neighbours: { commune: " + YAMLText.quoted(commune) + ", order: " + String(order) + " }"
    }
  }
}

extension NewAction.Centre {
  var yaml: String {
    switch self {
    case .site(let id): "site: " + id
    case .commune(let commune): "commune: " + YAMLText.quoted(commune)
    }
  }
}

/// Texts as YAML scalars.
package enum YAMLText {
  /// The text without quotes where it cannot be misread, in double quotes otherwise.
  package static func scalar(_ text: String) -> String {
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    guard let first = text.first, first.isLetter, text.last != " ", !words.contains(text.lowercased()),
      text.allSatisfy({ $0.isLetter || $0.isNumber || " -’(),.;«»".contains($0) })
    else { return quoted(text) }
    return text
  }

  /// The text in double quotes, whatever it contains.
  package static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
