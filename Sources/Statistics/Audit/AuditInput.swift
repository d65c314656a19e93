import Bytes

/// What a project's document says that can be checked: the façade fills it from the Pôle's model.
public struct AuditInput: Sendable {
  /// A share printed with its part: « 27 590 associations, soit 89 % des établissements … en France ».
  public struct PrintedShare: Sendable {
    public var key: String
    public var words: String
    public var family: Family
    public var measure: Measure
    public var part: PrintedNumber
    public var share: PrintedNumber
    /// The whole, where the document prints it.
    public var whole: PrintedNumber?
    /// Code of the area the words claim the share is of, such as `FR`.
    public var claimedArea: String
    public var date: ReferenceDate?

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

  /// A total printed with its parts: a budget and its lines, members by kind.
  public struct PrintedSum: Sendable {
    public struct Part: Sendable {
      public var label: Text
      public var amount: PrintedNumber

      public init(_ label: Text, _ amount: PrintedNumber) {
        self.label = label
        self.amount = amount
      }
    }

    public var key: String
    public var label: Text
    public var total: PrintedNumber
    public var parts: [Part]
    /// Things counted one by one: rounding excuses no difference.
    public var isCount: Bool

    public init(key: String, label: Text, total: PrintedNumber, parts: [Part], isCount: Bool) {
      self.key = key
      self.label = label
      self.total = total
      self.parts = parts
      self.isCount = isCount
    }
  }

  /// Things called by one kind: « les 4 associations du pôle », with what each of them is said to be elsewhere.
  public struct NamedGroup: Sendable {
    public struct Member: Sendable {
      public var key: String
      public var name: String
      /// Id of its kind, such as `association` or `scop`.
      public var kind: String
      public var kindLabel: Text

      public init(key: String, name: String, kind: String, kindLabel: Text) {
        self.key = key
        self.name = name
        self.kind = kind
        self.kindLabel = kindLabel
      }
    }

    public var key: String
    public var words: String
    /// Id of the kind the words give to all of them.
    public var kind: String
    public var kindLabel: Text
    /// How many the words say there are.
    public var printed: Int
    public var members: [Member]

    public init(
      key: String, words: String, kind: String, kindLabel: Text, printed: Int, members: [Member]
    ) {
      self.key = key
      self.words = words
      self.kind = kind
      self.kindLabel = kindLabel
      self.printed = printed
      self.members = members
    }
  }

  /// A use of a word for an area: « territoire » heads regional figures here, the Sud Essonne there.
  public struct AreaMention: Sendable {
    public var key: String
    /// The word whose meaning is checked, such as `territoire`.
    public var term: String
    /// The passage, as printed.
    public var words: String
    public var areaCode: String
    public var areaName: String

    public init(key: String, term: String, words: String, areaCode: String, areaName: String) {
      self.key = key
      self.term = term
      self.words = words
      self.areaCode = areaCode
      self.areaName = areaName
    }
  }

  /// A count printed in the document, counted again in the data, once for each way of counting.
  public struct PrintedCount: Sendable {
    public struct Counted: Sendable {
      /// How it was counted, such as « COG 2008 ».
      public var label: Text
      public var count: Int

      public init(_ label: Text, _ count: Int) {
        self.label = label
        self.count = count
      }
    }

    public var key: String
    public var label: Text
    public var printed: Int
    /// The first is what the document means; the others are for information.
    public var counted: [Counted]

    public init(key: String, label: Text, printed: Int, counted: [Counted]) {
      self.key = key
      self.label = label
      self.printed = printed
      self.counted = counted
    }
  }

  /// Something of the project that its layers contradict, or do not tell.
  public struct LayerStatement: Sendable {
    public var key: String
    public var text: Text
    /// Whether it cannot be right; else somebody should look.
    public var isWrong: Bool

    public init(key: String, text: Text, isWrong: Bool) {
      self.key = key
      self.text = text
      self.isWrong = isWrong
    }
  }

  public var shares: [PrintedShare] = []
  public var sums: [PrintedSum] = []
  public var groups: [NamedGroup] = []
  public var mentions: [AreaMention] = []
  public var counts: [PrintedCount] = []
  public var statements: [LayerStatement] = []

  public init() {}
}
