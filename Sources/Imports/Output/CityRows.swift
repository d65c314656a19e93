import Bytes
import Territory

/// Rows of a tidy table with the arrondissements of Paris, Lyon and Marseille summed into their commune.
struct CityRows {
  let rows: [TidyTable.Row]
  /// Which arrondissements were summed, and which were left out because their commune has its own row.
  let notes: [Text]

  init(keeping rows: [TidyTable.Row]) {
    self.rows = rows
    notes = []
  }

  /// Sums the rows of each family, measure and contributor. A sum with a withheld or unknown value is unknown
  /// for the same reason; a city that lacks the row of an arrondissement has no sum. O(rows).
  init(_ rows: [TidyTable.Row]) {
    struct Key: Hashable { let city, family, measure, unit: String }
    func key(_ row: TidyTable.Row, _ city: String) -> Key {
      Key(city: city, family: row.family.rawValue, measure: row.measure.id, unit: row.unit)
    }
    let codes = Set(rows.map(\.insee))
    var kept: [TidyTable.Row] = []
    var places: [Key: Int] = [:]
    var counts: [Key: Int] = [:]
    var left: [String] = []
    var folded: [String] = []
    for row in rows {
      guard let city = Arrondissements.commune(of: row.insee) else {
        kept.append(row)
        continue
      }
      guard !codes.contains(city) else {
        left.append(row.insee)
        continue
      }
      folded.append(row.insee)
      let key = key(row, city)
      counts[key, default: 0] += 1
      guard let place = places[key] else {
        places[key] = kept.count
        var whole = row
        whole.insee = city
        kept.append(whole)
        continue
      }
      kept[place].add(row)
    }
    for (key, place) in places where key.unit.isEmpty {
      guard counts[key] ?? 0 < Arrondissements.parts(of: key.city).count, kept[place].value != nil else { continue }
      kept[place].value = nil
      kept[place].status = "n"
    }
    self.rows = kept
    let out = Array(Set(left)).sorted()
    notes =
      Arrondissements.foldingNotes(folded)
      + (out.isEmpty ? [] : [Text.arrondissementsLeftOut(out.prefix(5).joined(separator: ", "))])
  }
}

extension TidyTable.Row {
  /// Adds another part of the same cell. Without both values there is no sum, and its status is secret if
  /// either is.
  fileprivate mutating func add(_ other: TidyTable.Row) {
    if let value, let more = other.value {
      self.value = value + more
      if other.status == "e" { status = "e" }
    } else {
      status = status == "s" || other.status == "s" ? "s" : "n"
      value = nil
    }
    units = units.flatMap { own in other.units.map { max(own, $0) } }
    largest = largest.flatMap { own in other.largest.map { own + $0 } }
    if bounds != nil || other.bounds != nil {
      let (own, more) = (bounds ?? 0 ... .infinity, other.bounds ?? 0 ... .infinity)
      bounds = own.lowerBound + more.lowerBound...own.upperBound + more.upperBound
    }
  }
}
