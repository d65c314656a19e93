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
