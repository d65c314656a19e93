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
  /// The date of the count that serves figures without a date; `nil` for the latest.
  public private(set) var usual: ReferenceDate?

  /// Takes the populations of the mesh's pieces, which its layers give.
  public init(_ mesh: Mesh, date: ReferenceDate?, source: Text) {
    counts = [Count(date: date, values: mesh.pieces.map { $0.population.map(Double.init) }, source: source)]
  }

  /// Takes the populations of the mesh's layers, counted at `layerDate`, and of files whose codes are `lists`, the lists
  /// of the mesh from position `first` on. Populations of the layers without a date are left out where files have one.
  ///
  /// - `usual`: the date of the count that serves figures without a date; `nil` for the latest.
  public init(
    _ files: [PopulationFile], on mesh: Mesh, lists: [Mesh.List], from first: Int, layerDate: ReferenceDate?,
    usual: ReferenceDate? = nil
  ) {
    self.usual = usual
    let dated = files.enumerated().flatMap { index, file in
      MeshPopulation(file, on: mesh, list: first + index, cog: lists[index].cog).counts
    }
    let own = MeshPopulation(mesh, date: layerDate, source: Self.source(of: mesh.layers[0].path, layerDate)).counts
    counts = (layerDate == nil && !dated.isEmpty ? [] : own) + dated
  }

  /// Where the populations of a layer come from, for readers: Insee's legal populations when they have a date, else the
  /// layer.
  public static func source(of layer: String, _ date: ReferenceDate?) -> Text {
    date.map { Text("Insee, populations légales \($0.year)", "Insee, legal populations \($0.year)") }
      ?? Text("couche ", "layer ") + Text(same: Path.name(layer))
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
      return Count(date: ReferenceDate(key), values: values, source: file.source)
    }
  }

  /// The inhabitants of an area at a date, or at the latest count when the date is `nil`. Returns `nil` when a
  /// commune has no population or lies only partly in the area.
  public func population(of area: MeshArea, at wanted: ReferenceDate?) -> DatedPopulation? {
    guard area.partial.isEmpty else { return nil }
    let latest = counts.compactMap(\.date).max { $0.days < $1.days }
    guard let at = wanted ?? usual ?? latest ?? ReferenceDate("2000") else { return nil }
    return DatedPopulation(at: at, from: points(of: area, undatedAt: at))
  }

  /// The counts that have every commune of an area; one without a date counts at `undatedAt`, or not at all.
  public func points(of area: MeshArea, undatedAt: ReferenceDate?) -> [PopulationPoint] {
    counts.compactMap { count in
      guard let date = count.date ?? undatedAt else { return nil }
      var sum = 0.0
      for piece in area.pieces {
        guard let value = count.values[piece] else { return nil }
        sum += value
      }
      return PopulationPoint(date, sum, source: count.source, isDated: count.date != nil)
    }
  }

  /// What is known of the inhabitants of an area by the count nearest to a date, or by the latest count when
  /// the date is `nil`. A commune that lies only partly in the area counts as unknown.
  public func inhabitants(of area: MeshArea, at wanted: ReferenceDate?) -> Inhabitants {
    let wanted = wanted ?? usual
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
