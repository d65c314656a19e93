import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: AttributeTable
  static let tableEndsThere = Text("tronqué : la table s’arrête là", "truncated: the table ends there")
  static let copyOrExportTheFile = Text("recopiez ou exportez de nouveau le fichier", "copy or export the file again")
  static func rowsAndShapesDiffer(_ rows: Int, _ shapes: Int) -> Text {
    Text("\(rows) lignes pour \(shapes) formes dans le .shp", "\(rows) rows for \(shapes) shapes in the .shp")
  }
  static let findFilesOfOneExport = Text(
    "retrouvez le .dbf et le .shp d’un même export", "find the .dbf and the .shp of the same export")
  static func deletedRowsAreKept(_ count: Int, _ first: Int) -> Text {
    Text(
      "lignes marquées comme supprimées, gardées : \(count), la première à l’enregistrement \(first)",
      "rows marked as deleted, kept: \(count), the first in record \(first)")
  }
  static func textsNotInEncoding(_ encoding: String, _ count: Int) -> Text {
    Text("textes qui ne sont pas en \(encoding) : \(count)", "texts that are not in \(encoding): \(count)")
  }
  static func columnOfTypeLeftOut(_ column: String, _ type: Character) -> Text {
    Text("colonne « \(column) » de type \(type), laissée de côté", "column \"\(column)\" of type \(type), left out")
  }
  static func columnHasUnreadableValues(_ column: String, _ count: Int, _ first: Int) -> Text {
    Text(
      "colonne « \(column) » : valeurs illisibles \(count), la première à l’enregistrement \(first)",
      "column \"\(column)\": unreadable values \(count), the first in record \(first)")
  }

  // MARK: TableHeader
  static func headerDoesNotFitFile(_ headerSize: Int, _ rowSize: Int, _ fileSize: Int) -> Text {
    Text(
      "en-tête de \(headerSize) octets et lignes de \(rowSize) octets dans un fichier de \(fileSize)",
      "a header of \(headerSize) bytes and rows of \(rowSize) bytes in a file of \(fileSize)")
  }
  static func columnsDoNotFitRows(_ width: Int, _ rowSize: Int) -> Text {
    Text(
      "les colonnes prennent \(width) octets dans des lignes de \(rowSize)",
      "the columns take \(width) bytes in rows of \(rowSize)")
  }

  // MARK: TextEncoding
  static let saidByTheLanguageByte = Text("dit par l’octet de langue du .dbf", "said by the language byte of the .dbf")
  static let textIsValidUTF8 = Text(
    "rien ne le dit, le texte est de l’UTF-8 valide", "nothing says it, the text is valid UTF-8")
  static let textIsNotUTF8 = Text(
    "rien ne le dit, le texte n’est pas de l’UTF-8", "nothing says it, the text is not UTF-8")
  static let tryUTF8OrWindows1252 = Text("essayez UTF-8 ou WINDOWS-1252", "try UTF-8 or WINDOWS-1252")
  static let noEncodingReadAsUTF8 = Text(
    "aucun encodage n’est indiqué ; le texte est lu en UTF-8", "no encoding is given; the text is read as UTF-8")
  static let noEncodingReadAsWindows = Text(
    "aucun encodage n’est indiqué et le texte n’est pas de l’UTF-8 ; il est lu en Windows-1252",
    "no encoding is given and the text is not UTF-8; it is read as Windows-1252")

  // MARK: ShapeReader
  static let repairOrExportTheGeometry = Text(
    "réparez la géométrie ou exportez de nouveau le fichier", "repair the geometry or export the file again")
  static func wrongRingsTurnedRound(_ count: Int, _ first: Int) -> Text {
    Text(
      "anneaux tracés dans le mauvais sens, remis à l’endroit : \(count), le premier à l’enregistrement \(first)",
      "rings wound the wrong way, turned round: \(count), the first in record \(first)")
  }

  // MARK: Sidecars
  static let attributeTableIsMissing = Text("la table des attributs est introuvable", "the attribute table is missing")
  static let copyTheTableBesideShapes = Text(
    "copiez le .dbf à côté du .shp, d’où viennent les codes des communes",
    "copy the .dbf beside the .shp: the codes of the communes come from it")

  // MARK: RecordCheck
  static func shapeIsOfAnotherType(_ found: String, _ expected: String) -> Text {
    Text(
      "forme de type \(found) dans un fichier de type \(expected)",
      "a shape of type \(found) in a file of type \(expected)")
  }
  static func lineNeedsTwoPoints(_ part: Int, _ points: Int) -> Text {
    Text(
      "la ligne \(part) a \(points) point(s), il en faut deux", "line \(part) has \(points) point(s), two are needed")
  }
  static func ringNeedsFourPoints(_ part: Int, _ points: Int) -> Text {
    Text(
      "l’anneau \(part) a \(points) points, il en faut quatre (le premier répété à la fin)",
      "ring \(part) has \(points) points, four are needed (the first one again at the end)")
  }
  static func tooFewBytesForShape(_ count: Int, _ type: String) -> Text {
    Text(
      "\(count) octets, trop peu pour une forme de type \(type)", "\(count) bytes, too few for a shape of type \(type)")
  }
  static func partsAndPointsExceedRecord(_ parts: Int, _ points: Int, _ bytes: Int) -> Text {
    Text(
      "\(parts) parties et \(points) points ne tiennent pas dans ses \(bytes) octets",
      "\(parts) parts and \(points) points do not fit in its \(bytes) bytes")
  }
  static func startOfPartIsWrong(_ part: Int) -> Text {
    Text("le début de la partie \(part) est faux", "the start of part \(part) is wrong")
  }

  // MARK: RecordIndex
  static let indexDoesNotMatch = Text(
    "l’index ne correspond pas au .shp ; il est reconstruit en mémoire",
    "the index does not match the .shp; it is rebuilt in memory")
  static let indexIsMissing = Text(
    "l’index .shx manque ; il est reconstruit en mémoire", "the .shx index is missing; it is rebuilt in memory")
  static let indexIsUnreadable = Text(
    "l’index est illisible ; il est reconstruit en mémoire", "the index is unreadable; it is rebuilt in memory")
  static func missingFromShorterFile(_ bytes: Int, _ declared: Int) -> Text {
    Text(
      "absent : le fichier a \(bytes) octets et en annonce \(declared)",
      "missing: the file has \(bytes) bytes and declares \(declared)")
  }
  static func fileSizeDiffersFromDeclared(_ bytes: Int, _ declared: Int) -> Text {
    Text(
      "le fichier a \(bytes) octets et en annonce \(declared)", "the file has \(bytes) bytes and declares \(declared)")
  }
  static func lengthsDisagree(_ length: Int, _ indexLength: Int) -> Text {
    Text(
      "\(length) octets selon le .shp, \(indexLength) selon le .shx",
      "\(length) bytes by the .shp, \(indexLength) by the .shx")
  }
  static func indexPlacesItElsewhere(_ otherRecord: Int) -> Text {
    Text(
      "le .shx le place au même endroit que l’enregistrement \(otherRecord)",
      "the .shx places it where record \(otherRecord) is")
  }
  static func outsideTheFile(_ offset: Int, _ fileSize: Int) -> Text {
    Text("hors du fichier : octet \(offset) sur \(fileSize)", "outside the file: byte \(offset) of \(fileSize)")
  }
  static func recordIsTruncated(_ declared: Int, _ left: Int) -> Text {
    Text(
      "tronqué : il annonce \(declared) octets et le fichier n’en a plus que \(left)",
      "truncated: it declares \(declared) bytes and the file has \(left) left")
  }

  // MARK: ShapeHeader
  static let checkAndCopyTheShapes = Text(
    "vérifiez que c’est bien un .shp, et recopiez-le", "check that it is a .shp, and copy it again")
  static func tooShortForHeader(_ bytes: Int) -> Text {
    Text(
      "fichier de \(bytes) octets, trop court pour l’en-tête d’un shapefile",
      "\(bytes) bytes, too short for the header of a shapefile")
  }
  static let multiPatchIsNotSupported = Text(
    "le type MultiPatch n’est pas pris en charge", "MultiPatch shapes are not supported")
  static let convertItToPolygons = Text("convertissez-le en polygones", "convert it to polygons")

  // MARK: ShapeType
  static let heightsAndMeasuresAreDropped = Text(
    "les altitudes (Z) et les mesures (M) sont laissées de côté", "heights (Z) and measures (M) are dropped")
  static let measuresAreDropped = Text("les mesures (M) sont laissées de côté", "measures (M) are dropped")

  // MARK: Shapefile
  static let featuresHaveNoAttributes = Text(
    "la table .dbf manque : les entités n’ont pas d’attributs", "the .dbf table is missing: features have no attributes"
  )

  // MARK: Shapefile+Writing
  static func fileLiesBesideTheLink(_ link: String) -> Text {
    Text(
      "ce fichier est à côté du lien \(link), et non là où mène le lien",
      "this file lies beside the link \(link) and not where the link leads")
  }
  static func giveTheFileItself(_ path: String) -> Text {
    Text("donnez le nom du fichier lui-même, \(path)", "give the name of the file itself, \(path)")
  }

  // MARK: TableWriter
  static func columnRenamed(_ old: String, _ new: String) -> Text {
    Text(
      "colonne « \(old) » renommée « \(new) » (10 octets au plus)",
      "column \"\(old)\" renamed \"\(new)\" (10 bytes at most)")
  }
  static func textsOfColumnCut(_ column: String, _ count: Int) -> Text {
    Text(
      "colonne « \(column) » : textes coupés à 254 octets : \(count)",
      "column \"\(column)\": texts cut to 254 bytes: \(count)")
  }
  static func columnsAreTooWide(_ count: Int, _ bytes: Int) -> Text {
    Text(
      "\(count) colonnes de \(bytes) octets en tout : trop pour un .dbf",
      "\(count) columns of \(bytes) bytes in all: too much for a .dbf")
  }
  static let writeGeoJSONOrDropColumns = Text(
    "écrivez du GeoJSON, ou moins de colonnes", "write GeoJSON, or fewer columns")
}
