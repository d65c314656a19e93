import Bytes

extension Audit.Check {
  /// Things called by one kind that the document elsewhere calls by another, or that are not as many as said.
  static let namedGroups = Audit.Check(id: "kind") { _, input in
    input.groups.flatMap { group in
      let words = Text("« \(group.words) » : ", "\"\(group.words)\": ")
      var findings = group.members.filter { $0.kind != group.kind }.map { member in
        Finding(
          "kind.\(group.key).\(member.key)", .mismatch, .warning,
          words + Text(same: member.name) + Text(" y est compté comme ", " is counted there as ")
            + group.kindLabel
            + Text(", et dit ailleurs ", ", and elsewhere called ") + member.kindLabel,
          keys: [group.key, member.key])
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
