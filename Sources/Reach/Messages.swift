import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: SitingQuestion+Weights
  static let keepOneRowPerCommune = Text("gardez une ligne par commune", "keep one row a commune")
  static let secretWeightWouldBeBetrayed = Text(
    "un poids secret : le meilleur lieu le trahirait", "a secret weight: the best place would give it away")
  static let giveNonNegativeNumber = Text("donnez un nombre positif ou nul", "give a number ≥ 0")

  // MARK: SitingQuestion
  static let noCommuneHasAWeight = Text("aucune commune n’a de poids (", "no commune has a weight (")
  static let nothingTellsPlacesApart = Text(
    ") : rien ne distingue un lieu d’un autre", "): nothing tells one place from another")
  static let givePopulationOrWeightColumn = Text(
    "donnez une couche avec une colonne POPULATION, ou nommez une colonne de poids",
    "give a layer with a column POPULATION, or name a column of weights")
  static func existingSiteIsNoCandidate(_ name: String) -> Text {
    Text("le site existant \(name) n’est pas parmi les candidats", "existing site \(name) is not among the candidates")
  }

  // MARK: StudyArea
  static func wantsSiteOrCommune(_ rule: Text) -> Text {
    Text("« \(rule.fr) » veut site: ou commune:, l’un des deux", "\"\(rule.en)\" wants site: or commune:, one of them")
  }

  // MARK: SitePosition
  static let longitudeSignIsWrong = Text(
    "un signe moins perdu ou de trop à longitude: ?", "a minus sign lost or too many in longitude:?")
  static let latitudeSignIsWrong = Text(
    "un signe moins perdu ou de trop à latitude: ?", "a minus sign lost or too many in latitude:?")
  static let latitudeAndLongitudeExchanged = Text(
    "latitude et longitude échangées ?", "latitude and longitude exchanged?")
  static func siteAwayFromItsCommune(_ id: String, _ distance: Text, _ name: String, _ insee: String) -> Text {
    Text(
      "le site « \(id) » est à \(distance.fr) de sa commune, \(name) (\(insee))",
      "site \"\(id)\" is \(distance.en) away from its commune, \(name) (\(insee))")
  }

  // MARK: ListedCommunes
  static let giveCodesOrNames = Text("donnez des codes ou des noms", "give codes or names")
  static func inTheCommunesListed(_ count: Int) -> Text {
    Text("dans les \(count) communes énumérées", "in the \(count) communes listed")
  }

  // MARK: Neighbours
  static let communeAndItsNeighbours = Text(
    "une commune et ses voisines, à tant de pas ou moins", "a commune and its neighbours, that many steps away or fewer"
  )
  static let giveOneForBorderingCommunes = Text(
    "donnez 1 pour les communes limitrophes", "give 1 for the communes that border it")

  // MARK: ReachRule
  static func assumingItIsCarriedOut(_ place: Text) -> Text {
    Text("Dans l’hypothèse d’une action menée \(place.fr)", "Assuming it is carried out \(place.en)")
  }

  // MARK: WholeTerritory
  static let everyCommuneOfTheTerritory = Text("toutes les communes du territoire", "every commune of the territory")
  static let territoryCanOnlyBeTrue = Text("« territory » ne peut être que true", "\"territory\" can only be true")

  // MARK: WithinCanton
  static let communesOfACanton = Text(
    "les communes d’un canton (codes de la couche)", "the communes of a canton (codes of the layer)")

  // MARK: WithinEPCI
  static let communesOfAnEPCI = Text(
    "les communes d’un EPCI (SIREN, composition actuelle)", "the communes of an EPCI (SIREN, today's membership)")

  // MARK: WithinKilometres
  static let communesWithinADistance = Text(
    "les communes à une distance donnée ou moins d’un site ou d’une commune",
    "the communes at a given distance or less of a site or commune")
  static func radiusMakesNoSense(_ radiusFr: String, _ radiusEn: String) -> Text {
    Text("un rayon de \(radiusFr) km n’a pas de sens", "a radius of \(radiusEn) km makes no sense")
  }
  static func assumingARadius(_ radiusFr: String, _ radiusEn: String) -> Text {
    Text("Dans l’hypothèse d’un rayon de \(radiusFr)\u{202F}km", "Assuming a radius of \(radiusEn)\u{202F}km")
  }

  // MARK: WithinMinutes
  static let communesWithinMinutes = Text(
    "les communes d’où un site ou une commune est à tant de minutes ou moins",
    "the communes from which a site or commune is that many minutes away or fewer")
  static func minutesMakeNoSense(_ minutesFr: String, _ minutesEn: String) -> Text {
    Text("une durée de \(minutesFr) minutes n’a pas de sens", "\(minutesEn) minutes make no sense")
  }
  static func assumingMinutesOfTravel(_ minutesFr: String, _ minutesEn: String) -> Text {
    Text("Dans l’hypothèse de \(minutesFr)\u{202F}minutes de trajet", "Assuming \(minutesEn)\u{202F}minutes of travel")
  }
}
