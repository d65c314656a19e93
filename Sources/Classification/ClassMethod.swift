import Bytes

/// A method of cutting numbers into classes. A new method takes one file and one line in `ClassMethods.all`.
public protocol ClassMethod: Sendable {
  /// The name on the command line.
  static var name: String { get }
  /// What the method does, as a short phrase.
  static var summary: Text { get }
  /// Whether the method makes the number of classes asked for; otherwise it finds a number of its own.
  static var takesCount: Bool { get }
  /// Upper bounds for a sample, ascending; the last is at least the maximum. The caller gives at least two
  /// different values, except to `manual`, and merges equal bounds. Throws 65 for values that the method cannot
  /// cut, 64 for wrong options.
  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double]
}

/// What a method is asked for.
public struct ClassOptions: Sendable, Equatable {
  /// Number of classes, from 1 to 100; methods that find a number of their own ignore it, except that `pretty`
  /// comes near it.
  public var classes: Int
  /// `headtail` continues while the head has at most this share of the values, in ]0, 1].
  public var headLimit: Double
  /// Upper bounds for `manual`, strictly ascending; other methods ignore them.
  public var breaks: [Double]

  /// Options; `ClassBreaks` checks them.
  public init(classes: Int = 5, headLimit: Double = 0.4, breaks: [Double] = []) {
    self.classes = classes
    self.headLimit = headLimit
    self.breaks = breaks
  }

  /// Throws 64 for a number of classes or a head limit out of range.
  func check() throws(Problem) {
    guard (1...100).contains(classes) else {
      throw Problem(
        .usage, Text("\(classes) classes : impossible", "\(classes) classes: impossible"),
        fix: Text("demandez de 1 à 100 classes", "ask for 1 to 100 classes"))
    }
    guard headLimit > 0, headLimit <= 1 else { throw Problem(.usage, Text.headLimitOutOfRange(headLimit)) }
  }
}

/// The methods there are.
public enum ClassMethods {
  /// Every method `classify` knows.
  public static let all: [any ClassMethod.Type] = [
    Quantiles.self, EqualIntervals.self, Jenks.self, HeadTail.self, StandardDeviations.self, Geometric.self,
    Pretty.self, MaximumBreaks.self, BoxPlot.self, Manual.self,
  ]

  /// The method with a name. Throws 64, listing the known names, when there is none.
  public static func named(_ name: String) throws(Problem) -> any ClassMethod.Type {
    if let method = all.first(where: { $0.name == name }) { return method }
    let known = all.map { $0.name }.joined(separator: ", ")
    throw Problem(.usage, Text.unknownClassMethod(name), fix: Text("méthodes : \(known)", "methods: \(known)"))
  }
}
