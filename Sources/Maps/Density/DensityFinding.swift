import Bytes
import Statistics

/// The title of a density map: a range among the areas whose figure is sure enough to be compared, and their
/// number; or, when they are few, the rate of the whole.
struct DensityFinding {
  private let values: DensityValues
  /// Areas above zero whose figure is sure enough, ordered by value.
  private let sure: [Int]
  private let known: [Double]

  /// This many areas make a range; fewer do only when they are all there is.
  private static let enough = 10

  init(_ values: DensityValues) {
    self.values = values
    known = values.cells.compactMap(\.value)
    sure = values.cells.indices.filter { (values.cells[$0].value ?? 0) != 0 && !values.isFragile[$0] }.sorted {
      (values.cells[$0].value ?? 0, values.names[$0]) < (values.cells[$1].value ?? 0, values.names[$1])
    }
  }

  var text: Text {
    if values.isPublished { return published }
    if values.lacksInhabitants { return who + Text.unknownPopulationGivesNoRate }
    if known.isEmpty { return nothingKnown }
    if known.allSatisfy({ $0 == 0 }) { return nothingAnywhere }
    if sure.count >= Self.enough || sure.count == values.cells.count { return range }
    return whole ?? Text("Trop peu d’", "Too few ") + establishments + Text.toCompareSingleAreas
  }

  // MARK: Words

  private var isAll: Bool { values.family == .all }

  private var who: Text { isAll ? Text("L’ESS", "The ESS") : values.family.label.capitalised }

  private var establishments: Text {
    isAll
      ? Text("établissements de l’ESS", "ESS establishments")
      : Text("établissements (\(values.family.label.fr))", "establishments (\(values.family.label.en))")
  }

  private func number(_ value: Double) -> Text { .printed { $0.decimal(value, 1) } }

  private func areas(_ count: Int) -> Text {
    .printed { $0.integer(count) + " " } + (count == 1 ? values.level.singular : values.level.plural)
  }

  private func value(_ area: Int) -> Double { values.cells[area].value ?? 0 }

  private func name(_ area: Int) -> Text { values.labels[area] }

  // MARK: Findings

  private var nothingKnown: Text {
    values.cells.contains(.secret)
      ? Text("Aucun nombre d’", "No count of ") + establishments + Text.noneShownUnderSecrecy
      : Text("Aucun nombre d’", "No count of ") + establishments + Text(" n’est connu", " is known")
  }

  private var nothingAnywhere: Text {
    (isAll
      ? Text.noESSEstablishment
      : Text("Aucun établissement (\(values.family.label.fr))", "No establishment (\(values.family.label.en))"))
      + Text(" parmi ", " among ") + areas(known.count)
  }

  /// The range, such as "The ESS: from 14.3 establishments per 10,000 inhabitants (Étampes) to 19.6 (Égly),
  /// among the 46 communes whose figure is sure enough".
  private var range: Text {
    guard let low = sure.first, let high = sure.last else { return nothingKnown }
    if low == high {
      return number(value(high)) + Text(same: " ") + establishments
        + Text(" pour 10 000 habitants : ", " per 10,000 inhabitants: ") + name(high)
    }
    let isWhole = sure.count == values.cells.count
    let scope =
      isWhole
      ? Text(", parmi ", ", among ") + areas(sure.count)
      : Text(", parmi les ", ", among the ") + areas(sure.count) + Text.whoseFigureIsSureEnough
    return who + Text(" : de ", ": from ") + number(value(low)) + Text.establishmentsPerInhabitantsOpening + name(low)
      + Text(") à ", ") to ") + number(value(high)) + Text(same: " (") + name(high) + Text(same: ")") + scope
  }

  /// The rate of the whole with its 95% interval, and the number of areas that have a sure
  /// figure; `nil` when areas share communes.
  private var whole: Text? {
    guard let whole = values.whole, whole.inhabitants > 0 else { return nil }
    let per = 10_000 / whole.inhabitants
    let interval = Garwood(whole.establishments)
    let unknown = values.cells.count - whole.areas
    let place =
      unknown == 0
      ? Text(" dans l’ensemble", " overall")
      : Text(" dans les ", " in the ") + areas(whole.areas)
        + Text(" dont le nombre est connu", whole.areas == 1 ? " whose count is known" : " whose counts are known")
    let limits =
      Text(" (intervalle à 95 % : ", " (95% interval: ") + number(interval.lower * per) + Text(" à ", " to ")
      + number(interval.upper * per) + Text(same: ")")
    return who + Text(" : ", ": ") + number(whole.establishments * per) + Text.establishmentsPerInhabitantsEnding
      + place + limits + Text(" ; ", "; ") + few
  }

  /// The number of areas that have a sure figure.
  private var few: Text {
    let e = values.level.isFeminine ? "e" : ""
    return switch sure.count {
    case 0: Text.noFigureIsSureEnough(e, values.level.singular)
    case 1: Text.oneFigureIsSureEnough(e, values.level.singular)
    default:
      Text("seul\(e)s ", "only ") + areas(sure.count)
        + Text(" ont un chiffre assez sûr", " have a figure that is sure enough")
    }
  }

  /// The published figures and the number of départements without one, such as "ESS establishments per 10,000
  /// inhabitants: Paris 59.0, Val-de-Marne more than 27.7".
  private var published: Text {
    let known = values.cells.indices.filter { values.cells[$0].value != nil }.sorted {
      (values.cells[$0].value ?? 0) > (values.cells[$1].value ?? 0)
    }
    let list = Text.each { language in
      known.prefix(3).map { "\(values.names[$0])\u{A0}\(values.printed($0, language))" }.joined(separator: ", ")
    }
    let rest = values.cells.count - known.count
    let others =
      rest == 0
      ? Text.empty
      : Text.noFigureInTheRegisterFor
        + (rest == 1
          ? Text("l’autre département", "the other département")
          : Text("les \(rest) autres départements", "the \(rest) other départements"))
    return Text.densitiesOfESSEstablishments(list) + others
  }
}
