import Bytes
import Cartography
import Classification
import Statistics

/// Classes of a density map: quantiles of the areas' values, with true zeros, secrets and holes apart.
struct DensityClasses {
  let theme: Theme
  private let values: DensityValues
  private let classes: Classes
  private let smallest: Double
  /// Areas, not communes, in each class.
  private let counts: [Int]

  /// Throws what the palette throws.
  init(_ values: DensityValues, _ theme: Theme) throws(Problem) {
    self.values = values
    // Each area counts once, however many communes it colours.
    var ofArea: [String: Double] = [:]
    for (name, cell) in zip(values.names, values.cells) {
      if let value = cell.value, value > 0 { ofArea[name] = value }
    }
    let known = ofArea.values.sorted()
    let distinct = Set(known).count
    let wanted = distinct >= 10 ? 5 : min(max(distinct, 1), 4)
    let bounds =
      known.isEmpty
      ? []
      : try ClassBreaks(known, by: ClassMethods.named("quantile"), ClassOptions(classes: wanted)).upperBounds
    classes = Classes(
      values.cells.map { cell in cell.value.flatMap { $0 > 0 ? $0 : nil } ?? .nan }, upperBounds: bounds)
    counts = Classes(known, upperBounds: bounds).counts
    smallest = known.first ?? 0
    let palette = try Palette.standard(.sequential, classes: max(bounds.count, 3)).facing(theme.paper)
    self.theme = theme.with(palette)
  }

  func fill(_ row: Int) -> String {
    switch values.cells[row] {
    case .secret: return "secret"
    case .number(0), .estimate(0): return "out"
    default: return classes.members[row].map { "p\(palette($0))" } ?? "no-data"
    }
  }

  /// With one or two classes, the stronger colours.
  private func palette(_ step: Int) -> Int { theme.palette.count - classes.upperBounds.count + step }

  func isDark(_ row: Int) -> Bool {
    guard let step = classes.members[row] else { return false }
    return theme.ink(on: theme.palette[palette(step)]) != theme.ink
  }

  func rows(_ language: Language) -> [Legend.Row] {
    let numerals = Numerals(language)
    let bounds = classes.upperBounds.map { numerals.decimal($0, 1) }
    var rows = bounds.indices.reversed().map { step -> Legend.Row in
      let label =
        step == 0
        ? Text(
          "de \(numerals.decimal(smallest, 1)) à \(bounds[0])",
          "from \(numerals.decimal(smallest, 1)) to \(bounds[0])")
        : Text("plus de \(bounds[step - 1]) à \(bounds[step])", "over \(bounds[step - 1]) to \(bounds[step])")
      let only = bounds.count == 1 && smallest == classes.upperBounds[0]
      return Legend.Row(
        .fill("p\(palette(step))"), only ? bounds[0] : label[language], count: numerals.integer(counts[step]))
    }
    func areas(_ holds: (Int) -> Bool) -> Int {
      Set(values.cells.indices.filter(holds).map { values.names[$0] }).count
    }
    func add(_ count: Int, _ key: Legend.Key, _ label: Text) {
      if count > 0 { rows.append(Legend.Row(key, label[language], count: numerals.integer(count))) }
    }
    add(areas { values.cells[$0].value == 0 }, .fill("out"), Text("aucun établissement", "no establishment"))
    add(
      areas { values.isFragile[$0] },
      .fill("p\(theme.palette.count - 1 - theme.palette.count / 2)", hatched: true),
      Text(
        "repose sur trop peu : intervalle à 95 % au-delà de ± 50 %",
        "rests on too little: 95% interval beyond ±50%"))
    add(
      areas { values.cells[$0] == .secret }, .fill("secret"),
      Text("s : secret statistique", "s: statistical secrecy"))
    add(
      areas { values.cells[$0].value == nil && values.cells[$0] != .secret }, .fill("no-data"),
      Text("sans donnée", "no data"))
    return rows
  }

  /// Fine hatching on paper for what is not known, grey for what is withheld, and thin lines over what rests on
  /// too little, which may be most of a map.
  static func patterns(_ theme: Theme) -> [PatternFill] {
    [
      PatternFill("no-data", .falling(width: 0.5), side: 6, theme.grey, on: theme.paper),
      PatternFill("hatch", .rising(width: 0.5), side: 7, theme.ink),
    ]
  }

  static func css(_ theme: Theme) -> String {
    ".no-data{stroke:\(theme.grey.css)}\n.secret{fill:\(theme.border.css)}\n"
  }
}
