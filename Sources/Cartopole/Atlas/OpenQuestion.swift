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
    let (pole, layer) = (project.pole, project.ground.layer)
    let first = layer.communes.first?.insee ?? ""
    let commune = YAMLText.quoted(first)
    var open: [OpenQuestion] = []
    func ask(_ isOpen: Bool, _ question: Text, _ missing: Text, _ line: String) {
      if isOpen { open.append(OpenQuestion(question: question, missing: missing, line: line)) }
    }
    ask(
      pole.actions.isEmpty,
      Text("Quelles communes nos actions atteignent-elles ?", "Which communes do our actions reach?"),
      Text("aucune action n’est inscrite", "no action is listed"),
      "cartopole action add epicerie --title 'Épicerie solidaire' --status realised --within-km 15 --commune \(first) --reason 'rayon à confirmer' --project \(project.path)"
    )
    ask(
      pole.sites.isEmpty,
      Text("À quelle distance du Pôle sont les communes ?", "How far are the communes from the Pôle?"),
      Text("le lieu du Pôle n’est pas dit", "the Pôle's place is not given"),
      "sites: [{ id: siege, name: Le siège, insee: \(commune), basis: source }]")
    ask(
      layer.population.total == nil, Text("Combien d’habitants y vivent ?", "How many people live there?"),
      layer.population.communesKnown == 0
        ? Text("la couche n’a pas d’habitants", "the layer has no inhabitants") : layer.population.withoutWords,
      "populations: { files: [populations.csv], use: latest }")
    ask(
      layer.population.communesKnown > 0 && pole.populations.printed == nil,
      Text("De quand sont les habitants ?", "Of which date are the inhabitants?"),
      Text("leur date n’est pas dite", "their date is not given"), "populations: { date: 2021 }")
    ask(
      !layer.hasTownHalls, Text("D’où partent les distances ?", "From where are distances measured?"),
      Text(
        "aucune mairie : elles partent d’un point au milieu de chaque commune",
        "no town hall: they are from a point in the middle of each commune"),
      "positions: mairies.csv")
    ask(
      pole.territory.statistics == nil,
      Text(
        "Combien d’établissements de l’ESS dans chaque commune ?", "How many establishments of the ESS in each commune?"
      ),
      Text(
        "aucun comptage par commune ; cartopole import l’écrit", "no counts by commune; cartopole import writes them"),
      "statistics: ess.csv")
    ask(
      pole.territory.figures == nil,
      Text("Que publie-t-on de l’ESS alentour ?", "What is published of the ESS around?"),
      Text("aucun chiffre publié", "no published figures"), "figures: chiffres-ess.csv")
    ask(
      pole.visibility == nil, Text("D’où le Pôle se voit-il ?", "From where is the Pôle visible?"),
      Text("aucune hypothèse de visibilité", "no assumptions on visibility"),
      "visibility: { basis: assumption, reason: À régler, channels: [{ id: lieu, name: Le lieu, strength: 0.9, decay: { kind: exponential, s_km: 8 }, sources: [{ commune: \(commune) }], basis: assumption, reason: À régler }] }"
    )
    ask(
      PointsMap(of: pole, on: project.ground) == nil, Text("Où sont nos membres ?", "Where are our members?"),
      Text("aucune structure n’est située", "no structure is placed"),
      "structures: [{ id: jardin, name: Le Jardin, kind: association, commune: \(commune), basis: source }]")
    ask(
      pole.territory.context == nil && pole.territory.region == nil,
      Text("Qu’y a-t-il autour du territoire ?", "What lies around the territory?"),
      Text("ni communes voisines, ni région", "neither communes around nor a région"),
      "background: { context: alentours.gpkg, region: region.gpkg }")
    ask(
      pole.sources?.fr.contains("à compléter") ?? true,
      Text("D’où viennent les contours et les habitants ?", "Where are outlines and inhabitants from?"),
      Text("ni producteur, ni millésime, ni licence", "neither producer, vintage nor licence"),
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
