import Bytes
import Cartography
import Geometry
import Maps
import Reach
import Territory

extension Atlas {
  /// A page of the book, with the map it shows and the tables that begin on it.
  private struct Leaf {
    var page: Book.Page
    var plate: Plate?
    var tables: [String] = []
  }

  /// `atlas.pdf`: the cover with the contents, maps, main tables, assumptions and sources. Maps and the tables that
  /// say the same lead to each other.
  func book(_ contents: Contents) -> Book {
    var leaves = sections(contents)
    let entries = leaves.enumerated().flatMap { index, leaf in
      leaf.page.bookmarks.map { ContentsPages.Entry(part: leaf.page.part, title: $0, page: index) }
    }
    let accessible = Text.accessibleVersionIsIndexPage
    let cover = ContentsPages(title, [introduction, accessible[language]], entries, language, look.theme).pages()
    let first = cover.enumerated().map { Leaf(page: Book.Page(drawing: $1, bookmarks: $0 == 0 ? [title] : [])) }
    leaves.insert(contentsOf: first, at: 0)
    for number in leaves.indices {
      leaves[number].page.drawing.text(
        "\(number + 1) / \(leaves.count)", Page.width - 14, Page.height - 6, class: "t10", anchor: .end)
      lead(&leaves[number].page.drawing, to: partners(of: leaves[number], in: leaves))
    }
    return Book(
      title: title, subject: introduction, author: project.pole.title, language: language, pages: leaves.map(\.page))
  }

  /// The pages that say the same as a page, with the word for what they have.
  private func partners(of leaf: Leaf, in leaves: [Leaf]) -> [(words: Text, page: Int)] {
    leaves.enumerated().compactMap { index, other in
      if let plate = leaf.plate, !Set(plate.tables).isDisjoint(with: other.tables) {
        return (Text("Tableau : page", "Table: page"), index + 1)
      }
      if let plate = other.plate, !Set(plate.tables).isDisjoint(with: leaf.tables) {
        return (Text("Carte : page", "Map: page"), index + 1)
      }
      return nil
    }
  }

  /// Writes links to pages at the foot of a page.
  private func lead(_ page: inout Drawing, to partners: [(words: Text, page: Int)]) {
    var x = 14.0
    for partner in partners {
      let words = "\(partner.words[language]) \(partner.page)"
      let width = TextMetrics.width(words, size: 10)
      page.text(words, x, Page.height - 6, class: "t10")
      page.link(Bounds(x: x, y: Page.height - 17, width: width, height: 15), toPage: partner.page)
      x += width + 16
    }
  }

  /// The pages after the cover.
  private func sections(_ contents: Contents) -> [Leaf] {
    func text(_ heading: String, _ paragraphs: [(heading: String?, text: String)], _ part: String? = nil) -> Leaf {
      let drawing = Page.text(heading, paragraphs, language, look.theme)
      return Leaf(page: Book.Page(drawing: drawing, bookmarks: [heading], part: part))
    }
    func map(_ plate: Plate, _ part: Text) -> Leaf {
      Leaf(
        page: Book.Page(drawing: Page.map(plate.drawing), bookmarks: [plate.drawing.title], part: part[language]),
        plate: plate)
    }
    var leaves = contents.plates.map { map($0, Text("Cartes", "Maps")) }
    // The lists of communes of each action would fill many pages; they are on the page and in the workbook.
    let tables = contents.tables.filter { !ReachTables.isList($0) }
    let part = Text("Tableaux", "Tables")[language]
    leaves += TablePages.pages(tables, language, look.theme).map { drawing, begun in
      Leaf(
        page: Book.Page(drawing: drawing, bookmarks: begun.map { tables[$0].title[language] }, part: part),
        tables: begun.map { tables[$0].name })
    }
    let simulations = printsSimulations ? contents.simulations : []
    if !simulations.isEmpty {
      let notes = simulations.map {
        (heading: String?.some($0.scenario.title[language]), text: $0.scenario.note?[language] ?? "")
      }
      leaves.append(text(Simulation.heading[language], notes, "Simulations"))
      leaves += simulations.flatMap(\.plates).map { map($0, Text(same: "Simulations")) }
    }
    let open = openQuestions
    if !open.isEmpty {
      let lines = open.map {
        (heading: String?.some($0.question[language]), text: $0.missing[language].capitalisedFirst + " : " + $0.line)
      }
      leaves.append(text(openTitle, lines))
    }
    return leaves + [text("Sources", sources)]
  }

  var title: String { project.pole.title }

  /// What the atlas is and what its numbers rest on; this comes first, because every reader reads it.
  var introduction: String {
    let count = Phrases.communes(project.studyArea.layer.count)
    let name = subject.territoryName
    let people = project.studyArea.layer.population.words
    return said(Text("\(name.fr), \(count.fr), \(people.fr).", "\(name.en), \(count.en), \(people.en).") + assumptions)
  }

  /// The number of ranges that are assumptions; empty when none is.
  private var assumptions: Text {
    let assumed = coverage.reaches.count { $0.hasRules && $0.basis == .assumption }
    let ruled = coverage.reaches.count(where: \.hasRules)
    let unsaid = project.pole.hasFactSheet ? Text.factSheetGivesNone : Text(same: "")
    switch (assumed, ruled) {
    case (0, _): return Text(same: "")
    case (1, 1): return Text.shownRangeIsAssumed + unsaid + Text.rangeIsWordedConditionally
    case (ruled, _): return Text.allShownRangesAreAssumed(ruled) + unsaid + Text.rangesAreWordedConditionally
    case (1, _): return Text.oneShownRangeIsAssumed(ruled)
    default: return Text.someShownRangesAreAssumed(assumed, ruled)
    }
  }

  /// The sources of everything in the atlas.
  var sources: [(heading: String?, text: String)] {
    let told =
      project.pole.hasFactSheet
      ? Text.carriedOverFromFactSheet
      : Text("Projet du Pôle, \(Path.name(project.path)).", "The Pôle's project, \(Path.name(project.path)).")
    var paragraphs: [(heading: String?, text: String)] = [
      (Text("Le Pôle", "The Pôle")[language], told[language]),
      (Text("Territoire", "Territory")[language], (Phrases.territorySource(project.pole) + Text(same: "."))[language]),
      (
        Text("Géographie", "Geography")[language],
        (Phrases.geography(subject, measures: true) + Text(same: "."))[language]
      ),
    ]
    for site in project.pole.sites where site.support.basis == .declared {
      let by = site.support.by ?? ""
      paragraphs.append((site.name[language], Text("Déclaré par : \(by).", "Declared by: \(by).")[language]))
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
