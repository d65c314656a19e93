import Bytes

/// The statements of a project that can be checked; the Cartopole target fills them in from the project file.
public struct AuditInput: Sendable {
  /// A share printed together with its part, such as "27,590
  /// associations, 89% of the establishments in France".
  public struct PrintedShare: Sendable {
    /// Place of the statement in the project file, such as `key_figures.figures[4]`.
    public var key: String
    /// The passage as printed.
    public var words: String
    /// The family of the part.
    public var family: Family
    /// What part and whole count.
    public var measure: Measure
    /// The part, a count.
    public var part: PrintedNumber
    /// The share, from 0 to 1.
    public var share: PrintedNumber
    /// The whole; `nil` when the document does not print it.
    public var whole: PrintedNumber?
    /// Code of the area that the words give for the whole, such as `FR`.
    public var claimedArea: String
    /// Date of the statement, to choose the nearest totals; `nil` when unknown.
    public var date: ReferenceDate?

    /// Makes a printed share of these values.
    public init(
      key: String, words: String, family: Family, measure: Measure, part: PrintedNumber, share: PrintedNumber,
      whole: PrintedNumber? = nil, claimedArea: String, date: ReferenceDate? = nil
    ) {
      self.key = key
      self.words = words
      self.family = family
      self.measure = measure
      self.part = part
      self.share = share
      self.whole = whole
      self.claimedArea = claimedArea
      self.date = date
    }
  }

  /// A total printed with its parts, such as a budget and its lines, or members by kind.
  public struct PrintedSum: Sendable {
    /// Place of the total in the project file, such as `budget`.
    public var key: String
    /// Name of the total, as readers see it.
    public var label: Text
    /// The total as printed.
    public var total: PrintedNumber
    /// The parts as printed: the name of each, as readers see it, and its amount in the unit of the total.
    public var parts: [(label: Text, amount: PrintedNumber)]
    /// Whether things are counted one by one, so that rounding explains no difference.
    public var isCount: Bool

    /// Makes a printed sum of these values.
    public init(
      key: String, label: Text, total: PrintedNumber, parts: [(label: Text, amount: PrintedNumber)], isCount: Bool
    ) {
      self.key = key
      self.label = label
      self.total = total
      self.parts = parts
      self.isCount = isCount
    }
  }

  /// Things to which one passage gives one kind, such as "the 4 associations of the Pôle", with the kind that
  /// the rest of the document gives each of them.
  public struct NamedGroup: Sendable {
    /// One of the things.
    public struct Member: Sendable {
      /// Id of the thing in the project file.
      public var key: String
      /// Name of the thing, as readers see it.
      public var name: String
      /// The kind that the rest of the document gives it, as readers see it.
      public var kind: Text

      /// Makes a member of these values.
      public init(key: String, name: String, kind: Text) {
        self.key = key
        self.name = name
        self.kind = kind
      }
    }

    /// Place of the group in the project file, such as `members.groups[0]`.
    public var key: String
    /// The passage as printed.
    public var words: String
    /// The kind that the passage gives to all of them, as readers see it.
    public var kind: Text
    /// Number of things that the passage announces.
    public var printed: Int
    /// The things that the document names.
    public var members: [Member]

    /// Makes a group of these values.
    public init(key: String, words: String, kind: Text, printed: Int, members: [Member]) {
      self.key = key
      self.words = words
      self.kind = kind
      self.printed = printed
      self.members = members
    }
  }

  /// A use of a word for an area. One word may mean the région in one place and the Sud Essonne in another.
  public struct AreaMention: Sendable {
    /// Place of the passage in the project file, such as `key_figures`.
    public var key: String
    /// The word whose meaning is checked, such as `territoire`.
    public var term: String
    /// The passage, as printed.
    public var words: String
    /// Code of the area that the word means in this passage.
    public var areaCode: String
    /// Name of that area.
    public var areaName: String

    /// Makes a mention of these values.
    public init(key: String, term: String, words: String, areaCode: String, areaName: String) {
      self.key = key
      self.term = term
      self.words = words
      self.areaCode = areaCode
      self.areaName = areaName
    }
  }

  /// A count that the document prints, with counts made from the data in one or several ways.
  public struct PrintedCount: Sendable {
    /// Place of the count in the project file, such as `territory`.
    public var key: String
    /// What is counted, as readers see it.
    public var label: Text
    /// The number printed.
    public var printed: Int
    /// The counts made from the data, each with how it was counted, such as "COG 2008"; the first one is what the
    /// document means, the others are for information.
    public var counted: [(label: Text, count: Int)]

    /// Makes a printed count of these values.
    public init(key: String, label: Text, printed: Int, counted: [(label: Text, count: Int)]) {
      self.key = key
      self.label = label
      self.printed = printed
      self.counted = counted
    }
  }

  /// Shares printed with their parts.
  public var shares: [PrintedShare] = []
  /// Totals printed with their parts.
  public var sums: [PrintedSum] = []
  /// Groups of things that one passage gives one kind.
  public var groups: [NamedGroup] = []
  /// Uses of words for areas.
  public var mentions: [AreaMention] = []
  /// Counts made again from the data.
  public var counts: [PrintedCount] = []
  /// What is found of statements that the layers contradict or cannot confirm.
  public var statements: [Finding] = []

  /// Makes an input without statements.
  public init() {}
}
