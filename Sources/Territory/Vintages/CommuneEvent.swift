import Bytes

/// A change of the list of communes: codes before, codes after, and the day it took effect.
public struct CommuneEvent: Sendable, Equatable {
  /// How the list of communes changes.
  public enum Kind: String, Sendable, CaseIterable {
    /// Several communes become one.
    case merge
    /// One becomes several, or several are cut anew.
    case split
    /// A commune gets another code, as when it changes département.
    case recode
  }

  /// The day it took effect, such as `2019-01-01`.
  public var date: String
  /// What happened to the codes.
  public var kind: Kind
  /// Codes until the day before.
  public var before: [String]
  /// Codes from the day on.
  public var after: [String]
  /// The names before and after, such as "Estouches + Méréville → Le Mérévillois".
  public var names: String
  /// Where the event is recorded: the column `source` of a table of events, or the name of Insee's file.
  public var source: String
  /// 1-based line in its file.
  public var line: Int

  /// The former names in the order of their codes; empty where `names` does not list them so.
  public var formerNames: [String] {
    let parts = names.split(separator: " → ")
    let list = parts.count == 2 ? parts[0].split(separator: " + ").map(String.init) : []
    return list.count == before.count ? list : []
  }

  /// The former name of a commune by its code then; `nil` where it is not known.
  public func name(before code: String) -> String? {
    before.firstIndex(of: code).flatMap { place in formerNames.isEmpty ? nil : formerNames[place] }
  }

  /// The first vintage of the COG that has the change; a vintage is the situation on 1 January of its year.
  public var firstCOG: Int {
    let year = Int(date.prefix(4)) ?? 0
    return date.hasSuffix("-01-01") ? year : year + 1
  }
}
