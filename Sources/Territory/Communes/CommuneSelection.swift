import Bytes

/// The communes of a layer that a list names: by code or name, or as an EPCI, a département or a région.
public struct CommuneSelection: Sendable {
  /// One commune or area as a list writes it.
  public struct Entry: Sendable {
    /// A code or a name.
    public var text: String
    /// The postcode beside it; empty for none.
    public var postcode: String
    /// Line of the file; `nil` on the command line.
    public var line: Int?

    /// Makes an entry of these values.
    public init(_ text: String, postcode: String = "", line: Int? = nil) {
      (self.text, self.postcode, self.line) = (text, postcode, line)
    }
  }

  /// An entry that names no commune of the layer, or several.
  public struct Fault: Sendable {
    /// What is wrong (65), with near names.
    public var problem: Problem
    /// The entry as written.
    public var text: String
    /// Whether it is a code, which another layer may have.
    public var isCode: Bool
  }

  /// Positions of the communes, ascending, each once.
  public private(set) var rows: [Int] = []
  /// Entries that no commune of the layer answers, or several, in the order of the list.
  public private(set) var faults: [Fault] = []
  /// Entries that name a commune named before, as written.
  public private(set) var repeated: [String] = []
  /// What became of communes that the layer has under another code or at another level, and names that were told
  /// apart by the other entries.
  public private(set) var changes: [Text] = []
  /// The EPCI, the département or the région that the list consists of; `nil` for any other list.
  public private(set) var area: (level: AreaLevel, code: String, name: String)?

  /// Finds what a list names.
  ///
  /// A code that the layer lacks is followed through `events` to the communes that took its place, or that it was made
  /// of. Of several communes with a name, the only one in the départements of the other entries is meant. Complexity:
  /// O(entries + communes + events).
  ///
  /// - `events`: the changes of the list of communes, asked for when they are needed.
  /// - `file`: path of the list, for messages.
  /// - `areas`: whether an entry may be an EPCI, a département or a région.
  public init(
    _ entries: [Entry], among names: CommuneNames, events: () throws(Problem) -> CommuneEvents, file: String? = nil,
    areas: Bool = false
  ) throws(Problem) {
    // Most lists name what the layer has, and need no events.
    var known: CommuneEvents?
    var taken: Set<Int> = []
    var open: [(entry: Entry, rows: [Int])] = []
    let wholes = areas ? AreasByName(names.communes) : nil
    var former: [String: [CommuneEvent]]?
    func place(_ entry: Entry) -> Text? { entry.line.map { Text("ligne \($0)", "line \($0)") } }
    func fault(_ entry: Entry, _ problem: Problem) {
      var problem = problem
      (problem.file, problem.place) = (file, place(entry))
      faults.append(Fault(problem: problem, text: entry.text, isCode: CommuneCode.read(entry.text) != nil))
    }
    func take(_ found: [Int], _ entry: Entry) {
      if taken.isSuperset(of: found) { repeated.append(entry.text) }
      taken.formUnion(found)
    }
    for written in entries {
      let isCommune = written.text.folded.hasPrefix("commune:")
      var entry = written
      if isCommune { entry.text = String(entry.text.dropFirst("commune:".count)).trimmingSpaces }
      if let code = CommuneCode.read(entry.text)?.code {
        if names.row(code) == nil, known == nil { known = try events() }
        if let found = find(code, names, known) {
          take(found, entry)
          continue
        }
      }
      var meanings = isCommune ? [] : wholes?.find(entry.text) ?? []
      switch names.find(entry.text, postcode: entry.postcode) {
      case .row(let row): meanings.append((nil, [row]))
      case .several(let rows) where meanings.isEmpty:
        open.append((entry, rows))
        continue
      case .several(let rows): meanings.append((nil, rows))
      case .none: break
      }
      // Paris is a commune and a département, and both mean the same.
      if let first = meanings.first, meanings.dropFirst().allSatisfy({ $0.rows == first.rows }) {
        take(first.rows, entry)
        if entries.count == 1 { area = first.area }
      } else if meanings.isEmpty, let found = try merged(entry, names, &known, &former, events) {
        take(found, entry)
      } else if meanings.isEmpty {
        fault(
          entry,
          wholes?.problem(entry.text)
            ?? names.problem(entry.text, postcode: entry.postcode, proposing: faults.count < 3))
      } else {
        let list = meanings.map { meaning in
          meaning.area.map { "\($0.level.rawValue):\($0.code)" } ?? "commune:\(names.communes[meaning.rows[0]].insee)"
        }.joined(separator: ", ")
        fault(entry, Problem(.badData, Text.namesSeveralThings(entry.text), fix: Text.writeOneOfThese(list)))
      }
    }
    let home = Set(taken.map { names.communes[$0].departement })
    for (entry, rows) in open {
      let near = rows.filter { home.contains(names.communes[$0].departement) }
      guard near.count == 1 else {
        fault(entry, names.problem(entry.text, postcode: entry.postcode))
        continue
      }
      let commune = names.communes[near[0]]
      take(near, entry)
      changes.append(Text.onlyOneWithThatName(entry.text, commune.insee, commune.name, rows.count))
    }
    rows = taken.sorted()
  }

