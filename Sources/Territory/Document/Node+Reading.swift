import Bytes

extension Node {
  /// The value under a key, `nil` when the key is absent or has nothing after it.
  public subscript(key: String) -> Node? {
    guard case .map(let entries) = content, let value = entries.first(where: { $0.key == key })?.value,
      value.content != .null
    else { return nil }
    return value
  }

  /// Refuses keys that mean nothing here (65, with line, key and the keys there are).
  public func allow(_ keys: [String], in what: Text) throws(Problem) {
    for entry in try entries(what) where !keys.contains(entry.key) {
      let known = keys.joined(separator: ", ")
      throw Problem(
        .badData, at: Self.place(entry.line),
        Text("clé inconnue « \(entry.key) » dans ", "unknown key \"\(entry.key)\" in ") + what,
        fix: Text("clés permises : \(known)", "allowed keys: \(known)"))
    }
  }

  public func entries(_ what: Text) throws(Problem) -> [Entry] {
    guard case .map(let entries) = content else {
      throw wrong(what, Text("un groupe de clés", "a group of keys"))
    }
    return entries
  }

  public func items(_ what: Text) throws(Problem) -> [Node] {
    guard case .list(let items) = content else { throw wrong(what, Text("une liste", "a list")) }
    return items
  }

  public func string(_ what: Text) throws(Problem) -> String {
    guard case .scalar(let text, _) = content else { throw wrong(what, Text("un texte", "a text")) }
    return text
  }

  public func number(_ what: Text) throws(Problem) -> Double {
    guard case .scalar(let text, false) = content, let value = Double(text), value.isFinite else {
      throw wrong(what, Text("un nombre", "a number"))
    }
    return value
  }

  public func integer(_ what: Text) throws(Problem) -> Int {
    guard case .scalar(let text, false) = content, let value = Int(text) else {
      throw wrong(what, Text("un nombre entier", "a whole number"))
    }
    return value
  }

  public func flag(_ what: Text) throws(Problem) -> Bool {
    if case .scalar(let text, false) = content {
      if text == "true" { return true }
      if text == "false" { return false }
    }
    throw wrong(what, Text("true ou false", "true or false"))
  }

  /// Each item of a list, read by `read`, in order.
  public func list<Value>(_ what: Text, _ read: (Node) throws(Problem) -> Value) throws(Problem) -> [Value] {
    var values: [Value] = []
    for item in try items(what) { values.append(try read(item)) }
    return values
  }

  /// The value of a required key.
  public func required(_ key: String, in what: Text) throws(Problem) -> Node {
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
