import Bytes
import Projections
import Territory

/// One way of saying which communes an action reaches. A new rule is one file and one line in `ReachRules.all`.
public protocol ReachRule: Sendable {
  /// The key that introduces the rule in a project file.
  static var key: String { get }
  /// The rule in one sentence, for help pages.
  static var summary: Text { get }

  /// Reads the rule's value. Throws 65 naming the line and what is wrong.
  init(_ value: Node, ground: Ground) throws(Problem)

  /// Whether each commune of the ground is reached; `scale` multiplies the rule's limit, if it has one.
  func reached(in ground: Ground, scale: Double) -> [Bool]

  /// The rule in words, as it stands in a sentence: « dans un rayon de 15 km autour de … ».
  var label: Text { get }
  /// The rule as a supposition, at the start of a sentence: « Dans l’hypothèse d’un rayon de 15 km ».
  var hypothesis: Text { get }
  /// Places distances are measured from.
  var places: [Place] { get }
  /// Circles of the rule, if it draws any.
  var circles: [GeodesicCircle] { get }
  /// The limit the rule compares a distance with, kilometres.
  var limit: Double? { get }
  /// Whether `scale` means anything to the rule.
  var isScalable: Bool { get }
  /// Whether its durations are estimated rather than read from a table.
  var isEstimated: Bool { get }
  /// Communes for which the rule's table says nothing: they count as not reached.
  func missingPairs(in ground: Ground) -> Int
}

extension ReachRule {
  public var hypothesis: Text {
    Text("Dans l’hypothèse d’une action menée \(label.fr)", "Assuming it is carried out \(label.en)")
  }
  public var places: [Place] { [] }
  public var circles: [GeodesicCircle] { [] }
  public var limit: Double? { nil }
  public var isScalable: Bool { limit != nil }
  public var isEstimated: Bool { false }
  public func missingPairs(in ground: Ground) -> Int { 0 }
}

public enum ReachRules {
  /// Every rule a project file may use.
  public static let all: [any ReachRule.Type] = [
    WholeTerritory.self, ListedCommunes.self, WithinCanton.self, WithinEPCI.self, WithinKilometres.self,
    WithinMinutes.self,
    Neighbours.self,
  ]

  /// Reads one rule: a group of one key. Throws 65 for a key that is no rule, listing those there are.
  static func read(_ node: Node, ground: Ground) throws(Problem) -> any ReachRule {
    let what = Text("règle de portée", "reach rule")
    let entries = try node.entries(what)
    guard entries.count == 1, let entry = entries.first else {
      throw node.problem(
        Text("une règle est une seule clé", "a rule is a single key"),
        fix: Text("une règle par tiret", "one rule a dash"))
    }
    guard let kind = all.first(where: { $0.key == entry.key }) else {
      let known = all.map { $0.key }.joined(separator: ", ")
      throw Node(.null, line: entry.line).problem(
        Text("règle inconnue « \(entry.key) »", "unknown rule \"\(entry.key)\""),
        fix: Text("règles : \(known)", "rules: \(known)"))
    }
    return try kind.init(entry.value, ground: ground)
  }
}
