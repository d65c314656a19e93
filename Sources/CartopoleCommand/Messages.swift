import Cartopole

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: ActionCommand
  static let giveAReachOption = Text(
    "donnez --communes, --within-km, --canton, --epci, --territory, --neighbours, ou --no-rule",
    "give --communes, --within-km, --canton, --epci, --territory, --neighbours, or --no-rule")

  // MARK: CompareCommand
  static func compareYourOwnCounts(_ file: String) -> Text {
    Text("vos comptages : cartopole compare --data \(file)", "your own counts: cartopole compare --data \(file)")
  }
  static let dropOneLevelOrFamily = Text("retirez un niveau ou une famille", "drop a level or a family")

  // MARK: ConvertCommand
  static func featuresWrittenOfRead(_ written: Int, _ read: Int, _ file: String) -> Text {
    Text("\(written) entités écrites sur \(read) lues, \(file)", "\(written) features written of \(read) read, \(file)")
  }
  static func fewerVerticesWouldUndoBorders(_ after: String, _ before: String, _ share: String) -> Text {
    Text(
      "\(after) sommets sur \(before) (\(share) %) : moins déferait les limites communes ou des communes entières",
      "\(after) vertices of \(before) (\(share)%): fewer would undo shared borders or whole features")
  }
  static func simplifiedWithinTolerance(_ after: String, _ before: String, _ share: String, _ metres: String) -> Text {
    Text(
      "simplification : \(after) sommets sur \(before) (\(share) %), tolérance \(metres) m",
      "simplified: \(after) vertices of \(before) (\(share)%), tolerance \(metres) m")
  }

  // MARK: InitCommand
  static func projectMadeNowMakeAtlas(_ path: String, _ folder: String) -> Text {
    Text(
      "projet créé : \(path) ; ensuite : cartopole atlas --project \(folder)",
      "project made: \(path); then: cartopole atlas --project \(folder)")
  }

  // MARK: SiteCommand
  static func stoppedByTimeLimit(_ objective: String, _ value: String, _ bound: String, _ gap: String) -> Text {
    Text(
      "arrêté par --time-limit : \(objective) \(value), borne \(bound), écart \(gap)",
      "stopped by --time-limit: \(objective) \(value), bound \(bound), gap \(gap)")
  }

  // MARK: RenderSiting
  static let sitingMapShowsOneObjective = Text(
    "la carte siting montre un objectif", "the siting map shows one objective")

  // MARK: Advice
  static let giveCoordinateSystemWithFrom = Text(
    "donnez le système de coordonnées avec --from, par exemple --from EPSG:2154",
    "give the coordinate reference system with --from, such as --from EPSG:2154")
  static let encodingOptionChoosesAnother = Text("--encoding en choisit un autre", "--encoding chooses another")
  static let acceptItWithAllowBallpark = Text("acceptez-la avec --allow-ballpark", "accept it with --allow-ballpark")
  static func drawInTheLayersSystem(_ system: String) -> Text {
    Text(
      "dessinez la couche dans son propre système avec --crs \(system)",
      "draw the layer in its own system with --crs \(system)")
  }
  static let sayWhichKnownSystem = Text(
    "dites quel système connu c’est, par exemple --from EPSG:2154",
    "say which known system it is, such as --from EPSG:2154")
  static func nameLayerInTheProject(_ file: String) -> Text {
    Text("nommez-la dans le projet : \(file)#NOM", "name it in the project: \(file)#NAME")
  }
  static func convertTheLayerFirst(_ file: String, _ options: String) -> Text {
    Text(
      "convertissez la couche d’abord, par exemple : cartopole convert \(file) communes.gpkg \(options)",
      "convert the layer first, for instance: cartopole convert \(file) communes.gpkg \(options)")
  }

  // MARK: Options
  static let answerHasNoOutlines = Text("cette réponse n’a pas de contours", "this answer has no outlines")
  static let takeATextFormat = Text("prenez table, markdown, csv ou json", "take table, markdown, csv or json")

  // MARK: Usage
  static func notACommandTryThese(_ stray: String, _ parent: String, _ candidates: String) -> Text {
    Text(
      "« \(stray) » n’est pas une commande de \(parent) ; essayez : \(candidates)",
      "\"\(stray)\" is no command of \(parent); try: \(candidates)")
  }
}
