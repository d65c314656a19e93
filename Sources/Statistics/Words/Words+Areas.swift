import Bytes

extension Words {
  /// The name of a published area after "of": "de l’Essonne", "du Val-de-Marne", "des Yvelines", "de Paris".
  static func of(_ area: AreaFacts) -> Text {
    let name = area.name
    guard ["departement", "region"].contains(area.level) else { return Text("de \(name)", "of \(name)") }
    return Text(genitive(name), "of \(name)")
  }

  private static func genitive(_ name: String) -> String {
    let folded = name.folded
    if bare.contains(folded) { return "de " + name }
    if plural.contains(where: folded.hasPrefix) { return "des " + name }
    if let first = folded.first, "aeiou".contains(first) || folded == "herault" { return "de l’" + name }
    return (masculine.contains(folded) ? "du " : "de la ") + name
  }

  private static let bare: Set<String> = ["paris", "mayotte", "la reunion"]
  private static let plural = [
    "alpes-", "hautes-", "hauts-", "ardennes", "bouches-", "cotes-", "deux-", "pyrenees-", "landes", "vosges",
    "yvelines", "pays de",
  ]
  private static let masculine: Set<String> = [
    "calvados", "cantal", "cher", "doubs", "finistere", "gard", "gers", "jura", "loir-et-cher", "loiret", "lot",
    "lot-et-garonne", "maine-et-loire", "morbihan", "nord", "pas-de-calais", "puy-de-dome", "bas-rhin", "haut-rhin",
    "rhone", "tarn", "tarn-et-garonne", "var", "vaucluse", "territoire de belfort", "val-de-marne", "val-d’oise",
    "val-d'oise", "centre-val de loire", "grand est",
  ]
}
