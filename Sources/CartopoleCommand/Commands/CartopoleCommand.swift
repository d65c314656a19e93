import ArgumentParser
import Cartopole

/// `cartopole`: without arguments, it shows the three commands that a beginner needs.
struct CartopoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "cartopole", "Communes, actions d’un Pôle, chiffres de l’ESS : cartes SVG et tableaux.",
    "Communes, a Pôle's actions, figures of the social economy: SVG maps and tables.",
    discussion: example("cartopole atlas"), version: Version.full,
    subcommands: [
      AtlasCommand.self, RenderCommand.self, ReachCommand.self, CompareCommand.self, VisibilityCommand.self,
      SiteCommand.self, ClassifyCommand.self, AuditCommand.self, ImportCommand.self, InspectCommand.self,
      ConvertCommand.self, InitCommand.self, ActionCommand.self,
    ])

  @OptionGroup var common: CommonOptions

  func run() throws {
    let page = "atlas/index.html"
    let isThere = FileBytes.exists(page)
    let text = Text(
      """
      Trois commandes pour commencer :

        cartopole atlas                        toutes les cartes et tous les tableaux, dans ./atlas
        cartopole reach mobilite-solidaire     les communes qu’une action atteint
        cartopole init mon-pole                votre propre projet, à modifier

      \(isThere ? "Page à ouvrir : \(page)" : "Page à ouvrir ensuite : \(page) (cartopole atlas l’écrit)")
      Tout le reste : cartopole --help
      """,
      """
      Three commands to begin with:

        cartopole atlas                        every map and table, in ./atlas
        cartopole reach mobilite-solidaire     the communes an action reaches
        cartopole init my-pole                 a project of your own, to edit

      \(isThere ? "Page to open: \(page)" : "Page to open then: \(page) (cartopole atlas writes it)")
      Everything else: cartopole --help
      """)
    print(text[common.lang])
  }
}
