import Bytes
import Cartography
import Maps

/// `index.html`: every map and table of the atlas on one page, without script.
struct HTMLReport {
  private let atlas: Atlas
  private let plates: [Atlas.Plate]
  private let tables: [Table]
  private let simulations: [Simulation]
  private let hasPictures: Bool
  private var language: Language { atlas.language }

  init(_ atlas: Atlas, plates: [Atlas.Plate], tables: [Table], simulations: [Simulation], hasPictures: Bool) {
    self.simulations = simulations
    self.atlas = atlas
    self.plates = plates
    self.tables = tables
    self.hasPictures = hasPictures
  }

  func html() -> String {
    let title = Escape.markup(atlas.title)
    var out = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <p class="lead">\(Escape.markup(atlas.introduction))</p>

      """
    if hasPictures {
      let label = say(
        "Tout l’atlas en un fichier à imprimer (PDF, A4)", "The whole atlas in one file to print (PDF, A4)")
      out += "<p><a href=\"atlas.pdf\">\(Escape.markup(label))</a></p>\n"
    }
    out += navigation() + "</header>\n<main>\n"
    out += section("maps", say("Cartes", "Maps"))
    for plate in plates { out += figure(plate, in: "maps") }
    out += "</section>\n" + section("tables", say("Tableaux", "Tables"))
    for table in tables { out += block(table) }
    if !simulations.isEmpty { out += "</section>\n" + simulationSection() }
    out += "</section>\n" + section("sources", say("Sources", "Sources"))
    for paragraph in atlas.sources {
      if let heading = paragraph.heading { out += "<h3>\(Escape.markup(heading))</h3>\n" }
      out += "<p>\(Escape.markup(paragraph.text))</p>\n"
    }
    return out + "</section>\n</main>\n<footer>Cartopôle \(Version.text)</footer>\n</body>\n</html>\n"
  }

  private func say(_ fr: String, _ en: String) -> String { Text(fr, en)[language] }

  private func section(_ id: String, _ title: String) -> String {
    "<section id=\"\(id)\">\n<h2>\(Escape.markup(title))</h2>\n"
  }

  private func navigation() -> String {
    var out = "<nav>\n<ul>\n"
    for plate in plates {
      out += "<li><a href=\"#\(plate.name)\">\(Escape.markup(plate.drawing.title))</a></li>\n"
    }
    for table in tables where !table.name.hasPrefix("reach-") {
      out += "<li><a href=\"#table-\(table.name)\">\(Escape.markup(table.title[language]))</a></li>\n"
    }
    if !simulations.isEmpty {
      out += "<li><a href=\"#simulations\">\(Escape.markup(Simulation.heading[language]))</a></li>\n"
    }
    return out + "</ul>\n</nav>\n"
  }

  private func simulationSection() -> String {
    var out = section("simulations", Simulation.heading[language])
    for simulation in simulations {
      out += "<h3>\(Escape.markup(simulation.scenario.title))</h3>\n"
      if let note = simulation.scenario.note { out += "<p class=\"lead\">\(Escape.markup(note))</p>\n" }
      for plate in simulation.plates { out += figure(plate, in: "simulations") }
      for table in simulation.tables { out += block(table) }
    }
    return out
  }

  private func figure(_ plate: Atlas.Plate, in folder: String) -> String {
    let alternative = Escape.markup(plate.drawing.summary)
    let svg = "\(folder)/\(plate.name).svg"
    let narrow = plate.phone.map { _ in
      "<source media=\"(max-width:640px)\" srcset=\"\(folder)/\(plate.name)-phone.svg\">"
    }
    var links = "<a href=\"\(svg)\">SVG</a>"
    if hasPictures { links += " · <a href=\"png/\(plate.name).png\">PNG</a>" }
    return """
      <figure id="\(plate.name)">
      <a href="\(svg)"><picture>\(narrow ?? "")<img src="\(svg)" alt="\(alternative)" width="\(Int(plate.drawing.width))" height="\(Int(plate.drawing.height))" loading="lazy"></picture></a>
      <figcaption>\(links)</figcaption>
      </figure>

      """
  }

  /// A table, folded when it is long, with its files.
  private func block(_ table: Table) -> String {
    let base = "tables/\(table.name)"
    let links =
      "<p class=\"files\"><a href=\"\(base).csv\">CSV</a> · <a href=\"\(base)-excel.csv\">Excel</a> · "
      + "<a href=\"\(base).md\">Markdown</a></p>\n"
    let body = "<div class=\"wide\">\n\(table.printed.html(language))</div>\n\(links)"
    guard table.rows.count > 20 else { return "<article id=\"table-\(table.name)\">\n\(body)</article>\n" }
    let rows = say("\(table.rows.count) lignes", "\(table.rows.count) rows")
    return """
      <article id="table-\(table.name)">
      <details>
      <summary>\(Escape.markup(table.title[language])) (\(rows))</summary>
      \(body)</details>
      </article>

      """
  }

  private static let style = """
    :root{color-scheme:light;--ink:#20262e;--grey:#5d646d;--line:#d9dbde;--accent:#22607f}
    body{font:16px/1.5 "Inter","Liberation Sans",Arial,sans-serif;color:var(--ink);background:#fff;margin:0}
    header,main,footer{max-width:1040px;margin:0 auto;padding:0 20px}
    h1{font-size:32px;line-height:1.2;margin:40px 0 8px}
    h2{font-size:24px;margin:48px 0 16px;border-top:2px solid var(--ink);padding-top:12px}
    h3{font-size:16px;margin:20px 0 4px}
    .lead{font-size:18px;max-width:760px}
    nav ul{columns:2;column-gap:32px;padding-left:18px;font-size:14px}
    nav li{break-inside:avoid;margin-bottom:4px}
    a{color:var(--accent)}
    figure{margin:0 0 48px}
    img{width:100%;height:auto;border:1px solid var(--line)}
    figcaption,.files,.note,footer{font-size:14px;color:var(--grey)}
    article{margin:0 0 32px}
    summary{cursor:pointer;font-weight:700}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums;width:100%}
    caption{text-align:left;font-weight:700;font-size:16px;padding:8px 0}
    th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid var(--line);font-weight:400}
    thead th{font-weight:700;border-bottom:2px solid var(--ink);vertical-align:bottom}
    .n{text-align:right;white-space:nowrap}
    footer{padding:32px 20px 48px}
    @media (max-width:640px){nav ul{columns:1}h1{font-size:26px}}
    @media print{nav,.files{display:none}figure,article{break-inside:avoid}}
    """
}
