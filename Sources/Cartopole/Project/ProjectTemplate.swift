import Bytes
import Pole

/// The project file that `init` writes: valid, in French, with every key; those that are not known yet stand behind
/// a `#`.
public struct ProjectTemplate: Sendable {
  /// Title of the project.
  public var title: String
  /// Name of its territory.
  public var territory: String
  /// Layer of the communes, relative to the project file.
  public var layer: String
  /// Vintage of the commune codes in the layer, a year of the COG.
  public var cog: Int
  /// List of the communes, relative to the project file; `nil` for all those of the layer.
  public var list: String?
  /// Why the communes are those of the territory; `nil` when the Pôle listed them or an official area says it.
  public var reason: String?
  /// Layer of the communes around, relative to the project file; `nil` for none.
  public var context: String?
  /// Layer of the communes of the région, relative to the project file; `nil` for none.
  public var region: String?
  /// Where outlines and populations come from, for the foot of maps; `nil` when that is not known.
  public var sources: String?
  /// Register of published figures, relative to the project file; `nil` for none.
  public var figures: String?
  /// Tables of populations, relative to the project file.
  public var populations: [String] = []
  /// Where the Pôle works from: code and name of the commune, and its position when it lies outside the territory.
  public var site: (insee: String, commune: String, position: (latitude: Double, longitude: Double)?)?

  /// A project over the communes of a layer, with nothing else known.
  public init(title: String, territory: String, layer: String, cog: Int) {
    (self.title, self.territory, self.layer, self.cog) = (title, territory, layer, cog)
  }

  /// A line of YAML, behind a `#` while the value is not known; `example` stands in its place.
  private func line(_ key: String, _ value: String?, example: String, _ note: String, indent: Int = 0) -> String {
    let text = String(repeating: " ", count: indent) + key + ": " + (value.map(YAMLText.scalar) ?? example)
    let padded = text + String(repeating: " ", count: max(1, 35 - text.count - (value == nil ? 1 : 0)))
    return (value == nil ? "#" : "") + padded + "# " + note
  }

