import Bytes

/// Money of a year by purpose and funder, in euros.
public struct Budget: Sendable, Equatable {
  public struct Line: Sendable, Equatable {
    public var amount: Double
    public var purpose: Text
    public var funder: Text
  }
  public var support: Support
  public var total: Double
  public var lines: [Line]

  init(reading node: Node) throws(Problem) {
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

/// A text on its own with what it rests on: the domain, the objective.
public struct Told: Sendable, Equatable {
  public var support: Support
  public var text: Text

  init(reading node: Node, in what: Text) throws(Problem) {
    try node.allow(["text"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    text = try node.required("text", in: what).text(Text(same: "text"))
  }
}

/// A count on its own with what it rests on: the employees.
public struct Counted: Sendable, Equatable {
  public var support: Support
  public var count: Int

  init(reading node: Node, in what: Text) throws(Problem) {
    try node.allow(["count"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    count = try node.required("count", in: what).integer(Text(same: "count"))
  }
}

/// The source's own marks for the Pôle.
public struct Scores: Sendable, Equatable {
  public struct Score: Sendable, Equatable {
    public var score: Int
    public var outOf: Int
  }
  public var support: Support
  public var size: Score
  public var structuring: Score

  init(reading node: Node) throws(Problem) {
    let what = Text(same: "scores")
    try node.allow(["size", "structuring"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    size = try Score(reading: try node.required("size", in: what))
    structuring = try Score(reading: try node.required("structuring", in: what))
  }
}

extension Scores.Score {
  init(reading node: Node) throws(Problem) {
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

/// What the structures share, and how charges are split between them.
public struct Sharing: Sendable, Equatable {
  public var support: Support
  /// The action that manages it.
  public var action: String?
  public var shared: [Text]
  public var charges: Text
  public var splitBy: Text

  init(reading node: Node, _ names: Names) throws(Problem) {
    let what = Text(same: "sharing")
    try node.allow(["action", "shared", "charges", "split_by"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    action = try node["action"]?.actionReference(Text(same: "action"), names)
    shared = try node.required("shared", in: what).texts(Text(same: "shared"))
    charges = try node.required("charges", in: what).text(Text(same: "charges"))
    splitBy = try node.required("split_by", in: what).text(Text(same: "split_by"))
  }
}
