import Bytes
import Statistics

/// Reference date and year of the commune codes, from the options, the file and its name, and whether these
/// agree.
struct FileVintage {
  var date = ""
  var cog = ""
  var faults: [Fault] = []
  var warnings: [Warning] = []
  /// What the codes showed.
  var notes: [Text] = []
  /// Codes that do not exist in the vintage; their rows are left out.
  var strangers: Set<String> = []
  let kind: Kind

  /// Where a file comes from, which decides what its name and its years mean.
  enum Kind {
    /// A copy of a register: its communes are those of its date, within a year.
    case register
    /// Figures of a year, published for the communes of that year or a later one.
    case publication
    /// A table of any origin: a date in its name may be the day when it was saved.
    case anybodys
  }

  /// `date` and `cog` come from the options. `period` is the date and `geography` the year of codes that the
  /// file itself gives, each with its line.
  init(
    path: String, kind: Kind, date: String?, cog: String?, period: (text: String, line: Int)? = nil,
    geography: (text: String, line: Int)? = nil
  ) {
    self.kind = kind
    let name = Path.name(path)
    let named = kind == .anybodys ? nil : Self.date(in: name)
    self.date = date ?? period?.text ?? named ?? ""
    let namedCOG = Self.cog(in: name)
    self.cog = cog ?? geography?.text ?? namedCOG ?? ""
    if let date, let period, !Self.agree(date, period.text, kind) {
      contradict("‹date› \(date), TIME_PERIOD \(period.text)", period.line)
    } else if let date, period == nil, let named, !Self.agree(date, named, kind) {
      contradict("‹date› \(date), \(name)", 1)
    } else if let period, let named, !Self.agree(period.text, named, kind) {
      contradict("TIME_PERIOD \(period.text), \(name)", period.line)
    }
    if let cog, let geography, cog != geography.text {
      contradict("‹cog› \(cog), GEO \(geography.text)", geography.line)
    } else if let cog, let namedCOG, cog != namedCOG {
      contradict("‹cog› \(cog), \(name)", 1)
    }
    if let year = ReferenceDate(self.date)?.year, let codes = Int(self.cog) {
      let isWrong = kind == .register ? (codes - year).magnitude > 1 : codes < year
      if isWrong { contradict("cog \(codes), date \(self.date)", period?.line ?? 1) }
    }
    if self.date.isEmpty { warnings.append(Warning(file: path, Text.referenceDateUnknown)) }
  }

  private mutating func contradict(_ what: String, _ line: Int) {
    faults.append(Fault(.wrongVintage, line: line, value: what))
  }

  /// Whether two dates agree in the precision of the coarser one, as `2021` and `2021-12-31` do. Two dates of a
  /// register agree within a year, because its file may be named after the day of the download.
  private static func agree(_ left: String, _ right: String, _ kind: Kind) -> Bool {
    if kind == .register, let left = ReferenceDate(left), let right = ReferenceDate(right) {
      return left.years(to: right) <= 1
    }
    return left.hasPrefix(right) || right.hasPrefix(left)
  }

  /// A date in the name of a file: `2024-12-31`, `20241231`, or else the only year that does not follow `COG`
  /// or `GEO`.
  static func date(in name: String) -> String? {
    var years: [String] = []
    for run in runs(name) where !isCOG(run.before) {
      let digits = run.digits
      if digits.count == 8, let date = ReferenceDate(iso(digits)) { return date.iso }
      if digits.count == 4, let year = Int(digits), (1990...2099).contains(year) { years.append(digits) }
    }
    // 2024-12-31 consists of three runs of digits.
    let parts = runs(name).map(\.digits)
    for index in parts.indices.dropLast(2) {
      let text = parts[index...(index + 2)].joined(separator: "-")
      if ReferenceDate(text) != nil, name.contains(text) { return text }
    }
    return Set(years).count == 1 ? years[0] : nil
  }

  /// A year after `COG` or `GEO` in the name of a file.
  static func cog(in name: String) -> String? { runs(name).first { $0.digits.count == 4 && isCOG($0.before) }?.digits }

  private static func isCOG(_ before: String) -> Bool {
    let letters = before.lowercased().filter { $0.isLetter }
    return letters.hasSuffix("cog") || letters.hasSuffix("geo")
  }

  private static func iso(_ digits: String) -> String {
    let text = Array(digits)
    return String(text[0..<4]) + "-" + String(text[4..<6]) + "-" + String(text[6..<8])
  }

  /// The runs of digits in a name, each with the text between it and the previous run.
  private static func runs(_ name: String) -> [(before: String, digits: String)] {
    name.matches(of: /([^0-9]*)([0-9]+)/).map { (String($0.1), String($0.2)) }
  }
}
