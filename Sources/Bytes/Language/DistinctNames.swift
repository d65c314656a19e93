/// Column names of a file in which one may come twice.
public enum DistinctNames {
  /// The names, every later one of its kind with a number no other column has: `NOM`, `NOM_2`. Letter case counts.
  /// O(names).
  public static func of(_ names: [String]) -> [String] {
    var taken = Set(names)
    guard taken.count < names.count else { return names }
    var seen: Set<String> = []
    var next: [String: Int] = [:]
    return names.map { name in
      guard !seen.insert(name).inserted else { return name }
      var number = next[name] ?? 2
      while taken.contains("\(name)_\(number)") { number += 1 }
      next[name] = number + 1
      taken.insert("\(name)_\(number)")
      return "\(name)_\(number)"
    }
  }

  /// What to say of each column that got another name.
  public static func warnings(_ names: [String], _ distinct: [String], file: String?) -> [Warning] {
    zip(names, distinct).filter { $0 != $1 }.map { name, new in
      Warning(
        file: file,
        Text(
          "plusieurs colonnes « \(name) » : la première garde ce nom, une autre est appelée « \(new) »",
          "several columns \"\(name)\": the first keeps the name, another is called \"\(new)\""))
    }
  }
}
