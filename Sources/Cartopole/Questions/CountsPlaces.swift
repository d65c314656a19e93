import Bytes
import Statistics
import Territory

/// The areas an answer about a file of counts may show.
struct CountsPlaces {
  let mesh: Mesh
  /// The user's own areas.
  let own: [MeshArea]
  /// The project's territory; `nil` without a project.
  let territory: MeshArea?
  /// Pieces that have a count: of establishments, or else of the file's first measure.
  private let countedPieces: Set<Int>

  init(_ tally: Tally, own: [MeshArea], territory: MeshArea?) throws(Problem) {
    mesh = tally.mesh
    self.own = own
    self.territory = territory
    let measures = tally.observations.measures
    let measure = measures.contains(.establishments) ? Measure.establishments : measures.first
    if let measure, let series = try tally.observations.series(of: measure) {
      let column = tally.column(series, .all)
      countedPieces = Set(column.indices.filter { column[$0].cell.value != nil })
    } else {
      countedPieces = Set(mesh.pieces.indices)
    }
  }

  /// All communes of the layers together.
  var whole: MeshArea {
    MeshArea(
      code: AreaFacts.layerCode, name: Path.name(mesh.layers.last?.path ?? ""), level: .area,
      pieces: Array(mesh.pieces.indices))
  }

  /// The areas that the layers and the project give, the widest first.
  private var common: [MeshArea] {
    let all = Array(mesh.pieces.indices)
    return [territory].compactMap { $0 }
      + [.departement, .region, .country, .epci, .canton, .commune].flatMap { mesh.areas($0, touching: all) }
  }

  /// Every area that a name may mean.
  var named: [MeshArea] { own + common }

  /// Every area that a question on these layers may print: the areas themselves, and those without their
  /// communes that have no count, which rows may be compared with.
  var commonAndReferences: [MeshArea] { withReferences(common + [whole]) }

  /// The same for the user's own areas.
  var ownAndReferences: [MeshArea] { withReferences(own) }

  private func withReferences(_ areas: [MeshArea]) -> [MeshArea] {
    areas
      + areas.compactMap { area in
        let reference = counted(area)
        return reference == area || reference.pieces.isEmpty ? nil : reference
      }
  }

  /// The area without the communes that have no count.
  func counted(_ area: MeshArea) -> MeshArea {
    var counted = area
    counted.partial = []
    counted.pieces = area.pieces.filter(countedPieces.contains)
    return counted
  }
}
