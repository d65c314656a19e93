import Bytes

/// Inhabitants of several communes, some of which may have no known population: a sum that never passes what is
/// known of a part off as the whole.
///
/// The sum of no commune is 0 and known.
public struct Inhabitants: Sendable, Equatable {
  /// Sum of the populations that are known.
  public var known: Int
  /// Communes summed up.
  public var communes: Int
  /// Those among them of which nobody gave a population.
  public var communesWithout: Int

  /// The sum of the populations of communes, `nil` being unknown. O(n).
  public init(_ populations: some Sequence<Int?>) {
    known = 0
    communes = 0
    communesWithout = 0
    for population in populations {
      communes += 1
      if let population { known += population } else { communesWithout += 1 }
    }
  }

  /// The sum; `nil` when a part of it is unknown.
  public var total: Int? { communesWithout == 0 ? known : nil }

  /// Communes whose population is known.
  public var communesKnown: Int { communes - communesWithout }

  /// Share of `whole` from 0 to 1; `nil` when either is unknown or nobody lives in the whole.
  public func share(of whole: Inhabitants) -> Double? {
    guard let total, let all = whole.total, all > 0 else { return nil }
    return Double(total) / Double(all)
  }
}

extension Inhabitants {
  /// « 1 300 habitants », « au moins 1 300 habitants ; 1 commune sans population », « … habitants ; 3 communes sans
  /// population ».
  public var words: Text {
    let amount = Text(
      (communesKnown == 0 && communes > 0 ? "…" : Numerals(.fr).integer(known)) + " habitants",
      (communesKnown == 0 && communes > 0 ? "…" : Numerals(.en).integer(known)) + " inhabitants")
    guard communesWithout > 0 else { return amount }
    let start = communesKnown == 0 ? Text(same: "") : Text("au moins ", "at least ")
    return start + amount + Text(" ; ", "; ") + withoutWords
  }

  /// « 1 300 », « au moins 1 300 », « … »: the sum in a cell under a heading that says what is counted.
  public var shortWords: Text {
    if communesKnown == 0, communes > 0 { return Text(same: "…") }
    let amount = Text(Numerals(.fr).integer(known), Numerals(.en).integer(known))
    return communesWithout == 0 ? amount : Text("au moins ", "at least ") + amount
  }

  /// « 3 communes sans population ».
  public var withoutWords: Text {
    communesWithout == 1
      ? Text("1 commune sans population", "1 commune without a population")
      : Text(
        "\(Numerals(.fr).integer(communesWithout)) communes sans population",
        "\(Numerals(.en).integer(communesWithout)) communes without a population")
  }

  /// The members of JSON: the sum under `key`, null with status `n` where a part is unknown, what is known of it, and
  /// how many communes have no population.
  ///
  /// - Parameter communes: what the communes are called in the last key.
  public func json(_ key: String = "population", communes: String = "communes") -> [(key: String, value: JSON)]
  {
    [
      (key, .optional(total)), (key + "_status", .string(total == nil ? "n" : "")),
      (key + "_known", .integer(known)), (communes + "_without_population", .integer(communesWithout)),
    ]
  }

  /// The same members where there is nothing to sum up: null, with status `z`.
  public static func jsonOfNothing(
    _ key: String = "population", communes: String = "communes"
  ) -> [(key: String, value: JSON)] {
    [
      (key, .null), (key + "_status", .string("z")), (key + "_known", .null),
      (communes + "_without_population", .null),
    ]
  }
}

extension Commune {
  /// The members of JSON on its inhabitants: their number, null with status `n` where nobody gave it.
  public var populationJSON: [(key: String, value: JSON)] {
    [("population", .optional(population)), ("population_status", .string(population == nil ? "n" : ""))]
  }
}
