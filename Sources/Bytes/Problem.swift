/// Exit codes of the command line, from sysexits.h.
public enum ExitStatus: Int32, Sendable {
  /// The command line is wrong.
  case usage = 64
  /// An input is damaged, or says something impossible.
  case badData = 65
  /// An input file is missing.
  case missingInput = 66
  /// Something the work needs, such as a solver or memory, is not available.
  case unavailable = 69
  /// The program met a state that its own code should have excluded.
  case bug = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed on the way.
  case readOrWrite = 74
  /// The user interrupted the program; 128 and the number of SIGINT, by the convention of shells.
  case interrupted = 130
}

/// What a reader lacked and the caller could supply. The library does not know the options of a command: the
/// command line turns a need into the name of the option that supplies it.
public enum Need: Sendable, Equatable {
  /// The coordinate reference system of a layer.
  case crs
  /// The encoding of a layer's attributes.
  case encoding
  /// The name of the layer to read from a file with several.
  case layer
  /// Consent to an operation between two coordinate systems that ignores the datum. `own` is the code of the
  /// layer's own system, which can be asked for instead; `nil` when it has no code.
  case ballpark(own: String?)
}

/// What went wrong, where, and what to do about it: one line for a person, one exit code for a script.
///
/// Printed as `error: FILE: record 17: what; what to do`.
public struct Problem: Error, Sendable, Equatable {
  /// The exit code of a program that ends with this problem.
  public var status: ExitStatus
  /// The file, or `nil` when no file is at fault.
  public var file: String?
  /// The record, line, field or key inside the file.
  public var place: Text?
  /// What is wrong, as a clause without a full stop.
  public var what: Text
  /// What to do about it, as an imperative clause; `nil` when there is nothing to say.
  public var remedy: Text?
  /// What the caller can supply to avoid it; `nil` for nothing.
  public var need: Need?
  /// What readers noticed before the failure, which may be its cause: printed before the problem itself.
  public var warnings: [Warning] = []

  /// A problem without warnings.
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

  /// The message without its `error: ` prefix. Line breaks and control characters are made visible, so that it
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

  /// The error (65) for an absent column, which names the first 40 columns present; `at` is the line of the
  /// header in a file that has lines.
  public static func missingColumn(_ name: String, among present: [String], file: String, at place: Text? = nil)
    -> Problem
  {
    let known = present.prefix(40).joined(separator: ", ") + (present.count > 40 ? ", …" : "")
    return Problem(
      .badData, file: file, at: place, Text("colonne « \(name) » absente", "no column \"\(name)\""),
      fix: Text("colonnes présentes : \(known)", "columns there are: \(known)"))
  }

  /// The error (66) for a file that is not there.
  public static func missing(_ path: String) -> Problem {
    Problem(
      .missingInput, file: path, Text("fichier introuvable", "no such file"),
      fix: Text("vérifiez le chemin", "check the path"))
  }

  /// The error (66) for a folder where a file is to be read.
  public static func isFolder(_ path: String) -> Problem {
    Problem(
      .missingInput, file: path, Text("c’est un dossier", "this is a folder"),
      fix: Text("donnez un fichier", "give a file"))
  }

  /// The same problem with earlier warnings put before its own.
  public func after(_ noticed: [Warning]) -> Problem {
    var copy = self
    copy.warnings = noticed + warnings
    return copy
  }

  /// The same problem, with `file` as its file if it has none.
  public func naming(_ file: String) -> Problem {
    var copy = self
    if copy.file == nil { copy.file = file }
    return copy
  }
}

/// Something a reader should know although the work went on; printed as `warning: FILE: …`.
public struct Warning: Sendable, Equatable {
  /// The file, or `nil` when the warning is about none.
  public var file: String?
  /// What the reader should know, as a clause without a full stop.
  public var what: Text
  /// What the caller can supply to avoid it; `nil` for nothing.
  public var need: Need?

  /// A warning about a file, or about none.
  public init(file: String? = nil, _ what: Text, needs need: Need? = nil) {
    self.file = file
    self.what = what
    self.need = need
  }

  /// The message without its `warning: ` prefix, kept to one line as `Problem.line` is.
  public func line(_ language: Language) -> String { Escape.oneLine((file.map { $0 + ": " } ?? "") + what[language]) }
}
