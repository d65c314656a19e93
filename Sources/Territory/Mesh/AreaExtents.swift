import Bytes

/// Compares the communes that the layers of a mesh have in each area with the number of communes in the area.
public struct AreaExtents: Sendable {
  /// Communes of each area in one layer.
  private struct Holding: Sendable {
    let cog: Int
    var counts: [AreaCode: Int] = [:]
    /// The département of each canton.
    var departementOfCanton: [String: String] = [:]
  }

  private let holdings: [Holding]
  private let sizes: AreaSizes

  /// Counts the communes of each area in each layer; `vintages` holds the vintage of each layer's codes.
  ///
  /// Complexity: O(communes).
  public init(_ layers: [CommuneLayer], vintages: [Int], sizes: AreaSizes) {
    self.sizes = sizes
    holdings = zip(layers, vintages).map { layer, cog in
      var holding = Holding(cog: cog)
      for commune in layer.communes {
        // An arrondissement is no commune: the city counts once, at its last one, if the layer has them all.
        if let city = Arrondissements.commune(of: commune.insee) {
          let parts = Arrondissements.parts(of: city)
          guard commune.insee == parts.last, layer.row(city) == nil, parts.allSatisfy({ layer.row($0) != nil }) else {
            continue
          }
        }
        for (level, code) in [
          (AreaLevel.departement, commune.departement), (.epci, commune.epci), (.canton, commune.canton),
        ] { if let code, !code.isEmpty { holding.counts[AreaCode(level: level, code: code), default: 0] += 1 } }
        if let canton = commune.canton { holding.departementOfCanton[canton] = commune.departement }
      }
      return holding
    }
  }

  /// The extent of an area of which `communes` are summed up; `nil` for communes, the user's own areas and the
  /// project's territory, which have no official size.
  public func extent(_ level: AreaLevel, _ code: String, communes: Int) -> AreaExtent? {
    switch level {
    case .commune, .area, .territory: return nil
    case .departement, .epci:
      guard let all = known(level, code) else { return .unknown(communes: communes) }
      return all.isWhole ? .whole : .part(communes: communes, of: all.communes)
    case .canton:
      if let all = known(.canton, code) { return all.isWhole ? .whole : .part(communes: communes, of: all.communes) }
      let isInside = holdings.contains { holding in
        holding.departementOfCanton[code].map { isWhole(.departement, $0, holding) ?? false } ?? false
      }
      return isInside ? .whole : .unknown(communes: communes)
    case .region: return extent(ofDepartements: AreaNames.departements(ofRegion: code), communes)
    case .country: return extent(ofDepartements: Array(AreaNames.departements.keys), communes)
    }
  }

  private func extent(ofDepartements codes: [String], _ communes: Int) -> AreaExtent {
    let known = codes.map { self.known(.departement, $0) }
    guard !codes.isEmpty, !known.contains(where: { $0 == nil }) else { return .unknown(communes: communes) }
    if known.allSatisfy({ $0?.isWhole ?? false }) { return .whole }
    return .part(communes: communes, of: known.reduce(0) { $0 + ($1?.communes ?? 0) })
  }

  /// Whether one layer has all communes of an area, and how many the area has: in the vintage of that layer, or
  /// else in the first vintage for which the number is known.
  private func known(_ level: AreaLevel, _ code: String) -> (communes: Int, isWhole: Bool)? {
    var first: Int?
    for holding in holdings {
      guard let all = size(level, code, holding) else { continue }
      if isWhole(level, code, holding) == true { return (all, true) }
      first = first ?? all
    }
    return first.map { ($0, false) }
  }

  private func isWhole(_ level: AreaLevel, _ code: String, _ holding: Holding) -> Bool? {
    size(level, code, holding).map { (holding.counts[AreaCode(level: level, code: code)] ?? 0) >= $0 }
  }

  private func size(_ level: AreaLevel, _ code: String, _ holding: Holding) -> Int? {
    // The cantons were drawn anew in March 2015.
    if level == .canton, holding.cog > 2015 { return nil }
    return sizes.communes(level, code, in: holding.cog)
  }
}
