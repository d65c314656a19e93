import Bytes
import Cartography
import Maps
import Reach
import Territory

extension Atlas {
  /// The pages of `atlas.pdf`: cover, maps, main tables, assumptions, sources.
  func pages(_ contents: Contents) -> [Drawing] {
    let main = [
      "actions", "compare", "audit", "blind-spots", "overlaps", "visibility-channels", "visibility-sensitivity",
      "visibility", "communes", "identity", "assumptions",
    ]
    var pages = [cover(contents.plates)]
    pages += contents.plates.map { Page.map($0.drawing) }
    for name in main {
      guard let table = contents.tables.first(where: { $0.name == name }) else { continue }
      pages += TablePages(table, language, look.theme).pages()
    }
    let simulations = printsSimulations ? contents.simulations : []
    if !simulations.isEmpty {
      let notes = simulations.map { (heading: String?.some($0.scenario.title), text: $0.scenario.note ?? "") }
      pages.append(Page.text(Simulation.heading[language], notes, language, look.theme))
      pages += simulations.flatMap(\.plates).map { Page.map($0.drawing) }
    }
    pages.append(Page.text(Text("Sources", "Sources")[language], sources, language, look.theme))
    for number in pages.indices {
      pages[number].text(
        "\(number + 1) / \(pages.count)", Page.width - 14, Page.height - 6, class: "t10", anchor: .end)
    }
    return pages
  }

  var title: String { project.pole.title }

  private func cover(_ plates: [Plate]) -> Drawing {
    var paragraphs: [(heading: String?, text: String)] = [(nil, introduction)]
    paragraphs.append((Text("Ce que montrent les cartes", "What the maps show")[language], ""))
    // The maps follow the cover, one a page.
    paragraphs += plates.enumerated().map { number, plate in
      (nil, "\(number + 2). \(plate.drawing.title)")
    }
    return Page.text(title, paragraphs, language, look.theme)
  }

  /// What the atlas is and what its numbers rest on: the first thing every reader reads.
  var introduction: String {
    let count = project.ground.layer.count
    let name = subject.territoryName
    let people = project.ground.layer.population.words
    return
      (Text("\(name.fr), \(count) communes, \(people.fr).", "\(name.en), \(count) communes, \(people.en).")
      + assumptions)[language]
  }

  /// How many of the ranges are assumptions; nothing where none is.
  private var assumptions: Text {
    let assumed = coverage.reaches.count { $0.hasRules && $0.basis == .assumption }
    let ruled = coverage.reaches.count(where: \.hasRules)
    switch (assumed, ruled) {
    case (0, _): return Text(same: "")
    case (1, 1):
      return Text(
        " La portée d’action montrée ici est une hypothèse : la fiche du Pôle n’en donne aucune. Elle est dite au conditionnel et se remplace dans pole.yaml.",
        " The range shown here is an assumption: the Pôle's fact sheet gives none. It is worded in the conditional and can be replaced in pole.yaml."
      )
    case (ruled, _):
      return Text(
        " Les \(ruled) portées d’action montrées ici sont des hypothèses : la fiche du Pôle n’en donne aucune. Elles sont dites au conditionnel et se remplacent dans pole.yaml.",
        " The \(ruled) ranges shown here are assumptions: the Pôle's fact sheet gives none. They are worded in the conditional and can be replaced in pole.yaml."
      )
    case (1, _):
      return Text(
        " Une des \(ruled) portées d’action montrées ici est une hypothèse : elle est dite au conditionnel et se remplace dans pole.yaml.",
        " One of the \(ruled) ranges shown here is an assumption: it is worded in the conditional and can be replaced in pole.yaml."
      )
    default:
      return Text(
        " \(assumed) des \(ruled) portées d’action montrées ici sont des hypothèses : elles sont dites au conditionnel et se remplacent dans pole.yaml.",
        " \(assumed) of the \(ruled) ranges shown here are assumptions: they are worded in the conditional and can be replaced in pole.yaml."
      )
    }
  }

  /// Where everything comes from.
  var sources: [(heading: String?, text: String)] {
    var paragraphs: [(heading: String?, text: String)] = [
      (
        Text("Le Pôle", "The Pôle")[language],
        Text("Fiche du Pôle d’économie solidaire, une page.", "The Pôle's fact sheet, one page.")[language]
      ),
      (
        Text("Territoire", "Territory")[language],
        (Phrases.territorySource(project.pole) + Text(same: "."))[language]
      ),
      (Text("Géographie", "Geography")[language], (Phrases.geography + Text(same: "."))[language]),
    ]
    for site in project.pole.sites where site.support.basis == .declared {
      let by = site.support.by ?? ""
      paragraphs.append((site.name, Text("Déclaré par : \(by).", "Declared by: \(by).")[language]))
    }
    if let register = try? project.register() {
      var seen: [String] = []
      for figure in register.figures {
        let label = figure.publication.label[language]
        if !seen.contains(label) { seen.append(label) }
      }
      paragraphs.append(
        (Text("Chiffres publiés", "Published figures")[language], seen.joined(separator: " · ")))
    }
    return paragraphs
  }
}
