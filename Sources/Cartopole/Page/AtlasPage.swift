import Bytes
import Cartography
import Maps
import PageAssets

/// `index.html`: every map and table of the atlas on one page, which holds all it needs and reads in full without
/// script.
struct AtlasPage {
  let atlas: Atlas
  let contents: Atlas.Contents
  /// What its live map can show.
  let views: [LiveView]

  var language: Language { atlas.language }

  /// Throws what reading the project's model of visibility throws.
  func html() throws(Problem) -> String {
    let (style, script, data) = (style, PageAssets.script, try data())
    let title = Escape.markup(atlas.title)
    var out = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '\(Self.hash(script))'; style-src '\(Self.hash(style))'; img-src data:; base-uri 'none'; form-action 'none'">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <svg class="map shapes" width="0" height="0" aria-hidden="true">\(String(decoding: atlas.look.shapes.markup, as: UTF8.self))</svg>
      <header>
      <h1>\(title)</h1>
      <p class="lead">\(Escape.markup(atlas.introduction))</p>

      """
    var whole = [
      (
        Workbook.file,
        say("Tous les tableaux en un classeur (Excel, LibreOffice)", "Every table in one workbook (Excel, LibreOffice)")
      )
    ]
    if atlas.hasPictures {
      let label = say(
        "Tout l’atlas en un fichier à imprimer (PDF, A4)", "The whole atlas in one file to print (PDF, A4)")
      whole.insert(("atlas.pdf", label), at: 0)
    }
    if atlas.hasPictures, atlas.isPublic {
      whole += [
        (Atlas.publicFiles.handout, say("Une page à distribuer (PDF, A4)", "One page to hand out (PDF, A4)")),
        (Atlas.publicFiles.slide, say("Une image à projeter (PNG, 16:9)", "A picture to project (PNG, 16:9)")),
      ]
    }
    let links = whole.map { "<a href=\"\($0.0)\">\(Escape.markup($0.1))</a>" }
    out += "<p class=\"files\">\(links.joined(separator: " · "))</p>\n"
    out += navigation() + "</header>\n<main>\n" + liveSection()
    out += section("maps", say("Cartes", "Maps"))
    for plate in contents.plates { out += figure(plate, in: "maps", heading: "h3") }
    out += endOfSection + section("tables", say("Tableaux", "Tables"))
    for table in shownTables { out += block(table, heading: "h3") }
    out += withoutReach()
    if !contents.simulations.isEmpty { out += endOfSection + simulationSection() }
    out += openQuestions()
    out += endOfSection + section("sources", say("Sources", "Sources"))
    for paragraph in atlas.sources {
      if let heading = paragraph.heading { out += "<h3>\(Escape.markup(heading))</h3>\n" }
      out += "<p>\(Escape.markup(paragraph.text))</p>\n"
    }
    out += endOfSection + "</main>\n<footer>\(declaration)Cartopôle \(Version.text)</footer>\n"
    out += "<script type=\"application/json\" id=\"data\">\(data)</script>\n<script>\(script)</script>\n"
    return out + "</body>\n</html>\n"
  }

  /// The declaration of accessibility, whose addresses can be followed.
  private var declaration: String {
    guard let words = atlas.project.pole.accessibility?[language] else { return "" }
    let parts = words.split(separator: " ").map { word -> String in
      let text = Escape.markup(String(word))
      return word.hasPrefix("https://") ? "<a href=\"\(text)\">\(text)</a>" : text
    }
    return "<p id=\"accessibility\">\(parts.joined(separator: " "))</p>\n"
  }

  /// The hash by which a policy admits an element with this text.
  private static func hash(_ text: String) -> String { "sha256-" + Base64.text(SHA256.digest(Array(text.utf8))) }

  private func say(_ fr: String, _ en: String) -> String { Text(fr, en)[language] }

  private func section(_ id: String, _ title: String) -> String {
    "<section id=\"\(id)\">\n<h2>\(Escape.markup(title))</h2>\n"
  }

  private var endOfSection: String {
    "<p class=\"files\"><a href=\"#contents\">\(say("↑ Sommaire", "↑ Contents"))</a></p>\n</section>\n"
  }

  // MARK: Contents

  /// The sections in one line, then all their entries, folded, because
  /// the first map matters most to the reader.
  private func navigation() -> String {
    let tables = shownTables
    let simulations = contents.simulations
    let counts = [
      ("maps", Text("\(contents.plates.count) cartes", "\(contents.plates.count) maps")),
      ("tables", Text("\(tables.count) tableaux", "\(tables.count) tables")),
      ("simulations", simulations.isEmpty ? nil : Self.simulations(simulations.count)),
      ("open", atlas.openQuestions.isEmpty ? nil : Text(same: atlas.openTitle)),
      ("sources", Text("sources", "sources")),
    ]
    let links = counts.compactMap { id, words in words.map { link(to: id, $0[language]) } }
    var out = "<nav id=\"contents\" aria-label=\"\(say("Sommaire", "Contents"))\">\n"
    out += "<p class=\"files\">\(links.joined(separator: " · "))</p>\n"
    out += "<details>\n<summary>\(say("Sommaire détaillé", "Detailed contents"))</summary>\n"
    out += group(say("Cartes", "Maps"), contents.plates.map { ($0.name, $0.drawing.title) })
    out += group(say("Tableaux", "Tables"), tables.map { ("table-" + $0.name, $0.title[language]) })
    if !simulations.isEmpty {
      out += "<p class=\"group\">\(link(to: "simulations", Simulation.heading[language]))</p>\n"
    }
    return out + "</details>\n</nav>\n"
  }

  private static func simulations(_ count: Int) -> Text {
    count == 1 ? Text(same: "1 simulation") : Text(same: "\(count) simulations")
  }

  private func group(_ title: String, _ entries: [(id: String, title: String)]) -> String {
    "<p class=\"group\">\(Escape.markup(title))</p>\n" + list(entries)
  }

  private func list(_ entries: [(id: String, title: String)]) -> String {
    "<ul>\n" + entries.map { "<li>\(link(to: $0.id, $0.title))</li>\n" }.joined() + "</ul>\n"
  }

  private func link(to id: String, _ words: String) -> String { "<a href=\"#\(id)\">\(Escape.markup(words))</a>" }

  /// What the project cannot answer yet, each with the line or command that would answer it; empty without any.
  private func openQuestions() -> String {
    let open = atlas.openQuestions
    guard !open.isEmpty else { return "" }
    var out = endOfSection + section("open", atlas.openTitle)
    out +=
      "<p class=\"note\">\(say("Une ligne se met dans pole.yaml, sans # devant, à la place de celle de la même clé ; ses valeurs sont des exemples.", "A line goes into pole.yaml, without # before it, in the place of that of the same key; its values are examples."))</p>\n"
    for one in open {
      out +=
        "<h3>\(Escape.markup(one.question[language]))</h3>\n<p>\(Escape.markup(one.missing[language].capitalisedFirst))</p>\n"
      out += "<p class=\"line\"><code>\(Escape.markup(one.line))</code></p>\n"
    }
    return out
  }

  // MARK: Maps

  private func simulationSection() -> String {
    var out = section("simulations", Simulation.heading[language])
    let entries = contents.simulations.map { ("simulation-" + $0.id, $0.scenario.title[language]) }
    out += "<nav aria-label=\"Simulations\">\n\(list(entries))</nav>\n"
    for simulation in contents.simulations {
      out += "<h3 id=\"simulation-\(simulation.id)\">\(Escape.markup(simulation.scenario.title[language]))</h3>\n"
      if let note = simulation.scenario.note { out += "<p class=\"lead\">\(Escape.markup(note[language]))</p>\n" }
      for plate in simulation.plates { out += figure(plate, in: "simulations", heading: "h4") }
      for table in simulation.tables { out += block(table, heading: "h4") }
    }
    return out
  }

  /// A map as the reader's screen shows it, with the files of the full map and the same data in words. The
  /// picture contains the title, so that the heading is for screen readers.
  private func figure(_ plate: Plate, in folder: String, heading: String) -> String {
    let file = plate.file(in: folder)
    let title = Escape.markup(plate.drawing.title)
    let lines = plate.drawing.summary.split(separator: "\n").map { Escape.markup(String($0)) }
    var links = [("SVG", file)]
    if atlas.hasPictures { links.append(("PNG", "png/\(plate.name).png")) }
    var files = links.map { "<a href=\"\($0.1)\" aria-label=\"\($0.0) – \(title)\">\($0.0)</a>" }
    let same = contents.everyTable.filter { plate.tables.contains($0.name) && !$0.rows.isEmpty }
    files += same.map { link(to: "table-\($0.name)", say("Tableau : ", "Table: ") + $0.title[language]) }
    return """
      <figure id="\(plate.name)">
      <\(heading) class="heard" id="\(plate.name)-heading">\(title)</\(heading)>
      <div class="sheet" role="group" tabindex="0" aria-labelledby="\(plate.name)-heading">\(String(decoding: plate.page.drawing.inline(), as: UTF8.self))</div>
      <figcaption>
      <p class="files">\(files.joined(separator: " · "))</p>
      <details class="words"><summary>\(say("La carte en toutes lettres", "The map in words"))</summary>
      <p>\(lines.dropFirst().joined(separator: "<br>\n"))</p></details>
      </figcaption>
      </figure>

      """
  }

  // MARK: Tables

  /// The tables that have rows; that of an action without a reach rule has none.
  private var shownTables: [Table] { contents.tables.filter { !$0.isReachOfNone } }

  /// The actions without a reach rule, and the reasons.
  private func withoutReach() -> String {
    let none = contents.tables.filter(\.isReachOfNone)
    guard !none.isEmpty else { return "" }
    let title = say("Actions sans carte ni liste de communes", "Actions without a map or a list of communes")
    let items = none.map { "<li>\(Escape.markup($0.title[language]))</li>\n" }.joined()
    return "<article>\n<h3>\(Escape.markup(title))</h3>\n<ul>\n\(items)</ul>\n</article>\n"
  }

  /// A table with its files, folded when it is long. Its title stands outside the part that scrolls.
  private func block(_ table: Table, heading: String) -> String {
    let base = "tables/\(table.name)"
    let id = "table-\(table.name)"
    let title = Escape.markup(table.title[language])
    let links = [("CSV", ".csv"), ("Excel", "-excel.csv"), ("Markdown", ".md")].map { name, end in
      "<a href=\"\(base)\(end)\" aria-label=\"\(name) – \(title)\">\(name)</a>"
    }
    var body = ""
    if !table.rows.isEmpty {
      body += "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(id)-title\">\n"
      body += table.printed.html(language, labelledBy: "\(id)-title") + "</div>\n"
    } else {
      body += "<p>\(say("Aucune ligne.", "No rows."))</p>\n"
    }
    for note in table.notes { body += "<p class=\"note\">\(Escape.markup(note[language]))</p>\n" }
    let maps = contents.everyPlate.filter { $0.tables.contains(table.name) }.map {
      link(to: $0.name, say("Carte : ", "Map: ") + $0.drawing.title)
    }
    body += "<p class=\"files\">\((links + maps).joined(separator: " · "))</p>\n"
    guard table.rows.count > 20 else {
      return """
        <article id="\(id)">
        <\(heading) id="\(id)-title">\(title)</\(heading)>
        \(body)</article>

        """
    }
    let rows = Numerals.count(table.rows.count, fr: ("ligne", "lignes"), en: ("row", "rows"))[language]
    return """
      <article id="\(id)">
      <details>
      <summary><\(heading) id="\(id)-title">\(title)</\(heading)> <span class="note">(\(rows))</span></summary>
      \(body)</details>
      </article>

      """
  }
}

extension Table {
  /// Whether this is the list of communes of an action without a reach rule; its title says why it is empty.
  fileprivate var isReachOfNone: Bool { rows.isEmpty && ReachTables.isList(self) }
}
