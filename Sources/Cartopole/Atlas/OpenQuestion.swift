import Bytes
import Maps
import Pole
import Territory

/// A question that a project cannot answer yet, with what would answer it.
public struct OpenQuestion: Sendable {
  /// The question, as a reader would ask it.
  public var question: Text
  /// What is missing.
  public var missing: Text
  /// The line of pole.yaml, with examples to replace, or the command.
  public var line: String

  /// Every question that a project leaves open, those of most consequence first. Complexity: O(communes).
  public static func all(_ project: Project) -> [OpenQuestion] {
    let (pole, layer) = (project.pole, project.studyArea.layer)
    let first = layer.communes.first?.insee ?? ""
    let commune = YAMLText.quoted(first)
    var open: [OpenQuestion] = []
    func ask(_ isOpen: Bool, _ question: Text, _ missing: Text, _ line: String) {
      if isOpen { open.append(OpenQuestion(question: question, missing: missing, line: line)) }
    }
    ask(
      pole.actions.isEmpty, Text.whichCommunesDoActionsReach, Text.noActionIsListed,
      "cartopole action add epicerie --title 'Épicerie solidaire' --status realised --within-km 15 --commune \(first) --reason 'rayon à confirmer' --project \(project.path)"
    )
    ask(
      pole.sites.isEmpty, Text.howFarAreTheCommunes, Text.placeIsNotGiven,
      "sites: [{ id: siege, name: Le siège, insee: \(commune), basis: source }]")
    ask(
      layer.population.total == nil, Text.howManyPeopleLiveThere,
      layer.population.communesKnown == 0 ? Text.layerHasNoInhabitants : layer.population.withoutWords,
      "populations: { files: [populations.csv], use: latest }")
    ask(
      layer.population.communesKnown > 0 && pole.populations.printed == nil, Text.ofWhichDateAreInhabitants,
      Text("leur date n’est pas dite", "their date is not given"), "populations: { date: 2021 }")
    ask(!layer.hasTownHalls, Text.fromWhereAreDistancesMeasured, Text.noTownHall, "positions: mairies.csv")
    ask(
      pole.territory.statistics == nil, Text.howManyEstablishmentsPerCommune, Text.noCountsByCommune,
      "statistics: ess.csv")
    ask(
      pole.territory.figures == nil, Text.whatIsPublishedAround, Text("aucun chiffre publié", "no published figures"),
      "figures: chiffres-ess.csv")
    ask(
      pole.visibility == nil, Text("D’où le Pôle se voit-il ?", "From where is the Pôle visible?"),
      Text.noAssumptionsOnVisibility,
      "visibility: { basis: assumption, reason: À régler, channels: [{ id: lieu, name: Le lieu, strength: 0.9, decay: { kind: exponential, s_km: 8 }, sources: [{ commune: \(commune) }], basis: assumption, reason: À régler }] }"
    )
    ask(
      PointsMap(of: pole, on: project.studyArea) == nil, Text("Où sont nos membres ?", "Where are our members?"),
      Text.noStructureIsPlaced,
      "structures: [{ id: jardin, name: Le Jardin, kind: association, commune: \(commune), basis: source }]")
    ask(
      pole.territory.context == nil && pole.territory.region == nil, Text.whatLiesAround,
      Text.neitherCommunesAroundNorRegion, "background: { context: alentours.gpkg, region: region.gpkg }")
    ask(
      pole.sources?.fr.contains("à compléter") ?? true, Text.whereAreOutlinesFrom,
      Text.neitherProducerVintageNorLicence,
      "sources: IGN, ADMIN EXPRESS, 2025 ; Insee, populations légales 2021. Licence Ouverte 2.0")
    return open
  }
}

extension Atlas {
  /// What the project cannot answer yet; nothing in an atlas that leaves the house.
  var openQuestions: [OpenQuestion] { isPublic ? [] : OpenQuestion.all(project) }

  /// The title of the section that lists them.
  var openTitle: String {
    let count = openQuestions.count
    return Text(
      count == 1 ? "Une question reste ouverte" : "\(count) questions restent ouvertes",
      count == 1 ? "One question is open" : "\(count) questions are open")[language]
  }
}
