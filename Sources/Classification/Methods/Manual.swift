import Bytes

/// `manual` — the upper bounds that the user gives.
enum Manual: ClassMethod {
  static let name = "manual"
  static let summary = Text("bornes supérieures choisies à la main", "upper bounds chosen by hand")
  static let takesCount = false

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    let bounds = options.breaks
    let isAscending = zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }
    guard !bounds.isEmpty, bounds.allSatisfy(\.isFinite), isAscending else {
      throw Problem(
        .usage, Text("manual veut des bornes croissantes", "manual wants ascending bounds"),
        fix: Text("par exemple ‹breaks› 100,300,1000", "such as ‹breaks› 100,300,1000"))
    }
    if let maximum = sample.maximum, let last = bounds.last, maximum > last {
      let value = number(maximum)
      throw Problem(
        .badData,
        Text(
          "la valeur \(value) dépasse la dernière borne, \(number(last))",
          "the value \(value) is above the last bound, \(number(last))"),
        fix: Text("donnez une dernière borne d’au moins \(value)", "give a last bound of at least \(value)"))
    }
    return bounds
  }

  private static func number(_ value: Double) -> String {
    var writer = ByteWriter()
    writer.shortest(value)
    return writer.string
  }
}
