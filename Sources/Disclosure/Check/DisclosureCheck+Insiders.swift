import Bytes

extension DisclosureCheck {
  /// Tries what contributors can deduce of every sensitive cell of the component, and notes those that succeed.
  func tryInsiders(_ component: CheckComponent, _ intervals: inout [DeducedInterval], _ audit: inout DisclosureAudit)
    throws(Problem)
  {
    var columnOf: [Int: Int] = [:]
    for (column, cell) in component.cells.enumerated() { columnOf[cell] = column }
    var knowers = [[(insider: Int, part: PublishedTables.Insider.Part)]](repeating: [], count: component.cells.count)
    for (number, insider) in tables.insiders.enumerated() {
      for part in insider.parts { if let column = columnOf[part.cell] { knowers[column].append((number, part)) } }
    }
    guard knowers.contains(where: { !$0.isEmpty }) else { return }
    let reference = try referenceTable(component, knowers)
    var search = try NearestTable(component, reference)
    for column in component.cells.indices {
      guard case .sensitive(let value) = intervals[column].reason else { continue }
      var opposite: [InsiderAttack.Changes] = []
      for upwards in [true, false] {
        var attack = InsiderAttack(
          check: self, knowers: knowers, columnOf: columnOf, component: component.cells, reference: reference,
          column: column, value: value, upwards: upwards)
        try attack.run(opposite: opposite, &search)
        opposite = attack.found
        audit.attacks += attack.tried
        audit.fractional += attack.fractional
        for insider in attack.winners {
          let name = tables.insiders[insider].name
          if !intervals[column].insiders.contains(name) { intervals[column].insiders.append(name) }
          intervals[column].isProtected = false
        }
      }
    }
  }

  /// A table that agrees with what is published, with every true sensitive value and with what every
  /// contributor knows; the complementary cells are whatever fits.
  private func referenceTable(
    _ component: CheckComponent, _ knowers: [[(insider: Int, part: PublishedTables.Insider.Part)]]
  ) throws(Problem) -> [Double] {
    var lower = component.lower
    var upper = component.upper
    for (column, cell) in component.cells.enumerated() {
      for (_, part) in knowers[column] {
        lower[column] = max(lower[column], part.value + part.others.lowerBound)
        upper[column] = min(upper[column], part.value + part.others.upperBound)
      }
      upper[column] = max(upper[column], lower[column])
      if case .sensitive(let value)? = tables.reasons[cell] {
        lower[column] = value
        upper[column] = value
      }
    }
    var programme = try component.programme(lower: lower, upper: upper)
    guard case .optimal = try programme.minimise([Double](repeating: 0, count: lower.count)) else {
      throw Problem(
        .badData, at: Text(same: tables.ids[component.cells[0]]), Text.secretValuesContradictTotals,
        fix: Text("vérifiez les totaux publiés", "check the printed totals"))
    }
    var table: [Double] = []
    programme.withValues { table = Array($0) }
    return table
  }
}
