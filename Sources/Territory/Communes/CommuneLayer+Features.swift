import Bytes
import Geometry
import Projections

extension CommuneLayer {
  /// Reads communes out of a polygon layer in degrees WGS84.
  ///
  /// Column names understood: those of `CommuneColumns`. Without positions, or where one is missing, a commune's
  /// position is a point inside its outline.
  /// Throws 65 when there is no column of codes, a code is missing or malformed, or the layer is not polygons.
  public init(_ features: Features, vintage: Int?) throws(Problem) {
    let path = features.path
    guard features.geometry.kind == .polygon else { throw Self.notOutlines(path) }
    guard let codes = features.column(Self.codeColumns) else { throw Self.noCodes(features) }
    let columns = CommuneColumns(features)
    let people = try LayerPopulations(features)
    var communes: [Commune] = []
    communes.reserveCapacity(features.count)
    let doubled = Self.doubledArrondissements(codes, features.count)
    for row in 0..<features.count where !doubled.contains(row) {
      let place = Text("enregistrement \(row + 1)", "record \(row + 1)")
      guard let code = codes.text(row) else {
        throw Problem(
          .badData, file: path, at: place, Text("code commune absent", "no commune code"),
          fix: Text.giveEveryOutlineACode)
      }
      guard Self.isCode(code) else {
        throw Problem(
          .badData, file: path, at: place, Text.outlineCodeIsInvalid(code), fix: Text.fiveCharactersWithZeroExpected)
      }
      communes.append(columns.commune(code, row, features.geometry, population: people.values[row]))
    }
    let outlines =
      doubled.isEmpty
      ? features.geometry : features.geometry.selecting((0..<features.count).filter { !doubled.contains($0) })
    try self.init(path: path, communes: communes, outlines: outlines, vintage: vintage)
    notes =
      people.notes + Arrondissements.foldingNotes(doubled.compactMap { codes.text($0) }).map { Warning(file: path, $0) }
  }

  /// Rows of arrondissements whose commune the layer has too: they would count twice.
  private static func doubledArrondissements(_ codes: Column, _ count: Int) -> Set<Int> {
    var parts: [(row: Int, city: String)] = []
    var cities: Set<String> = []
    let names = Set(Arrondissements.cities.map(\.code))
    for row in 0..<count {
      guard let code = codes.text(row) else { continue }
      if names.contains(code) { cities.insert(code) }
      if let city = Arrondissements.commune(of: code) { parts.append((row, city)) }
    }
    return Set(parts.filter { cities.contains($0.city) }.map(\.row))
  }

  /// Names of the columns that may hold commune codes, the likeliest first; letter case does not matter.
  public static let codeColumns = [
    "INSEE_COM", "code_insee", "insee", "CODGEO", "code", "code_commune", "codeCommune", "COM",
  ]

  /// The error (65) for a layer without a column of codes.
  public static func noCodes(_ features: Features) -> Problem {
    let known = features.columns.map(\.name).joined(separator: ", ")
    return Problem(.badData, file: features.path, Text.noColumnOfCommuneCodes, fix: Text.expectedCodeColumns(known))
  }

  /// The error (65) for a layer that is not of polygons.
  public static func notOutlines(_ path: String) -> Problem {
    Problem(.badData, file: path, Text.theseAreNotCommuneOutlines, fix: Text.giveALayerOfPolygons)
  }

  /// Whether a text has the form of a code: five digits, of which the
  /// second may be `A` or `B` instead (Corsica).
  public static func isCode(_ code: String) -> Bool {
    let bytes = code.utf8
    guard bytes.count == 5 else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return bytes.enumerated().allSatisfy { index, byte in
      digits.contains(byte) || (index == 1 && (byte == UInt8(ascii: "A") || byte == UInt8(ascii: "B")))
    }
  }
}