  /// The commune into which one with a former name went; `nil` when no event, or several, know the name. Notes the event.
  private mutating func merged(
    _ entry: Entry, _ names: CommuneNames, _ known: inout CommuneEvents?, _ former: inout [String: [CommuneEvent]]?,
    _ events: () throws(Problem) -> CommuneEvents
  ) throws(Problem) -> [Int]? {
    if known == nil { known = try events() }
    guard let all = known else { return nil }
    let byName =
      former
      ?? all.events.reduce(into: [:]) { byName, event in
        for name in Set(event.formerNames.map(\.folded)) { byName[name, default: []].append(event) }
      }
    former = byName
    let found = (byName[entry.text.folded] ?? []).compactMap { event -> (event: CommuneEvent, rows: [Int])? in
      let rows = event.after.flatMap { code in
        names.row(code).map { [$0] }
          ?? all.successors(of: code, backwards: false) { names.row($0) != nil }.codes.compactMap(names.row)
      }
      return rows.isEmpty ? nil : (event, Set(rows).sorted())
    }
    guard found.count == 1, let one = found.first else { return nil }
    let list = one.rows.map { "\(names.communes[$0].insee) \(names.communes[$0].name)" }.joined(separator: ", ")
    changes.append(Text.isNoMoreSince(entry.text, one.event.date, one.event.names, list))
    return one.rows
  }

  /// The communes that stand for a code; `nil` when the layer has none. Notes those that do not have the code itself.
  private mutating func find(_ code: String, _ names: CommuneNames, _ events: CommuneEvents?) -> [Int]? {
    if let row = names.row(code) { return [row] }
    if let city = Arrondissements.commune(of: code), let row = names.row(city) {
      changes.append(Text.arrondissementIsTakenWhole(code, city, names.communes[row].name))
      return [row]
    }
    let parts = Arrondissements.parts(of: code).compactMap(names.row)
    if !parts.isEmpty { return parts }
    guard let events else { return nil }
    for isForward in [true, false] {
      let found = events.successors(of: code, backwards: !isForward) { names.row($0) != nil }
      let rows = found.codes.compactMap(names.row).sorted()
      guard !rows.isEmpty, let event = found.event else { continue }
      let list = rows.map { "\(names.communes[$0].insee) \(names.communes[$0].name)" }.joined(separator: ", ")
      changes.append(
        isForward
          ? Text(
            "\(code) n’existe plus depuis \(event.date) : \(list)", "\(code) is no more since \(event.date): \(list)")
          : Text.existsOnlySince(code, event.date, list))
      return rows
    }
    return nil
  }

  /// What a reader should know: entries not found, repeated, changed. `isStrict` leaves out those not found, which
  /// `requireAll` throws.
  public func warnings(_ file: String?, isStrict: Bool = false) -> [Warning] {
    var notes = changes
    if !repeated.isEmpty { notes.append(Text.communesWrittenSeveralTimes(repeated.count, Self.some(repeated))) }
    return notes.map { Warning(file: file, $0) } + (isStrict ? [] : self.faults(file))
  }

  /// The codes that the layer lacks, as written.
  public var missing: [String] { faults.filter(\.isCode).map(\.text) }

  /// The faults as warnings: the codes that the layer lacks together, then five others.
  private func faults(_ file: String?) -> [Warning] {
    var all: [Warning] = []
    if !missing.isEmpty {
      all.append(Warning(file: file, Text.communesTheLayerLacks(missing.count, Self.some(missing))))
    }
    let others = faults.filter { !$0.isCode }.map(\.problem)
    all += others.prefix(5).map { fault in
      Warning(file: file, (fault.place.map { $0 + Text(" : ", ": ") } ?? Text(same: "")) + fault.what)
    }
    if others.count > 5 {
      let more = others.count - 5
      all.append(
        Warning(file: file, Text("\(more) autres lignes sans commune", "\(more) other rows without a commune")))
    }
    return all
  }

