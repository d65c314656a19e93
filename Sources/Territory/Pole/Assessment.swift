import Bytes

/// What works and what does not.
public struct Assessment: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    public var text: Text
    /// Public bodies the point names.
    public var supporters: [Text]
    public var printed: String?
  }
  public var support: Support
  public var strengths: [Point]
  public var weaknesses: [Point]

  init(reading node: Node) throws(Problem) {
    let what = Text(same: "assessment")
    try node.allow(["strengths", "weaknesses"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    strengths = try node["strengths"]?.list(Text(same: "strengths"), Point.init(reading:)) ?? []
    weaknesses = try node["weaknesses"]?.list(Text(same: "weaknesses"), Point.init(reading:)) ?? []
  }
}

extension Assessment.Point {
  init(reading node: Node) throws(Problem) {
    let what = Text("un point du bilan", "a point of the assessment")
    try node.allow(["text", "supporters", "printed"], in: what)
    text = try node.required("text", in: what).text(Text(same: "text"))
    supporters = try node["supporters"]?.texts(Text(same: "supporters")) ?? []
    printed = try node["printed"]?.words(Text(same: "printed"))
  }
}

/// Who meets, and how often.
public struct Meetings: Sendable, Equatable {
  public struct Rhythm: Sendable, Equatable {
    public var who: Text
    public var everyMonths: Int
  }
  public var support: Support
  public var practice: Text
  public var rhythms: [Rhythm]

  init(reading node: Node) throws(Problem) {
    let what = Text(same: "meetings")
    try node.allow(["practice", "rhythms"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    practice = try node.required("practice", in: what).text(Text(same: "practice"))
    rhythms = try node.required("rhythms", in: what).list(Text(same: "rhythms")) { (item) throws(Problem) in
      let rhythm = Text("un rythme de réunion", "a meeting rhythm")
      try item.allow(["who", "every_months"], in: rhythm)
      return Rhythm(
        who: try item.required("who", in: rhythm).text(Text(same: "who")),
        everyMonths: try item.required("every_months", in: rhythm).integer(Text(same: "every_months")))
    }
  }
}

/// Documents joined to the fact sheet.
public struct Documents: Sendable, Equatable {
  public struct Document: Sendable, Equatable {
    public var title: String
    public var about: Text?
    public var year: Int?
  }
  public var support: Support
  public var joined: [Document]

  init(reading node: Node) throws(Problem) {
    let what = Text(same: "documents")
    try node.allow(["joined"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    joined = try node.required("joined", in: what).list(Text(same: "joined")) { (item) throws(Problem) in
      let document = Text("un document", "a document")
      try item.allow(["title", "about", "year"], in: document)
      return Document(
        title: try item.required("title", in: document).words(Text(same: "title")),
        about: try item["about"]?.text(Text(same: "about")), year: try item["year"]?.integer(Text(same: "year"))
      )
    }
  }
}
