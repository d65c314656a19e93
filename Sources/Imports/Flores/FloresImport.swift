import Bytes
import Statistics

/// Reads figures of communes from Insee's Flores tables (Fichier localisé des rémunérations et de l'emploi
/// salarié).
///
/// There are two layouts. In the long one of Insee's data service (`GEO;GEO_OBJECT;ACTIVITY;…;OBS_VALUE`) an
/// absent row is not a zero, and status `K` has no value; the older one (`CODGEO;…`) has a column for each
/// activity. Only totals (`_T`, `ET_TOT`, `EFF_TOT`) are taken, never sums of parts. The parts must not exceed
/// their total and, when all are published, must add up to it.
///
/// Flores counts all salaried jobs, so the measures are `all_salaried_jobs` and `all_establishments` (for a
/// slice `activity_az_salaried_jobs`, `size_e1t9_establishments`…). Only a file split by catégorie juridique
/// also gives the ESS: its associations, cooperatives, mutual societies and foundations.
public struct FloresImport: Sendable {
  /// The file, plain, gzip or zip; `-` is standard input.
  public var path: String
  /// The families of the catégories juridiques.
  public var categories: LegalCategories
  /// Code of ACTIVITY or ECONOMIC_SPHERE of the slice to take; `_T` for all.
  public var activity = "_T"
  /// Code of NUMBER_EMPL of the slice to take; `_T` for all.
  public var size = "_T"
  /// Code of LEGAL_FORM_WITH_PUBLIC to take: a catégorie juridique gives only its family, any other code means
  /// everything; `nil` takes `_T`, else `1T9X7`, else the only such code.
  public var legalForm: String?
  /// What was asked of the import.
  public var options = ImportOptions()

  /// An import of all activities and sizes.
  public init(path: String, categories: LegalCategories) {
    self.path = path
    self.categories = categories
  }

  /// Reads the file. Throws 66 when it is missing, 74 when it cannot be read, 64 for a slice or legal form that
  /// cannot be taken, 65 for an absent column, for a damaged file, when no commune is left, and at the first
  /// fault unless the options keep going. Complexity: O(bytes); memory grows with the number of communes, not
  /// of rows.
  public func run() throws(Problem) -> ImportResult {
    let file = try CSVFile(ByteStream(path) { $0.hasSuffix("_data.csv") }, progress: options.progress(path))
    return try file.header.contains("CODGEO") ? readWide(file) : readLong(file)
  }

  static let publisher = "Insee"
  static let source = "Insee, Flores (fichier localisé des rémunérations et de l’emploi salarié)"
}
