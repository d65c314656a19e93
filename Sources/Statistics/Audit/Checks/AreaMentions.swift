import Bytes

extension Audit.Check {
  /// One word used for several areas.
  static let areaMentions = Audit.Check(id: "area_word") { _, input in
    input.mentions.map(\.term.folded).distinct.compactMap { term in
      let mentions = input.mentions.filter { $0.term.folded == term }
      guard Set(mentions.map(\.areaCode)).count > 1 else { return nil }
      let uses = mentions.map { Text("\($0.areaName) dans « \($0.words) »", "\($0.areaName) in \"\($0.words)\"") }
      return Finding(
        "area_word.\(term)", .wording, .warning,
        Text("« \(mentions[0].term) » désigne ", "\"\(mentions[0].term)\" means ") + Text.joined(uses, separator: ", ")
          + Text.figuresDescribeOnlyOneArea, keys: mentions.map(\.key))
    }
  }
}
