import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: FiguresChart+Panels
  static let densityOfESSEstablishments = Text(
    "Établissements de l’ESS pour 10 000 habitants", "ESS establishments per 10,000 inhabitants")
  static let essShareOfSalariedJobs = Text(
    "Part de l’ESS dans les emplois salariés", "Share of the ESS in salaried jobs")
  static let afterABreakInSeries = Text(", après une rupture de série", ", after a break in series")
  static let notComparableWithAxisAbove = Text(
    "Ne se compare pas à l’axe précédent. Périmètre : ", "Not comparable with the axis above. Perimeter: ")
  static let figureAbsentFromRegister = Text(
    "Chiffre absent du registre du projet : ", "Figure absent from the project’s register: ")

  // MARK: FiguresChart
  static let aRowForEachArea = Text(
    "Une ligne par territoire et par date ; un axe à part après chaque rupture de série ou de périmètre",
    "A row for each area and date; an axis apart after every break of series or perimeter")
  static let inhabitantsEstimatedBetweenCensuses = Text(
    "e : habitants estimés, entre deux recensements", "e: inhabitants estimated, between two censuses")
  static let derivedTotalToConfirm = Text("d : total déduit, à confirmer", "d: derived total, to be confirmed")
  static let whatRoundingAllowsBetweenBars = Text(
    "entre barres : ce que permet l’arrondi, s’il dépasse le signe",
    "between bars: what rounding allows, where wider than the mark")
  static let oneSeriesOfOnePerimeter = Text(
    "même série : même source ou même périmètre", "one series: same source or perimeter")
  static let uncertainSeriesWithoutPerimeter = Text(
    "série incertaine : une source ne dit pas son périmètre", "uncertain series: a source states no perimeter")
  static let sharesComparedWithinOneSource = Text(
    "Une part se compare à celle de la référence la même année, dans la même source.",
    "A share is compared with that of the reference in the same year and source.")
  static let densitiesHaveNoInterval = Text(
    "Les densités n’ont pas d’intervalle : leurs nombres sont arrondis ou viennent d’ailleurs.",
    "Densities have no interval: their numbers are rounded or come from elsewhere.")
  static let publishedInThisYear = Text(
    "« publ. » : année de publication, la source ne date pas ses données.",
    "“publ.”: year of publication, the source does not date its data.")
  static let anotherAxisIsNoContinuation = Text(
    "Une valeur placée sur un autre axe ne prolonge pas la série.",
    "A value on another axis does not continue the series.")
  static let inhabitantsOfAnotherDate = Text(
    "Habitants d’une autre date, à plus de trois ans ou sans date : ",
    "Inhabitants of another date, more than three years away or undated: ")

  // MARK: FunnelAxes
  static let establishmentsExpectedOnLogScale = Text(
    "établissements attendus (échelle logarithmique)", "establishments expected (logarithmic scale)")

  // MARK: FunnelPlot
  static let tooFewEstablishmentsForFunnel = Text(
    "trop peu d’établissements attendus pour un graphique en entonnoir",
    "too few establishments expected for a funnel plot")
  static let askForLargerAreas = Text(
    "demandez des territoires plus grands avec ‹level›", "ask for larger areas with ‹level›")
  static let hasNoRate = Text(
    ", n’a pas de taux : il manque son nombre d’établissements, ou des habitants",
    ", has no rate: its count of establishments is missing, or inhabitants")
  static let completeInhabitantsOrChangeReference = Text(
    "complétez les habitants (‹population›), ou donnez une autre ‹reference›",
    "complete the inhabitants (‹population›), or give another ‹reference›")
  static let noTwoAreasToCompare = Text(
    "pas deux territoires d’un même niveau avec un nombre d’établissements et des habitants",
    "no two areas of one level with a count of establishments and inhabitants")
  static let askForOtherRows = Text("demandez d’autres lignes avec ‹level›", "ask for other rows with ‹level›")
  static func outsideNarrowLimitsOnly(_ doubtful: Text, _ verbEnding: String, _ none: String) -> Text {
    Text(
      " ; \(doubtful.fr) sort\(verbEnding) des limites à 95 %, \(none) de celles à 99,8 %",
      "; \(doubtful.en) outside the 95% limits, none outside those at 99.8%")
  }
  static func observedOverExpectedAtRate(_ rate: Text) -> Text {
    Text(
      "Établissements de l’ESS observés sur attendus au taux de la référence (\(rate.fr) pour 10 000 habitants)",
      "ESS establishments observed over expected at the reference’s rate (\(rate.en) per 10,000 inhabitants)")
  }
  static let whatChanceCanExplain = Text("ce que le hasard suffit à expliquer", "what chance is enough to explain")
  static let howTheFunnelIsRead = Text(
    "Sous le seul hasard, au plus 1 territoire sur 20 sort des limites à 95 % et au plus 1 sur 500 de celles à 99,8 %. Chacun est jugé par la loi de Poisson exacte ; les courbes la suivent d’un nombre entier au suivant et commencent où leur limite est d’un établissement au moins. Les petits territoires varient plus : les limites s’écartent à gauche.",
    "By chance alone at most 1 area in 20 falls outside the 95% limits and at most 1 in 500 outside those at 99.8%. Each is judged by the exact Poisson distribution; the curves follow it from one whole number to the next and start where their limit is one establishment at least. Small areas vary more: the limits widen to the left."
  )
  static func offTheAxis(_ out: Text, _ units: Text, _ least: Text) -> Text {
    Text(
      " Hors de l’axe : \(out.fr) \(units.fr) sans établissement, où il en est attendu moins de \(least.fr) ; le hasard suffit à l’expliquer.",
      " Off the axis: \(out.en) \(units.en) without an establishment, where fewer than \(least.en) are expected; chance is enough to explain it."
    )
  }

  // MARK: CoverageMultiples
  static func actionsWouldReachCommunes(_ who: Text, _ verb: String, _ each: Text, _ reached: Text) -> Text {
    Text(
      "Sous ces hypothèses de portée, \(who.fr) \(verb)\(each.fr) \(reached.fr)",
      "Under these assumed ranges, \(who.en) would\(each.en) reach \(reached.en)")
  }
  static func onePanelForEachAction(_ communes: Text, _ people: Text, _ share: Text) -> Text {
    Text(
      "Une vignette par action à règle de portée, même cadre, même échelle, mêmes teintes · ensemble \(communes.fr), \(people.fr)\(share.fr)",
      "One panel for each action with a reach rule: same frame, scale and shades · together \(communes.en), \(people.en)\(share.en)"
    )
  }
  static let communeReachedByPlannedAction = Text(
    "commune atteinte par une action en projet", "commune reached by a planned action")
  static let inhabitantsOfCommunesReached = Text(
    "Habitants des communes atteintes", "Inhabitants of the communes reached")

  // MARK: JointCoverage
  static let projectHasNoAction = Text("Aucune action n’est inscrite au projet", "The project has no action yet")
  static let noActionHasDecidedReach = Text("Aucune action n’a de portée décidée", "No action has a decided reach")
  static func noRealisedActionHasReach(_ total: Text) -> Text {
    Text(
      "Aucune action réalisée n’a de portée décidée ; celles en projet atteindraient \(total.fr)",
      "No realised action has a decided reach; the planned ones would reach \(total.en)")
  }
  static func realisedActionsWouldReach(_ actionsFr: String, _ communes: Text, _ pluralEn: String) -> Text {
    Text(
      "Sous ces hypothèses de portée, \(actionsFr) \(communes.fr)",
      "Under these assumed ranges, the realised action\(pluralEn) would reach \(communes.en)")
  }
  static func byTheOnlyRuledAction(_ status: Text) -> Text {
    Text(", par la seule action \(status.fr) à règle de portée", ", by the only \(status.en) action with a reach rule")
  }
  static func byAnyRuledAction(_ count: Int, _ status: Text, _ pluralFr: String) -> Text {
    Text(
      ", par au moins une des \(count) actions \(status.fr)\(pluralFr) à règle de portée",
      ", by at least one of the \(count) \(status.en) actions with a reach rule")
  }
  static let realisedActionsByCommune = Text("Actions réalisées par commune", "Realised actions by commune")

  // MARK: SingleCoverage
  static let communesWhoseTownHallLies = Text("Communes dont le chef-lieu est ", "Communes whose town hall lies ")
  static let communesWhoseInteriorPointLies = Text(
    "Communes dont un point intérieur est ", "Communes of which an interior point lies ")
  static func shareOfTerritoryPopulation(_ share: Text) -> Text {
    Text("\(share.fr) de la population du territoire", "\(share.en) of the territory's population")
  }
  static let largestCommunesOutOfReach = Text("Les plus peuplées hors de portée", "Largest communes out of reach")
  static func someCommunesOutOfReach(_ shown: Int, _ count: Int) -> Text {
    Text("\(shown) des \(count) communes hors de portée", "\(shown) of the \(count) communes out of reach")
  }
  static let largestKnownOutOfReach = Text(
    "Les plus peuplées connues hors de portée", "Largest known communes out of reach")

  // MARK: DensityFinding
  static let unknownPopulationGivesNoRate = Text(" : population inconnue, aucun taux", ": unknown population, no rate")
  static let toCompareSingleAreas = Text(" pour comparer les territoires un à un", " to compare the areas one by one")
  static let noneShownUnderSecrecy = Text(
    " ne peut être montré : secret statistique", " can be shown: statistical secrecy")
  static let noESSEstablishment = Text("Aucun établissement de l’ESS", "No ESS establishment")
  static let whoseFigureIsSureEnough = Text(" où le chiffre est assez sûr", " whose figure is sure enough")
  static let establishmentsPerInhabitantsOpening = Text(
    " établissements pour 10 000 habitants (", " establishments per 10,000 inhabitants (")
  static let establishmentsPerInhabitantsEnding = Text(
    " établissements pour 10 000 habitants", " establishments per 10,000 inhabitants")
  static func noFigureIsSureEnough(_ ending: String, _ level: Text) -> Text {
    Text("aucun\(ending) \(level.fr) n’a de chiffre assez sûr", "no \(level.en) has a figure that is sure enough")
  }
  static func oneFigureIsSureEnough(_ ending: String, _ level: Text) -> Text {
    Text(
      "un\(ending) seul\(ending) \(level.fr) a un chiffre assez sûr",
      "only one \(level.en) has a figure that is sure enough")
  }
  static let noFigureInTheRegisterFor = Text(
    " ; aucun chiffre au registre du projet pour ", "; no figure in the project’s register for ")
  static func densitiesOfESSEstablishments(_ list: Text) -> Text {
    Text(
      "Établissements de l’ESS pour 10 000 habitants : \(list.fr)",
      "ESS establishments per 10,000 inhabitants: \(list.en)")
  }

  // MARK: DensityValues
  static let registerLacksFigure = Text(
    "chiffre absent du registre du projet", "figure absent from the project’s register")

  // MARK: BaseMap+Signs
  static let limitOfDepartementsOrRegions = Text(
    "limite de département ou de région", "limit of départements or régions")
  static let factSheetGivesNoRange = Text("la fiche du Pôle ne donne aucune portée", "the fact sheet gives no range")
  static let sourceOfTheRanges = Text(
    "Portées : fiche du Pôle ou document cité", "Ranges: the Pôle's fact sheet or a cited document")

  // MARK: ClassedColumn
  static let checkColumnAndJoin = Text("vérifiez la colonne et la jointure", "check the column and the join")

  // MARK: ColumnKind
  static func categoryBecauseText(_ name: String) -> Text {
    Text("« \(name) » : catégorie, c’est du texte", "\"\(name)\": a category, it is text")
  }
  static func ratioBecauseOfDecimals(_ name: String) -> Text {
    Text("« \(name) » : rapport, des valeurs ont des décimales", "\"\(name)\": a ratio, values have decimals")
  }
  static func countByItsName(_ name: String) -> Text {
    Text("« \(name) » : effectif, d’après son nom", "\"\(name)\": a count, by its name")
  }
  static func ratioByDefault(_ name: String) -> Text {
    Text(
      "« \(name) » : rapport, rien ne dit que c’est un effectif (‹as› count)",
      "\"\(name)\": a ratio, nothing says it is a count (‹as› count)")
  }
  static let countIsNotShaded = Text(" ; un effectif ne se met pas en teintes", "; a count is not drawn in shades")
  static let takeSymbolsOrDivide = Text(
    "prenez symbols, rapportez-le à une population, ou passez outre avec ‹allow-counts›",
    "take symbols, divide it by a population, or insist with ‹allow-counts›")
  static let takeTypologyOrNumbers = Text(
    "prenez typology, ou une colonne de nombres", "take typology, or a column of numbers")

  // MARK: PointsMap+Project
  static let sourceOfStructuresAndMembers = Text(
    "Structures et membres : projet du Pôle", "Structures and members: the Pôle's project")
  static func placesOutsideTheTerritory(_ places: String) -> Text {
    Text("hors du territoire, absents de la carte : \(places)", "outside the territory, not on the map: \(places)")
  }
  static func positionsInAnotherCommune(_ places: String) -> Text {
    Text(
      "position dans une autre commune que celle qui est écrite, placés d’après elle : \(places)",
      "position in another commune than the one written, placed by it: \(places)")
  }

  // MARK: BivariateMap
  static let twoRatiosAtOnce = Text(
    "deux rapports à la fois, trois classes chacun", "two ratios at once, three classes each")
  static let bivariateNeedsTwoColumns = Text("bivariate demande deux colonnes", "bivariate needs two columns")
  static func methodMakesWrongClassCount(_ method: String, _ count: Int, _ expected: Int) -> Text {
    Text(
      "\(method) fait \(count) classes, bivariate en montre \(expected)",
      "\(method) makes \(count) classes, bivariate shows \(expected)")
  }
  static let takeQuantileEqualOrJenks = Text("prenez quantile, equal ou jenks", "take quantile, equal or jenks")
  static let communesInEachClassPair = Text(
    "Nombre de communes par couple de classes", "Number of communes in each pair of classes")
  static let featuresInEachClassPair = Text(
    "Nombre d’entités par couple de classes", "Number of features in each pair of classes")
  static func highAndLowInBoth(_ high: Text, _ low: Text) -> Text {
    Text(
      "\(high.fr) dans la classe haute des deux, \(low.fr) dans la classe basse des deux",
      "\(high.en) in the high class of both, \(low.en) in the low class of both")
  }
  static func classesRightAndUpwards(_ across: Int, _ up: Int, _ method: String, _ nameAcross: String, _ nameUp: String)
    -> Text
  {
    Text(
      "\(across) × \(up) classes (\(method)) ; vers la droite \(nameAcross), vers le haut \(nameUp)",
      "\(across) × \(up) classes (\(method)); to the right \(nameAcross), upwards \(nameUp)")
  }

  // MARK: ChoroplethMap
  static let ratioAsClassesOfShades = Text("un rapport, en classes de teintes", "a ratio, as classes of shades")

  // MARK: CoverageMap
  static let communesTheActionsReach = Text("les communes que les actions atteignent", "the communes the actions reach")
  static func actionsWithReachRule(_ actions: String) -> Text {
    Text("actions à règle de portée : \(actions)", "actions with a reach rule: \(actions)")
  }
  static func actionIsOnNoMap(_ id: String, _ why: Text) -> Text {
    Text("« \(id) » n’est sur aucune carte : \(why.fr)", "\"\(id)\" is on no map: \(why.en)")
  }
  static let giveItAReachRule = Text(
    "ajoutez-lui une règle de portée dans pole.yaml", "give it a reach rule in pole.yaml")

  // MARK: DensityMap
  static let restsOnTooLittle = Text(
    "repose sur trop peu : intervalle à 95 % au-delà de ± 50 %", "rests on too little: 95% interval beyond ±50%")
  static let densityFromCountsOrFigures = Text(
    "établissements de l’ESS pour 10 000 habitants : vos effectifs ou les chiffres publiés",
    "ESS establishments per 10,000 inhabitants: your counts or the published figures")
  static let establishmentDensityByBayesRates = Text(
    "Établissements pour 10 000 habitants, taux bayésiens", "Establishments per 10,000 inhabitants, Bayes rates")
  static let establishmentDensity = Text(
    "Établissements pour 10 000 habitants", "Establishments per 10,000 inhabitants")
  static func departementsWithPublishedCount(_ known: Int, _ count: Int) -> Text {
    Text(
      "Départements dont un nombre d’établissements est publié : \(known) sur \(count)",
      "Départements of which a count of establishments is published: \(known) of \(count)")
  }
  static func someRestOnTooLittle(_ fragile: Int, of count: Int) -> Text {
    let (some, all) = (Text.printed { $0.integer(fragile) }, Text.printed { $0.integer(count) })
    return Text(
      " · \(some.fr) sur \(all.fr) \(fragile < 2 ? "repose" : "reposent") sur trop peu (hachurés)",
      " · \(some.en) of \(all.en) \(fragile == 1 ? "rests" : "rest") on too little (hatched)")
  }
  static let figuresHaveDifferentDates = Text(
    "Les chiffres ont des dates et des périmètres différents : ils situent un ordre de grandeur, ils ne se comparent pas au dixième.",
    "The figures have different dates and perimeters: they give an order of magnitude and are not to be compared to the tenth."
  )

  // MARK: FiguresMap
  static let publishedJobShareByArea = Text(
    "part de l’ESS dans les emplois salariés, telle que publiée, par département ou région",
    "share of the social economy in salaried jobs, as published, by département or région")
  static let noShareOfTheseAreas = Text(
    "aucune part des emplois salariés pour ces territoires", "no share of salaried jobs of these areas")
  static let addRowsOfShare = Text(
    "ajoutez des lignes share_of_jobs au registre", "add rows of share_of_jobs to the register")
  static let socialEconomyShareOfJobs = Text(
    "Part de l’ESS dans les emplois salariés", "Share of the social economy in salaried jobs")
  static func risenBetweenDates(_ first: Text, _ last: Text, _ risen: Int, _ compared: Int, _ areas: Text) -> Text {
    Text(
      " : en hausse de \(first.fr) à \(last.fr) dans \(risen) des \(compared) \(areas.fr)",
      ": up from \(first.en) to \(last.en) in \(risen) of \(compared) \(areas.en)")
  }
  static let sameClassesAtBothDates = Text(
    "Mêmes classes aux deux dates · chaque part garde l’arrondi de sa source",
    "Same classes at both dates · each share keeps the rounding of its source")

  // MARK: PointsMap
  static let placesOverTheTerritory = Text(
    "des lieux sur le territoire : vos membres, vos structures, sinon les sites du Pôle",
    "places over the territory: members, structures, else the Pôle's sites")
  static let placesStandAtTheirCommune = Text(
    "Lieux placés à la commune, non à l’adresse", "Places stand at their commune, not at their address")
  static let placesStandAtTheirCoordinates = Text(
    "Lieux placés à leurs coordonnées", "Places stand at their coordinates")
  static func placesMostlyAtTheirCommune(_ exact: Text) -> Text {
    Text(
      "Lieux placés à la commune, non à l’adresse ; \(exact.fr) aux coordonnées que le projet publie",
      "Places stand at their commune, not at their address; \(exact.en) at coordinates the project publishes")
  }
  static func tooManyCategoriesOfPlaces(_ count: Int) -> Text {
    Text(
      "\(count) catégories de lieux, plus qu’un œil n’en sépare",
      "\(count) categories of places, more than an eye tells apart")
  }
  static let noPlaceInTheTerritory = Text("Aucun lieu sur le territoire", "No place in the territory")
  static let whereTheyAreMost = Text("Où ils sont le plus nombreux", "Where they are most")

  // MARK: SitingMap
  static let whereToOpenSimulated = Text(
    "où ouvrir : les meilleurs lieux, simulés", "where to open: the best places, simulated")
  static let farthestAsNearAsPossible = Text(
    "Le plus éloigné au plus près", "The farthest as near as can be (p-centre)")
  static let coveringByFewestSites = Text(
    "Couverture complète par le moins de sites", "Set covering by the fewest sites")
  static let distanceToNearestSite = Text("Distance au site le plus proche", "Distance to the nearest site")
  static let timeToNearestSite = Text("Durée vers le site le plus proche", "Time to the nearest site")
  static let possiblePlaceIsNoDecision = Text(
    "Simulation : un lieu possible n’est pas une décision du Pôle",
    "A simulation: a possible place is no decision of the Pôle")

  // MARK: SymbolsMap
  static let fillNeedsAreas = Text(
    "‹fill› teinte des surfaces, la couche n’en a pas", "‹fill› shades areas, the layer has none")
  static let dropFillOrTakePolygons = Text(
    "ôtez ‹fill›, ou prenez une couche de polygones", "drop ‹fill›, or take a layer of polygons")
  static let countAsProportionalCircles = Text(
    "un effectif, en cercles d’aire proportionnelle", "a count, as circles of proportional area")
  static func circleHasNoNegativeArea(_ place: String, _ valueFr: String, _ valueEn: Double) -> Text {
    Text(
      "\(place) : \(valueFr), un cercle n’a pas d’aire négative", "\(place): \(valueEn), a circle has no negative area")
  }
  static let takeChoroplethAsRatio = Text("prenez choropleth avec ‹as› ratio", "take choropleth with ‹as› ratio")
  static func hasNoPositiveValue(_ column: String) -> Text {
    Text("« \(column) » n’a aucune valeur positive", "\"\(column)\" has no positive value")
  }
  static let circleAreaIsProportional = Text(" · aire des cercles proportionnelle", " · circle area proportional")

  // MARK: TerritoryMap
  static let territoryAndCommuneDensity = Text(
    "le territoire : ses communes, leur densité de population", "the territory: its communes, their population density")
  static let reconstructedListOfCommunes = Text(
    " · liste de communes reconstituée", " · reconstructed list of communes")
  static func populationDensityOfTerritory(_ cantons: Text, _ area: Text, _ density: Text, _ mark: Text) -> Text {
    Text(
      "Densité de population · \(cantons.fr)\(area.fr) km², \(density.fr) habitants au km²\(mark.fr)",
      "Population density · \(cantons.en)\(area.en) km², \(density.en) inhabitants per km²\(mark.en)")
  }

  // MARK: TypologyMap
  static let categoriesOneColourEach = Text("des catégories, une couleur chacune", "categories, one colour each")
  static func categoriesTieForFirst(_ column: String, _ count: Int, _ each: Text) -> Text {
    Text(
      "\(column) : \(count) catégories à égalité, \(each.fr) chacune",
      "\(column): \(count) categories come first, \(each.en) each")
  }
  static func orderHasUnknownCategory(_ column: String, _ unknown: String) -> Text {
    Text(
      "‹order› : « \(column) » n’a pas de catégorie « \(unknown) »",
      "‹order›: \"\(column)\" has no category \"\(unknown)\"")
  }
  static let giveCategoryOneValue = Text(
    "donnez la même valeur à toute la catégorie", "give the whole category one value")
  static func wrongNumberOfColours(_ givenFr: Int, _ count: Int, _ wordsEn: String) -> Text {
    Text("‹colours› : \(givenFr) pour \(count) catégories", "‹colours›: \(wordsEn)")
  }
  static let giveColoursToCategories = Text("donnez une couleur par catégorie : ", "give each category a colour: ")
  static func categoryHasNoColour(_ category: String) -> Text {
    Text("‹colours-column› : « \(category) » n’en a pas", "‹colours-column›: \"\(category)\" has none")
  }
  static let giveEachCategoryHexColour = Text(
    "donnez une couleur #rrggbb à chaque catégorie", "give each category a colour #rrggbb")
  static func columnHasTooManyCategories(_ column: String, _ count: Int) -> Text {
    Text(
      "« \(column) » a \(count) catégories, plus qu’un œil n’en sépare",
      "\"\(column)\" has \(count) categories, more than an eye tells apart")
  }

  // MARK: VisibilityMap
  static let fromWherePoleIsSeen = Text(
    "d’où le Pôle serait vu : indice sous hypothèses", "from where the Pôle would be seen: an index under assumptions")
  static let projectHasNoVisibilityModel = Text(
    "le projet n’a pas de modèle de visibilité", "the project has no visibility model")
  static let addVisibilityToProject = Text("ajoutez visibility: à pole.yaml", "add visibility: to pole.yaml")
  static let meanOverInhabitants = Text("moyenne pondérée par les habitants : ", "mean over inhabitants: ")
  static let strengthAndRangeAreAssumed = Text(
    "Hypothèse : la force et la portée des canaux sont supposées, faute de mesure ; ce n’est pas une part d’habitants",
    "Assumption: strength and range of the channels are supposed, for want of a measure; this is no share of inhabitants"
  )

  // MARK: TablePages
  static func firstRowsOfTheWorkbook(_ shown: Int, _ total: Text) -> Text {
    Text(
      "Ici les \(shown) premières lignes sur \(total.fr) ; le classeur et la page les ont toutes.",
      "The first \(shown) rows of \(total.en); the workbook and the page have them all.")
  }

  // MARK: ComparisonTables+Printed
  static func howQuotientsAreRead(_ reference: String) -> Text {
    Text(
      "Quotient : part du territoire ÷ celle de la référence (\(reference)), même source, même année ; entre crochets, ce que permettent les arrondis. … : chiffre absent du registre du projet.",
      "Quotient: share of the area ÷ that of the reference (\(reference)), same source, same year; in brackets, what rounding allows. …: figure absent from the project’s register."
    )
  }
  static func howDensitiesAreRead(_ reference: String, _ date: Text) -> Text {
    Text(
      "e : population interpolée. d : total déduit. … : chiffre absent du registre du projet. Référence : \(reference), \(date.fr).",
      "e: interpolated population. d: derived total. …: figure absent from the project’s register. Reference: \(reference), \(date.en)."
    )
  }
  static func moreWarningsOnDates(_ count: Int) -> Text {
    Text(
      "\(count) avertissements sur les dates et les périmètres : cartopole compare --explain.",
      "\(count) warnings on dates and perimeters: cartopole compare --explain.")
  }
  static func relativeDensityFarFromReference(_ areas: String) -> Text {
    Text(
      "Densité relative à plus de trois ans de la référence, à lire avec prudence : \(areas).",
      "Relative density more than three years from the reference, to be read with care: \(areas).")
  }

  // MARK: ComparisonTables
  static let publishedSocialEconomyDensity = Text(
    "Densité de l’ESS : chiffres publiés", "Density of the social economy: published figures")

  // MARK: CountTables
  static let establishmentsAndJobsByArea = Text(
    "Établissements et emplois de l’ESS par territoire", "Establishments and jobs of the social economy by area")
  static func withoutInhabitantsOfValuelessCommunes(_ communes: Int) -> Text {
    Text(
      " (sans les habitants des communes sans valeur : \(communes))",
      " (without the inhabitants of communes without a value: \(communes))")
  }
  static let forWantOfWiderReference = Text(
    ", faute de plus large à quoi comparer", ", for want of anything wider to compare with")
  static let howObservedOverExpectedReads = Text(
    ". O/E : observés sur attendus, intervalle de Garwood à 95 %. Fragile : intervalle plus large que la moitié de la valeur de part et d’autre.",
    ". O/E: observed over expected, Garwood 95% interval. Fragile: interval wider than half the value on either side.")

  // MARK: DisclosureTables
  static func someCellsCanBeDeduced(_ deducible: Int, _ cells: Int) -> Text {
    Text(
      "\(deducible) cases sur \(cells) se laissent déduire de trop près",
      "\(deducible) of \(cells) cells can be deduced too closely")
  }
  static let whatAnOutsiderDeduces = Text(
    "Ce qu’un tiers déduit de tout ce que cette réponse publie, par programmation linéaire sur l’ensemble des tableaux liés.",
    "What an outsider deduces from all that this answer publishes, by linear programming over all linked tables.")

  // MARK: PatternTables
  static let giniWeightedByInhabitants = Text(
    "Gini des taux, pondéré par les habitants", "Gini of the rates, weighted by inhabitants")
  static let tooFewCommunesToJudge = Text(
    "Trop peu de communes pour juger du voisinage", "Too few communes to judge neighbourhoods")
  static let neighboursNotShownAlike = Text(
    "Rien ne montre que des communes voisines se ressemblent par leur densité d’ESS",
    "Nothing shows that neighbouring communes are alike in their density of the ESS")
  static let neighbouringCommunesAreAlike = Text(
    "Les communes voisines se ressemblent par leur densité d’ESS",
    "Neighbouring communes are alike in their density of the ESS")
  static let neighbouringCommunesDiffer = Text(
    "Les communes voisines diffèrent par leur densité d’ESS plus que par hasard",
    "Neighbouring communes differ in their density of the ESS more than by chance")
  static let standardisedRates = Text(
    "taux normalisés (Assunção et Reis 1999)", "standardised rates (Assunção & Reis 1999)")
  static func permutationsAndClusters(_ draws: Int, _ seed: UInt64) -> Text {
    Text(
      " ; \(draws) permutations, graine \(seed) ; grappes à 5 % de fausses découvertes (Benjamini-Hochberg).",
      "; \(draws) permutations, seed \(seed); clusters at a false discovery rate of 5% (Benjamini–Hochberg).")
  }
  static func leftOutOfPatterns(_ withoutValue: Int, _ withoutNeighbour: Int) -> Text {
    Text(
      "Laissées de côté : \(withoutValue) sans valeur, \(withoutNeighbour) sans voisine.",
      "Left out: \(withoutValue) without a value, \(withoutNeighbour) without a neighbour.")
  }
  static let formulaOfMoransI = Text(
    "(n ÷ S₀) × Σᵢⱼ wᵢⱼ zᵢ zⱼ ÷ Σᵢ zᵢ² ; attendu : −1 ÷ (n − 1)",
    "(n ÷ S₀) × Σᵢⱼ wᵢⱼ zᵢ zⱼ ÷ Σᵢ zᵢ²; expected: −1 ÷ (n − 1)")
  static let formulaOfStandardisedRate = Text("(r − m) ÷ √(s² − m ÷ n̄ + m ÷ n)", "(r − m) ÷ √(s² − m ÷ n̄ + m ÷ n)")
  static let formulaOfPermutationProbability = Text(
    "min(1 ; 2 × (min(M₊, M₋) + 1) ÷ (R + 1))", "min(1, 2 × (min(M₊, M₋) + 1) ÷ (R + 1))")
  static let noClusterStandsOut = Text(
    "Aucune grappe de communes ne se distingue du hasard", "No cluster of communes stands out from chance")

  // MARK: ProjectTables
  static let geodesicAreasOfGeneralisedOutlines = Text(
    " ; surfaces géodésiques sur GRS80 de contours généralisés.", "; geodesic areas on GRS80 of generalised outlines.")
  static let assumptionsNobodyStated = Text("Hypothèses : ce que personne n’a dit", "Assumptions: what nobody said")
  static let eachCanBeReplaced = Text(
    "Chacune se remplace dans pole.yaml, à la clé de même nom.",
    "Each can be replaced in pole.yaml, at the key of the same name.")

  // MARK: ReachTables
  static let interiorPointReplacesTownHall = Text(
    "◦ point intérieur : la mairie publiée est absente ou hors de la commune ; la distance part d’un point au milieu de son contour.",
    "◦ interior point: the published town hall is missing or outside the commune; the distance is from a point in the middle of its outline."
  )
  static let interiorPointWithoutTownHalls = Text(
    "◦ point intérieur : la couche ne donne aucune mairie ; les distances partent d’un point au milieu du contour de chaque commune.",
    "◦ interior point: the layer gives no town hall; distances are from a point in the middle of each commune's outline."
  )
  static let timesEstimatedFromDistance = Text(
    "Durées estimées : distance à vol d’oiseau × 1,3 à 45 km/h, faute de table de trajets.",
    "Estimated times: straight distance × 1.3 at 45 km/h, for want of a table of travel times.")
  static func missingFromTravelTable(_ missing: Text) -> Text {
    Text(
      "\(missing.fr) sans trajet dans la table : comptées comme non atteintes.",
      "\(missing.en) without a way in the table: counted as not reached.")
  }
  static let actionWithNoDecidedPlace = Text(
    "/// : action sans lieu décidé, interne, ou portée par ses parties ; elle n’est sur aucune carte, ni atteinte ni zone blanche. Une portée qui est une hypothèse est à remplacer dans pole.yaml.",
    "///: action with no decided place, internal, or carried by its parts; it is on no map, neither reach nor blind spot. A range that is an assumption is to be replaced in pole.yaml."
  )
  static let addAFirstAction = Text(
    "Aucune action n’est inscrite au projet : « cartopole action add » en écrit une dans pole.yaml.",
    "The project has no action yet: \"cartopole action add\" writes one into pole.yaml.")
  static func noCommuneOutOfReach(_ verb: Text, _ status: Text) -> Text {
    Text(
      "aucune commune ne \(verb.fr) hors de portée de toute action \(status.fr)",
      "no commune \(verb.en) out of reach of every \(status.en) action")
  }
  static func communesOutOfReach(_ communes: Text, _ inhabitants: Text, _ verb: Text, _ status: Text) -> Text {
    Text(
      "\(communes.fr) (\(inhabitants.fr)) \(verb.fr) hors de portée de toute action \(status.fr)",
      "\(communes.en) (\(inhabitants.en)) \(verb.en) out of reach of every \(status.en) action")
  }
  static func nothingDecidedAboutReach(_ status: Text, _ communes: Text) -> Text {
    Text(
      "Aucune action \(status.fr) n’a de portée décidée : rien ne se dit \(communes.fr)",
      "No \(status.en) action has a decided reach: nothing can be said \(communes.en)")
  }
  static let communesTwoActionsReach = Text(
    "Communes que deux actions atteignent toutes deux", "Communes two actions both reach")
  static let howJaccardIsComputed = Text(
    "Jaccard : communes atteintes par les deux sur communes atteintes par l’une ou l’autre. Une action n’est jamais comparée à une de ses parties.",
    "Jaccard: communes reached by both over communes reached by either. An action is never compared with a part of its own."
  )
  static func noActionWouldReach(_ name: String) -> Text {
    Text(
      "Sous ces hypothèses, aucune action n’atteindrait \(name)",
      "Under these assumptions, no action would reach \(name)")
  }

  // MARK: SitingTables
  static func weightedMeanWouldBe(_ weight: Text, _ mean: Text, _ unit: String) -> Text {
    Text(
      "la moyenne pondérée (\(weight.fr)) serait de \(mean.fr) \(unit)",
      "the weighted mean (\(weight.en)) would be \(mean.en) \(unit)")
  }
  static func inhabitantWouldBeAway(_ mean: Text, _ unit: String) -> Text {
    Text(
      "un habitant serait en moyenne à \(mean.fr) \(unit)", "an inhabitant would be \(mean.en) \(unit) away on average")
  }
  static func noWeightWouldBeFarther(_ weight: Text, _ farthest: Text, _ unit: String) -> Text {
    Text(
      "aucun poids (\(weight.fr)) ne serait à plus de \(farthest.fr) \(unit)",
      "no weight (\(weight.en)) would be farther than \(farthest.en) \(unit)")
  }
  static func noInhabitantWouldBeFarther(_ farthest: Text, _ unit: String) -> Text {
    Text(
      "aucun habitant ne serait à plus de \(farthest.fr) \(unit)",
      "no inhabitant would be farther than \(farthest.en) \(unit)")
  }
  static func forAllToBeWithin(_ radius: Text, _ unit: String) -> Text {
    Text(" pour que tous soient à \(radius.fr) \(unit) ou moins", " for all to be within \(radius.en) \(unit)")
  }
  static let bestPlacesByThisCriterion = Text(
    "Meilleurs lieux selon ce seul critère (calcul exact)", "Best places by this criterion alone (exact calculation)")
  static let bestPlaceByThisCriterion = Text(
    "Meilleur lieu selon ce seul critère (calcul exact)", "Best place by this criterion alone (exact calculation)")
  static func onlyKnownWeightsCounted(_ known: Text, _ leftOut: Text) -> Text {
    Text(
      ", pour \(known.fr) dont le poids est connu, sans \(leftOut.fr).",
      ", of \(known.en) whose weight is known, without \(leftOut.en).")
  }
  static func notProvenOptimal(_ bound: Text, _ gap: Text) -> Text {
    Text("Non prouvé : borne \(bound.fr), écart \(gap.fr).", "Not proven: bound \(bound.en), gap \(gap.en).")
  }
  static let distancesBetweenTownHalls = Text(
    "distances géodésiques entre chefs-lieux", "geodesic distances between town halls")
  static let distancesBetweenInteriorPoints = Text(
    "distances géodésiques entre points intérieurs des communes, faute de mairies dans la couche",
    "geodesic distances between interior points of the communes, for want of town halls in the layer")
  static let simulationIsNoDecision = Text(
    "Simulation : un lieu possible n’est pas une décision du Pôle ; ",
    "A simulation: a possible place is no decision of the Pôle; ")
  static let eachCommuneToNearestSite = Text(
    ", chaque commune allant au site le plus proche.", ", each commune going to the nearest site.")

  // MARK: Table+Columns
  static let countedApartNotAsZero = Text(", comptées à part et non pour zéro.", ", counted apart and not as zero.")

  // MARK: VisibilityTables
  static let shareWhoSeeThePole = Text("part des habitants qui voient le Pôle", "share of inhabitants who see the Pôle")
  static let visibilityIndexUnderAssumptions = Text(
    "indice de visibilité (hypothèses)", "visibility index (assumptions)")
  static func poleWouldBeLittleSeen(_ communes: Text) -> Text {
    Text(
      "Exemple de calcul, paramètres supposés : le Pôle serait peu visible de \(communes.fr)",
      "Example of a calculation, assumed parameters: the Pôle would be hard to see from \(communes.en)")
  }
  static func poleIsHardToSee(_ communes: Text, _ people: Text) -> Text {
    Text(
      "Le Pôle est peu visible de \(communes.fr) (\(people.fr))",
      "The Pôle is hard to see from \(communes.en) (\(people.en))")
  }
  static func howVisibilityIndexIsRead(_ mean: Text, _ threshold: Text) -> Text {
    Text(
      "Indice de 0 à 1 : 1 − ∏(1 − p·g(d)), où p est la force d’un canal à sa source et g sa décroissance avec la distance. Moyenne pondérée par les habitants : \(mean.fr). « Peu visible » : moins de \(threshold.fr). « dont » : ce que l’indice perdrait sans ce canal ; ces parts ne s’ajoutent pas.",
      "Index from 0 to 1: 1 − ∏(1 − p·g(d)), p being a channel's strength at its source and g its decay with distance. Mean over inhabitants: \(mean.en). \"Hard to see\": below \(threshold.en). \"of which\": what the index would lose without the channel; these parts do not add up."
    )
  }
  static let whatWouldRefuteTheModel = Text(
    "Ce qui réfuterait ce modèle : une enquête où la part de ceux qui connaissent le Pôle ne baisse pas avec la distance comme il le dit, ou des adresses d’usagers dont l’étalement contredit une échelle du simple au double.",
    "What would refute the model: a survey in which the share who know the Pôle does not fall with distance as it says, or users' addresses whose spread contradicts a scale by a factor of two."
  )
  static let hardToSeeUnderAssumptions = Text("peu visible sous ces hypothèses", "hard to see under these assumptions")
  static let strengthsAreDeclared = Text(
    "Les forces sont déclarées : ce n’est pas une part d’habitants.",
    "The strengths are declared: this is no share of inhabitants.")
  static let replaceStrengthByObservedShare = Text(
    " : ce n’est pas une part d’habitants. Remplacez un strength: de pole.yaml par une part observée (enquête, tirage, fréquentation) avec basis: declared.",
    ": this is no share of inhabitants. Replace a strength: of pole.yaml by an observed share (survey, print run, visits) with basis: declared."
  )
  static let ifOneParameterWereWrong = Text("Si un paramètre était faux de 20 %", "If one parameter were wrong by 20%")
  static func allParametersDrawnTogether(_ draws: Text, _ least: Int, _ most: Int, _ lower: Int, _ upper: Int) -> Text {
    Text(
      "Tous les paramètres ensemble, chacun tiré au hasard entre la moitié et le double (\(draws.fr) tirages, force au plus 1) : de \(least) à \(most) communes seraient peu visibles, entre \(lower) et \(upper) dans 95 tirages sur 100.",
      "All parameters together, each drawn between half and twice its value (\(draws.en) draws, strengths at most 1): from \(least) to \(most) communes would be hard to see, between \(lower) and \(upper) in 95 draws of 100."
    )
  }
  static func hardToSeeCommunesChange(_ title: Text, _ before: Int, _ after: Int) -> Text {
    Text(
      "\(title.fr) : les communes d’où le Pôle serait peu visible passeraient de \(before) à \(after)",
      "\(title.en): communes from which the Pôle would be hard to see would go from \(before) to \(after)")
  }
  static func meanBeforeAndAfter(_ before: Text, _ after: Text) -> Text {
    Text(
      "Moyenne pondérée par les habitants : \(before.fr), puis \(after.fr). Simulation : ce n’est pas une décision du Pôle.",
      "Mean over inhabitants: \(before.en), then \(after.en). A simulation, not a decision of the Pôle.")
  }

  // MARK: ColumnFinding
  static func totalHalfAndLargest(_ name: String, _ total: Text, _ half: Text, _ largest: Text, _ place: Text) -> Text {
    Text(
      "\(name) : \(total.fr) en tout, dont la moitié dans \(half.fr) ; au plus \(largest.fr) (\(place.fr))",
      "\(name): \(total.en) in all, half of it in \(half.en); at most \(largest.en) (\(place.en))")
  }

  // MARK: Phrases
  static func assumingTwoReachRules(_ first: Text, _ second: Text) -> Text {
    Text(
      "Dans l’hypothèse d’une action menée \(first.fr) et \(second.fr)",
      "Assuming it is carried out \(first.en) and \(second.en)")
  }
  static func assumingSeveralReachRules(_ count: Int) -> Text {
    Text("Dans l’hypothèse de \(count) règles de portée", "Assuming \(count) reach rules")
  }
  static let ifTheRadiusWereDifferent = Text(
    "Si le rayon était un peu différent", "If the radius were a little different")
  static let ifTheDurationWereDifferent = Text(
    "Si la durée était un peu différente", "If the duration were a little different")
  static let ifTheLimitsWereDifferent = Text(
    "Si les limites étaient un peu différentes", "If the limits were a little different")
  static let communesIfTheLimitsChange = Text("Communes si les limites changent", "Communes if the limits change")
  static func oneMoreCommune(_ name: String, _ people: Text) -> Text {
    Text(
      "Une commune de plus : \(name) ajouterait le plus d’habitants, \(people.fr)",
      "One more commune: \(name) would add most inhabitants, \(people.en)")
  }
  static let closeToTheLimit = Text("À moins de 5 % de la limite : ", "Within 5% of the limit: ")
  static let listOfCommunesDeclaredBy = Text(" : liste de communes déclarée par ", ": list of communes declared by ")
  static let assumedListOfCommunes = Text(" : liste de communes supposée ; ", ": assumed list of communes; ")
  static let processingByCartopole = Text(
    "Traitements : Cartopôle, sans caractère officiel", "Processing: Cartopôle, of no official character")
  static func projectionAndGeodesicDistances(_ name: String) -> Text {
    Text(". Projection \(name), distances géodésiques (GRS80)", ". Projection: \(name), geodesic distances (GRS80)")
  }
  static let fromPointInsideEachCommune = Text(
    ", depuis un point intérieur de chaque commune", ", from a point inside each commune")
}
