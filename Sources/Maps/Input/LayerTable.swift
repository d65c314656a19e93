import Bytes
import Cartography
import Geometry
import Projections
import Territory

/// A layer with one column to draw, from which the kinds of maps for any layer are made.
public struct LayerTable: Sendable {
  /// Why a feature has no number.
  public enum Gap: UInt8, Sendable { case none, missing, secret, notAvailable, notApplicable }

  /// The features that the map is drawn of.
  var input: MapInput
  /// Outlines or points, in the CRS of the map.
  public var outlines: Layer { input.outlines }
  /// Code of each feature.
  public var keys: [String] { input.keys }
  /// Name of each feature.
  public var names: [String] { input.names }
  /// Name of the column.
  public var column: String
  /// What titles and legends call the values, and their unit.
  public var words = ColumnWords()
  /// The number of each feature, NaN where there is none; empty for a column of text.
  public var numbers: [Double]
  /// The reason why each feature has no number; `none` where it has one.
  public var gaps: [Gap]
  /// The text of each feature, `nil` where there is none; empty for a column of numbers.
  public var texts: [String?]
  /// Sources of outlines and numbers, and how they are drawn, one sentence each.
  public var sources: [Text]
  /// A second column of numbers, for the kinds of maps that draw two.
  public var second: Second?
  /// The rank of each feature's category, for the order of a legend; NaN for none. Empty without ranks.
  public var ranks: [Double] = []
  /// The colour of each feature's category as `#rrggbb`. Empty without colours.
  public var colours: [String?] = []

  /// A second column, in the order of the features.
  public struct Second: Sendable {
    /// Name of the column.
    public var column: String
    /// What titles and legends call the values, and their unit.
    public var words = ColumnWords()
    /// The number of each feature, NaN where there is none.
    public var numbers: [Double]
    /// The reason why each feature has no number; `none` where it has one.
    public var gaps: [Gap]

    /// Makes a second column of these values, one for each feature.
    public init(column: String, numbers: [Double], gaps: [Gap]) {
      self.column = column
      self.numbers = numbers
      self.gaps = gaps
    }
  }

  /// Makes a table of arrays with one element for each feature. `outlines` are in the CRS in which the map is
  /// drawn, and `frame` is measured in it; `weights`, such as populations, give the order in which features
  /// are named. Without `gaps`, numbers that are not finite are missing.
  public init(
    outlines: Layer, keys: [String], names: [String], column: String, numbers: [Double] = [], gaps: [Gap] = [],
    texts: [String?] = [], weights: [Double] = [], frame: MapFrame, sources: [Text] = []
  ) {
    let short = zip(names, keys).map { Arrondissements.short($0, code: $1) }
    input = MapInput(outlines: outlines, keys: keys, names: short, weights: weights, frame: frame)
    input.box = outlines.bounds
    let edges = MapInput.edges(of: outlines)
    input.boundaries = Self.boundaries(outlines, keys, edges)
    input.outline = MapInput.outline(of: outlines, edges)
    self.column = column
    self.numbers = numbers
    self.gaps = gaps.isEmpty ? numbers.map { $0.isFinite ? .none : .missing } : gaps
    self.texts = texts
    self.sources = sources
  }

  /// Draws communes around the features, with the limits and names of their départements, and where the map lies in a
  /// region. Communes that the table has itself are left out.
  ///
  /// - Parameters:
  ///   - communes: what lies around.
  ///   - outlines: of the communes, in the CRS of the map, as is `region`.
  ///   - region: `nil` for no inset.
  ///   - caption: what the region is called.
  public mutating func surround(_ communes: [Commune], _ outlines: Layer, region: Layer?, caption: Text) {
    let own = Set(keys)
    let rows = communes.indices.filter { !own.contains(communes[$0].insee) }
    let around = outlines.selecting(rows)
    input.surroundings = MapInput.Surroundings(
      outlines: around,
      departements: rows.map { row in
        communes[row].departementName
          ?? AreaNames.departement(ofCommune: communes[row].insee).flatMap(AreaNames.name(ofDepartement:))
      }, lines: nil)
    if let limits = Self.boundaries(around, rows.map { communes[$0].insee }, MapInput.edges(of: around)) {
      var all = input.boundaries ?? Layer(limits.kind)
      all.append(contentsOf: limits)
      input.boundaries = all
    }
    if let region, let here = input.outline { input.inset = Locator(region: region, here: here, caption: caption) }
  }

  /// The borders between the départements of a layer of communes; `nil` for any other layer, for one département, and
  /// without edges.
  private static func boundaries(_ outlines: Layer, _ keys: [String], _ edges: SharedEdges?) -> Layer? {
    guard let edges else { return nil }
    let departements = keys.compactMap(AreaNames.departement(ofCommune:))
    guard departements.count == keys.count, Set(departements).count > 1 else { return nil }
    return outlines.borderLines(between: departements.groups, edges: edges).lines
  }

  /// Number of features.
  public var count: Int { outlines.featureCount }

  /// The table with the second column in place of the first; `nil` without a second one.
  func drawingSecond() -> LayerTable? {
    guard let second else { return nil }
    var copy = self
    (copy.column, copy.words, copy.numbers) = (second.column, second.words, second.numbers)
    (copy.gaps, copy.texts) = (second.gaps, [])
    copy.second = nil
    return copy
  }
}
