/// Figures of one area, measure, date and publication, by family.
struct FamilyGroup {
  let figures: [Figure]

  /// Groups in the order of their first figure. O(n × groups).
  static func groups(_ figures: [Figure]) -> [FamilyGroup] {
    var groups: [[Figure]] = []
    for figure in figures {
      let same = groups.firstIndex {
        $0[0].key == figure.key && $0[0].measure == figure.measure && $0[0].reference == figure.reference
          && $0[0].publication == figure.publication
      }
      if let same { groups[same].append(figure) } else { groups.append([figure]) }
    }
    return groups.map(FamilyGroup.init)
  }

  /// The figures of the four families, when each is there once; `nil` otherwise.
  var partition: [Figure]? {
    let parts = Family.partition.map { family in figures.filter { $0.family == family } }
    return parts.allSatisfy { $0.count == 1 } ? parts.map { $0[0] } : nil
  }

  var total: Figure? { figures.first { $0.family == .all } }
}
