/// Decides whether Paris, Lyon and Marseille count whole or by arrondissement in a
/// mesh, so that no inhabitant counts twice.
///
/// The first layer that has a city decides. When it has the commune, the arrondissements of every list count in
/// it. When it has all arrondissements they stay apart, unless a list has the commune: then they are one piece.
struct CityFolding: Sendable {
  /// Communes in which their arrondissements count.
  private var folded: Set<String> = []
  /// Communes that stay divided; their own code then names nothing in the mesh.
  private var divided: Set<String> = []

  init(_ layers: [CommuneLayer], lists: [[String]]) {
    for city in Arrondissements.cities {
      let parts = city.parts
      guard
        let first = layers.first(where: { layer in
          layer.row(city.code) != nil || parts.contains { layer.row($0) != nil }
        })
      else { continue }
      if first.row(city.code) != nil {
        folded.insert(city.code)
      } else if parts.allSatisfy({ first.row($0) != nil }), lists.contains(where: { $0.contains(city.code) }) {
        folded.insert(city.code)
      } else {
        divided.insert(city.code)
      }
    }
  }

  /// The codes of a list as the mesh knows them. A divided commune becomes `nil`, and so does an
  /// arrondissement of a commune that the list has too.
  func codes(_ list: [String]) -> [String?] {
    guard !folded.isEmpty || !divided.isEmpty else { return list }
    let whole = Set(list.filter { folded.contains($0) })
    return list.map { code in
      if divided.contains(code) { return nil }
      guard let city = Arrondissements.commune(of: code), folded.contains(city) else { return code }
      return whole.contains(city) ? nil : city
    }
  }

  /// Folded communes of which a list has some arrondissements but not all.
  func incomplete(_ list: Set<String>) -> [String] {
    folded.filter { city in
      let parts = Arrondissements.parts(of: city)
      let count = parts.count(where: list.contains)
      return count > 0 && count < parts.count && !list.contains(city)
    }
  }

  /// The city in which an arrondissement counts; `nil` for a code that counts for itself.
  func city(_ code: String) -> Arrondissements.City? {
    guard let commune = Arrondissements.commune(of: code), folded.contains(commune) else { return nil }
    return Arrondissements.cities.first { $0.code == commune }
  }
}
