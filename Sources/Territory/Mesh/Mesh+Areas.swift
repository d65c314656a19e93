import Bytes

extension Mesh {
  /// The number of régions that a mesh must touch before its sum is called France's.
  private static let regionsOfFrance = 12

  /// The areas of a level, in the order of their codes. Complexity: O(pieces).
  ///
  /// - Parameters:
  ///   - level: `area` and `territory` give nothing, because a file or the project defines those areas.
  ///   - pieces: the communes to list; a canton or an EPCI is returned, whole, when it touches one of them.
  ///     Départements, régions and the country do not depend on them.
  public func areas(_ level: AreaLevel, touching pieces: [Int]) -> [MeshArea] {
    members(level, touching: pieces).map { area in
      var area = area
      area.extent = extents?.extent(level, area.code, communes: area.pieces.count + area.partial.count)
      return area
    }
  }

  private func members(_ level: AreaLevel, touching pieces: [Int]) -> [MeshArea] {
    switch level {
    case .commune:
      return pieces.map {
        MeshArea(code: self.pieces[$0].code, name: self.pieces[$0].name, level: .commune, pieces: [$0])
      }.sorted { $0.code < $1.code }
    case .canton: return cantons(touching: pieces)
    case .epci:
      return grouped(.epci, touching: pieces) {
        $0.epci
      } name: {
        $0.epciName ?? $0.epci ?? ""
      }
    case .departement:
      return grouped(.departement, touching: Array(self.pieces.indices)) {
        $0.departement
      } name: {
        $0.departementName ?? AreaNames.departements[$0.departement ?? ""] ?? $0.departement ?? ""
      }
    case .region:
      return grouped(.region, touching: Array(self.pieces.indices)) {
        $0.region
      } name: {
        AreaNames.regions[$0.region ?? ""] ?? $0.region ?? ""
      }
    case .country:
      guard Set(self.pieces.compactMap(\.commune.region)).count >= Self.regionsOfFrance else { return [] }
      return [MeshArea(code: "FR", name: "France", level: .country, pieces: Array(self.pieces.indices))]
    case .area, .territory: return []
    }
  }

  private func grouped(
    _ level: AreaLevel, touching some: [Int], by key: (Commune) -> String?, name: (Commune) -> String
  ) -> [MeshArea] {
    var groups: [String: MeshArea] = [:]
    for piece in pieces.indices {
      guard let code = key(pieces[piece].commune), !code.isEmpty else { continue }
      groups[code, default: MeshArea(code: code, name: name(pieces[piece].commune), level: level, pieces: [])].pieces
        .append(piece)
    }
    let wanted = Set(some.compactMap { key(pieces[$0].commune) })
    return groups.values.filter { wanted.contains($0.code) }.sorted { $0.code < $1.code }
  }

  /// Groups by the communes of the first layer that has cantons, since a
  /// piece of several communes may lie in two.
  private func cantons(touching some: [Int]) -> [MeshArea] {
    guard let layer = layers.indices.first(where: { layers[$0].communes.contains { $0.canton != nil } }) else {
      return []
    }
    var groups: [String: MeshArea] = [:]
    var wanted: Set<String> = []
    let touched = Set(some)
    for piece in pieces.indices {
      let communes = pieces[piece].rows[layer].map { layers[layer].communes[$0] }
      let codes = Set(communes.compactMap(\.canton))
      if touched.contains(piece) { wanted.formUnion(codes) }
      for commune in communes {
        guard let code = commune.canton else { continue }
        var area = groups[code] ?? MeshArea(code: code, name: commune.cantonName ?? code, level: .canton, pieces: [])
        if codes.count == 1 {
          if area.pieces.last != piece { area.pieces.append(piece) }
        } else if area.partial.last != piece {
          area.partial.append(piece)
        }
        groups[code] = area
      }
    }
    return groups.values.filter { wanted.contains($0.code) }.sorted { $0.code < $1.code }
  }
}
