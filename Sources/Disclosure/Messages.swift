import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: CheckComponent
  static let printedTotalIsNoSum = Text(
    "le total publié n’est pas la somme de ses parties", "the printed total is not the sum of its parts")

  // MARK: DisclosureCheck+Insiders
  static let secretValuesContradictTotals = Text(
    "les valeurs secrètes ne s’accordent pas avec les totaux publiés",
    "the secret values do not agree with the published totals")

  // MARK: DisclosureCheck
  static let noTableSatisfiesPublication = Text(
    "aucun tableau ne satisfait ce qui est publié", "no table satisfies what is published")

  // MARK: LinearProgram
  static let disclosureCheckNeedsClp = Text(
    "le contrôle du secret demande la bibliothèque Clp, introuvable",
    "the disclosure check needs the Clp library, which was not found")

  // MARK: DisclosureProblem
  static let onlyNonnegativeValuesAreProtected = Text(
    "le secret statistique ne protège que des valeurs positives ou nulles",
    "disclosure control protects only values of 0 or more")
  static func totalAndPartsDiffer(_ total: Double, _ sum: Double) -> Text {
    Text("le total vaut \(total), ses parties font \(sum)", "the total is \(total), its parts add up to \(sum)")
  }
  static let giveTheSumOfParts = Text(
    "donnez un total qui soit la somme de ses parties", "give a total that is the sum of its parts")
  static let valueIsOutsidePublishedBounds = Text(
    "la valeur est hors de ses bornes publiées", "the value is outside its published bounds")
  static func unitExceedsTheCell(_ contribution: Double) -> Text {
    Text(
      "une unité y apporte \(contribution), plus que la case entière",
      "one unit contributes \(contribution), more than the whole cell")
  }
}
