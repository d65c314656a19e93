import Bytes

extension DocumentNode {
  /// The value under a key, `nil` when the key is absent or has nothing after it.
  public subscript(key: String) -> DocumentNode? {
    guard case .map(let entries) = content, let value = entries.first(where: { $0.key == key })?.value,
      value.content != .null
    else { return nil }
    return value
  }

  /// Throws 65 for a key that is not among `keys`, naming line, key and
  /// allowed keys, and for a value that is no map.
  public func allow(_ keys: [String], in what: Text) throws(Problem) {
    for entry in try entries(what) where !keys.contains(entry.key) {
      let known = keys.joined(separator: ", ")
      throw Problem(
        .badData, at: Self.place(entry.line),
        Text("clé inconnue « \(entry.key) » dans ", "unknown key \"\(entry.key)\" in ") + what,
        fix: Text("clés permises : \(known)", "allowed keys: \(known)"))
    }
  }

  /// The entries of a map, in the order of the file. Throws 65, calling the value `what`, when it is no map.
  public func entries(_ what: Text) throws(Problem) -> [Entry] {
    guard case .map(let entries) = content else { throw wrong(what, Text("un groupe de clés", "a group of keys")) }
    return entries
  }

  /// The items of a list. Throws 65, calling the value `what`, when it is no list.
  public func items(_ what: Text) throws(Problem) -> [DocumentNode] {
    guard case .list(let items) = content else { throw wrong(what, Text("une liste", "a list")) }
    return items
  }

  /// The text of a scalar, quoted or not. Throws 65, calling the value
  /// `what`, when it is a map, a list or nothing.
  public func string(_ what: Text) throws(Problem) -> String {
    guard case .scalar(let text, _) = content else { throw wrong(what, Text("un texte", "a text")) }
    return text
  }

  /// A finite number written without quotes. Throws 65, calling the value `what`, for anything else.
  public func number(_ what: Text) throws(Problem) -> Double {
    guard case .scalar(let text, false) = content, let value = Double(text), value.isFinite else {
      throw wrong(what, Text("un nombre", "a number"))
    }
    return value
  }

  /// A whole number written without quotes. Throws 65, calling the value `what`, for anything else.
  public func integer(_ what: Text) throws(Problem) -> Int {
    guard case .scalar(let text, false) = content, let value = Int(text) else {
      throw wrong(what, Text("un nombre entier", "a whole number"))
    }
    return value
  }

  /// `true` or `false` written without quotes. Throws 65, calling the value `what`, for anything else.
  public func flag(_ what: Text) throws(Problem) -> Bool {
    if case .scalar(let text, false) = content {
      if text == "true" { return true }
      if text == "false" { return false }
    }
    throw wrong(what, Text("true ou false", "true or false"))
  }

  /// The items of a list, each read by `read`, in order. Throws 65 when the
  /// value is no list, and what `read` throws.
  public func list<Value>(_ what: Text, _ read: (DocumentNode) throws(Problem) -> Value) throws(Problem) -> [Value] {
    var values: [Value] = []
    for item in try items(what) { values.append(try read(item)) }
    return values
  }

  /// The value of a required key. Throws 65 when the key is absent or has nothing after it.
  public func required(_ key: String, in what: Text) throws(Problem) -> DocumentNode {
    guard let value = self[key] else {
      throw Problem(
        .badData, at: Self.place(line), Text("clé « \(key) » absente de ", "no key \"\(key)\" in ") + what,
        fix: Text("ajoutez-la", "add it"))
    }
    return value
  }

  /// An error (65) about this value.
  public func problem(_ what: Text, fix: Text? = nil) -> Problem {
    Problem(.badData, at: Self.place(line), what, fix: fix)
  }

  private func wrong(_ what: Text, _ expected: Text) -> Problem {
    problem(Text("« \(what.fr) » doit être ", "\"\(what.en)\" must be ") + expected)
  }

  static func place(_ line: Int) -> Text { Text("ligne \(line)", "line \(line)") }
}
