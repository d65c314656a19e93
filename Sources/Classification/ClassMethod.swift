import Bytes

/// A way of cutting numbers into classes. A new one is one file and one line in `ClassMethods.all`.
public protocol ClassMethod: Sendable {
  /// Its name on the command line.
  static var name: String { get }
  /// What it does, in one sentence.
  static var summary: Text { get }
  /// Whether it makes the number of classes asked for, rather than one of its own.
  static var takesCount: Bool { get }
  /// Upper bounds of at least two different values, ascending; equal ones are merged by the
  /// caller. The last is the maximum or more. Throws 65 for values the method cannot cut, 64 for wrong options.
  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double]
}

/// What is asked of a method.
public struct ClassOptions: Sendable, Equatable {
  /// Number of classes, from 1 to 100; methods that make a number of their own do not look at it.
  public var classes: Int
  /// `headtail` goes on while the head holds at most this share of the values.
  public var headLimit: Double
  /// Upper bounds of `manual`, ascending.
  public var breaks: [Double]

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
    guard headLimit > 0, headLimit <= 1 else {
      throw Problem(
        .usage,
        Text("la limite de tête \(headLimit) est hors de ]0, 1]", "head limit \(headLimit) is not in ]0, 1]"))
    }
  }
}

public enum ClassMethods {
  /// Every method `classify` knows.
  public static let all: [any ClassMethod.Type] = [
    Quantiles.self, EqualIntervals.self, Jenks.self, HeadTail.self, StandardDeviations.self, Geometric.self,
    Pretty.self, MaximumBreaks.self, BoxPlot.self, Manual.self,
  ]

  /// The method of a name. Throws 64 listing those there are.
  public static func named(_ name: String) throws(Problem) -> any ClassMethod.Type {
    if let method = all.first(where: { $0.name == name }) { return method }
    let known = all.map { $0.name }.joined(separator: ", ")
    throw Problem(
      .usage, Text("méthode de classes inconnue « \(name) »", "unknown class method \"\(name)\""),
      fix: Text("méthodes : \(known)", "methods: \(known)"))
  }
}
