import Bytes

/// A change of the list of communes: codes before, codes after, and the day it took effect.
public struct CommuneEvent: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Several communes become one.
    case merge
    /// One becomes several, or several are cut anew.
    case split
    /// A commune gets another code, as when it changes département.
    case recode
  }

  /// `2019-01-01`.
  public var date: String
  public var kind: Kind
  public var before: [String]
  public var after: [String]
  /// « Estouches + Méréville → Le Mérévillois ».
  public var names: String
  public var source: String
  /// 1-based line in its file.
  public var line: Int

  /// The first vintage of the COG, the situation on 1 January of its year, that knows the change.
  public var firstCOG: Int {
    let year = Int(date.prefix(4)) ?? 0
    return date.hasSuffix("-01-01") ? year : year + 1
  }
}
