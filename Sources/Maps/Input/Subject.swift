import Bytes
import Cartography
import Geometry
import Pole
import Projections
import Reach
import Territory

/// What the maps and tables of a project are made from.
public struct Subject: Sendable {
  /// The project as its file describes it.
  public let pole: Pole
  /// The communes of the territory, without those around it.
  public let studyArea: StudyArea
  /// The communes that each action reaches.
  public let coverage: Coverage
  /// Communes around the territory, drawn in grey; it has no commune of the territory.
  public let surroundings: CommuneLayer?
  /// The region for the locator inset; it is read when a map is drawn.
  public let region: (any OutlineSource)?
  /// The coordinate reference system of the maps.
  let crs: CRS
  /// How much of each canton or département the territory holds; read when a map asks for it.
  let extents: @Sendable () -> AreaExtents?
  /// The layers as maps draw them, shared between maps.
  let drawn: SharedLayers

  /// Makes a subject of these values. Subjects with the same three layers may share `drawn`. Without a CRS, that is
  /// the legal one of the départements, or Lambert-93 when they need several.
  public init(
    pole: Pole, studyArea: StudyArea, coverage: Coverage, surroundings: CommuneLayer?, region: (any OutlineSource)?,
    drawn: SharedLayers = SharedLayers(), crs: CRS? = nil, extents: @escaping @Sendable () -> AreaExtents? = { nil }
  ) {
    self.extents = extents
    self.crs = crs ?? .legal(ofDepartements: Set(studyArea.layer.communes.compactMap(\.departement))) ?? .lambert93
    self.drawn = drawn
    self.pole = pole
    self.studyArea = studyArea
    self.coverage = coverage
    self.surroundings = surroundings
    self.region = region
  }

  /// The communes of the territory with their outlines.
  public var layer: CommuneLayer { studyArea.layer }

  /// Area of each commune in km², with geodesic edges on GRS80.
  public func areas() -> [Double] { layer.communes.indices.map { layer.outlines.geodesicArea(of: $0) / 1e6 } }

  /// The territory's name as maps print it; it is marked as reconstructed
  /// while its list of communes is an assumption.
  public var territoryName: Text {
    let name = pole.territory.name
    guard pole.territory.support.basis == .assumption else { return Text(same: name) }
    return Text("\(name) (liste reconstituée)", "\(name) (reconstructed list)")
  }
}

/// An outline that is read only when it is needed.
public protocol OutlineSource: Sendable {
  /// The outline of a layer, degrees WGS84. Throws what reading it throws.
  func outline() throws(Problem) -> Layer
}
