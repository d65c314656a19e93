import Bytes
import Projections

/// The smallest areas in which lists of communes of different vintages can all be expressed.
///
/// A piece is a commune, or several that one of the lists holds merged: data of 2024 on outlines of 2008 make
/// Estouches and Méréville one piece. Nothing is ever split.
public struct Mesh: Sendable {
  /// One of the smallest areas.
  public struct Piece: Sendable {
    /// Code of its commune. Several communes have the code of the one they
    /// became, or of the first when no layer has that.
    public var code: String
    /// Name of its commune; names joined with " + " when no layer has the communes as one.
    public var name: String
    /// Rows of each layer, in the order of the layers.
    public var rows: [[Int]]
    /// Inhabitants from the first layer that has the piece; `nil` when one of its communes has no population.
    public var population: Int?
    /// Ellipsoidal area of its outlines in square kilometres, from the first layer that has the piece.
    public var areaKm2: Double
    /// The commune that describes it: name, département, région, EPCI and canton.
    public var commune: Commune
  }

  /// Codes to find in the mesh, and their vintage.
  public struct List: Sendable {
    /// Codes of communes.
    public var codes: [String]
    /// Vintage of the codes, a year of the COG.
    public var cog: Int

    /// Makes a list of codes of one vintage.
    public init(_ codes: [String], cog: Int) {
      self.codes = codes
      self.cog = cog
    }
  }

  /// The layers that were laid over each other, the one that decides first.
  public let layers: [CommuneLayer]
  /// The pieces in the order of the layers' rows, those of the first layer first.
  public let pieces: [Piece]
  /// For each list, the piece of each code; `nil` for a code that no layer has.
  public let pieceOfCode: [[Int?]]
  private let events: CommuneEvents
  private let vintages: [Int]
  private let cities: CityFolding
  /// `nil` when the numbers of communes in areas were not given.
  let extents: AreaExtents?
  /// Positions of the events that are not followed: only a background layer knows them, and the
  /// first layer, which decides, has the communes.
  private let skipped: Set<Int>

  /// Lays the lists over the layers. The first layer that has a commune describes it, in the vintage of that
  /// layer; a merger that only another layer knows does not merge communes of the first layer.
  ///
  /// - `vintages`: the vintage of each layer's codes, a year of the COG.
  /// - `sizes`: the number of communes in each area, so that a part is not taken for the whole.
  ///
  /// Complexity: O(codes + points of the layers).
  public init(_ layers: [CommuneLayer], vintages: [Int], lists: [List], events: CommuneEvents, sizes: AreaSizes? = nil)
  {
    precondition(layers.count == vintages.count)
    let cities = CityFolding(layers, lists: lists.map(\.codes))
    let all = zip(layers, vintages).map { (codes: cities.codes($0.communes.map(\.insee)), cog: $1) }
    let (skipped, replaced) = Self.background(layers, vintages, lists, events)
    self.skipped = skipped
    let numbers = events.common(all + lists.map { (cities.codes($0.codes), $0.cog) }, skipping: skipped)
    var pieceOf: [Int: Int] = [:]
    var rows: [[[Int]]] = []
    for layer in layers.indices {
      for row in layers[layer].communes.indices {
        guard let number = numbers[layer][row] else { continue }
        if layer > 0, replaced.contains(layers[layer].communes[row].insee) { continue }
        let piece = pieceOf[number] ?? rows.count
        if pieceOf.updateValue(piece, forKey: number) == nil {
          rows.append([[Int]](repeating: [], count: layers.count))
        }
        rows[piece][layer].append(row)
      }
    }
    self.layers = layers
    self.cities = cities
    extents = sizes.map { AreaExtents(layers, vintages: vintages, sizes: $0) }
    self.events = events
    self.vintages = vintages + lists.map(\.cog)
    pieces = rows.map { rows in
      var piece = Piece(rows, layers)
      if let city = cities.city(piece.code) { piece.take(city) }
      return piece
    }
    pieceOfCode = numbers.dropFirst(layers.count).map { $0.map { $0.flatMap { pieceOf[$0] } } }
  }

  /// Positions of the events that lie outside the span of the first layer and the lists while the first layer
  /// has all their communes, with the codes that other layers use for those communes.
  private static func background(_ layers: [CommuneLayer], _ vintages: [Int], _ lists: [List], _ events: CommuneEvents)
    -> (skipped: Set<Int>, replaced: Set<String>)
  {
    guard let first = layers.first, let own = vintages.first, layers.count > 1 else { return ([], []) }
    let low = lists.map(\.cog).reduce(own, min)
    let high = lists.map(\.cog).reduce(own, max)
    var skipped: Set<Int> = []
    var replaced: Set<String> = []
    for (index, event) in events.events.enumerated() where event.firstCOG <= low || event.firstCOG > high {
      let (mine, theirs) = event.firstCOG > own ? (event.before, event.after) : (event.after, event.before)
      guard mine.allSatisfy({ first.row($0) != nil }) else { continue }
      skipped.insert(index)
      replaced.formUnion(theirs)
    }
    return (skipped, replaced)
  }

