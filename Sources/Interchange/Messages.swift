import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: CSVFormat
  static let csvHoldsNoGeometry = Text("un CSV ne contient pas de géométrie", "a CSV holds no geometry")
  static let giveAFileOfGeometry = Text(
    "donnez un .shp, un .geojson ou un .gpkg ; render et compare y joignent une table",
    "give a .shp, a .geojson or a .gpkg; render and compare join a table to it")

  // MARK: Shapefile+Format
  static let shapefileIsSeveralFiles = Text(
    "un shapefile est fait de plusieurs fichiers", "a shapefile is several files")

  // MARK: GeoJSONGeometry
  static func quotedGeometryTypeNotSupported(_ type: String) -> Text {
    Text("géométrie de type « \(type) » non prise en charge", "geometry of type \"\(type)\" not supported")
  }
  static let keepPointsLinesOrPolygons = Text(
    "gardez des points, des lignes ou des polygones", "keep points, lines or polygons")
  static func geometryAmongAnotherKind(_ type: String, _ kind: String) -> Text {
    Text("\(type) parmi des entités d’une autre sorte (\(kind))", "\(type) among features of another kind (\(kind))")
  }
  static let separateKindsIntoFiles = Text(
    "séparez points, lignes et polygones en plusieurs fichiers", "put points, lines and polygons in files of their own")
  static func ringNeedsFourPoints(_ count: Int) -> Text {
    Text(
      "un anneau de \(count) points, il en faut quatre (le premier répété à la fin)",
      "a ring of \(count) points, four are needed (the first one again at the end)")
  }
  static let repeatItsFirstPoint = Text("répétez son premier point à la fin", "repeat its first point at the end")
  static let positionHasOneCoordinate = Text("une position d’une seule coordonnée", "a position of a single coordinate")
  static let coordinateIsNotANumber = Text("une coordonnée n’est pas un nombre", "a coordinate is not a number")

  // MARK: GeoJSONReader
  static let textFollowsTheEnd = Text("du texte suit la fin du document", "text follows the end of the document")
  static let heightsAreDropped = Text("les altitudes (Z) sont laissées de côté", "heights (Z) are dropped")
  static let exportItAsGeoJSON = Text(
    "exportez-le en GeoJSON, par exemple avec mapshaper ou QGIS",
    "export it as GeoJSON, with mapshaper or QGIS for instance")
  static let featuresOrGeometryExpected = Text(
    "un FeatureCollection, un Feature ou une géométrie est attendu",
    "a FeatureCollection, a Feature or a geometry is expected")

  // MARK: GeoJSONWriter
  static let geoJSONCannotNameSystem = Text(
    "un GeoJSON ne peut nommer ce système de coordonnées", "GeoJSON cannot name this coordinate system")
  static let reprojectOrNameKnownSystem = Text(
    "reprojetez, par exemple avec ‹to› EPSG:4326, ou dites quel système connu c’est avec ‹from›",
    "reproject, for instance with ‹to› EPSG:4326, or say which known system it is with ‹from›")

  // MARK: JSONCursor+Strings
  static let stringExpected = Text("texte entre guillemets attendu", "string expected")
  static let controlCharacterInString = Text("caractère de contrôle dans un texte", "control character in a string")
  static let saveFileAsUTF8 = Text("enregistrez le fichier en UTF-8", "save the file as UTF-8")
  static let unknownEscapeInString = Text("échappement inconnu dans un texte", "unknown escape in a string")

  // MARK: JSONCursor
  static let numberStartsWithZero = Text("nombre qui commence par un zéro", "a number that starts with a zero")
  static let putCodesInQuotes = Text("mettez les codes entre guillemets", "put codes in quotes")
  static func nestedTooDeeply(_ deepest: Int) -> Text {
    Text("imbrication de plus de \(deepest) niveaux", "nested deeper than \(deepest) levels")
  }
  static let fileEndsTooSoon = Text("le fichier s’arrête trop tôt", "the file ends too soon")
  static let copyOrExportItAgain = Text("recopiez ou exportez-le de nouveau", "copy or export it again")

  // MARK: PropertyColumns
  static func tooManySparseProperties(_ count: Int) -> Text {
    Text(
      "\(count) propriétés différentes, presque toutes absentes de chaque entité",
      "\(count) different properties, nearly all absent from every feature")
  }
  static let giveFeaturesEqualProperties = Text(
    "donnez aux entités les mêmes propriétés, ou rangez-les en lignes",
    "give the features the same properties, or put these in rows")
  static func idOfFeaturesIsDropped(_ example: String) -> Text {
    Text(
      "l’identifiant « id » des entités (« \(example) »…) est laissé de côté : une propriété a déjà ce nom",
      "the \"id\" of the features (\"\(example)\"…) is left out: a property has that name already")
  }

  // MARK: GeoPackageBinary
  static let notAGeoPackageGeometry = Text("pas une géométrie de GeoPackage", "not a GeoPackage geometry")
  static let unknownGeometryHeader = Text("en-tête de géométrie inconnu", "an unknown geometry header")

  // MARK: GeoPackageFile
  static let anotherProgramIsWriting = Text(
    "un autre programme écrit ce fichier", "another program is writing this file")
  static let closeItThenTryAgain = Text(
    "fermez-le dans cet autre programme, puis recommencez", "close it there, then try again")

  // MARK: GeoPackageFormat
  static let geoPackageCannotUseStdout = Text(
    "un GeoPackage ne s’écrit pas sur la sortie standard", "a GeoPackage cannot go to stdout")
  static func geoPackageHoldsFewerColumns(_ count: Int, _ most: Int) -> Text {
    Text("\(count) colonnes : un GeoPackage en a \(most) au plus", "\(count) columns: a GeoPackage has \(most) at most")
  }

  // MARK: GeoPackageLayers
  static let nothingSaysWhichLayer = Text(
    "plusieurs couches, rien ne dit laquelle lire", "several layers, and nothing says which to read")

  // MARK: GeoPackageReader
  static func layerOfCommunesIsRead(_ layer: String, _ others: String) -> Text {
    Text(
      "plusieurs couches : « \(layer) » est lue, celle dont les lignes sont des communes, pas \(others)",
      "several layers: \"\(layer)\" is read, the one whose rows are communes, not \(others)")
  }
  static func columnOfBytesDropped(_ column: String) -> Text {
    Text("colonne « \(column) » ignorée : des octets", "column \"\(column)\" dropped: bytes")
  }

  // MARK: WellKnownBinary
  static func geometryTypeNotSupported(_ type: String) -> Text {
    Text("géométrie de type \(type) non prise en charge", "geometry of type \(type) not supported")
  }
  static let separateKindsIntoLayers = Text(
    "séparez points, lignes et polygones en plusieurs couches", "put points, lines and polygons in layers of their own")
  static let ringOpenOrTooShort = Text(
    "un anneau n’est pas fermé ou a moins de quatre points", "a ring is not closed or has fewer than four points")

  // MARK: Geodata
  static func fileHasOneUnnamedLayer(_ format: String, _ layer: String) -> Text {
    Text(
      "un fichier \(format) n’a qu’une couche, sans nom : « \(layer) »",
      "a \(format) file has one layer, without a name: \"\(layer)\"")
  }
  static let nameGeoPackageLayersOnly = Text(
    "ne nommez de couche que d’un GeoPackage", "name a layer of a GeoPackage only")
}
