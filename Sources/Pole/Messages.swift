import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: DocumentNode+Words
  static func isNoValueOf(_ written: String, _ what: Text) -> Text {
    Text("« \(written) » n’est pas une valeur de \(what.fr)", "\"\(written)\" is no value of \(what.en)")
  }
  static let lowerCaseLettersAndDigits = Text(
    "minuscules sans accent, chiffres et tirets, une lettre d’abord",
    "lower-case letters without accents, digits and hyphens, a letter first")
  static func lengthLimitedByFileNames(_ most: Int) -> Text {
    Text("\(most) au plus : des fichiers portent ce nom", "\(most) at most: files are named after it")
  }
  static let fiveCharactersExpected = Text(
    "cinq caractères, comme 91223, 01001 ou 2A004", "five characters, such as 91223, 01001 or 2A004")
  static func mustBeGreaterThanZero(_ what: Text) -> Text {
    Text("« \(what.fr) » doit être plus grand que 0", "\"\(what.en)\" must be greater than 0")
  }

  // MARK: YAMLDocument
  static let saveFileAsUTF8 = Text("enregistrez le fichier en UTF-8", "save the file as UTF-8")
  static let beginWithSchemaOne = Text("écrivez « schema: 1 » pour commencer", "write \"schema: 1\" to begin")
  static let anchorsAndAliasesNotRead = Text(
    "les ancres et renvois de YAML (&, *) ne sont pas lus", "YAML anchors and aliases (&, *) are not read")
  static let tagsAreNotRead = Text("les étiquettes de YAML (!!) ne sont pas lues", "YAML tags (!!) are not read")
  static let removeTheTag = Text(
    "ôtez l’étiquette ; mettez un texte entre guillemets", "remove the tag; put a text in quotes")
  static func keyIsGivenTwice(_ key: String) -> Text {
    Text("la clé « \(key) » est donnée deux fois", "key \"\(key)\" is given twice")
  }
  static let secondDocumentStartsHere = Text("un deuxième document commence ici", "a second document starts here")
  static func forbiddenControlCharacter(_ problem: String) -> Text {
    Text("caractère de contrôle interdit (\(problem))", "forbidden control character (\(problem))")
  }
  static let checkIndentationColonsAndQuotes = Text(
    "vérifiez la marge, les deux-points et les guillemets de cette ligne et de la précédente",
    "check indentation, colons and quotes of this line and the one above")

  // MARK: ActionInsertion
  static let chooseAnotherId = Text("choisissez un autre identifiant", "choose another id")
  static let actionsCannotBeAddedTo = Text(
    "la fin de « actions: » ne se laisse pas compléter", "the end of \"actions:\" cannot be added to")
  static let simplifyTheActionBefore = Text(
    "mettez l’action précédente en forme simple, ou écrivez la nouvelle à la main",
    "simplify the action before, or write the new one by hand")

  // MARK: NewAction
  static let neitherRuleNorReason = Text(
    "ni règle de portée ni raison de ne pas en avoir", "neither a reach rule nor a reason to have none")
  static let bothRuleAndReason = Text(
    "une règle de portée et une raison de ne pas en avoir", "a reach rule and a reason to have none")
  static let giveARuleOrReason = Text(
    "donnez des communes ou une autre règle, ou bien undecided ou internal",
    "give communes or another rule, or else undecided or internal")
  static let declarationWithoutAuthorOrDate = Text(
    "une déclaration sans auteur ou sans date", "a declaration without author or date")
  static let sayWhoDeclaredItWhen = Text(
    "dites qui l’a déclaré et quand, comme 2009-06", "say who declared it and when, such as 2009-06")
  static let sayWhyItIsAssumed = Text("dites pourquoi on le suppose", "say why it is assumed")
  static let writeYearMonthOrDay = Text("écrivez 2009, 2009-06 ou 2009-06-30", "write 2009, 2009-06 or 2009-06-30")
  static let giveCodesOrNames = Text("donnez des codes ou des noms", "give codes or names")
  static let radiusMustBePositive = Text("le rayon doit être plus grand que 0", "the radius must be greater than 0")
  static let neighbourOrderCannotBeNegative = Text(
    "l’ordre de voisinage doit être 0 ou plus", "the order of neighbours must be 0 or more")
  static let orderOneSharesABorder = Text("1 désigne les communes limitrophes", "1 means the communes sharing a border")

  // MARK: ProjectText
  static let actionsAreBetweenBrackets = Text(
    "« actions » est écrit entre crochets", "\"actions\" is written between brackets")
  static let writeActionsAfterDashes = Text(
    "écrivez chaque action sur ses lignes, après un tiret", "write each action on lines of its own, after a dash")

  // MARK: Action+Reading
  static let bothReachAndNoRule = Text(
    "« reach » et « no_rule » dans la même action", "\"reach\" and \"no_rule\" in the same action")
  static let writeOneRuleOrNone = Text(
    "écrivez une règle, ou « no_rule: » à la place de « reach: »", "write a rule, or \"no_rule:\" instead of \"reach:\""
  )
  static let reachRuleHasOneKey = Text("une règle de portée a une seule clé", "a reach rule has one key")
  static let writeRulesAfterDashes = Text(
    "écrivez chaque règle après son tiret", "write each rule after a dash of its own")
  static func isAPartOfItself(_ id: String) -> Text {
    Text("« \(id) » est une partie d’elle-même", "\"\(id)\" is a part of itself")
  }
  static func actionLacksReachAndReason(_ id: String) -> Text {
    Text(
      "l’action « \(id) » ne dit ni sa portée ni pourquoi elle n’en a pas",
      "action \"\(id)\" gives neither its reach nor why it has none")
  }
  static let addReachOrNoRule = Text(
    "ajoutez « reach: », ou « no_rule: undecided », ou « no_rule: internal »",
    "add \"reach:\", or \"no_rule: undecided\", or \"no_rule: internal\"")

  // MARK: Action
  static let internalActionServesStructures = Text(
    "action interne, au service des structures", "internal, serves the structures")

  // MARK: Location
  static let privateAddressIsNotPublished = Text(
    "l’adresse d’une personne physique ou à diffusion partielle ne se publie pas",
    "the address of a natural person, or of what is diffused in part, is not published")
  static let exactPlaceWithoutPosition = Text(
    "« publish: exact » sans « position »", "\"publish: exact\" without \"position\"")
  static let giveLatitudeAndLongitude = Text(
    "donnez position: { latitude: …, longitude: … }", "give position: { latitude: …, longitude: … }")

  // MARK: Names
  static func idIsAlreadyUsed(_ id: String, _ line: Int) -> Text {
    Text("l’identifiant « \(id) » sert déjà ligne \(line)", "id \"\(id)\" is already used on line \(line)")
  }
  static func pointsToUndefinedId(_ what: Text, _ id: String, _ section: String) -> Text {
    Text(
      "« \(what.fr) » désigne « \(id) », absent de \(section)",
      "\"\(what.en)\" points to \"\(id)\", which \(section) does not define")
  }

  // MARK: Pole+Statements
  static func memberLegalPersonsRepresentedBy(_ count: Int) -> Text {
    Text(
      "\(count) personnes morales adhérentes, représentées par\u{202F}: ",
      "\(count) member legal persons, represented by: ")
  }
  static let fundedBy = Text("\u{202F}; financement\u{202F}: ", "; funded by: ")

  // MARK: Pole
  static let writeSchemaOneAtTop = Text(
    "écrivez « schema: 1 » en tête du fichier", "write \"schema: 1\" at the top of the file")
  static let programReadsSchemaOne = Text("ce programme lit « schema: 1 »", "this program reads \"schema: 1\"")
  static let writeSchemaOneOrUpdate = Text(
    "écrivez « schema: 1 », ou prenez une version plus récente de cartopole",
    "write \"schema: 1\", or take a newer cartopole")

  // MARK: Populations
  static let writeAPopulationDate = Text(
    "écrivez latest, layer, 2021 ou 2021-01-01", "write latest, layer, 2021 or 2021-01-01")
  static let layerPopulationIsUndated = Text("population de la couche, sans date", "population of the layer, undated")

  // MARK: Structure
  static let hasSinceBecomeAutonomous = Text(
    "devenue autonome, avec ses statuts propres", "since autonomous, with its own statutes")

  // MARK: VisibilityModel
  static let scaleMeansNothingWithoutDecay = Text(
    "« s_km » ne sert à rien avec « kind: none »", "\"s_km\" means nothing with \"kind: none\"")
  static let removeItOrChangeDecay = Text(
    "ôtez-le, ou choisissez une autre décroissance", "remove it, or choose another decay")
  static func channelHasNoSource(_ id: String) -> Text {
    Text("le canal « \(id) » n’a pas de source", "channel \"\(id)\" has no source")
  }
  static let sourceIsSiteOrCommune = Text("une source est un site ou une commune", "a source is a site or a commune")
  static let writeSiteOrCommune = Text("écrivez « site: » ou « commune: »", "write \"site:\" or \"commune:\"")
}
