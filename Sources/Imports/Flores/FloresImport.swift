import Bytes
import Statistics

/// Reads commune figures out of Insee's Flores tables (Fichier localisé des rémunérations et de l'emploi salarié).
///
/// Two layouts: the long one of Insee's data service (`GEO;GEO_OBJECT;ACTIVITY;…;OBS_VALUE`), where a row left out
/// is not a zero and status `K` has no value, and the older `CODGEO;…` with a column an activity. Only totals
/// (`_T`, `ET_TOT`, `EFF_TOT`) are taken, never added to their parts, which must not exceed them and, where all are
/// published, must add up. Flores counts all salaried jobs: they are `all_salaried_jobs` and `all_establishments`
/// (of a slice `activity_az_salaried_jobs`, `size_e1t9_establishments`…) unless the file is split by catégorie juridique, whose associations, cooperatives, mutual societies and foundations are the ESS.
public struct FloresImport: Sendable {
  public var path: String
  public var categories: LegalCategories
  /// Codes of the slice to take.
  public var activity = "_T"
  public var size = "_T"
  /// Code of LEGAL_FORM_WITH_PUBLIC to take: a catégorie juridique gives its family alone, anything else stands for
  /// all; `nil` takes `_T`, else the only one there is.
  public var legalForm: String?
  public var options = ImportOptions()

  public init(path: String, categories: LegalCategories) {
    self.path = path
    self.categories = categories
  }

  /// Throws 66 and 74 as files do, 65 for a column that is absent, and at the first fault unless the options keep
  /// going. Complexity: O(bytes); memory grows with communes, not with rows.
  public func run() throws(Problem) -> ImportResult {
    let file = try CSVFile(
      ByteStream(path) { $0.hasSuffix("_data.csv") }, progress: options.progress(path))
    if file.header.contains("CODGEO") { return try FloresWide(self, file).run() }
    return try FloresLong(self, file).run()
  }

  static let source = "Insee, Flores (fichier localisé des rémunérations et de l’emploi salarié)"
}
