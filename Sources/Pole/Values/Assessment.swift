import Bytes

/// The strengths and weaknesses of the Pôle.
public struct Assessment: Sendable, Equatable {
  /// One strength or one weakness.
  public struct Point: Sendable, Equatable {
    /// The point in words.
    public var text: Text
    /// Public bodies the point names.
    public var supporters: [Text]
    /// The wording of the source, when it matters.
    public var printed: String?
  }
  /// What the assessment rests on.
  public var support: Support
  /// What works, in the order of the file.
  public var strengths: [Point]
  /// What does not work, in the order of the file.
  public var weaknesses: [Point]

  init(reading node: DocumentNode) throws(Problem) {
    let what = Text(same: "assessment")
    try node.allow(["strengths", "weaknesses"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    strengths = try node["strengths"]?.list(Text(same: "strengths"), Point.init(reading:)) ?? []
    weaknesses = try node["weaknesses"]?.list(Text(same: "weaknesses"), Point.init(reading:)) ?? []
  }
}

extension Assessment.Point {
  init(reading node: DocumentNode) throws(Problem) {
    let what = Text("un point du bilan", "a point of the assessment")
    try node.allow(["text", "supporters", "printed"], in: what)
    text = try node.required("text", in: what).text(Text(same: "text"))
    supporters = try node["supporters"]?.texts(Text(same: "supporters")) ?? []
    printed = try node["printed"]?.words(Text(same: "printed"))
  }
}

/// The meetings of the Pôle: the people who meet, and how often.
public struct Meetings: Sendable, Equatable {
  /// The people who meet, and the interval between their meetings.
  public struct Rhythm: Sendable, Equatable {
    /// The people who meet, in words.
    public var who: Text
    /// Interval between meetings, in months.
    public var everyMonths: Int
  }
  /// What the meetings rest on.
  public var support: Support
  /// The heading of the meetings, in words.
  public var practice: Text
  /// One for each group of people who meet.
  public var rhythms: [Rhythm]

  init(reading node: DocumentNode) throws(Problem) {
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

/// Documents that are attached to the fact sheet.
public struct Documents: Sendable, Equatable {
  /// A document attached to the fact sheet.
  public struct Document: Sendable, Equatable {
    /// Title of the document.
    public var title: String
    /// Its subject, in words.
    public var about: Text?
    /// Year of the document.
    public var year: Int?
  }
  /// What the list of documents rests on.
  public var support: Support
  /// The documents, in the order of the file.
  public var joined: [Document]

  init(reading node: DocumentNode) throws(Problem) {
    let what = Text(same: "documents")
    try node.allow(["joined"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    joined = try node.required("joined", in: what).list(Text(same: "joined")) { (item) throws(Problem) in
      let document = Text("un document", "a document")
      try item.allow(["title", "about", "year"], in: document)
      return Document(
        title: try item.required("title", in: document).words(Text(same: "title")),
        about: try item["about"]?.text(Text(same: "about")), year: try item["year"]?.integer(Text(same: "year")))
    }
  }
}
