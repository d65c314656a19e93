/// Exit codes of the command line, from sysexits.h.
public enum ExitStatus: Int32, Sendable {
  case usage = 64
  case badData = 65
  case missingInput = 66
  case unavailable = 69
  case bug = 70
  case cannotCreate = 73
  case readOrWrite = 74
  case interrupted = 130
}

/// What would have helped a reader that a command may have an option for. The library names no option: who asked says
/// how it is given.
public enum Need: Sendable, Equatable {
  /// The coordinate reference system a layer is in.
  case crs
  /// The encoding of a layer's attributes.
  case encoding
  /// Which of a file's layers is meant.
  case layer
  /// Consent to an operation between two systems that ignores the datum, or a system it is not needed for: the
  /// layer's own, by its code, where it has one.
  case ballpark(own: String?)
}

/// What went wrong, where, and what to do about it: one line for a person, one exit code for a script.
///
/// Printed as `error: FILE: record 17: what; what to do`.
public struct Problem: Error, Sendable, Equatable {
  public var status: ExitStatus
  /// The file, or `nil` when no file is at fault.
  public var file: String?
  /// The record, line, field or key inside the file.
  public var place: Text?
  public var what: Text
  /// What to do about it.
  public var remedy: Text?
  /// What whoever asked can say to do about it, with the options there are.
  public var need: Need?
  /// What readers noticed before it went wrong, which may be why: to be said before the problem itself.
  public var warnings: [Warning] = []

  public init(
    _ status: ExitStatus, file: String? = nil, at place: Text? = nil, _ what: Text, fix remedy: Text? = nil,
    needs need: Need? = nil
  ) {
    self.status = status
    self.file = file
    self.place = place
    self.what = what
    self.remedy = remedy
    self.need = need
  }

  /// The line without its `error: ` prefix; line breaks and control characters are made visible, so that it
  /// stays one line.
  public func line(_ language: Language) -> String {
    let colon = Text(" : ", ": ")[language]
    var out = ""
    if let file { out += file + ": " }
    if let place { out += place[language] + colon }
    out += what[language]
    if let remedy { out += Text(" ; ", "; ")[language] + remedy[language] }
    return Escape.oneLine(out)
  }

  /// A column there is not (65), naming those there are; `at` is the line of the header where the file has lines.
  public static func missingColumn(
    _ name: String, among present: [String], file: String, at place: Text? = nil
  ) -> Problem {
    let known = present.prefix(40).joined(separator: ", ") + (present.count > 40 ? ", …" : "")
    return Problem(
      .badData, file: file, at: place, Text("colonne « \(name) » absente", "no column \"\(name)\""),
      fix: Text("colonnes présentes : \(known)", "columns there are: \(known)"))
  }

  /// The same problem after what had been noticed before it.
  public func after(_ noticed: [Warning]) -> Problem {
    var copy = self
    copy.warnings = noticed + warnings
    return copy
  }

  /// The same problem, said of `file` where it named none.
  public func naming(_ file: String) -> Problem {
    var copy = self
    if copy.file == nil { copy.file = file }
    return copy
  }
}

/// Something a reader should know though the work went on: printed as `warning: FILE: …`.
public struct Warning: Sendable, Equatable {
  public var file: String?
  public var what: Text
  /// What whoever asked can say to do about it, with the options there are.
  public var need: Need?

  public init(file: String? = nil, _ what: Text, needs need: Need? = nil) {
    self.file = file
    self.what = what
    self.need = need
  }

  public func line(_ language: Language) -> String {
    Escape.oneLine((file.map { $0 + ": " } ?? "") + what[language])
  }
}
