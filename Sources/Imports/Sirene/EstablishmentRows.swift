import Bytes
import Territory

/// Selects, from the rows of StockEtablissement, the establishments of the ESS that count.
struct EstablishmentRows: RowReader {
  enum Column: Int, CaseIterable {
    case siret, commune, country, state, employer, diffusion

    /// Its name in the file.
    var name: String { Self.names[rawValue] }

    private static let names = [
      "siret", "codeCommuneEtablissement", "codePaysEtrangerEtablissement", "etatAdministratifEtablissement",
      "caractereEmployeurEtablissement", "statutDiffusionEtablissement",
    ]
  }

  /// An establishment as a 64-bit number that sorts by commune, unit, then establishment: 17, 30 and 17 bits.
  struct Key {
    let bits: UInt64

    @inline(__always) init(commune: Int, siret: UInt64) {
      let (siren, number) = siret.quotientAndRemainder(dividingBy: 100_000)
      bits = UInt64(truncatingIfNeeded: commune) << 47 | siren << 17 | number
    }

    init(bits: UInt64) { self.bits = bits }
    var commune: Int { Int(bits >> 47) }
    var siren: UInt32 { UInt32(truncatingIfNeeded: bits >> 17) & (1 << 30 - 1) }
  }

  /// Numbers of rows that are not counted, by reason, and of rows that deserve a note.
  struct Tally {
    var closed = 0
    var notEmployers = 0
    /// Of `notEmployers`, those of which nothing says whether they are.
    var employersUnknown = 0
    var outsideESS = 0
    var abroad = 0
    /// Of the ESS, with the commune withheld (`[ND]`) or empty.
    var withoutCommune = 0
    var partlyDiffused = 0
    var ofCeasedUnits = 0

    private static let counters: [WritableKeyPath<Tally, Int> & Sendable] = [
      \.closed, \.notEmployers, \.employersUnknown, \.outsideESS, \.abroad, \.withoutCommune, \.partlyDiffused,
      \.ofCeasedUnits,
    ]

    /// The reasons for which rows are not counted, with their numbers; `file` is the one of the units.
    func leftOut(_ file: String) -> [Text] {
      let name = Path.name(file)
      return Text.reasons([
        (closed, ("fermé", "fermés"), ("closed", "closed")),
        (notEmployers, ("non employeur", "non employeurs"), ("not an employer", "not employers")),
        (
          outsideESS,
          ("d’une unité hors ESS ou absente de \(name)", "d’unités hors ESS ou absentes de \(name)"),
          ("of a unit outside the ESS or absent from \(name)", "of units outside the ESS or absent from \(name)")
        ), (abroad, ("de l’ESS à l’étranger", "de l’ESS à l’étranger"), ("of the ESS abroad", "of the ESS abroad")),
        (
          withoutCommune, ("de l’ESS sans commune", "de l’ESS sans commune"),
          ("of the ESS without a commune", "of the ESS without a commune")
        ),
      ])
    }

    static func + (left: Tally, right: Tally) -> Tally {
      var sum = left
      for counter in counters { sum[keyPath: counter] += right[keyPath: counter] }
      return sum
    }
  }

  let units: UnitTable
  let kept: SireneImport.Kept
  let foldsCities: Bool
  private(set) var keys: [UInt64] = []
  /// The communes that any row names.
  private(set) var met = CodesMet()
  private(set) var tally = Tally()

  init(units: UnitTable, kept: SireneImport.Kept, foldsCities: Bool) {
    self.units = units
    self.kept = kept
    self.foldsCities = foldsCities
  }

  @inline(__always) mutating func read(_ row: CSVRecord, at place: CSVPlace) throws(RowFault) {
    guard let siret = row.number(Column.siret.rawValue, digits: 14), siret >= 100_000 else {
      throw RowFault(kind: .notASiren, field: Column.siret.rawValue)
    }
    var commune = -1
    let length = row.count(Column.commune.rawValue)
    if let code = met.read(row.bytes(Column.commune.rawValue), at: place) {
      commune = foldsCities ? CommuneCode.city(code) : code
      met.meet(commune, at: place)
    } else if !Diffusion.isBlank(row, Column.commune.rawValue), !Self.isForeign(row, length) {
      // It is neither abroad nor is its commune withheld.
      throw RowFault(kind: .notACommune, field: Column.commune.rawValue)
    }
    let state = row.letter(Column.state.rawValue)
    let isActive = state == UInt8(ascii: "A")
    guard isActive || state == UInt8(ascii: "F") else {
      throw RowFault(kind: .unknownCode, field: Column.state.rawValue)
    }
    if !isActive && kept != .all {
      tally.closed += 1
      return
    }
    let employer = row.letter(Column.employer.rawValue)
    let isEmployer = employer == UInt8(ascii: "O")
    let isKnown = isEmployer || employer == UInt8(ascii: "N")
    guard isKnown || Diffusion.isBlank(row, Column.employer.rawValue) else {
      throw RowFault(kind: .unknownCode, field: Column.employer.rawValue)
    }
    if !isEmployer && kept == .employers {
      tally.notEmployers += 1
      if !isKnown { tally.employersUnknown += 1 }
      return
    }
    guard let unit = units.find(UInt32(siret / 100_000)) else {
      tally.outsideESS += 1
      return
    }
    if commune < 0 {
      if length == 5 || !Diffusion.isBlank(row, Column.country.rawValue) {
        tally.abroad += 1
      } else {
        tally.withoutCommune += 1
      }
      return
    }
    if unit.isPartlyDiffused || Diffusion.isPartial(row.letter(Column.diffusion.rawValue)) { tally.partlyDiffused += 1 }
    if unit.isCeased && isActive { tally.ofCeasedUnits += 1 }
    keys.append(Key(commune: commune, siret: siret).bits)
  }

  /// Whether the commune is the code of a country (`99…`).
  private static func isForeign(_ row: CSVRecord, _ length: Int) -> Bool {
    length == 5 && row.bytes(Column.commune.rawValue).starts(with: "99".utf8)
  }
}
