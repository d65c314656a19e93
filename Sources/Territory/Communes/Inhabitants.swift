import Bytes

/// The sum of the populations of several communes, some of which may be unknown. What is known of a part
/// is never given as the total of the whole.
///
/// The sum of no commune is 0 and known.
public struct Inhabitants: Sendable, Equatable {
  /// Sum of the populations that are known.
  public var known: Int
  /// Number of communes in the sum.
  public var communes: Int
  /// Number of communes among them without a known population.
  public var communesWithout: Int

  /// Sums up the populations of communes; `nil` is an unknown population. Complexity: O(n).
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

  /// Share of `whole` from 0 to 1; `nil` when either sum is unknown or the whole has no inhabitants.
  public func share(of whole: Inhabitants) -> Double? {
    guard let total, let all = whole.total, all > 0 else { return nil }
    return Double(total) / Double(all)
  }
}

extension Inhabitants {
  /// The sum in words: "1,300 inhabitants", "at least 1,300 inhabitants; 1 commune without a population", "…
  /// inhabitants; 3 communes without a population".
  public var words: Text {
    let amount =
      communesKnown == 0 && communes > 0
      ? Text("… habitants", "… inhabitants")
      : Numerals.count(known, fr: ("habitant", "habitants"), en: ("inhabitant", "inhabitants"))
    guard communesWithout > 0 else { return amount }
    let start = communesKnown == 0 ? Text(same: "") : Text("au moins ", "at least ")
    return start + amount + Text(" ; ", "; ") + withoutWords
  }

  /// The sum for a cell whose heading says what is counted: "1,300", "at least 1,300", "…".
  public var shortWords: Text {
    if communesKnown == 0, communes > 0 { return Text(same: "…") }
    let amount = Text(Numerals(.fr).integer(known), Numerals(.en).integer(known))
    return communesWithout == 0 ? amount : Text("au moins ", "at least ") + amount
  }

  /// The number of communes without a population, in words: "3 communes without a population".
  public var withoutWords: Text {
    communesWithout == 1
      ? Text("1 commune sans population", "1 commune without a population")
      : Text(
        "\(Numerals(.fr).integer(communesWithout)) communes sans population",
        "\(Numerals(.en).integer(communesWithout)) communes without a population")
  }

  /// JSON members: the sum under `key`, null with status `n` when a part is unknown; the part that is known;
  /// the number of communes without a population.
  ///
  /// - `communes`: the word for communes in the last key.
  public func json(_ key: String = "population", communes: String = "communes") -> [(key: String, value: JSON)] {
    [
      (key, .optional(total)), (key + "_status", .string(total == nil ? "n" : "")), (key + "_known", .integer(known)),
      (communes + "_without_population", .integer(communesWithout)),
    ]
  }

  /// The same members when there is nothing to sum up: null, with status `z`.
  public static func jsonOfNothing(_ key: String = "population", communes: String = "communes") -> [(
    key: String, value: JSON
  )] {
    [(key, .null), (key + "_status", .string("z")), (key + "_known", .null), (communes + "_without_population", .null)]
  }
}

extension Commune {
  /// JSON members on the commune's inhabitants: their number, null with status `n` when it is unknown.
  public var populationJSON: [(key: String, value: JSON)] {
    [("population", .optional(population)), ("population_status", .string(population == nil ? "n" : ""))]
  }
}
