import Bytes

extension Audit.Check {
  /// Things that one passage calls by another kind than the rest of the
  /// document, or whose number is not as announced.
  static let namedGroups = Audit.Check(id: "kind") { _, input in
    input.groups.flatMap { group in
      let words = Text("« \(group.words) » : ", "\"\(group.words)\": ")
      var findings = group.members.filter { $0.kind.fr.folded != group.kind.fr.folded }.map { member in
        Finding(
          "kind.\(group.key).\(member.key)", .mismatch, .warning,
          words + Text(same: member.name) + Text(" y est compté comme ", " is counted there as ") + group.kind
            + Text(", et dit ailleurs ", ", and elsewhere called ") + member.kind, keys: [group.key, member.key])
      }
      if group.members.count != group.printed {
        findings.append(
          Finding(
            "kind.\(group.key)", .arithmetic, .warning,
            words
              + Text(
                "\(group.printed) annoncés, \(group.members.count) nommés",
                "\(group.printed) announced, \(group.members.count) named"), keys: [group.key]))
      }
      return findings
    }
  }
}
