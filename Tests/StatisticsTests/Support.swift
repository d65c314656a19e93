import Bytes
import Statistics

/// Paths beside the tests, whatever folder they run in.
enum Files {
  static let root = Path.folder(Path.folder(Path.folder(#filePath)))

  static func register() throws -> FiguresRegister {
    try FiguresRegister(path: Path.join(root, "GeoData/ess-figures.csv"))
  }

  /// Everything, compared as the shipped project does: with Île-de-France at the end of 2007.
  static var options: Comparison.Options {
    var options = Comparison.Options()
    options.reference = Comparison.Reference(area: "11", date: ReferenceDate("2007-12-31"))
    return options
  }

  /// The register with the shares of jobs of every département and région.
  static func registerWithShares() throws -> FiguresRegister {
    try register().adding(FiguresRegister(path: Path.join(root, "GeoData/ess-share-of-jobs.csv")))
  }

  /// A table written by Tests/Oracles/statistics/oracle.py.
  static func oracle(_ name: String) throws -> CSVTable {
    try CSVTable(path: Path.join(root, "Tests/Oracles/statistics/" + name))
  }

  /// A register of a few rows, in the columns `area_code,measure,family,value,reference,published,perimeter` and, if
  /// need be, `note`.
  static func register(_ rows: [[String]]) throws -> FiguresRegister {
    let lines = rows.map { row in
      "\(row[0]),Area \(row[0]),region,\(row[2]),\(row[1]),\(row[3]),unit,\(row[4]),\(row[5]),P,T,\(row[6]),\(row.count > 7 ? row[7] : "")"
    }
    let text = FiguresRegister.columns.joined(separator: ",") + "\n" + lines.joined(separator: "\n") + "\n"
    return try FiguresRegister(CSVTable(Array(text.utf8), path: "r.csv"))
  }
}

/// What the fact sheet prints, as the façade would hand it over.
func factSheet() -> AuditInput {
  func number(_ text: String) -> PrintedNumber { PrintedNumber(text)! }
  let end2007 = ReferenceDate("2007-12-31")
  var input = AuditInput()
  input.shares = [
    .init(
      key: "associations", words: "27 590 associations, soit 89 % … en France", family: .association,
      measure: .establishments, part: number("27590"), share: PrintedNumber(percent: "89")!, claimedArea: "FR",
      date: end2007),
    .init(
      key: "cooperatives", words: "1 848 coopératives, soit 6 % … en France", family: .cooperative,
      measure: .establishments, part: number("1848"), share: PrintedNumber(percent: "6")!, claimedArea: "FR",
      date: end2007),
  ]
  input.sums = [
    .init(
      key: "budget", label: Text("budget", "budget"), total: number("400000"),
      parts: [
        (Text("fonctionnement", "running costs"), number("100000")),
        (Text("actions", "actions"), number("300000")),
      ], isCount: false),
    .init(
      key: "members", label: Text("personnes morales", "legal persons"), total: number("9"),
      parts: [
        (Text("associations du pôle", "associations of the Pôle"), number("4")),
        (Text("collectivités", "local authorities"), number("3")),
        (Text("association de solidarité", "solidarity association"), number("1")),
        (Text("banque", "bank"), number("1")),
      ], isCount: true),
    .init(
      key: "hosted", label: Text("structures hébergées", "hosted structures"), total: number("5"),
      parts: [(Text("fondatrices", "founders"), number("4")), (Text("Collectif", "Collectif"), number("1"))],
      isCount: true),
  ]
  let association = Text("association", "association")
  input.groups = [
    .init(
      key: "founders", words: "les 4 associations du pôle", kind: association, printed: 4,
      members: [
        .init(key: "action-emploi", name: "Action Emploi", kind: association),
        .init(key: "val-emploi", name: "Val Emploi", kind: Text("SCOP", "SCOP")),
        .init(key: "horizon", name: "Horizon", kind: association),
        .init(key: "potagers", name: "Les potagers", kind: association),
      ])
  ]
  input.mentions = [
    .init(
      key: "figures", term: "territoire", words: "Chiffres clé du territoire", areaCode: "11", areaName: "Île-de-France"
    ),
    .init(
      key: "identity", term: "Territoire", words: "Territoire d’action", areaCode: "sud-essonne",
      areaName: "Sud Essonne"),
  ]
  input.counts = [
    .init(
      key: "communes", label: Text("communes", "communes"), printed: 132,
      counted: [(Text("COG 2008", "COG 2008"), 132), (Text("COG 2019", "COG 2019"), 131)])
  ]
  return input
}
