import Bytes
import Pole
import Projections
import Territory

/// A rule that says which communes an action reaches. A new kind of rule takes one file and one line in
/// `ReachRules.all`.
public protocol ReachRule: Sendable {
  /// The key that introduces the rule in a project file.
  static var key: String { get }
  /// The rule in one sentence, for help pages.
  static var summary: Text { get }

  /// Reads the value of the rule in a project file. Throws 65, naming the line and what is wrong.
  init(_ value: DocumentNode, studyArea: StudyArea) throws(Problem)

  /// Whether each commune of the study area is reached, by row; `scale` multiplies the limit of the rule, if it has
  /// one.
  func reached(in studyArea: StudyArea, scale: Double) -> [Bool]

  /// The rule as a part of a sentence: « dans un rayon de 15 km autour de … ».
  var label: Text { get }
  /// The rule as an assumption, at the start of a sentence: « Dans l’hypothèse d’un rayon de 15 km ».
  var hypothesis: Text { get }
  /// The places from which distances are measured; empty for rules without distances.
  var places: [Place] { get }
  /// The circles of the rule; empty for rules without circles.
  var circles: [GeodesicCircle] { get }
  /// The limit of distance in kilometres; `nil` for rules without one.
  var limit: Double? { get }
  /// Whether `scale` changes what the rule reaches.
  var isScalable: Bool { get }
  /// Whether the rule estimates durations from distances, having no table of them.
  var isEstimated: Bool { get }
  /// Number of communes that the rule's table does not mention; they count as not reached.
  func missingPairs(in studyArea: StudyArea) -> Int
  /// How far a commune is from the place of the rule, beside its limit; `nil` for rules that do not decide by such
  /// a measure, and where it is unknown.
  func margin(_ row: Int, in studyArea: StudyArea) -> ReachMargin?
}

/// A measure of a commune beside the limit that decides whether it is reached.
public struct ReachMargin: Sendable, Equatable {
  /// The unit of a measure and its limit.
  public enum Unit: String, Sendable { case kilometres, minutes }
  /// Name of the place from which it is measured.
  public var place: Text
  /// Geodesic kilometres to the place, or minutes of the way to it.
  public var value: Double
  /// The largest value that is reached.
  public var limit: Double
  /// The unit of `value` and `limit`.
  public var unit: Unit
  /// Whether the value is estimated from a distance.
  public var isEstimated = false
}

extension ReachRule {
  /// By default « Dans l’hypothèse d’une action menée », then `label`.
  public var hypothesis: Text { Text.assumingItIsCarriedOut(label) }
  /// By default none.
  public var places: [Place] { [] }
  /// By default none.
  public var circles: [GeodesicCircle] { [] }
  /// By default none.
  public var limit: Double? { nil }
  /// By default whether there is a `limit`.
  public var isScalable: Bool { limit != nil }
  /// By default false.
  public var isEstimated: Bool { false }
  /// By default 0.
  public func missingPairs(in studyArea: StudyArea) -> Int { 0 }
  /// By default `nil`.
  public func margin(_ row: Int, in studyArea: StudyArea) -> ReachMargin? { nil }
}

/// A rule that names its communes, so that no limit changes which they are.
protocol NamingRule: ReachRule {
  /// Rows of the communes.
  var rows: Set<Int> { get }
}

extension NamingRule {
  func reached(in studyArea: StudyArea, scale: Double) -> [Bool] { studyArea.layer.communes.indices.map(rows.contains) }
}

/// The rules there are.
public enum ReachRules {
  /// Every rule that a project file may use.
  public static let all: [any ReachRule.Type] = [
    WholeTerritory.self, ListedCommunes.self, WithinCanton.self, WithinEPCI.self, WithinKilometres.self,
    WithinMinutes.self, Neighbours.self,
  ]

  /// Reads one rule, which is a mapping with one key. Throws 65 for an unknown key, listing the known ones.
  static func read(_ node: DocumentNode, studyArea: StudyArea) throws(Problem) -> any ReachRule {
    let what = Text("règle de portée", "reach rule")
    let entries = try node.entries(what)
    guard entries.count == 1, let entry = entries.first else {
      throw node.problem(
        Text("une règle est une seule clé", "a rule is a single key"),
        fix: Text("une règle par tiret", "one rule a dash"))
    }
    guard let kind = all.first(where: { $0.key == entry.key }) else {
      let known = all.map { $0.key }.joined(separator: ", ")
      throw DocumentNode(.null, line: entry.line).problem(
        Text("règle inconnue « \(entry.key) »", "unknown rule \"\(entry.key)\""),
        fix: Text("règles : \(known)", "rules: \(known)"))
    }
    return try kind.init(entry.value, studyArea: studyArea)
  }
}