  private static func some(_ texts: [String]) -> String {
    texts.prefix(5).joined(separator: ", ") + (texts.count > 5 ? ", …" : "")
  }

  /// Throws the first fault (65) with the number of others; 65 for a list that names nothing.
  public func requireAll(_ file: String?) throws(Problem) {
    if var first = faults.first?.problem {
      let others = Array(faults.dropFirst().map(\.text))
      if !others.isEmpty {
        first.what =
          first.what
          + Text(
            " (autres : \(others.count), \(Self.some(others)))", " (others: \(others.count), \(Self.some(others)))")
      }
      throw first
    }
    guard !rows.isEmpty else { throw Problem(.badData, file: file, Text.noCommuneInThisList) }
  }
}

/// EPCIs, départements and régions of communes, by code and name.
private struct AreasByName {
  typealias Area = (level: AreaLevel, code: String, name: String)
  private var rows: [AreaLevel: [String: [Int]]] = [:]
  private var names: [AreaLevel: [String: String]] = [:]

  init(_ communes: [Commune]) {
    for (row, commune) in communes.enumerated() {
      for (level, code, name) in [
        (AreaLevel.epci, commune.epci, commune.epciName),
        (.departement, commune.departement, commune.departement.flatMap { AreaNames.departements[$0] }),
        (.region, commune.region, commune.region.flatMap { AreaNames.regions[$0] }),
      ] {
        guard let code else { continue }
        rows[level, default: [:]][code, default: []].append(row)
        if let name { names[level, default: [:]][code] = name }
      }
    }
  }

  /// The areas that a text means: a code or a name, with or without the level before it: `epci:243500741`,
  /// `departement:35`. « Redon Agglomération » is the « Communauté d’agglomération » of that name.
  func find(_ text: String) -> [(area: Area?, rows: [Int])] {
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces }
    let level = parts.count == 2 ? AreaLevel(rawValue: parts[0].folded) : nil
    let wanted = level == nil ? text : parts[1]
    let name = Self.spelt(wanted)
    var found: [(area: Area?, rows: [Int])] = []
    var near: [(area: Area?, rows: [Int])] = []
    for key in [AreaLevel.epci, .departement, .region] where level == nil || level == key {
      // A bare number of two digits is a département: a région is asked for by its level.
      let isCode = key != .region || level == key
      for (code, members) in (rows[key] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let called = names[key]?[code] ?? code
        let folded = Self.spelt(called)
        if isCode && code == wanted.uppercased() || folded == name {
          found.append(((key, code, called), members))
        } else if key == .epci, folded.hasSuffix(" " + name), folded.hasPrefix("c") {
          near.append(((key, code, called), members))
        }
      }
    }
    return found.isEmpty && name.count > 3 ? near : found
  }

  /// A name for comparing: folded, with the kind of EPCI written out: « CC de l’Alta Rocca ».
  private static func spelt(_ name: String) -> String {
    let folded = name.folded
    for (short, kind) in kinds where folded.hasPrefix(short + " ") { return kind + folded.dropFirst(short.count) }
    return folded
  }

  private static let kinds = [
    ("cc", "communaute de communes"), ("ca", "communaute d agglomeration"), ("cu", "communaute urbaine"),
  ]

  /// The error (65) for a text that is the name of an EPCI, but of none that the layer has; `nil` for any other text.
  func problem(_ text: String) -> Problem? {
    let wanted = Self.spelt(text)
    guard Self.kinds.contains(where: { wanted.hasPrefix($0.1) }) else { return nil }
    let all = Set((names[.epci] ?? [:]).values)
    let scored = all.map { (distance: Self.spelt($0).editDistance(to: wanted), name: $0) }.sorted {
      ($0.distance, $0.name) < ($1.distance, $1.name)
    }
    let near = scored.prefix(3).filter { $0.distance <= 8 }.map(\.name).joined(separator: ", ")
    let known = Text.giveSIRENOrEPCIName
    return Problem(
      .badData, Text.noSuchEPCIInLayer(text),
      fix: near.isEmpty ? known : Text("noms proches : \(near)", "near names: \(near)"))
  }
}
