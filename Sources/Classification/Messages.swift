import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: ClassBreaks
  static func boundTooLarge(_ name: String) -> Text {
    Text("\(name) donne une borne trop grande pour un nombre", "\(name) gives a bound too large for a number")
  }
  static let divideValuesOrChangeMethod = Text(
    "divisez les valeurs, ou prenez une autre méthode", "divide the values, or take another method")
  static func repeatedBoundsMergeClasses(_ asked: Int, _ kept: Int) -> Text {
    Text("bornes répétées : \(asked) classes ramenées à \(kept)", "repeated bounds: \(asked) classes became \(kept)")
  }
  static let allValuesAreEqual = Text("toutes les valeurs sont égales", "all values are equal")
  static func fewerValuesThanClasses(_ distinct: Int, _ classes: Int) -> Text {
    Text(
      "\(distinct) valeurs distinctes pour \(classes) classes demandées",
      "\(distinct) different values for the \(classes) classes asked")
  }

  // MARK: ClassMethod
  static func headLimitOutOfRange(_ headLimit: Double) -> Text {
    Text("la limite de tête \(headLimit) est hors de ]0, 1]", "head limit \(headLimit) is not in ]0, 1]")
  }
  static func unknownClassMethod(_ name: String) -> Text {
    Text("méthode de classes inconnue « \(name) »", "unknown class method \"\(name)\"")
  }

  // MARK: BoxPlot
  static let quartilesWithOutliersApart = Text(
    "quartiles, et valeurs extrêmes à part", "quartiles, with outliers apart")

  // MARK: Geometric
  static let geometricProgression = Text(
    "progression géométrique (valeurs positives)", "geometric progression (positive values)")
  static let geometricWantsPositiveValues = Text(
    "geometric veut des valeurs au-dessus de 0", "geometric wants values above 0")
  static let takeAnotherMethod = Text(
    "prenez une autre méthode, comme quantile ou jenks", "take another method, such as quantile or jenks")

  // MARK: HeadTail
  static let cutsRepeatedlyAtTheMean = Text(
    "coupe à la moyenne, puis de nouveau au-dessus", "cuts at the mean, then again above it")

  // MARK: Jenks
  static let smallestVarianceWithinClasses = Text(
    "variance intraclasse la plus petite (Fisher, exact)", "smallest variance within classes (Fisher, exact)")

  // MARK: Manual
  static let upperBoundsChosenByHand = Text("bornes supérieures choisies à la main", "upper bounds chosen by hand")
  static let manualWantsAscendingBounds = Text("manual veut des bornes croissantes", "manual wants ascending bounds")
  static let exampleOfBreaks = Text("par exemple ‹breaks› 100,300,1000", "such as ‹breaks› 100,300,1000")
  static func valueAboveTheLastBound(_ value: String, _ bound: String) -> Text {
    Text(
      "la valeur \(value) dépasse la dernière borne, \(bound)", "the value \(value) is above the last bound, \(bound)")
  }
  static func giveALargerLastBound(_ least: String) -> Text {
    Text("donnez une dernière borne d’au moins \(least)", "give a last bound of at least \(least)")
  }

  // MARK: MaximumBreaks
  static let cutsInTheWidestGaps = Text(
    "coupe au milieu des plus grands vides", "cuts in the middle of the widest gaps")

  // MARK: Pretty
  static let roundBoundsAsInR = Text("bornes rondes, comme pretty() de R", "round bounds, as R's pretty()")

  // MARK: Quantiles
  static let equalCountsByQuantiles = Text("effectifs égaux (quantiles de type 7)", "equal counts (type 7 quantiles)")

  // MARK: StandardDeviations
  static let meanAndStandardDeviations = Text("moyenne ± 1 et 2 écarts-types", "mean ± 1 and 2 standard deviations")
}