  /// Number of pieces that the first layer has communes of.
  public var piecesOfFirstLayer: Int { pieces.count { $0.rows.first?.isEmpty == false } }

  /// The events between the vintages of the layers and lists that have a
  /// piece, each with the position of that piece.
  public var changes: [(event: CommuneEvent, piece: Int)] {
    let known = Dictionary(
      pieces.indices.flatMap { piece in
        layers.indices.flatMap { layer in pieces[piece].rows[layer].map { (layers[layer].communes[$0].insee, piece) } }
      }, uniquingKeysWith: { first, _ in first })
    return events.events.enumerated().compactMap { index, event in
      guard !skipped.contains(index), let piece = (event.after + event.before).lazy.compactMap({ known[$0] }).first
      else { return nil }
      let own = layers.indices.filter { !pieces[piece].rows[$0].isEmpty }.map { vintages[$0] }
      let all = own + vintages.dropFirst(layers.count)
      guard let first = all.min(), let last = all.max(), event.firstCOG > first, event.firstCOG <= last else {
        return nil
      }
      return (event, piece)
    }
  }

  /// A set of communes expressed in pieces of the mesh.
  public struct Cover: Sendable, Equatable {
    /// Pieces all of whose communes are in the set, ascending.
    public var whole: [Int]
    /// Pieces with communes inside and outside the set; it is not known what
    /// part of their figures belongs to the set.
    public var partial: [Int]
    /// Codes that no layer has, in the order given.
    public var unknown: [String]
  }

  /// Expresses sets of communes, all in one vintage, in pieces of the mesh.
  ///
  /// A piece is whole when every commune that it consisted of in that vintage is in the
  /// set. Complexity: O(codes + pieces + events).
  public func covers(_ groups: [[String]], cog: Int) -> [Cover] {
    let siblings = events.codes.filter { events.exists($0, in: cog) }
    let layerLists = zip(layers, vintages).map { (codes: cities.codes($0.communes.map(\.insee)), cog: $1) }
    let span = vintages.dropFirst(layers.count).map { (codes: [String?](), cog: $0) }
    let numbers = events.common(
      layerLists + span + [(siblings, cog)] + groups.map { (cities.codes($0), cog) }, skipping: skipped)
    var pieceOf: [Int: Int] = [:]
    for piece in pieces.indices {
      for layer in layers.indices {
        for row in pieces[piece].rows[layer] { if let number = numbers[layer][row] { pieceOf[number] = piece } }
      }
    }
    func piece(_ number: Int?) -> Int? { number.flatMap { pieceOf[$0] } }
    let first = layers.count + span.count
    var members: [Int: [String]] = [:]
    for (code, number) in zip(siblings, numbers[first]) {
      if let piece = piece(number) { members[piece, default: []].append(code) }
    }
    return groups.indices.map { group in
      let codes = Set(groups[group])
      var unknown: [String] = []
      var touched: Set<Int> = []
      for (code, number) in zip(groups[group], numbers[first + 1 + group]) {
        if let piece = piece(number) { touched.insert(piece) } else { unknown.append(code) }
      }
      let lacking = Set(cities.incomplete(codes))
      let partial = touched.filter { piece in
        lacking.contains(pieces[piece].code) || members[piece]?.contains { !codes.contains($0) } ?? false
      }
      return Cover(whole: touched.subtracting(partial).sorted(), partial: partial.sorted(), unknown: unknown)
    }
  }
}

extension Mesh.Piece {
  init(_ rows: [[Int]], _ layers: [CommuneLayer]) {
    self.rows = rows
    // The first layer that has the piece gives area and population; the
    // first that has it as one commune names it.
    let measured = rows.firstIndex { !$0.isEmpty } ?? 0
    let named = rows.firstIndex { $0.count == 1 } ?? measured
    let communes = rows[measured].map { layers[measured].communes[$0] }
    commune = layers[named].communes[rows[named][0]]
    if rows[named].count > 1 {
      let list = rows[named].map { layers[named].communes[$0] }
      commune.name = list.map(\.name).joined(separator: " + ")
    }
    commune.canton = Self.shared(communes.map(\.canton)) ?? commune.canton
    commune.cantonName = Self.shared(communes.map(\.cantonName)) ?? commune.cantonName
    code = commune.insee
    name = commune.name
    let people = communes.compactMap(\.population)
    population = people.count == communes.count ? people.reduce(0, +) : nil
    areaKm2 = rows[measured].reduce(0) { $0 + layers[measured].outlines.geodesicArea(of: $1) / 1e6 }
  }

  /// Takes the name and code of a city; the piece holds its arrondissements.
  fileprivate mutating func take(_ city: Arrondissements.City) {
    code = city.code
    name = city.name
    commune.insee = city.code
    commune.name = city.name
  }

  /// The value that all have in common; `nil` when they differ.
  private static func shared(_ values: [String?]) -> String? {
    values.allSatisfy { $0 == values.first } ? values.first ?? nil : nil
  }
}
