import Bytes
import Territory

/// Inhabitants of every piece of a mesh, at one date or several.
public struct MeshPopulation: Sendable {
  /// One count of the inhabitants of every piece.
  public struct Count: Sendable {
    /// `nil` when the source gives none.
    public let date: ReferenceDate?
    /// One for each piece; `nil` where unknown.
    public let values: [Double?]
    /// Where the count comes from, for readers.
    public let source: Text
  }

  /// The counts, in order of date when they come from a file.
  public let counts: [Count]

  /// Takes the populations of the mesh's pieces, which its layers give.
  public init(_ mesh: Mesh, date: ReferenceDate?, source: Text) {
    counts = [Count(date: date, values: mesh.pieces.map { $0.population.map(Double.init) }, source: source)]
  }

  /// Takes the populations of a file, whose codes are position `list` among the lists of the mesh, in vintage
  /// `cog`. Merged communes add up; a piece of which a commune is missing has no population.
  public init(_ file: PopulationFile, on mesh: Mesh, list: Int, cog: Int) {
    let pieceOf = mesh.pieceOfCode[list]
    let incomplete = mesh.covers([Array(Set(file.codes))], cog: cog)[0].partial
    var rowsOfDate: [String: [Int]] = [:]
    for row in file.codes.indices { rowsOfDate[file.dates[row]?.iso ?? "", default: []].append(row) }
    var codesOf: [Int: Set<String>] = [:]
    for (row, piece) in pieceOf.enumerated() { if let piece { codesOf[piece, default: []].insert(file.codes[row]) } }
    counts = rowsOfDate.keys.sorted().compactMap { key in
      guard let rows = rowsOfDate[key] else { return nil }
      var values = [Double?](repeating: nil, count: mesh.pieces.count)
      var seen = [Int](repeating: 0, count: mesh.pieces.count)
      for row in rows {
        guard let piece = pieceOf[row] else { continue }
        values[piece] = (values[piece] ?? 0) + file.values[row]
        seen[piece] += 1
      }
      for piece in values.indices where seen[piece] < codesOf[piece]?.count ?? 0 { values[piece] = nil }
      for piece in incomplete { values[piece] = nil }
      return Count(date: ReferenceDate(key), values: values, source: Text(same: Path.name(file.path)))
    }
  }

  /// The inhabitants of an area at a date, or at the latest count when the date is `nil`. Returns `nil` when a
  /// commune has no population or lies only partly in the area.
  public func population(of area: MeshArea, at wanted: ReferenceDate?) -> DatedPopulation? {
    guard area.partial.isEmpty else { return nil }
    let latest = counts.compactMap(\.date).max { $0.days < $1.days }
    guard let at = wanted ?? latest ?? ReferenceDate("2000") else { return nil }
    let points = counts.compactMap { count -> PopulationPoint? in
      var sum = 0.0
      for piece in area.pieces {
        guard let value = count.values[piece] else { return nil }
        sum += value
      }
      return PopulationPoint(count.date ?? at, sum, source: count.source, isDated: count.date != nil)
    }
    return DatedPopulation(at: at, from: points)
  }

  /// What is known of the inhabitants of an area by the count nearest to a date, or by the latest count when
  /// the date is `nil`. A commune that lies only partly in the area counts as unknown.
  public func inhabitants(of area: MeshArea, at wanted: ReferenceDate?) -> Inhabitants {
    let nearest = counts.min { distance($0, wanted) < distance($1, wanted) }
    return Inhabitants(
      area.pieces.map { piece in nearest?.values[piece].map { Int($0.rounded()) } } + area.partial.map { _ in nil })
  }

  /// The distance of a count from a date, in days; without a date, later counts are nearer.
  private func distance(_ count: Count, _ wanted: ReferenceDate?) -> Double {
    guard let date = count.date else { return 0 }
    return wanted.map { ($0.days - date.days).magnitude } ?? -date.days
  }

  /// The inhabitants of one piece, as `population(of:at:)` gives them, without their dates.
  public func population(ofPiece piece: Int, at wanted: ReferenceDate?) -> Double? {
    population(of: MeshArea(code: "", name: "", level: .commune, pieces: [piece]), at: wanted)?.value
  }
}