  /// The text of the file.
  public var yaml: String {
    """
    # Un projet Cartopôle. Les clés sont en anglais et fixes ; les valeurs sont les vôtres.
    # Ôtez le # qui colle à une ligne pour qu’elle compte, puis : cartopole audit, et cartopole atlas.
    # Sur quoi repose ce qui est dit :
    # - basis: source, votre document le dit ;
    # - basis: declared, quelqu’un le dit : ajoutez by: (qui) et date: (2009, 2009-06 ou 2009-06-30) ;
    # - basis: assumption, personne ne l’a dit : ajoutez reason: (pourquoi on le suppose).

    schema: 1

    title: \(YAMLText.scalar(title))

    # Les communes du Pôle.
    territory:
      name: \(YAMLText.scalar(territory))
    \(line("layer", layer, example: "", "contours, noms, habitants, mairies", indent: 2))
      cog: \(cog)\(String(repeating: " ", count: 24))# année du code officiel géographique de ces codes
    \(line("list", list, example: "communes.csv", "seules ces communes de la couche comptent", indent: 2))
    #  communes_printed: 31            # nombre que donne votre document ; audit le compare
      basis: \(reason == nil ? "source" : "assumption\n  reason: " + YAMLText.scalar(reason!))
    #positions: mairies.csv             # mairies (insee,longitude,latitude), si la couche n’en a pas

    # Ce qui entoure le territoire sur les cartes.
    \(context == nil && region == nil ? "#" : "")background:
    \(line("context", context, example: "alentours.gpkg", "communes voisines, dessinées autour", indent: 2))
    \(line("region", region, example: "region.gpkg", "communes de la région, pour la petite carte de situation", indent: 2))

    # Au pied de chaque carte : producteur, produit, millésime, licence.
    \(sources.map { "sources: " + YAMLText.scalar($0) } ?? "#sources: IGN, ADMIN EXPRESS, 2025 ; Insee, populations légales 2021. Licence Ouverte 2.0")
    #accessibility: "Accessibilité : non conforme"  # déclaration d’un organisme public, au pied de la page
    #crs: EPSG:2154                     # projection des cartes ; sans cette ligne, la légale de vos départements

    # Des chiffres. docs/compare.md dit leurs colonnes.
    \(line("figures", figures, example: "chiffres-ess.csv", "chiffres publiés de l’ESS, une ligne chacun"))
    #populations: { date: 2021 }        # date des habitants ; files: en nomme d’autres, use: dit lesquels compter
    #reference: Bretagne                # à quoi comparer ; sans cette ligne, le territoire le plus large des chiffres
    #statistics: ess.csv                # comptages par commune, écrits par cartopole import
    #travel_times: temps.csv            # minutes de commune à commune : from,to,minutes
    #simulations: [essai.yaml]          # essais à part, qui ne décident rien

    # D’où vous travaillez.
    \(siteLines)

    # Ce que dit votre document : d’abord des chiffres, puis qui est qui.
    #key_figures:
    #  area: Bretagne
    #  area_code: "53"
    #  basis: source
    #  figures:
    #    - { family: all, measure: establishments, value: 1000, unit: établissements employeurs }
    #structures:
    #  - { id: pole, name: Notre Pôle, kind: association, basis: source }
    #  - { id: jardin, name: Le Jardin, kind: association, commune: \(YAMLText.quoted(commune)), basis: source }  # ou position:, publish: exact
    #history:
    #  basis: source
    #  year: 2020
    #  events:
    #    - { text: Création du Pôle, structures: [pole] }
    #members:
    #  basis: source
    #  of: pole
    #  legal_persons: 9
    #  groups:
    #    - { count: 9, kind: associations, list: [{ name: Le Jardin, commune: \(YAMLText.quoted(commune)) }] }
    #employees: { count: 3, basis: source }
    #domain: { text: insertion par l’activité économique, basis: source }
    #premises: { owner: la commune, user: pole, terms: à titre gratuit, basis: source }
    #hosted: { count: 1, structures: [pole], founders: [pole], basis: source }
    #budget:
    #  basis: source
    #  total_eur: 100000
    #  lines:
    #    - { amount_eur: 100000, purpose: fonctionnement, funder: la région }
    #functions: { basis: source, list: [{ name: accueil, holder: pole }] }
    #scores: { basis: source, size: { score: 3, out_of: 5 }, structuring: { score: 4, out_of: 5 } }
    #objective: { text: Coopérer sur le territoire, basis: source }
    #sharing: { basis: source, shared: [locaux], charges: loyers, split_by: surface occupée }
    #assessment:
    #  basis: source
    #  strengths: [{ text: des structures complémentaires }]
    #  weaknesses: [{ text: peu visible }]
    #meetings: { basis: source, practice: régulières, rhythms: [{ who: le bureau, every_months: 1 }] }
    #documents: { basis: source, joined: [{ title: Statuts }] }

    # Comment on voit le Pôle de loin : docs/visibility.md.
    #visibility:
    #  basis: assumption
    #  reason: Force et portée supposées, à régler.
    #  channels:
    #    - id: lieu
    #      name: Le lieu lui-même
    #      strength: 0.9
    #      decay: { kind: exponential, s_km: 8 }
    #      sources: [{ commune: \(YAMLText.quoted(commune)) }]
    #      basis: assumption
    #      reason: À régler.

    # Ce que vous faites, et où. La commande écrit ici, par exemple :
    # cartopole action add epicerie --title 'Épicerie solidaire' --status realised --within-km 15 --commune \(commune) --reason 'rayon à confirmer'
    actions: []

    """
  }

  /// The commune of examples.
  private var commune: String { site?.insee ?? "35236" }

  private var siteLines: String {
    let known = site != nil
    let mark = known ? "" : "#"
    var lines = [
      "sites:", "  - id: siege",
      "    name: " + YAMLText.scalar(known ? "Le siège (" + (site?.commune ?? "") + ")" : "Le siège"),
      "    insee: " + YAMLText.quoted(commune), "    basis: source",
    ].map { mark + $0 }
    let position = site?.position
    lines += [
      "    position:                   # degrés ; sans ces lignes, la mairie",
      "      latitude: " + ByteWriter.fixed(position?.latitude ?? 47.6514, decimals: position == nil ? 4 : 6),
      "      longitude: " + ByteWriter.fixed(position?.longitude ?? -2.0847, decimals: position == nil ? 4 : 6),
      "      basis: source",
    ].map { (position == nil ? "#" : "") + $0 }
    return lines.joined(separator: "\n")
  }
}
