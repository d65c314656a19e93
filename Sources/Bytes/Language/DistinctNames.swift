/// Makes the column names of a file distinct, since a file may use one name twice.
public enum DistinctNames {
  /// The names in the same order; each repeated name gets the next number that makes a name no column has:
  /// `NOM`, `NOM_2`. Letter case counts. Complexity: O(names).
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

  /// A warning for each column that got another name. `distinct` is what `of` made of `names`.
  public static func warnings(_ names: [String], _ distinct: [String], file: String?) -> [Warning] {
    zip(names, distinct).filter { $0 != $1 }.map { name, new in
      Warning(file: file, Text.repeatedColumnIsRenamed(name, new))
    }
  }
}
