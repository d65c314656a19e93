import Bytes

/// Selects the legal units of the ESS from the rows of StockUniteLegale.
struct UnitRows: RowReader {
  /// The wanted columns; the raw value is the position among them.
  enum Column: Int, CaseIterable {
    case siren, social, category, diffusion, state

    /// Its name in the file.
    var name: String { Self.names[rawValue] }

    private static let names = [
      "siren", "economieSocialeSolidaireUniteLegale", "categorieJuridiqueUniteLegale", "statutDiffusionUniteLegale",
      "etatAdministratifUniteLegale",
    ]
  }

  struct Unit {
    var siren: UInt32
    var entry: UnitTable.Entry
    var place: CSVPlace
  }

  let families: [UInt8]
  let other: UInt8
  private(set) var units: [Unit] = []
  /// Number of units of the ESS with a blank category, which count as `other`.
  private(set) var withoutCategory = 0
  /// Numbers of units outside the ESS (`N`), and of which nothing says whether they belong.
  private(set) var outside = 0
  private(set) var unknown = 0

  init(_ categories: LegalCategories) {
    families = categories.families
    other = categories.families[0]
  }

  mutating func read(_ row: CSVRecord, at place: CSVPlace) throws(RowFault) {
    guard let siren = row.number(Column.siren.rawValue, digits: 9), siren > 0 else {
      throw RowFault(kind: .notASiren, field: Column.siren.rawValue)
    }
    let flag = row.letter(Column.social.rawValue)
    guard flag == UInt8(ascii: "O") else {
      if flag == UInt8(ascii: "N") {
        outside += 1
      } else if Diffusion.isBlank(row, Column.social.rawValue) {
        unknown += 1
      } else {
        throw RowFault(kind: .unknownCode, field: Column.social.rawValue)
      }
      return
    }
    var family = other
    if let category = row.number(Column.category.rawValue, digits: 4) {
      family = families[Int(category)]
    } else if Diffusion.isBlank(row, Column.category.rawValue) {
      withoutCategory += 1
    } else {
      throw RowFault(kind: .unknownCode, field: Column.category.rawValue)
    }
    let diffusion = row.letter(Column.diffusion.rawValue)
    units.append(
      Unit(
        siren: UInt32(siren),
        entry: .init(
          family: family, isPartlyDiffused: Diffusion.isPartial(diffusion),
          isCeased: row.letter(Column.state.rawValue) == UInt8(ascii: "C")), place: place))
  }
}
