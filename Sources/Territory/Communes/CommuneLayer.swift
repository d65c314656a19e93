import Bytes
import Geometry
import Projections

/// Communes with their outlines, one row for each commune in the order of the layer; degrees WGS84.
public struct CommuneLayer: Sendable {
  /// Where the layer was read from, for messages.
  public let path: String
  /// One for each feature of `outlines`, in the same order.
  public let communes: [Commune]
  /// Outlines, feature i being commune i; outer rings clockwise.
  public let outlines: Layer
  /// Vintage of the codes (COG of that year), `nil` when unknown.
  public let vintage: Int?
  /// Warnings on how the layer was read: populations given in thousands, arrondissements left out.
  public internal(set) var notes: [Warning] = []
  private let rowOfCode: [String: Int]

  /// Makes a layer and indexes its codes; there must be as many communes as outlines. Throws 65 when a code
  /// stands twice, naming it and both records.
  public init(path: String, communes: [Commune], outlines: Layer, vintage: Int?) throws(Problem) {
    precondition(communes.count == outlines.featureCount)
    var rows: [String: Int] = [:]
    for (row, commune) in communes.enumerated() {
      if let first = rows.updateValue(row, forKey: commune.insee) {
        throw Problem(
          .badData, file: path, at: Text("enregistrement \(row + 1)", "record \(row + 1)"),
          Text.codeIsAlreadyAtRecord(commune.insee, first + 1), fix: Text.keepOneRowPerCommune)
      }
    }
    self.path = path
    self.communes = communes
    self.outlines = outlines
    self.vintage = vintage
    rowOfCode = rows
  }

  /// Number of communes.
  public var count: Int { communes.count }

  /// Row of a code, `nil` when the layer has none. Complexity: O(1).
  public func row(_ insee: String) -> Int? { rowOfCode[insee] }

  /// Whether the position of any commune is its town hall; otherwise all are points inside their outlines.
  public var hasTownHalls: Bool { communes.contains { $0.position == .chefLieu } }

  /// Inhabitants of all communes.
  public var population: Inhabitants { population(communes.indices) }

  /// Inhabitants of some rows.
  public func population(_ rows: some Sequence<Int>) -> Inhabitants {
    Inhabitants(rows.lazy.map { communes[$0].population })
  }

  /// The warning that some or all communes have no population, naming the first five; empty when all are known.
  public var gaps: [Warning] {
    let people = population
    guard people.communesWithout > 0 else { return [] }
    guard people.communesKnown > 0 else { return [Warning(file: path, Text.inhabitantsAreUnknown)] }
    let lacking = communes.filter { $0.population == nil }
    let names =
      lacking.prefix(5).map { "\($0.insee) \($0.name)" }.joined(separator: ", ") + (lacking.count > 5 ? ", …" : "")
    return [Warning(file: path, people.withoutWords + Text(" : \(names)", ": \(names)"))]
  }

  /// The communes of some rows, in this order; rows must be different. Throws nothing in practice.
  public func selecting(_ rows: [Int]) throws(Problem) -> CommuneLayer {
    guard rows != Array(communes.indices) else { return self }
    var some = try CommuneLayer(
      path: path, communes: rows.map { communes[$0] }, outlines: outlines.selecting(rows), vintage: vintage)
    some.notes = notes
    return some
  }

  /// Whether the layer has the same city at the other level: the commune when `code` is one of its
  /// arrondissements, an arrondissement when `code` is the commune.
  private func hasOtherwise(_ code: String) -> Bool {
    Arrondissements.commune(of: code).map { row($0) != nil }
      ?? Arrondissements.parts(of: code).contains { row($0) != nil }
  }

  /// This layer followed by the communes of `other` whose codes it lacks. A city that this layer has by
  /// arrondissement is not added as a commune, nor the reverse.
  public func adding(_ other: CommuneLayer) throws(Problem) -> CommuneLayer {
    var communes = communes
    var outlines = outlines
    for (row, commune) in other.communes.enumerated()
    where self.row(commune.insee) == nil && !hasOtherwise(commune.insee) {
      communes.append(commune)
      outlines.append(row, of: other.outlines)
    }
    return try CommuneLayer(path: path, communes: communes, outlines: outlines, vintage: vintage)
  }
}
