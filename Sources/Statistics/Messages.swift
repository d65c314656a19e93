import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: AreaTable+Protection
  static func hasNeitherUnitsNorPublisher(_ id: String) -> Text {
    Text(
      "« \(id) » n’a ni unités légales ni éditeur : impossible de savoir ce qui est secret",
      "\"\(id)\" has neither legal units nor a publisher: nobody can know what is secret")
  }
  static let giveUnitColumnsOrPublisher = Text(
    "donnez les colonnes unit, ou units et largest ; si ces valeurs sont déjà publiées, dites par qui (colonne published_by, ou ‹published-by›)",
    "give the columns unit, or units and largest; if these values are published already, say by whom (column published_by, or ‹published-by›)"
  )

  // MARK: DisclosureSystem+Rests
  static let familiesExceedTheirTotal = Text(
    "les familles font plus que leur total", "the families add up to more than their total")
  static let correctTotalOrFamilies = Text("corrigez le total ou les familles", "correct the total or the families")

  // MARK: AreaMentions
  static let figuresDescribeOnlyOneArea = Text(
    " : les chiffres de l’un ne décrivent pas l’autre", ": the figures of one do not describe the other")

  // MARK: Breaks
  static func breakInSeries(_ labelFr: String, _ wordsEn: String) -> Text {
    Text(
      ", rupture de série (« \(labelFr) ») : ces nombres ne se comparent pas",
      ", break in series (\"\(wordsEn)\"): these numbers do not compare")
  }

  // MARK: Contradictions
  static let noRoundingReconcilesContradiction = Text(
    " ; aucun arrondi ne les accorde (", "; no rounding reconciles them (")

  // MARK: FamiliesAdd
  static let noTotalIsPublished = Text(
    " ; aucun total n’est publié, aucun n’est inventé", "; no total is published, none is invented")
  static let roundingExplainsGap = Text(" ; les arrondis expliquent l’écart avec ", "; rounding explains the gap with ")

  // MARK: ImpliedEmployees
  static let millionSalariedJobsFrom = Text(" millions d’emplois salariés, de ", " million salaried jobs, from ")
  static let withRoundingOfShareFrom = Text(" avec l’arrondi de la part, de ", " with the rounding of the share, from ")

  // MARK: SecondPrintings
  static let compatibleOneRoundsMore = Text(
    "compatibles, l’un arrondit plus que l’autre", "compatible, one rounds more than the other")
  static let incompatibleWhateverTheRounding = Text(
    "incompatibles, quel que soit l’arrondi", "incompatible, whatever the rounding")

  // MARK: ShareBases
  static func noTotalGivesThisShare(_ measure: Text) -> Text {
    Text(
      "aucun total du registre ne donne cette part de \(measure.fr)",
      "no total of the register gives this share of \(measure.en)")
  }
  static let registerHasNoAreaTotal = Text(
    " ; le registre n’a pas de total pour le territoire nommé", "; the register has no total for the area named")
  static func shareIsOfAnotherArea(_ actual: String, _ stated: String) -> Text {
    Text(
      " avec les arrondis : la part est celle de « \(actual) », non de « \(stated) »",
      " with rounding: the share is of \(actual), not of \(stated)")
  }

  // MARK: SharesBetween
  static func sharesOfItsDepartements(_ count: Int) -> Text {
    Text(", parts de ses \(count) départements", ", the shares of its \(count) départements")
  }

  // MARK: SharesNear
  static let roundingAccordsThem = Text(" : les arrondis les accordent", ": rounding accords them")
  static let roundingDoesNotAccordThem = Text(
    " : les arrondis ne les accordent pas, les sources ne comptent pas de même ; à ne pas enchaîner",
    ": rounding does not accord them, the sources do not count alike; not one series")

  // MARK: SharesOfFrance
  static let roundingReconcilesThem = Text(
    "les arrondis les accordent, à des dates différentes", "rounding reconciles them, at different dates")
  static let noRoundingReconcilesThem = Text("aucun arrondi ne les accorde", "no rounding reconciles them")
  static let roundingFailsButPerimetersDiffer = Text(
    "les arrondis ne les accordent pas, mais les dates ou les périmètres diffèrent",
    "rounding does not reconcile them, but their dates or perimeters differ")
  static let withRoundingAgainstPublished = Text(" avec les arrondis ; publié : ", " with rounding; published: ")

  // MARK: Incompatibility
  static let largerExceedsSmallerBy = Text(
    " ; le plus grand dépasse le plus petit de ", "; the larger exceeds the smaller by ")
  static let andReferenceDateIsMissing = Text(
    "), et une date de référence manque : les deux ne peuvent servir ensemble",
    "), and a reference date is missing: the two cannot be used together")

  // MARK: Comparison+Building
  static func noFigureForReference(_ reference: String) -> Text {
    Text("pas de chiffre pour la référence \(reference)", "no figure for the reference \(reference)")
  }
  static let addRowToRegister = Text("ajoutez une ligne au registre", "add a row to the register")
  static let populationTakenAtPublicationDate = Text(
    " : population prise à la date de publication", ": population taken at the date of publication")

  // MARK: Comparison
  static let moreEstablishmentsThanInhabitants = Text(
    " plus d’établissements que d’habitants", " more establishments than inhabitants")

  // MARK: Landmark
  static func employerEstablishmentsLandmark(_ territory: String) -> Text {
    Text("\(territory), établissements employeurs. Repère : ", "\(territory), employer establishments. Landmark: ")
  }
  static let neitherCountNorInterval = Text(
    ". Ni comptage ni intervalle de confiance ; le nombre réel peut être en dehors.",
    ". Neither a count nor a confidence interval; the real number may lie outside.")

  // MARK: PublishedShares
  static let anotherSourceNotThisSeries = Text(
    "Autre source, à ne pas enchaîner : ", "Another source, not the same series: ")

  // MARK: DerivedTotals
  static let sumOfFourFamilies = Text(
    "somme des quatre familles, total non publié ; à confirmer",
    "sum of the four families, total not published; to be confirmed")

  // MARK: Family
  static let commercialCompaniesOfTheESS = Text("sociétés commerciales de l’ESS", "commercial companies of the ESS")
  static let otherPrivateNonProfitBodies = Text(
    "autres organismes privés à but non lucratif", "other private non-profit bodies")

  // MARK: Figure
  static let withReferenceDate = Text(", données de référence\u{202F}: ", ", reference date: ")

  // MARK: FiguresRegister+Reading
  static func writeOneOf(_ known: String) -> Text {
    Text("écrivez l’une de celles-ci : \(known)", "write one of: \(known)")
  }
  static let writeDateOrLeaveEmpty = Text(
    "écrivez 2013, 2010-10 ou 2007-12-31, ou laissez vide", "write 2013, 2010-10 or 2007-12-31, or leave it empty")

  // MARK: FiguresRegister
  static func namesSeveralAreas(_ name: String) -> Text {
    Text("« \(name) » désigne plusieurs territoires", "\"\(name)\" names several areas")
  }
  static func andMoreAreas(_ others: Int) -> Text {
    Text(
      ", et \(others) autres, dont departement:77 et region:53",
      ", and \(others) more, such as departement:77 and region:53")
  }

  // MARK: Measure
  static let allSalariedJobs = Text("emplois salariés, ESS ou non", "salaried jobs, ESS or not")
  static let shareOfESSEstablishments = Text("part des établissements de l’ESS", "share of ESS establishments")
  static let shareOfFrenchESSEstablishments = Text(
    "part des établissements de l’ESS de France", "share of French ESS establishments")
  static let shareOfFrenchESSJobs = Text("part des emplois de l’ESS de France", "share of French ESS jobs")

  // MARK: AreaFacts
  static let allCommunesWithCount = Text("l’ensemble des communes renseignées", "all communes with a count together")
  static let populationMayBeInThousands = Text(
    " habitants, plus de 10 000 pour 10 000 ; la population est-elle en milliers ?",
    " inhabitants, over 10,000 per 10,000; is the population in thousands?")

  // MARK: EstablishmentDensity
  static let establishmentsOverPopulation = Text(
    "établissements de l’ESS rapportés à la population à la date du chiffre",
    "ESS establishments over the population at the figure’s date")
  static let formulaOfEstablishmentDensity = Text("établissements ÷ habitants × ", "establishments ÷ inhabitants × ")

  // MARK: EstablishmentsPerArea
  static let establishmentsOverTerritoryArea = Text(
    "établissements de l’ESS rapportés à la superficie ellipsoïdale du territoire",
    "ESS establishments over the ellipsoidal area of the territory")

  // MARK: ExpectedCount
  static let establishmentsAtReferenceRate = Text(
    "établissements au taux de la référence", "establishments at the reference’s rate")
  static let expectedJobsNoLongerGiven = Text(
    "n’est plus donné : les emplois suivent les sièges de quelques grands employeurs, non les habitants",
    "no longer given: jobs follow the head offices of a few large employers, not inhabitants")
  static let expectedCountIsALandmark = Text(
    "repère : nombre que le territoire compterait au taux de la référence ; ni comptage ni intervalle de confiance",
    "landmark: number the area would hold at the rate of the reference; neither a count nor a confidence interval")
  static let formulaOfExpectedCount = Text(
    "(nombre de la référence ÷ ses habitants) × habitants", "(count of the reference ÷ its inhabitants) × inhabitants")

  // MARK: ComparedRates
  static let derivedTotalNotCompared = Text(
    " : total non publié, à confirmer, non comparé à un total publié",
    ": total not published, to be confirmed, not compared with a published one")

  // MARK: JobsPerEstablishment
  static let jobsOverEstablishments = Text(
    "emplois salariés de l’ESS rapportés aux établissements de même date et de même périmètre",
    "salaried ESS jobs over the establishments of the same date and perimeter")

  // MARK: LocationQuotient
  static let shareOverReferenceShare = Text(
    "part de l’ESS dans les emplois salariés, rapportée à celle de la référence, de la même source et de la même date",
    "share of the ESS in salaried jobs, over that of the reference, of the same source and date")
  static let formulaOfLocationQuotient = Text(
    "(emplois de l’ESS ÷ emplois salariés) ÷ (les mêmes dans la référence)",
    "(ESS jobs ÷ salaried jobs) ÷ (the same in the reference)")
  static let leastQuotientByRounding = Text(
    "le plus petit quotient que permettent les arrondis des deux parts",
    "the least quotient that the rounding of both shares allows")
  static let formulaOfLeastQuotient = Text(
    "borne basse de la part ÷ borne haute de la référence", "lower end of the share ÷ upper end of the reference")
  static let greatestQuotientByRounding = Text(
    "le plus grand quotient que permettent les arrondis des deux parts",
    "the greatest quotient that the rounding of both shares allows")
  static let formulaOfGreatestQuotient = Text(
    "borne haute de la part ÷ borne basse de la référence", "upper end of the share ÷ lower end of the reference")

  // MARK: ObservedOverExpected
  static let roundedHasNoInterval = Text(
    " : arrondi ou compté ailleurs, sans intervalle", ": rounded or counted elsewhere, no interval")
  static let establishmentsObservedOverExpected = Text(
    "établissements observés rapportés à ceux qu’aurait le territoire au taux de la référence",
    "establishments observed over those the area would hold at the rate of the reference")
  static let lowerLimitOfInterval = Text(
    "borne basse de l’intervalle à 95 % (Garwood 1934) du rapport observés / attendus",
    "lower limit of the 95% interval (Garwood 1934) of observed over expected")
  static let formulaOfLowerLimit = Text("χ²(0,025 ; 2O) ÷ 2E, 0 si O = 0", "χ²(0.025; 2O) ÷ 2E, 0 if O = 0")
  static let upperLimitOfInterval = Text(
    "borne haute de l’intervalle à 95 % (Garwood 1934) du rapport observés / attendus",
    "upper limit of the 95% interval (Garwood 1934) of observed over expected")

  // MARK: PerimeterMatch
  static let comparedDespiteUnknownPerimeter = Text(
    " : comparés bien qu’une source ne dise pas son périmètre",
    ": compared though one source does not say its perimeter")
  static let comparedAcrossPerimeters = Text(
    "comparés malgré des périmètres différents", "compared across different perimeters")
  static let notComparedAcrossPerimeters = Text(
    "non comparés, périmètres différents", "not compared, different perimeters")

  // MARK: Published
  static let essEstablishmentsPublished = Text(
    "établissements de l’ESS publiés pour ce territoire", "ESS establishments published for the area")
  static let salariedESSJobsPublished = Text(
    "emplois salariés de l’ESS publiés pour ce territoire", "salaried ESS jobs published for the area")
  static let populationAtFigureDate = Text(
    "population à la date du chiffre : interpolée entre deux dénombrements, sinon le plus proche",
    "population at the date of the figure: interpolated between two counts, else the nearest")
  static let formulaOfInterpolatedPopulation = Text(
    "P₁ + (P₂ − P₁) × (t − t₁) ÷ (t₂ − t₁)", "P₁ + (P₂ − P₁) × (t − t₁) ÷ (t₂ − t₁)")
  static let ellipsoidalAreaOfOutlines = Text(
    "superficie ellipsoïdale des contours de la couche", "ellipsoidal area of the layer’s outlines")
  static func measureAddedOverCommunes(_ id: String) -> Text {
    Text("« \(id) » du fichier, sommé sur les communes", "\"\(id)\" of the file, added over the communes")
  }

  // MARK: RelativeDensity
  static let establishmentsPerInhabitantOverReference = Text(
    "établissements par habitant, rapportés à ceux de la référence",
    "establishments per inhabitant, over those of the reference")
  static let formulaOfRelativeDensity = Text(
    "(établissements ÷ habitants) ÷ (établissements ÷ habitants de la référence)",
    "(establishments ÷ inhabitants) ÷ (establishments ÷ inhabitants of the reference)")

  // MARK: ShareOfJobs
  static let essShareOfAllJobs = Text(
    "part de l’ESS dans tous les emplois salariés du territoire, telle que publiée",
    "share of the ESS in all salaried jobs of the area, as published")
  static let formulaOfShareOfJobs = Text("emplois de l’ESS ÷ emplois salariés", "ESS jobs ÷ salaried jobs")

  // MARK: SmoothedDensity
  static let bayesRate = Text("taux bayésien pour 10 000 habitants", "Bayes rate per 10,000 inhabitants")
  static let rateDrawnTowardsTheMean = Text(
    "établissements pour 10 000 habitants, ramenés vers la moyenne des territoires du même niveau d’autant plus qu’ils sont peu peuplés (Marshall 1991)",
    "establishments per 10,000 inhabitants, drawn towards the mean of the areas of the same level, the more the fewer their people (Marshall 1991)"
  )
  static let formulaOfBayesRate = Text(
    "m + A ÷ (A + m ÷ n) × (r − m), m si A = 0", "m + A ÷ (A + m ÷ n) × (r − m), m if A = 0")
  static func rateOverAreas(_ areas: Int) -> Text {
    Text(" pour 10 000 sur \(areas) territoires, r = ", " per 10,000 over \(areas) areas, r = ")
  }

  // MARK: JoinReport
  static let communesChangedBetweenVintages = Text(
    "communes changées entre les millésimes : ", "communes changed between the vintages: ")
  static let arrondissementsLeftOut = Text(
    "arrondissements laissés de côté, leur commune ayant sa ligne : ",
    "arrondissements left out, their commune having its row: ")
  static let correctFileOrDropStrict = Text(
    "corrigez le fichier, ou ôtez ‹strict›", "correct the file, or drop ‹strict›")

  // MARK: ObservationReader+Fields
  static let neitherValueNorReason = Text("ni valeur ni raison de son absence", "neither a value nor why there is none")
  static let writeZeroOrValueStatus = Text(
    "écrivez 0 pour un vrai zéro, ou s, n ou z dans value_status",
    "write 0 for a true zero, or s, n or z in value_status")
  static func writeOneOrNothing(_ known: String) -> Text {
    Text("écrivez l’une de celles-ci, ou rien : \(known)", "write one of these, or nothing: \(known)")
  }
  static func isNotAWholeNumber(_ value: Double) -> Text {
    Text("« \(value) » n’est pas un nombre entier", "\"\(value)\" is not a whole number")
  }
  static func valueOutsideItsPublishedClass(_ range: String) -> Text {
    Text("la valeur n’est pas dans sa tranche publiée, \(range)", "the value is not in its published class, \(range)")
  }
  static let correctValueOrPublishedClass = Text(
    "corrigez l’une ou l’autre, ou videz published_min et published_max",
    "correct one or the other, or empty published_min and published_max")

  // MARK: ObservationReader
  static let separateFieldsByCommas = Text("séparez les champs par des virgules", "separate fields by commas")
  static func lineAlreadyGivesTheWhole(_ line: Int) -> Text {
    Text("la ligne \(line) donne déjà le total de cette case", "line \(line) already gives the whole of this cell")
  }
  static let keepWholeOrUnits = Text(
    "gardez le total ou les unités, pas les deux", "keep the whole or the units, not both")
  static func alreadyHasAnotherValue(_ code: String, _ line: Int) -> Text {
    Text("\(code) a déjà une autre valeur ligne \(line)", "\(code) already has another value on line \(line)")
  }
  static let keepOneRowPerMeasure = Text(
    "gardez une ligne par commune, famille et mesure", "keep one row a commune, family and measure")
  static func lineRepeatsLine(_ line: Int, _ earlier: Int) -> Text {
    Text("ligne \(line) : répète la ligne \(earlier), lue une fois", "line \(line): repeats line \(earlier), read once")
  }
  static let writeYearOfGeographicCode = Text(
    "écrivez l’année du code officiel géographique", "write the year of the official geographic code")
  static let fileHasOneVintage = Text("un fichier a un seul millésime de codes", "a file has one vintage of codes")
  static let onePerimeterHasOneDate = Text(
    "une mesure d’un périmètre a une seule date", "a measure of one perimeter has one date")

  // MARK: Observations
  static func hasSeveralPerimeters(_ id: String, _ perimeters: String) -> Text {
    Text("« \(id) » a plusieurs périmètres : \(perimeters)", "\"\(id)\" has several perimeters: \(perimeters)")
  }

  // MARK: Vintage
  static let unknownVintageWithoutKnownChange = Text(
    "COG inconnu, aucun changement connu de ces communes", "unknown COG, no known change of these communes")
  static func vintageContradictsCode(_ vintage: Int, _ code: String) -> Text {
    Text("cog dit \(vintage), mais \(code) n’existe pas", "cog says \(vintage), but \(code) does not exist")
  }

  // MARK: VintageJoin
  static let valueCannotBeSharedOut = Text("une valeur ne se partage pas", "a value cannot be shared out")

  // MARK: PopulationFile
  static let keepOneRowPerDate = Text("gardez une ligne par commune et date", "keep one row a commune and date")
  static func inhabitantsHaveDecimals(_ name: String, _ inhabitants: String) -> Text {
    Text(
      "\(name) : \(inhabitants) habitants, avec des décimales ; la colonne est-elle en milliers ?",
      "\(name): \(inhabitants) inhabitants, with decimals; is the column in thousands?")
  }
}
