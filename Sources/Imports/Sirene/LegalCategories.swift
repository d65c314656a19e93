import Bytes
import Statistics

/// The family of each catégorie juridique of Insee's nomenclature, from `legal-categories.csv`.
///
/// A row has a code of one to four digits; the longest code with which a category begins decides its family. A
/// category without such a row is of family `other`.
public struct LegalCategories: Sendable {
  /// Name of the file in the data folder.
  public static let fileName = "legal-categories.csv"

  /// Index in `Family.imported` for each category 0…9999.
  let families: [UInt8]

  /// Reads the file. Throws 66 when it is missing, 65 for an unknown family, for a code that is not one to four
  /// digits, and for a code given twice.
  public init(path: String) throws(Problem) {
    let table = try CSVTable(path: path)
    let code = try table.column("code")
    let family = try table.column("family")
    var byCode: [String: UInt8] = [:]
    for row in table.rows {
      let prefix = row.fields[code]
      guard (1...4).contains(prefix.utf8.count), prefix.utf8.allSatisfy({ $0 &- 48 < 10 }) else {
        throw table.problem(row, Text.isNoLegalCategory(prefix))
      }
      guard let index = Family.imported.firstIndex(where: { $0.rawValue == row.fields[family] }) else {
        throw table.problem(
          row, Text("famille « \(row.fields[family]) » inconnue", "unknown family \"\(row.fields[family])\""))
      }
      guard byCode.updateValue(UInt8(index), forKey: prefix) == nil else {
        throw table.problem(row, Text("code « \(prefix) » donné deux fois", "code \"\(prefix)\" given twice"))
      }
    }
    let other = UInt8(Family.imported.firstIndex(of: .other)!)
    families = (0..<10_000).map { number in
      let digits = String(10_000 + number).dropFirst()
      for length in [4, 3, 2, 1] { if let found = byCode[String(digits.prefix(length))] { return found } }
      return other
    }
  }

  /// The family of a category of four digits, 0…9999.
  public func family(_ category: Int) -> Family { Family.imported[Int(families[category])] }
}

extension Family {
  /// The families of which a legal unit can be, in the order of their ids.
  static let imported: [Family] = Family.allCases.filter { $0 != .all }.sorted { $0.rawValue < $1.rawValue }
}
