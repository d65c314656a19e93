import Bytes
import Pole
import Pole
import Territory

/// The project file that `init` writes when it starts from nothing.
public enum ProjectTemplate {
  /// A valid project without actions, with comments that say what to add.
  ///
  /// - Parameters:
  ///   - title: title of the project.
  ///   - territory: name of its territory.
  ///   - layer: shapefile of the communes, relative to the project file.
  ///   - cog: vintage of the commune codes in the layer, a year of the COG.
  public static func yaml(title: String, territory: String, layer: String, cog: Int) -> String {
    """
    # A Cartopôle project. Keys are English and fixed; values are yours.
    #   basis: source      your fact sheet says it
    #   basis: declared    somebody says it: add by: (who) and date: (2009, 2009-06 or 2009-06-30)
    #   basis: assumption  nobody said it: add reason: (why it is supposed)

    schema: 1

    title: \(YAMLText.scalar(title))

    territory:
      name: \(YAMLText.scalar(territory))
      layer: \(YAMLText.scalar(layer))
      cog: \(cog)
      basis: assumption
      reason: Toutes les communes de la couche ; à remplacer par la source de la liste.

    # What stands at the foot of every map, and the projection if the legal one of your départements does not suit.
    # sources: IGN, ADMIN EXPRESS, 2025 ; Insee, populations légales 2021. Licence Ouverte 2.0
    # crs: EPSG:2154

    # Where you work from; remove the # of the lines you fill in.
    # sites:
    #   - id: siege
    #     name: Notre siège
    #     insee: "91223"
    #     basis: source
    #     position:
    #       latitude: 48.435
    #       longitude: 2.162222
    #       basis: source

    # What you do. `cartopole action add` writes here too:
    #   - id: epicerie
    #     title: Épicerie solidaire
    #     status: realised             # or planned
    #     basis: source
    #     reach:                       # or no_rule: undecided, or no_rule: internal
    #       basis: assumption
    #       reason: Pourquoi on le suppose
    #       rules:
    #         - within_km: { site: siege, km: 15 }
    #         - communes: ["91223"]
    actions: []

    """
  }
}
