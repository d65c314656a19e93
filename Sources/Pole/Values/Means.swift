import Bytes

/// The budget of a year by purpose and funder, in euros.
public struct Budget: Sendable, Equatable {
  /// An amount, with its purpose and funder.
  public struct Line: Sendable, Equatable {
    /// Amount in euros.
    public var amount: Double
    /// Use of the money, in words.
    public var purpose: Text
    /// The funder, in words.
    public var funder: Text
  }
  /// What the budget rests on.
  public var support: Support
  /// Total in euros, as the source prints it; the lines are not summed up.
  public var total: Double
  /// The lines, in the order of the file.
  public var lines: [Line]

  init(reading node: DocumentNode) throws(Problem) {
    let what = Text(same: "budget")
    try node.allow(["total_eur", "lines"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    total = try node.required("total_eur", in: what).number(Text(same: "total_eur"))
    lines = try node.required("lines", in: what).list(Text(same: "lines")) { (item) throws(Problem) in
      let line = Text("une ligne de budget", "a budget line")
      try item.allow(["amount_eur", "purpose", "funder"], in: line)
      return Line(
        amount: try item.required("amount_eur", in: line).number(Text(same: "amount_eur")),
        purpose: try item.required("purpose", in: line).text(Text(same: "purpose")),
        funder: try item.required("funder", in: line).text(Text(same: "funder")))
    }
  }
}

/// A single text with its support, such as the domain or the objective.
public struct Told: Sendable, Equatable {
  /// What the text rests on.
  public var support: Support
  /// The text, as readers see it.
  public var text: Text

  init(reading node: DocumentNode, in what: Text) throws(Problem) {
    try node.allow(["text"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    text = try node.required("text", in: what).text(Text(same: "text"))
  }
}

/// A single count with its support, such as the number of employees.
public struct Counted: Sendable, Equatable {
  /// What the count rests on.
  public var support: Support
  /// The number, as the source prints it.
  public var count: Int

  init(reading node: DocumentNode, in what: Text) throws(Problem) {
    try node.allow(["count"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    count = try node.required("count", in: what).integer(Text(same: "count"))
  }
}

/// The scores that the source gives the Pôle.
public struct Scores: Sendable, Equatable {
  /// A score on a scale that starts at 0.
  public struct Score: Sendable, Equatable {
    /// The score, from 0 to `outOf`, both included.
    public var score: Int
    /// The best score there is, above 0.
    public var outOf: Int
  }
  /// What the scores rest on.
  public var support: Support
  /// The score for the size of the Pôle.
  public var size: Score
  /// The score for its degree of structuring.
  public var structuring: Score

  init(reading node: DocumentNode) throws(Problem) {
    let what = Text(same: "scores")
    try node.allow(["size", "structuring"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    size = try Score(reading: try node.required("size", in: what))
    structuring = try Score(reading: try node.required("structuring", in: what))
  }
}

extension Scores.Score {
  init(reading node: DocumentNode) throws(Problem) {
    let what = Text("une note", "a score")
    try node.allow(["score", "out_of"], in: what)
    score = try node.required("score", in: what).integer(Text(same: "score"))
    outOf = try node.required("out_of", in: what).integer(Text(same: "out_of"))
    guard outOf > 0, (0...outOf).contains(score) else {
      throw node.problem(
        Text("note \(score) sur \(outOf) impossible", "a score of \(score) out of \(outOf) is impossible"))
    }
  }
}

/// What the structures share, and how they split the charges.
public struct Sharing: Sendable, Equatable {
  /// What the facts on sharing rest on.
  public var support: Support
  /// Id of the action that manages the sharing; `nil` when the file gives none.
  public var action: String?
  /// The things shared, one text for each.
  public var shared: [Text]
  /// The charges that are split, in words.
  public var charges: Text
  /// How they are split, in words.
  public var splitBy: Text

  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
    let what = Text(same: "sharing")
    try node.allow(["action", "shared", "charges", "split_by"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    action = try node["action"]?.actionReference(Text(same: "action"), names)
    shared = try node.required("shared", in: what).texts(Text(same: "shared"))
    charges = try node.required("charges", in: what).text(Text(same: "charges"))
    splitBy = try node.required("split_by", in: what).text(Text(same: "split_by"))
  }
}
