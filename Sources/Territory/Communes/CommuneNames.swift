import Bytes

/// Communes by what tables call them: a code, a name, or a postcode and a name.
public struct CommuneNames: Sendable {
  /// The communes; answers are their positions.
  public let communes: [Commune]
  private let rowOfCode: [String: Int]
  private let rowsOfName: [String: [Int]]

  /// What a text means.
  public enum Answer: Sendable, Equatable {
    case row(Int)
    /// Several communes have the name.
    case several([Int])
    /// The layer has no such commune.
    case none
  }

  /// Indexes communes; of a code that stands twice the first counts. Complexity: O(communes).
  public init(_ communes: [Commune]) {
    self.communes = communes
    rowOfCode = Dictionary(zip(communes.map(\.insee), communes.indices)) { first, _ in first }
    var names: [String: [Int]] = [:]
    for (row, commune) in communes.enumerated() { names[Self.spelt(commune.name), default: []].append(row) }
    // "Ferté-Alais" means "La Ferté-Alais" where no commune has the name without its article.
    var bare: [String: [Int]] = [:]
    for (name, rows) in names {
      for article in ["la ", "le ", "les ", "l "] where name.hasPrefix(article) {
        bare[String(name.dropFirst(article.count)), default: []] += rows
      }
    }
    rowsOfName = names.merging(bare) { own, _ in own }
  }

  /// Position of a code; `nil` when no commune has it.
  public func row(_ code: String) -> Int? { rowOfCode[code] }

  /// The commune that a text names by its code or its name, any case, accents optional: « ST GERMAIN LES ARPAJON »,
  /// « Étampes Cedex », « Paris 12e ».
  ///
  /// A postcode narrows a name to its département and tells the arrondissement where the layer has no whole city; that
  /// it is the commune's own postcode is not checked. An arrondissement counts as its city where the layer has that.
  public func find(_ text: String, postcode: String = "") -> Answer {
    if let code = CommuneCode.read(text)?.code {
      return (row(code) ?? Arrondissements.commune(of: code).flatMap { row($0) }).map { .row($0) } ?? .none
    }
    let departements = Self.departements(postcode)
    if !postcode.isEmpty, departements.isEmpty { return .none }
    let name = Self.spelt(text)
    let found = (rowsOfName[name] ?? city(name, postcode)).filter { row in
      departements.isEmpty || departements.contains { communes[row].insee.hasPrefix($0) }
    }
    return found.count > 1 ? .several(found) : found.first.map { .row($0) } ?? .none
  }

  /// The city of an address such as « Paris 12e » or « 75012 Paris » in a layer of the other level.
  private func city(_ name: String, _ postcode: String) -> [Int] {
    let words = name.split(separator: " ")
    guard let first = words.first, let city = Arrondissements.cities.first(where: { $0.name.folded == first }) else {
      return []
    }
    if let row = row(city.code) { return words.count == 1 || words[1].first!.isNumber ? [row] : [] }
    let digits = words.count > 1 ? words[1].prefix { $0.isNumber } : Self.read(postcode).suffix(2)
    guard let number = Int(digits), number > 0 else { return [] }
    return row(String(city.arrondissements.lowerBound - 1 + number)).map { [$0] } ?? []
  }

  /// The error (65) for a text that `find` does not answer with one row, without file and place.
  ///
  /// - `proposing`: whether to look for near names. Complexity: O(communes · letters) then.
  public func problem(_ text: String, postcode: String = "", proposing: Bool = true) -> Problem {
    func named(_ rows: [Int]) -> String {
      rows.prefix(5).map { "\(communes[$0].insee) \(communes[$0].name)" }.joined(separator: ", ")
        + (rows.count > 5 ? ", …" : "")
    }
    let said = [Self.read(postcode), text].filter { !$0.isEmpty }.joined(separator: " ")
    let code = Text.giveTheINSEECode
    if case .several(let rows) = find(text, postcode: postcode) {
      return Problem(
        .badData,
        Text("« \(said) » : plusieurs communes, \(named(rows))", "\"\(said)\": several communes, \(named(rows))"),
        fix: code)
    }
    let elsewhere = postcode.isEmpty ? [] : rowsOfName[Self.spelt(text)] ?? []
    if !elsewhere.isEmpty { return Problem(.badData, Text.inAnotherDepartement(said, named(elsewhere)), fix: code) }
    let near = proposing && !text.isEmpty ? text.nearest(among: Array(Set(communes.map(\.name)))).prefix(3) : []
    let wider = Text.correctItOrChangeLayer
    let list = named(near.flatMap { rowsOfName[Self.spelt($0)] ?? [] })
    return Problem(
      .badData, Text.noSuchCommuneInLayer(said),
      fix: near.isEmpty ? wider : Text("noms proches : \(list) ; ", "near names: \(list); ") + wider)
  }

  /// A name for comparing: folded, abbreviations written out, without the cedex of an address.
  private static func spelt(_ name: String) -> String {
    var words: [String] = []
    for word in name.replacing("/", with: "/ ").folded.split(separator: " ") {
      switch word {
      case "cedex": return words.joined(separator: " ")
      case "st": words.append("saint")
      case "ste": words.append("sainte")
      // « s/ » stands for either.
      case "s/", "sur", "sous", "ss": words.append("s/")
      default: words.append(String(word))
      }
    }
    return words.joined(separator: " ")
  }

  /// A postcode without its blanks and with the zero that a spreadsheet took.
  private static func read(_ postcode: String) -> String {
    let text = postcode.filter { !$0.isWhitespace }
    return CommuneCode.restored(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// With what the codes of communes begin that may have a postcode; nothing for a text that is no postcode.
  ///
  /// La Poste gives each département its two digits, three overseas, and Corsica 20. A few communes at a limit are
  /// served from the next département: these must be given by code.
  private static func departements(_ postcode: String) -> [String] {
    let digits = read(postcode)
    guard digits.utf8.count == 5, digits.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return [] }
    switch digits.prefix(2) {
    case "20": return ["2A", "2B"]
    case "97", "98": return [String(digits.prefix(3))]
    default: return [String(digits.prefix(2))]
    }
  }
}
