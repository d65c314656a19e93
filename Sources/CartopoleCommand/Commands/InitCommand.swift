import ArgumentParser
import Cartopole

/// `cartopole init`: makes a project for the user.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: say(
        "Crée un projet : une copie du projet livré, à modifier.",
        "Makes a project: a copy of the shipped one, to edit."),
      discussion: say(
        "Exemple : cartopole init mon-pole --from sud-essonne", "Example: cartopole init my-pole --from sud-essonne"))
  }

  @Argument(help: .words("dossier à créer", "folder to make")) var folder: String

  @Option(
    help: .words(
      "sud-essonne : copie du projet livré ; sans elle, un projet vide à remplir",
      "sud-essonne: a copy of the shipped project; without it, an empty project to fill in"))
  var from: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let made = try ProjectTemplate.make(in: folder, from: from)
    Messages.note(
      Text(
        "projet créé : \(made) ; ensuite : cartopole atlas --project \(folder)",
        "project made: \(made); then: cartopole atlas --project \(folder)"))
  }
}
