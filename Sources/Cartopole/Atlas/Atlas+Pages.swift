import Bytes
import Cartography
import Maps
import Reach
import Territory

extension Atlas {
  /// `atlas.pdf`: the cover with the contents, maps, main tables, assumptions and sources.
  func book(_ contents: Contents) -> Book {
    var pages = sections(contents)
    let entries = pages.enumerated().compactMap { index, page in
      page.bookmark.map { ContentsPages.Entry(part: page.part, title: $0, page: index) }
    }
    let cover = ContentsPages(title, [introduction], entries, language, look.theme).pages()
    pages.insert(contentsOf: cover.enumerated().map { Book.Page(drawing: $1, bookmark: $0 == 0 ? title : nil) }, at: 0)
    for number in pages.indices {
      pages[number].drawing.text(
        "\(number + 1) / \(pages.count)", Page.width - 14, Page.height - 6, class: "t10", anchor: .end)
    }
    return Book(title: title, subject: introduction, author: project.pole.title, language: language, pages: pages)
  }

  /// The pages after the cover.
  private func sections(_ contents: Contents) -> [Book.Page] {
    func map(_ plate: Plate, _ part: Text) -> Book.Page {
      Book.Page(drawing: Page.map(plate.drawing), bookmark: plate.drawing.title, part: part[language])
    }
    var pages = contents.plates.map { map($0, Text("Cartes", "Maps")) }
    // The lists of communes of each action would fill many pages; they are on the page and in the workbook.
    for table in contents.tables where !ReachTables.isList(table) {
      pages += TablePages(table, language, look.theme).pages().enumerated().map { index, drawing in
        Book.Page(
          drawing: drawing, bookmark: index == 0 ? drawing.title : nil, part: Text("Tableaux", "Tables")[language])
      }
    }
    let simulations = printsSimulations ? contents.simulations : []
    if !simulations.isEmpty {
      let notes = simulations.map { (heading: String?.some($0.scenario.title), text: $0.scenario.note ?? "") }
      let heading = Simulation.heading
      let page = Page.text(heading[language], notes, language, look.theme)
      pages.append(Book.Page(drawing: page, bookmark: heading[language], part: Text(same: "Simulations")[language]))
      pages += simulations.flatMap(\.plates).map { map($0, Text(same: "Simulations")) }
    }
    let heading = Text(same: "Sources")[language]
    pages.append(Book.Page(drawing: Page.text(heading, sources, language, look.theme), bookmark: heading))
    return pages
  }

  var title: String { project.pole.title }

  /// What the atlas is and what its numbers rest on; this comes first, because every reader reads it.
  var introduction: String {
    let count = project.ground.layer.count
    let name = subject.territoryName
    let people = project.ground.layer.population.words
    return
      (Text("\(name.fr), \(count) communes, \(people.fr).", "\(name.en), \(count) communes, \(people.en).")
      + assumptions)[language]
  }

  /// The number of ranges that are assumptions; empty when none is.
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

  /// The sources of everything in the atlas.
  var sources: [(heading: String?, text: String)] {
    var paragraphs: [(heading: String?, text: String)] = [
      (
        Text("Le Pôle", "The Pôle")[language],
        Text("Fiche du Pôle d’économie solidaire, une page.", "The Pôle's fact sheet, one page.")[language]
      ),
      (Text("Territoire", "Territory")[language], (Phrases.territorySource(project.pole) + Text(same: "."))[language]),
      (Text("Géographie", "Geography")[language], (Phrases.geography(subject) + Text(same: "."))[language]),
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
      paragraphs.append((Text("Chiffres publiés", "Published figures")[language], seen.joined(separator: " · ")))
    }
    return paragraphs
  }
}
