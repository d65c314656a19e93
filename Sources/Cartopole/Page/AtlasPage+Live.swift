import Bytes
import Maps

extension AtlasPage {
  private func said(_ fr: String, _ en: String) -> String { Escape.markup(atlas.said(Text(fr, en))) }

  /// The part of the page that a script brings to life; without script it stays hidden, and the still maps below say the
  /// same.
  func liveSection() -> String {
    guard let first = views.first else { return "" }
    return """
      <section id="explore" class="map" data-view="\(Escape.markup(first.id))" hidden>
      <h2>\(said("Explorer la carte", "Explore the map"))</h2>
      <div class="tools">
      <p><label for="show">\(said("Montrer", "Show"))</label> <select id="show">
      \(options())</select></p>
      <div class="search"><label for="search">\(said("Trouver une commune", "Find a commune"))</label>
      <input id="search" type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="found" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="\(said("nom ou code", "name or code"))">
      <ul id="found" role="listbox" aria-label="\(said("Communes trouvées", "Communes found"))" hidden></ul></div>
      </div>
      <h3 id="map-title"></h3>
      <p id="map-subtitle" class="note"></p>
      <p id="trial-banner" hidden></p>
      <div class="stage">
      <div class="canvas">
      \(map())
      <p class="zoom"><button type="button" id="zoom-in" aria-label="\(said("Agrandir", "Enlarge"))">+</button><button type="button" id="zoom-out" aria-label="\(said("Réduire", "Reduce"))">−</button><button type="button" id="zoom-all" aria-label="\(said("Voir tout le territoire", "See the whole territory"))">0</button></p>
      <p id="gesture" class="note" aria-hidden="true"></p>
      </div>
      <p id="keys" class="note"></p>
      <div class="side">
      <div id="legend" role="group" aria-label="\(said("Légende", "Legend"))"></div>
      <div id="commune" role="region" aria-label="\(said("Commune choisie", "Chosen commune"))"></div>
      </div>
      \(whatIf())
      <p id="map-source" class="note"></p>
      </div>
      <div id="list"><p class="files"><span id="shown"></span> <button type="button" id="download">\(said("Télécharger ce tableau (CSV)", "Download this table (CSV)"))</button></p></div>
      <p id="status" class="heard" role="status"></p>
      <p id="status-too" class="heard" role="status"></p>
      </section>

      """
  }

  private func options() -> String {
    views.map { "<option value=\"\(Escape.markup($0.id))\">\(Escape.markup($0.label))</option>\n" }.joined()
  }

  private func map() -> String {
    let shapes = atlas.look.shapes
    let (width, height) = (
      ByteWriter.fixed(shapes.size.width, decimals: 1), ByteWriter.fixed(shapes.size.height, decimals: 1)
    )
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let over = views.map { "<g class=\"over\" data-of=\"\(Escape.markup($0.id))\">\n\(text($0.map.over))</g>\n" }
    return """
      <svg id="map" viewBox="0 0 \(width) \(height)">
      <defs>\(views.map(\.map.patterns).joined())</defs>
      <rect class="ground" width="\(width)" height="\(height)"/>
      <g id="camera">
      <use href="#\(SharedShapes.around)"/>
      <g id="communes-drawn" role="listbox" aria-label="\(said("Communes du territoire", "Communes of the territory"))" aria-describedby="keys"></g>
      <g class="still"><use href="#\(SharedShapes.boundaries)"/><use href="#\(SharedShapes.limit)"/>
      \(over.joined())\(text(shapes.sites))<g id="trial"></g>
      <path id="pinned"/><path id="ring"/><path id="ring-inner"/></g>
      <g id="names" class="still" aria-hidden="true"></g>
      </g>
      </svg>
      """
  }

  /// The radius that a reader may try. It never changes the project, and says so wherever it is seen.
  private func whatIf() -> String {
    """
    <form id="what-if">
    <h3>\(said("Et si le rayon était autre ?", "What if the radius were different?"))</h3>
    <p><strong>\(said("Essai : rien n’est décidé.", "A trial: nothing is decided."))</strong> \(said("Ce que vous réglez ici ne change ni le projet ni ses cartes.", "What you set here changes neither the project nor its maps."))</p>
    <p><label for="start">\(said("Départ", "Start"))</label> <select id="start"></select></p>
    <p><label for="km">\(said("Rayon à vol d’oiseau", "Radius as the crow flies"))</label> <input id="km" type="range" min="0" max="60" step="0.5" value="15"> <output id="km-said" for="km"></output></p>
    <div id="trial-said"></div>
    <p><button type="button" id="stop">\(said("Terminer l’essai", "End the trial"))</button></p>
    <div id="note"><p class="note">\(said("Pour le noter dans le projet comme hypothèse :", "To note it in the project as an assumption:"))</p>
    <p class="line"><code id="line"></code> <button type="button" id="copy">\(said("Copier", "Copy"))</button></p></div>
    </form>
    """
  }
}
