import Bytes
import Territory

/// Rows of a table on the arrondissements of a city of which the layer has the whole commune.
struct CityParts {
  struct Found {
    let city: Arrondissements.City
    /// Feature of the commune, and the rows of its arrondissements.
    let feature: Int
    let rows: [Int]

    /// The note on the rows: added up, or the reason why not.
    func note(isCount: Bool, isWhole: Bool) -> Text {
      let count = rows.count
      let start = Text("\(count) arrondissements de \(city.name) : ", "\(count) arrondissements of \(city.name): ")
      if !isCount { return start + Text.ratiosOfCityNotAdded(city.code) }
      return isWhole
        ? start + Text("additionnés dans \(city.code)", "added up into \(city.code)")
        : start + Text.cityPartsAreMissing(city.code)
    }
  }

  let found: [Found]
  /// Rows of the table that are joined; the first arrondissement of a city stands for the city.
  let rows: [Int]
  /// Keys of those rows.
  let keys: [String]

  init(_ features: [String], _ table: [String]) {
    var found: [Found] = []
    var keys = table
    var left: Set<Int> = []
    for city in Arrondissements.cities {
      let parts = Set(city.parts)
      guard let feature = features.firstIndex(of: city.code), !table.contains(city.code),
        !features.contains(where: parts.contains)
      else { continue }
      let rows = table.indices.filter { parts.contains(table[$0]) }
      guard let first = rows.first else { continue }
      keys[first] = city.code
      left.formUnion(rows.dropFirst())
      found.append(Found(city: city, feature: feature, rows: rows))
    }
    self.found = found
    rows = left.isEmpty ? Array(table.indices) : table.indices.filter { !left.contains($0) }
    self.keys = left.isEmpty ? keys : rows.map { keys[$0] }
  }
}
