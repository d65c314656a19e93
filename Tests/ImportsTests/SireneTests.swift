import Bytes
import Statistics
import Testing

@testable import Imports

/// SIRENE files counted; every file here is synthetic.
struct SireneTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// Against the table that plain Python writes of the same files (Tests/Oracles/imports/plain-count.py).
  @Test(arguments: [1, 2, 4]) func agreesWithPlainCount(threads: Int) throws {
    var sirene = SireneImport(
      units: Fixture.path("synthetic-StockUniteLegale_utf8.csv"),
      establishments: Fixture.path("synthetic-StockEtablissement_utf8.csv"), categories: try Fixture.categories())
    sirene.threads = threads
    let table = try sirene.run().table
    #expect(String(decoding: table.csv(), as: UTF8.self) == (try Fixture.text("synthetic-sirene-oracle.csv")))
  }

  /// Columns in another order, some missing, as any extract may have them.
  private static let units = """
    economieSocialeSolidaireUniteLegale,siren,categorieJuridiqueUniteLegale,statutDiffusionUniteLegale
    O,111111111,9220,O
    O,222222222,5710,P
    N,333333333,9220,O
    ,444444444,5499,O
    O,555555555,,O

    """
  private static let header =
    "codeCommuneEtablissement,siret,caractereEmployeurEtablissement,etatAdministratifEtablissement,statutDiffusionEtablissement"

  private func run(
    _ rows: [String], units: String = units, header: String = header, keep: SireneImport.Kept = .employers,
    cities: ImportOptions.Cities = .fold, keepsGoing: Bool = false, date: String? = nil, cog: String? = nil
  ) throws -> ImportResult {
    var sirene = SireneImport(
      units: try folder.write(units, "synthetic-units.csv"),
      establishments: try folder.write(
        ([header] + rows).joined(separator: "\n") + "\n", "synthetic-establishments.csv"),
      categories: try Fixture.categories())
    sirene.kept = keep
    sirene.options.cities = cities
    sirene.options.keepsGoing = keepsGoing
    sirene.options.date = date
    sirene.options.cog = cog
    return try sirene.run()
  }

  private static let rows = [
    "75101,11111111100011,O,A,O", "75120,11111111100029,O,A,O", "75056,11111111100037,N,A,O",
    "91223,22222222200011,O,A,P", "91223,22222222200029,O,F,P", "91223,33333333300011,O,A,O",
    "01001,44444444400011,O,A,O", "2A004,55555555500011,O,A,O", ",55555555500029,O,A,O", "[ND],22222222200037,O,A,P",
    "99138,22222222200045,O,A,P",
  ]

  @Test func whatCounts() throws {
    let result = try run(Self.rows)
    let counted = result.lines.filter { !$0.contains(",0,,0,0,") }.map { $0.split(separator: "\"")[0] }
    #expect(
      counted == [
        "2A004,other,establishments,1,,1,1,,,,", "75056,association,establishments,2,,1,2,,,,",
        "91223,company,establishments,1,,1,1,,,,",
      ])
    // Every commune seen has its six families; 01001 has no ESS and is a true zero.
    #expect(result.lines.count == 4 * 6)
    #expect(result.cells.contains("01001,association,establishments,0,"))
    #expect(result.lines == result.lines.sorted())
    let notes = result.notes.map(\.en).joined(separator: "; ")
    #expect(notes.contains("1 establishment in partial diffusion, counted, never listed"))
    #expect(notes.contains("1 of the ESS abroad, 2 of the ESS without a commune"))
    #expect(notes.contains("units: 5 rows read, 3 of the ESS; left out: 1 outside it (N), 1 that do not say"))
    #expect(notes.contains("SCOPs and SCICs that are SAS (category 5710): counted among companies"))
    #expect(
      notes.contains("1 closed") && notes.contains("1 not an employer")
        && notes.contains("2 of units outside the ESS or absent from synthetic-units.csv"))
  }

  @Test(
    arguments: [
      (.active, .fold, "75056,association,establishments,3,"), (.all, .fold, "91223,company,establishments,2,"),
      (.employers, .keep, "75101,association,establishments,1,"),
    ] as [(SireneImport.Kept, ImportOptions.Cities, String)]) func options(
      keep: SireneImport.Kept, cities: ImportOptions.Cities, cell: String
    ) throws
  { #expect(try run(Self.rows, keep: keep, cities: cities).cells.contains(cell)) }

  @Test func anEstablishmentGivenTwice() throws {
    let result = try run(Self.rows + [Self.rows[0]])
    #expect(result.cells.contains("75056,association,establishments,2,"))
    #expect(result.warnings.contains { $0.what.en.contains("1 establishment given twice") })
  }

  /// Each fault stops the import at its line, and with `keepsGoing` costs that row alone.
  @Test(arguments: [
    ("96001,11111111100045,O,A,O", "not_a_commune", "no commune code"),
    ("91223,1111111110004,O,A,O", "not_a_siren", "malformed siret"),
    ("91223,11111111100045,O,X,O", "unknown_code", "etatAdministratifEtablissement: \"X\""),
    ("91223,11111111100045,?,A,O", "unknown_code", "caractereEmployeurEtablissement"),
    ("91223,11111111100045,O,A", "field_count", "4 fields instead of 5"),
    ("91223,11111111100045,O,A,O,O", "field_count", "6 fields instead of 5"),
  ]) func faults(row: String, reason: String, words: String) throws {
    let rows = Array(Self.rows.prefix(3)) + [row] + Self.rows.dropFirst(3)
    let error = problem { _ = try run(rows) }
    #expect(error?.status == .badData)
    #expect(error?.english.contains("synthetic-establishments.csv: line 5: ") == true, "\(error?.english ?? "")")
    #expect(error?.english.contains(words) == true, "\(error?.english ?? "")")
    let result = try run(rows, keepsGoing: true)
    #expect(result.refused == ["5,\(reason)"])
    #expect(result.lines == (try run(Self.rows)).lines)
    #expect(String(decoding: result.faults.csv(), as: UTF8.self).hasPrefix("file,line,reason,column,value\n"))
  }

  @Test func latin1() throws {
    let header = Self.header + ",libelle"
    let rows = Self.rows.map { $0 + ",RUE" }
    var bytes = Array((([header] + rows).joined(separator: "\n") + "\n").utf8)
    bytes[bytes.count - 2] = 0xE9
    var sirene = SireneImport(
      units: try folder.write(Self.units, "synthetic-units.csv"),
      establishments: try folder.write(bytes, "synthetic-latin1.csv"), categories: try Fixture.categories())
    #expect(problem { _ = try sirene.run() }?.english.contains("line 12: the text is not UTF-8") == true)
    sirene.options.keepsGoing = true
    #expect(try sirene.run().refused == ["12,not_utf8"])
  }

  @Test func fileFaults() throws {
    // Other exports of the register have other separators and a byte-order mark.
    for units in [Self.units.replacing(",", with: ";"), "\u{FEFF}" + Self.units] {
      #expect(try run(Self.rows, units: units).lines == run(Self.rows).lines)
    }
    let cut = problem { _ = try run(Self.rows, units: String(Self.units.dropLast(4))) }
    #expect(cut?.english.contains("line 6: last line cut short (2/4)") == true, "\(cut?.english ?? "")")
    for keepsGoing in [false, true] {
      let absent = problem {
        _ = try run(Self.rows, header: Self.header.replacing("siret", with: "nic"), keepsGoing: keepsGoing)
      }
      #expect(absent?.english.contains("line 1: no column \"siret\"; columns there are: codeCommune") == true)
    }
  }

  /// A file cut after a separator misses a value; one that lacks only its last line feed is whole, or looks it.
  @Test func aFileCutAtItsEnd() throws {
    let units = String(Self.units.dropLast(2))
    let error = problem { _ = try run(Self.rows, units: units) }
    #expect(error?.english.contains("line 6: last line cut short (4/4)") == true, "\(error?.english ?? "")")
    var sirene = SireneImport(
      units: try folder.write(Self.units, "synthetic-units.csv"),
      establishments: try folder.write(([Self.header] + Self.rows).joined(separator: "\n"), "synthetic-open.csv"),
      categories: try Fixture.categories())
    sirene.options.date = "2024"
    sirene.options.cog = "2024"
    let warnings = try sirene.run().warnings.map(\.what.en)
    #expect(warnings == ["line 12: the last line has no line feed; the file may be cut short"])
  }

  @Test func aCodeWithoutItsZero() throws {
    let result = try run(Self.rows.map { $0.replacing("01001,", with: "1001,") })
    #expect(result.lines == (try run(Self.rows)).lines)
    #expect(
      result.warnings.contains {
        $0.what.en == "codes without their zero or written as numbers, restored; lines: 1 (8)"
      })
  }

  /// An answer without anything in it is none: it says how much was read and why nothing is left.
  @Test func noUnitOfTheESS() throws {
    let none = problem { _ = try run(Self.rows, units: Self.units.replacing("O,", with: "N,")) }
    #expect(none?.status == .badData)
    #expect(
      none?.english.contains("no unit of the ESS: 5 rows read, 4 outside it (N), 1 that do not say, none with") == true,
      "\(none?.english ?? "")")
    let blank = problem {
      _ = try run(Self.rows, units: Self.units.replacing("O,", with: ",").replacing("N,", with: ","))
    }
    #expect(blank?.english.contains("the column is empty everywhere") == true, "\(blank?.english ?? "")")
  }

  @Test(arguments: [
    (
      [",55555555500029,O,A,O", "[ND],22222222200037,O,F,P"], "2 rows read, 1 closed, 1 of the ESS without a commune",
      "codeCommuneEtablissement is empty, withheld ([ND]) or foreign everywhere"
    ), (["91223,22222222200029,O,F,P"], "1 row read, 1 closed", "all are closed"),
    (
      ["91223,11111111100011,,A,O", "91223,22222222200029,[ND],A,P"], "2 not employers",
      "is empty everywhere: ‹keep› active"
    ),
    (["91223,11111111100011,N,A,O"], "1 not an employer", "‹keep› active counts those that are no employers too"),
    (
      ["91223,66666666600011,O,A,O", "91223,77777777700011,O,A,O"], "2 of units outside the ESS or absent from",
      "take both files of one month and one territory"
    ),
  ]) func nothingCounted(rows: [String], seen: String, advice: String) throws {
    for keepsGoing in [false, true] {
      let error = problem { _ = try run(rows, keepsGoing: keepsGoing) }
      #expect(error?.status == .badData)
      let line = error?.english ?? ""
      #expect(
        line.contains("no establishment of the ESS counted: ") && line.contains(seen) && line.contains(advice),
        "\(line)")
    }
  }

  /// One file of the register for another one is called by its name.
  @Test func theWrongFile() throws {
    let swapped = problem { _ = try run(Self.rows, units: ([Self.header] + Self.rows).joined(separator: "\n") + "\n") }
    #expect(
      swapped?.english.contains("this is StockEtablissement, without a column \"siren\"; it goes to ‹establishments›")
        == true, "\(swapped?.english ?? "")")
    for (header, words) in [
      (
        Self.units.split(separator: "\n").first.map(String.init) ?? "",
        "this is StockUniteLegale, without a column \"siret\""
      ),
      (
        "siret,x,y,qualite_xy,epsg,plg_code_commune,y_latitude,x_longitude",
        "this is the file of positions, without a column \"codeCommuneEtablissement\""
      ),
      ("siren,siret,dateFin,dateDebut,etatAdministratifEtablissement", "this is a file of histories"),
    ] {
      let error = problem { _ = try run(["1,2"], header: header) }
      #expect(error?.english.contains(words) == true, "\(error?.english ?? "")")
    }
    let parquet = problem { _ = try run(["PAR1"], units: "PAR1\u{15}\u{4}") }
    #expect(parquet?.english.contains("synthetic-units.csv') TO '") == true, "\(parquet?.english ?? "")")
  }

  /// What Insee withholds is unknown, not wrong; an address abroad has no commune.
  @Test func whatIsWithheld() throws {
    let units = Self.units + "[ND],666666666,9220,P\nO,777777777,[ND],P\n"
    let header = Self.header + ",codePaysEtrangerEtablissement"
    let rows = [
      "91223,77777777700011,O,A,P,", "91223,77777777700029,[ND],A,P,", "[ND],77777777700037,O,A,P,",
      ",11111111100011,O,A,O,99109",
    ]
    let result = try run(rows, units: units, header: header)
    #expect(result.cells.contains("91223,other,establishments,1,"))
    let notes = result.notes.map(\.en).joined(separator: "; ")
    #expect(notes.contains("1 of the ESS abroad, 1 of the ESS without a commune"), "\(notes)")
    #expect(notes.contains("units without a legal category, counted among other bodies: 2"), "\(notes)")
  }

  @Test func aUnitGivenTwice() throws {
    let units = Self.units + "O,111111111,9300,O\n"
    let error = problem { _ = try run(Self.rows, units: units) }
    #expect(error?.english.contains("line 7: siren \"111111111\" seen before") == true, "\(error?.english ?? "")")
    // The first row counts.
    #expect(try run(Self.rows, units: units, keepsGoing: true).cells.contains("75056,association,establishments,2,"))
  }

  @Test func aVintageThatDoesNotMatch() throws {
    let error = problem { _ = try run(Self.rows, date: "2024-12-31", cog: "2019") }
    #expect(error?.english.contains("vintages contradict: cog 2019, date 2024-12-31") == true)
    let result = try run(Self.rows, date: "2024-12-31", cog: "2025")
    #expect(result.table.date == "2024-12-31" && result.table.cog == "2025")
    #expect(result.warnings.isEmpty)
  }
}
