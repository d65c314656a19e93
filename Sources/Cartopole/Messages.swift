import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: Atlas+Pages
  static let accessibleVersionIsIndexPage = Text(
    "Version accessible, à lire à l’écran ou à l’oreille : la page index.html livrée avec ce fichier.",
    "Accessible version, to read on a screen or to listen to: the page index.html delivered with this file.")
  static let factSheetGivesNone = Text(" : la fiche du Pôle n’en donne aucune", ": the Pôle's fact sheet gives none")
  static let shownRangeIsAssumed = Text(
    " La portée d’action montrée ici est une hypothèse", " The range shown here is an assumption")
  static let rangeIsWordedConditionally = Text(
    ". Elle est dite au conditionnel, en attendant celle du Pôle.",
    ". It is worded in the conditional until the Pôle gives its own.")
  static func allShownRangesAreAssumed(_ ranges: Int) -> Text {
    Text(
      " Les \(ranges) portées d’action montrées ici sont des hypothèses",
      " The \(ranges) ranges shown here are assumptions")
  }
  static let rangesAreWordedConditionally = Text(
    ". Elles sont dites au conditionnel, en attendant celles du Pôle.",
    ". They are worded in the conditional until the Pôle gives its own.")
  static func oneShownRangeIsAssumed(_ ranges: Int) -> Text {
    Text(
      " Une des \(ranges) portées d’action montrées ici est une hypothèse : elle est dite au conditionnel, en attendant celle du Pôle.",
      " One of the \(ranges) ranges shown here is an assumption: it is worded in the conditional until the Pôle gives its own."
    )
  }
  static func someShownRangesAreAssumed(_ assumed: Int, _ ranges: Int) -> Text {
    Text(
      " \(assumed) des \(ranges) portées d’action montrées ici sont des hypothèses : elles sont dites au conditionnel, en attendant celles du Pôle.",
      " \(assumed) of the \(ranges) ranges shown here are assumptions: they are worded in the conditional until the Pôle gives its own."
    )
  }
  static let carriedOverFromFactSheet = Text(
    "Fiche du Pôle, reprise dans son projet.", "The Pôle's fact sheet, carried over into its project.")

  // MARK: Atlas+Public
  static let whatFiguresDoNotSay = Text("Ce que ces chiffres ne disent pas", "What these figures do not say")
  static let detailsAreInIndexPage = Text(
    "Le détail, les tableaux et les sources : index.html", "Details, tables and sources: index.html")
  static let communesWouldBeReached = Text(
    "communes seraient atteintes par une action réalisée, dans l’hypothèse des portées retenues",
    "communes would be reached by a realised action, assuming the ranges shown")
  static let communesAreReached = Text(
    "communes sont atteintes par une action réalisée", "communes are reached by a realised action")
  static func inhabitantsWouldRemainUnreached(_ communes: Text) -> Text {
    Text(
      "habitants vivent dans les \(communes.fr) qui resteraient hors de portée",
      "inhabitants live in the \(communes.en) that would stay out of reach")
  }
  static func inhabitantsLiveOutOfReach(_ communes: Text) -> Text {
    Text(
      "habitants vivent dans les \(communes.fr) hors de portée", "inhabitants live in the \(communes.en) out of reach")
  }
  static let intermunicipalBodiesToday = Text(
    "intercommunalités (EPCI) aujourd’hui", "intermunicipal bodies (EPCI) today")
  static func socialEconomyShareOfJobs(_ area: String) -> Text {
    Text(
      "part de l’ESS dans les emplois salariés, \(area), ", "share of the social economy in salaried jobs, \(area), ")
  }
  static func assumedListOfCommunes(_ reason: Text) -> Text {
    Text("Liste des communes supposée. \(reason)", "Assumed list of communes. \(reason)")
  }
  static func nobodyMeasuredTheseRanges(_ assumed: Int, _ ranges: Int) -> Text {
    Text(
      "\(assumed) des \(ranges) portées d’action sont des hypothèses : personne ne les a mesurées, et rien n’est décidé.",
      "\(assumed) of the \(ranges) ranges of actions are assumptions: nobody measured them, and nothing is decided.")
  }
  static let inhabitantsAreNotBeneficiaries = Text(
    "Les habitants comptés vivent dans ces communes ; ce ne sont pas des bénéficiaires.",
    "The inhabitants counted live in these communes; they are not beneficiaries.")
  static let distancesAreBetweenTownHalls = Text(
    "Les distances sont à vol d’oiseau, entre mairies.", "Distances are as the crow flies, between town halls.")
  static let mapHasNoOfficialStatus = Text("Carte sans caractère officiel.", "This map has no official status.")

  // MARK: Atlas+Workbook
  static let numbersAreUnrounded = Text(
    "Les nombres sont des nombres, sans arrondi ; les codes sont du texte. Un signe est dans la colonne à droite de son nombre, et la case du nombre est vide s’il n’y en a pas.",
    "Numbers are numbers, unrounded; codes are text. A sign stands in the column at the right of its number, and the number's cell is empty where there is none."
  )
  static let meaningsOfTheSigns = Text(
    "s : secret statistique. … : non disponible. /// : sans objet. e : estimation. d : total déduit de parties publiées, à confirmer.",
    "s: statistical secrecy. …: not available. ///: not applicable. e: estimate. d: total derived from published parts, to be confirmed."
  )

  // MARK: FileSet
  static let linkLeadsOutOfAtlas = Text(
    "c’est un lien, qui mènerait hors de l’atlas", "it is a link, which would lead out of the atlas")
  static let fileIsNotOurs = Text(
    "ce fichier était là et n’est pas de cartopole", "this file was there and is not cartopole's")
  static let moveOrChooseAnotherFolder = Text(
    "déplacez-le, ou choisissez un autre dossier", "move it, or choose another folder")
  static func changedFileLeavesTheAtlas(_ name: String) -> Text {
    Text(
      "\(name) a été modifié et n’est plus de l’atlas : il reste là",
      "\(name) has been changed and is no longer part of the atlas: it stays")
  }
  static func changedVersionIsKept(_ name: String, _ backup: String) -> Text {
    Text(
      "\(name) avait été modifié : sa version modifiée est gardée sous \(backup)",
      "\(name) had been changed: the changed version is kept as \(backup)")
  }

  // MARK: OpenQuestion
  static let whichCommunesDoActionsReach = Text(
    "Quelles communes nos actions atteignent-elles ?", "Which communes do our actions reach?")
  static let noActionIsListed = Text("aucune action n’est inscrite", "no action is listed")
  static let howFarAreTheCommunes = Text(
    "À quelle distance du Pôle sont les communes ?", "How far are the communes from the Pôle?")
  static let placeIsNotGiven = Text("le lieu du Pôle n’est pas dit", "the Pôle's place is not given")
  static let howManyPeopleLiveThere = Text("Combien d’habitants y vivent ?", "How many people live there?")
  static let layerHasNoInhabitants = Text("la couche n’a pas d’habitants", "the layer has no inhabitants")
  static let ofWhichDateAreInhabitants = Text("De quand sont les habitants ?", "Of which date are the inhabitants?")
  static let fromWhereAreDistancesMeasured = Text("D’où partent les distances ?", "From where are distances measured?")
  static let noTownHall = Text(
    "aucune mairie : elles partent d’un point au milieu de chaque commune",
    "no town hall: they are from a point in the middle of each commune")
  static let howManyEstablishmentsPerCommune = Text(
    "Combien d’établissements de l’ESS dans chaque commune ?", "How many establishments of the ESS in each commune?")
  static let noCountsByCommune = Text(
    "aucun comptage par commune ; cartopole import l’écrit", "no counts by commune; cartopole import writes them")
  static let whatIsPublishedAround = Text("Que publie-t-on de l’ESS alentour ?", "What is published of the ESS around?")
  static let noAssumptionsOnVisibility = Text("aucune hypothèse de visibilité", "no assumptions on visibility")
  static let noStructureIsPlaced = Text("aucune structure n’est située", "no structure is placed")
  static let whatLiesAround = Text("Qu’y a-t-il autour du territoire ?", "What lies around the territory?")
  static let neitherCommunesAroundNorRegion = Text(
    "ni communes voisines, ni région", "neither communes around nor a région")
  static let whereAreOutlinesFrom = Text(
    "D’où viennent les contours et les habitants ?", "Where are outlines and inhabitants from?")
  static let neitherProducerVintageNorLicence = Text(
    "ni producteur, ni millésime, ni licence", "neither producer, vintage nor licence")

  // MARK: Simulation
  static let simulationsAreNoDecisions = Text(
    "Simulations : aucune n’est une décision du Pôle", "Simulations: none is a decision of the Pôle")

  // MARK: Workbook
  static func workbookCannotBeWritten(_ reason: String) -> Text {
    Text("classeur impossible à écrire : \(reason)", "the workbook cannot be written: \(reason)")
  }
  static let lookAtTheFreeSpace = Text(
    "regardez la place libre, et la taille permise d’un fichier (ulimit -f)",
    "look at the free space, and at the permitted size of a file (ulimit -f)")

  // MARK: LiveWords
  static let atLeastSoManyInhabitants = Text(
    "au moins {n} habitants ; {m} sans population connue", "at least {n} inhabitants; {m} without a known population")
  static let distanceAndDirection = Text(
    "à {km} km à vol d’oiseau, {direction} {of}", "{km} km as the crow flies, {direction} {of}")
  static let noActionReachesIt = Text("Aucune action du projet ne l’atteint.", "No action of the project reaches it.")
  static let chooseACommune = Text(
    "Choisissez une commune sur la carte, dans la liste ou par son nom.",
    "Choose a commune on the map, in the list or by its name.")
  static let noCommuneOfThatName = Text(
    "Aucune commune de ce nom dans le territoire", "No commune of that name in the territory")
  static let communesShownOfAll = Text("{n} communes montrées sur {m}", "{n} of {m} communes shown")
  static let establishmentsPerInhabitants = Text(
    "Établissements de l’ESS pour 10 000 habitants", "ESS establishments per 10,000 inhabitants")
  static let distanceFromPlace = Text("{km} km à vol d’oiseau depuis {place}", "{km} km as the crow flies from {place}")
  static let projectKeepsThisRadius = Text("le projet garde {km} km ({action})", "the project keeps {km} km ({action})")
  static let noRadiusFromThisStart = Text(
    "aucune action du projet n’a de rayon depuis ce départ", "no action of the project has a radius from this start")
  static let communesWouldLieWithinRadius = Text(
    "{communes}, où vivent {people}, seraient dans ce rayon.",
    "{communes}, where {people} live, would lie within this radius.")
  static let communeWouldLieWithinRadius = Text(
    "{communes}, où vivent {people}, serait dans ce rayon.",
    "{communes}, where {people} live, would lie within this radius.")
  static let noCommuneLiesWithinRadius = Text(
    "Aucune commune ne serait dans ce rayon.", "No commune would lie within this radius.")
  static let sharesOfCommunesAndInhabitants = Text(
    "{part} % des communes, {share} % des habitants du territoire.",
    "{part}% of the communes, {share}% of the territory’s inhabitants.")
  static let aboutTenPercentLess = Text(
    "Environ 10 % de moins, {km} km : {communes}, {people}", "About 10% less, {km} km: {communes}, {people}")
  static let aboutTenPercentMore = Text(
    "Environ 10 % de plus, {km} km : {communes}, {people}", "About 10% more, {km} km: {communes}, {people}")
  static let lessThanTheProject = Text("En moins que le projet : {list}", "Less than the project: {list}")
  static let sameCommunesAsTheProject = Text("Les mêmes communes que le projet.", "The same communes as the project.")
  static let radiusIsOnlyTried = Text("Essai de rayon, rien n’est décidé", "A radius tried, nothing is decided")
  static let trialOfRadius = Text("Essai, rien n’est décidé : {radius}", "Trial, nothing is decided: {radius}")
  static let howToEnlarge = Text(
    "Ctrl et molette, ou deux doigts, pour agrandir", "Ctrl and wheel, or two fingers, to enlarge")
  static let keyboardHelp = Text(
    "Flèches : commune voisine. Entrée : garder la commune à l’écran. Échap : ne plus la garder. + − 0 : agrandir, réduire, tout voir. Une lettre : commune de ce nom. Début, Fin : première, dernière.",
    "Arrows: neighbouring commune. Enter: keep the commune on screen. Escape: keep it no longer. + − 0: enlarge, reduce, see all. A letter: commune of that name. Home, End: first, last."
  )

  // MARK: Painter
  static func pictureCouldNotBeDrawn(_ reason: String) -> Text {
    Text("image impossible à dessiner : \(reason)", "a picture could not be drawn: \(reason)")
  }

  // MARK: Picture
  static let useAPictureExtension = Text(
    "terminez le nom par .svg, .png ou .pdf", "end the name with .svg, .png or .pdf")
  static func pictureTooLarge(_ width: Int, _ height: Int, _ largest: Int) -> Text {
    Text(
      "image trop grande : \(width) × \(height) px, pour \(largest) au plus de côté",
      "picture too large: \(width) × \(height) px, \(largest) a side at most")
  }
  static let chooseASmallerScale = Text("choisissez un ‹scale› plus petit", "choose a smaller ‹scale›")

  // MARK: DataFolder
  static let shippedDataNotFound = Text("données livrées introuvables", "the shipped data is nowhere")
  static func giveTheDataFolder(_ searched: String) -> Text {
    Text(
      "donnez leur dossier dans CARTOPOLE_DATA ; cherché dans : \(searched)",
      "give their folder in CARTOPOLE_DATA; looked in: \(searched)")
  }

  // MARK: Features+Completing
  static let giveColumnsOfPositions = Text(
    "donnez des colonnes insee, longitude et latitude, ou x et y",
    "give columns insee, longitude and latitude, or x and y")
  static func communesWithoutAPosition(_ missing: Int, _ total: Int, _ examples: String) -> Text {
    Text(
      "communes sans position : \(missing) sur \(total) (\(examples)…)",
      "communes without a position: \(missing) of \(total) (\(examples)…)")
  }

  // MARK: Georeference
  static let unknownCoordinateSystem = Text("système de coordonnées inconnu", "unknown coordinate reference system")
  static let longitudesAndLatitudesAssumed = Text(
    "système de coordonnées absent ; longitudes et latitudes WGS 84 supposées (EPSG:4326)",
    "no coordinate reference system; WGS 84 longitudes and latitudes assumed (EPSG:4326)")
  static let noProjectionIsObvious = Text(
    "aucune projection ne va de soi pour cette couche", "no projection goes without saying for this layer")
  static let giveAProjection = Text(
    "donnez-en une : ‹crs› EPSG:3035, par exemple", "give one: ‹crs› EPSG:3035, for instance")
  static func pointIsNotInDegrees(_ name: String, _ point: Int, _ place: String) -> Text {
    Text(
      "« \(name) » compte en degrés, mais le point \(point) est à \(place) : ce ne sont pas des longitudes et latitudes",
      "\"\(name)\" is in degrees, but point \(point) is at \(place): these are no longitudes and latitudes")
  }

  // MARK: OwnProject
  static let shippedCommunesAreUsed = Text(
    "sans ‹geo›, les communes sont celles d’Île-de-France, livrées avec le programme",
    "without ‹geo›, the communes are those of Île-de-France, which come with the program")

  // MARK: Project+Editing
  static let shippedProjectCannotBeEdited = Text(
    "le projet livré ne se modifie pas", "the shipped project is not to be edited")
  static let copyTheProjectFirst = Text(
    "copiez-le d’abord : cartopole init mon-pole --from sud-essonne",
    "copy it first: cartopole init my-pole --from sud-essonne")

  // MARK: Project
  static let correctPositionOrCommune = Text("corrigez position: ou insee:", "correct position: or insee:")
  static func siteIsOutsideTheLayer(_ id: String, _ commune: String, _ layer: String) -> Text {
    Text(
      "le site « \(id) » est dans la commune \(commune), qui n’est pas dans \(layer)",
      "site \"\(id)\" is in commune \(commune), which is not in \(layer)")
  }
  static let correctCommuneOrGivePosition = Text(
    "corrigez insee:, ou donnez sa position: pour un site hors du territoire",
    "correct insee:, or give its position: for a site outside the territory")
  static let projectNamesNoRegister = Text(
    "le projet ne nomme aucun registre de chiffres", "the project names no register of figures")
  static let nameYourRegister = Text(
    "nommez le vôtre sous figures: ; docs/compare.md dit ses colonnes",
    "name yours under figures:; docs/compare.md says its columns")

  // MARK: ProjectPopulations
  static let noPopulationOfThisDate = Text("aucune population à cette date", "no population of this date")
  static let nameAPopulationFile = Text("nommez un fichier dans files:", "name a file in files:")
  static func communesMergedSince(_ communes: String) -> Text {
    Text(
      "communes réunies depuis, sans population propre : \(communes)",
      "communes merged since, without a population of their own: \(communes)")
  }

  // MARK: Scenario
  static func simulationIsNoDecision(_ title: Text) -> Text {
    Text(
      "Simulation « \(title.fr) » : ce n’est pas une décision du Pôle",
      "Simulation \"\(title.en)\": no decision of the Pôle")
  }
  static let programReadsSchemaOne = Text("ce programme lit « schema: 1 »", "this program reads \"schema: 1\"")
  static let projectLacksVisibilityKey = Text("le projet n’a pas de visibility:", "the project has no visibility:")

  // MARK: AccessAnswer
  static let timesAreEstimated = Text(
    " Durées estimées : distance × 1,3 à 45 km/h.", " Estimated times: distance × 1.3 at 45 km/h.")
  static func accessPerInhabitants(_ method: String) -> Text {
    Text(
      "Accès aux sites, pour 10 000 habitants (\(method))", "Access to the sites, per 10,000 inhabitants (\(method))")
  }
  static func capacityAssumedEdgesIgnored(_ edgeCommunes: Int) -> Text {
    Text(
      "Capacité supposée : 1 par site. L’accès des communes au bord de la couche (\(edgeCommunes)) ignore les sites d’au-delà.",
      "Capacity assumed: 1 a site. The access of communes at the edge of the layer (\(edgeCommunes)) ignores the sites beyond."
    )
  }
  static let weightsAreNotOfficialAccess = Text(
    "Pondération de la méthode de 2015 de la DREES, publiée en 2017 (1 jusqu’à 10 minutes, 2/3 jusqu’à 15, 1/3 jusqu’à 20). Ce n’est pas l’APL de la DREES : ni standardisation par âge, ni activité des professionnels.",
    "Weights of DREES’s method of 2015, published in 2017 (1 to 10 minutes, 2/3 to 15, 1/3 to 20). This is not DREES’s APL: no standardisation by age, no activity of professionals."
  )
  static func siteSharedWithUnknownPopulation(_ unknown: Text) -> Text {
    Text(
      "… : un site y est partagé par une commune sans population (\(unknown.fr)).",
      "…: one of its sites is shared by a commune without a population (\(unknown.en)).")
  }

  // MARK: ChangedCommunes
  static func valuesAreAddedUp(_ column: String) -> Text {
    Text("les valeurs de « \(column) » s’additionnent", "the values of \"\(column)\" are added up")
  }
  static let ratioDoesNotAddUp = Text("un rapport ne s’additionne pas", "a ratio does not add up")
  static let valueFollowsNewCode = Text("la valeur suit le nouveau code", "the value follows the new code")

  // MARK: CityParts
  static func ratiosOfCityNotAdded(_ code: String) -> Text {
    Text("… pour \(code), un rapport ne s’additionne pas", "… for \(code), ratios do not add up")
  }
  static func cityPartsAreMissing(_ code: String) -> Text {
    Text(
      "… pour \(code), il en manque ou une valeur est inconnue", "… for \(code), some are missing or a value is unknown"
    )
  }

  // MARK: ClassQuestion+Plot
  static let everyValueIsMissing = Text(
    "toutes les valeurs manquent : rien à dessiner", "every value is missing: nothing to draw")

  // MARK: ClassQuestion
  static let classesIncludeUpperBound = Text(
    "Chaque classe va de plus de sa borne inférieure à sa borne supérieure comprise ; la première comprend le minimum.",
    "Each class goes from over its lower bound to its upper bound included; the first includes the minimum.")

  // MARK: Conversion
  static let styleIsWrittenBesideLayer = Text(
    "‹style› écrit un .sld à côté de la couche", "‹style› writes a .sld beside the layer")
  static func isNotACondition(_ text: String) -> Text {
    Text("« \(text) » n’est pas une condition", "\"\(text)\" is not a condition")
  }
  static let writeConditionLikeThis = Text(
    "écrivez par exemple ‹where› INSEE_DEP=91", "write ‹where› INSEE_DEP=91, for instance")

  // MARK: CountsAnswer
  static func layerHasNoColumn(_ columns: String) -> Text {
    Text(" : la couche n’a pas de colonne \(columns)", ": the layer has no column \(columns)")
  }
  static let takeLayerWithColumn = Text(
    "prenez une couche qui l’a, ou un autre niveau", "take a layer that has it, or another level")
  static let giveYourAreas = Text("donnez vos territoires avec ‹areas›", "give your areas with ‹areas›")
  static let layerDoesNotHoldFrance = Text(" : la couche ne tient pas la France", ": the layer does not hold France")
  static let takeANationalLayer = Text(
    "prenez une couche nationale, ou un autre niveau", "take a national layer, or another level")

  // MARK: CountsInput
  static func sharesDoNotAddUp(_ id: String) -> Text {
    Text("« \(id) » est une part : elle ne s’additionne pas", "\"\(id)\" is a share: shares do not add up")
  }
  static let giveCountsOfTheShare = Text(
    "donnez ce dont elle est faite, jobs et all_salaried_jobs", "give what it is made of, jobs and all_salaried_jobs")
  static func areaLayerMergesCommunes(_ file: String) -> Text {
    Text(
      "réunit des communes que \(file) sépare : les habitants sont ceux de la couche",
      "merges communes that \(file) tells apart: inhabitants are those of the layer")
  }
  static let correctFileOrDropStrict = Text(
    "corrigez le fichier, ou ôtez ‹strict›", "correct the file, or drop ‹strict›")
  static let correctFileAtItsSource = Text("corrigez le fichier à la source", "correct the file at its source")
  static func communesWithoutAPopulation(_ date: String, _ number: Int, _ example: String) -> Text {
    Text(
      "\(date) : communes sans population : \(number) (\(example)…), ce dénombrement ne sert pas aux territoires qui les contiennent",
      "\(date): communes without a population: \(number) (\(example)…), this count does not serve the areas that hold them"
    )
  }
  static func communesInNoLayer(_ file: String, _ codes: String) -> Text {
    Text("« \(file) » : communes absentes des contours : \(codes)", "\"\(file)\": communes in no layer: \(codes)")
  }

  // MARK: CountsPlan
  static let publishedValuesGiveUnitsAway = Text(
    "ce qui est déjà publié les donne ; donnez les unités légales de tout, ou ôtez du fichier ce qui est publié",
    "what is published already gives them away; give the legal units of all, or take what is published out of the file")
  static let publishedValuesGiveThemAway = Text(
    "ce qui est déjà publié les donne ; cartopole compare --check-disclosure montre ce qui se déduit",
    "what is published already gives them away; cartopole compare --check-disclosure shows what can be deduced")
  static let withoutPublishedHeadcountClasses = Text(
    "sans les tranches d’effectifs que SIRENE publie", "without the headcount classes that SIRENE publishes")
  static let protectionUsesPublishedClasses = Text(
    "Protection calculée avec les tranches publiées de published_min et published_max",
    "Protection computed with the published classes of published_min and published_max")
  static func valuesAlreadyPublished(_ sources: String) -> Text {
    Text(" : valeurs déjà publiées par \(sources), sans secret", ": values published already by \(sources), no secret")
  }
  static let legalUnitsWithoutName = Text(
    " : unités légales sans nom, comptées au plus prudent dans les territoires de plusieurs communes ; donnez la colonne unit pour les compter au juste",
    ": legal units without a name, counted at their most cautious in areas of several communes; give the column unit to count them exactly"
  )
  static let othersUnprotectedWithoutLegalUnits = Text(
    " : sans unités légales, ce qui n’est pas de l’ESS n’est pas protégé",
    ": without legal units, what is not of the ESS is not protected")
  static let publishedClassIsTooNarrow = Text(
    " la tranche déjà publiée est plus étroite que le doute voulu ; rien ne peut être caché au-delà d’elle",
    " class published already is narrower than the doubt wanted; nothing can be hidden beyond it")
  static let publishOnlyOneAnswer = Text(
    "vos territoires sont accordés au plan du fichier ; deux réponses dont les territoires diffèrent peuvent se recouper : n’en publiez qu’une",
    "your areas are fitted to the plan of the file; two answers whose areas differ can be combined: publish one only")

  // MARK: Inspection
  static let extentInFourDirections = Text("étendue (ouest, sud, est, nord)", "extent (west, south, east, north)")
  static func replacedPositions(_ replacedFr: String, _ totalFr: String, _ replacedEn: String, _ totalEn: String)
    -> Text
  {
    Text("Positions de remplacement : \(replacedFr) sur \(totalFr)", "Replaced positions: \(replacedEn) of \(totalEn)")
  }

  // MARK: LayerColumn
  static func layerHasNoSuchKey(_ column: String) -> Text {
    Text("aucune clé de « \(column) » n’est dans la couche", "no key of \"\(column)\" is in the layer")
  }
  static let chooseTheKeyColumns = Text(
    "choisissez les colonnes avec ‹key› et ‹data-key›", "choose the columns with ‹key› and ‹data-key›")
  static let nameTheDataKeyColumn = Text(
    "nommez celle des clés avec ‹data-key›", "name that of the keys with ‹data-key›")

  // MARK: CountsQuestion+Density
  static let densityNeedsTheLayer = Text(
    "la densité d’une couche veut sa couche", "the density of a layer needs the layer")
  static let layerMustGiveLevelCodes = Text(
    "la couche doit dire de quel canton, EPCI ou département sont ses communes ; autres niveaux : commune, area",
    "the layer must say of which canton, EPCI or département its communes are; other levels: commune, area")
  static let noRowCountsEstablishments = Text(
    "aucune ligne n’est un nombre d’établissements", "no row is a count of establishments")
  static let giveRowsOfEstablishments = Text("donnez des lignes « establishments »", "give rows of \"establishments\"")
  static let mapHasNoSuchCommune = Text(
    "aucune de ses communes n’est sur la carte", "none of its communes is on the map")
  static let giveLayerOfTheseCommunes = Text("donnez la couche de ces communes", "give the layer of these communes")
  static func checkCodesAndTheirVintage(_ codes: String) -> Text {
    Text("vérifiez ses codes (\(codes)…) et leur millésime", "check its codes (\(codes)…) and their vintage")
  }
  static let mapShowsOneFamily = Text("une carte montre une famille", "a map shows one family")

  // MARK: LayerMapQuestion
  static let takeAColumnOfRanks = Text("prenez une colonne de rangs : 1, 2, 3…", "take a column of ranks: 1, 2, 3…")
  static let writeColoursInHexadecimal = Text("écrivez les couleurs #rrggbb", "write the colours #rrggbb")
  static let takeAColumnOfNumbers = Text("prenez une colonne de nombres", "take a column of numbers")

  // MARK: PlacesFile
  static func placesOutsideTheTerritory(_ outside: Int, _ total: Int, _ places: Text) -> Text {
    Text(
      "lieux hors du territoire, absents de la carte : \(outside) sur \(total) (\(places.fr))",
      "places outside the territory, not on the map: \(outside) of \(total) (\(places.en))")
  }
  static func placesInAnotherCommune(_ places: Int) -> Text {
    Text(
      "lieux dont les coordonnées tombent dans une autre commune que celle qui est écrite, placés d’après elles : \(places)",
      "places whose coordinates lie in another commune than the one written, placed by them: \(places)")
  }
  static func placesWithoutNameOrAddress(_ places: Int) -> Text {
    Text(
      "lieux sans nom ni adresse (personnes physiques, ou diffusion partielle de SIRENE) : \(places)",
      "places without name or address (natural persons, or diffused in part by SIRENE): \(places)")
  }
  static let writeTheCommuneCode = Text(
    "écrivez le code INSEE, cinq caractères", "write the INSEE code, five characters")
  static let notALayerOfPoints = Text("ce n’est pas une couche de points", "this is no layer of points")
  static let givePointsOrACSV = Text("donnez des points, ou un CSV", "give points, or a CSV")

  // MARK: PlanFile
  static let planIsOfOtherCounts = Text(
    "ce plan n’est pas celui de ces effectifs sur cette couche, avec ces règles",
    "this plan is not that of these counts on this layer, with these rules")
  static let giveAnotherPlanFile = Text(
    "donnez un autre fichier à ‹plan› ; ce qui est publié selon l’ancien plan ne doit pas l’être selon le nouveau",
    "give ‹plan› another file; what is published by the old plan must not be published by the new one")

  // MARK: ProjectAudit
  static let sourcesOfMapsAreIncomplete = Text(
    "sources des cartes incomplètes : donnez sous sources: producteur, produit, millésime et licence",
    "sources of maps incomplete: give producer, product, vintage and licence under sources:")
  static let inhabitantsHaveNoDate = Text(
    "habitants sans date : donnez populations: { date: 2021 }",
    "inhabitants without a date: give populations: { date: 2021 }")
  static let layerHasNoTownHall = Text(
    "aucune mairie dans la couche : les distances partent de points intérieurs",
    "no town hall in the layer: distances are from interior points")
  static func layerDoesNotTouchTerritory(_ layer: String) -> Text {
    Text(
      "\(layer) ne touche pas le territoire : reste d’un autre projet ?",
      "\(layer) does not touch the territory: left from another project?")
  }
  static func figuresHaveBeenChecked(
    _ problems: Int, _ problemsNounFr: String, _ confirmed: Int, _ confirmedWordFr: String
  ) -> Text {
    Text(
      "Contrôle des chiffres : \(problems) \(problemsNounFr) à regarder, \(confirmed) \(confirmedWordFr)",
      "Checking the figures: \(problems) points to look at, \(confirmed) confirmed")
  }

  // MARK: ProjectDensity
  static let projectNamesNoRegionLayer = Text(
    "le projet ne nomme aucune couche de région", "the project names no layer of its region")
  static let addRegionOrTakeCounts = Text(
    "ajoutez background: region:, ou prenez vos effectifs : cartopole render density --data",
    "add background: region:, or take counts of your own: cartopole render density --data")
  static let registerHasNoEstablishmentCount = Text(
    "le registre n’a aucun nombre d’établissements de ces départements",
    "the register has no count of establishments of these départements")
  static let giveYourOwnCounts = Text("donnez vos propres effectifs avec ‹data›", "give counts of your own with ‹data›")

  // MARK: ProjectFigures
  static let neitherDensityNorJobShare = Text(
    "ni densité ni part des emplois pour ces territoires", "neither a density nor a share of jobs of these areas")
  static let addRowsToTheRegister = Text(
    "ajoutez des lignes au registre, ou demandez d’autres territoires",
    "add rows to the register, or ask for other areas")

  // MARK: VisibilityJSON
  static let projectHasNoVisibilityModel = Text(
    "le projet n’a pas de modèle de visibilité", "the project has no visibility model")

  // MARK: StyleQuestion
  static func categoriesHaveNoClasses(_ column: String) -> Text {
    Text("« \(column) » : des catégories n’ont pas de classes", "\"\(column)\": categories have no classes")
  }
  static let dropClassOptions = Text("ôtez ‹method›, ‹classes› et ‹breaks›", "drop ‹method›, ‹classes› and ‹breaks›")
  static func layerHasThisColumnAlready(_ column: String) -> Text {
    Text("la couche a déjà une colonne « \(column) »", "the layer has a column \"\(column)\" already")
  }
}
