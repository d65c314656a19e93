import Geometry

/// Recognises primary keys that only number the rows, as programs that write GeoPackages add them.
///
/// Such a key is not an attribute: kept as a column, it would appear in every file converted from this one, and
/// the next GeoPackage would add another. It has one of the names that those programs use, followed by a number
/// where the name was taken, and holds 0, 1, 2… or 1, 2, 3… in the order of the rows. Any other key is a
/// column.
enum RowNumbers {
  private static let names: Set<String> = ["fid", "ogc_fid", "objectid", "gid", "id", "rowid", "pk", "pkuid", "pk_uid"]

  static func are(_ name: String, _ values: Column.Values) -> Bool {
    var base = Substring(name.lowercased())
    if let mark = base.lastIndex(of: "_"), Int(base[base.index(after: mark)...]) != nil { base = base[..<mark] }
    guard names.contains(String(base)), case .integer(let numbers) = values, let first = numbers.first ?? 0 else {
      return false
    }
    return (0...1).contains(first) && numbers.enumerated().allSatisfy { $1 == first + $0 }
  }
}
