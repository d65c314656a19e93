extension Shapefile {
  /// The names that columns of these names get in a .dbf: cut to 10 bytes, never within a character, and made unique
  /// regardless of letter case.
  public static func columnNames(_ names: [String]) -> [String] {
    let longest = 10
    var taken: Set<String> = []
    // A name that fits stays as it is, even if a longer one before it would be cut to the same name.
    let whole = Set(names.filter { !$0.isEmpty && $0.utf8.count <= longest }.map { $0.lowercased() })
    return names.map { name in
      let base = name.isEmpty ? "column" : name
      var candidate = String(decoding: ColumnWriter.cut(base, to: longest), as: UTF8.self)
      var number = 1
      while taken.contains(candidate.lowercased()) || (candidate != name && whole.contains(candidate.lowercased())) {
        number += 1
        let suffix = "_\(number)"
        candidate = String(decoding: ColumnWriter.cut(base, to: longest - suffix.utf8.count), as: UTF8.self) + suffix
      }
      taken.insert(candidate.lowercased())
      return candidate
    }
  }
}
