import Bytes
import Territory
import Yams

/// Reads YAML into `DocumentNode`s.
///
/// A project file is one document of plain maps, lists and scalars. Anchors, aliases, merge keys, explicit tags
/// and second documents are refused, because a person who edits one line could not see what else it changes.
public enum YAMLDocument {
  /// Reads a file; `-` is standard input. Throws 66 and 74 for the file, 65 for its content.
  public static func read(_ path: String) throws(Problem) -> DocumentNode {
    try parse(try FileBytes.read(path), file: path)
  }

  /// Reads YAML bytes in UTF-8, with or without byte-order mark. Throws 65 naming file and line. Complexity:
  /// O(n).
  public static func parse(_ bytes: [UInt8], file: String? = nil) throws(Problem) -> DocumentNode {
    guard Encoding.isUTF8(bytes) else {
      throw Problem(
        .badData, file: file, at: place(firstLineNotUTF8(bytes)),
        Text("le texte n’est pas en UTF-8", "the text is not UTF-8"), fix: Text.saveFileAsUTF8)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let unmarked = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
    let text = String(decoding: unmarked, as: UTF8.self)
    do { return try compose(text) } catch let problem as Problem { throw problem.naming(file) } catch let error
      as YamlError
    { throw describe(error, text).naming(file) } catch { throw Problem(.bug, file: file, Text(same: "\(error)")) }
  }

  /// Plain scalars that mean no value (YAML 1.2, 10.3.2).
  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]

  private static func compose(_ text: String) throws -> DocumentNode {
    // Scalars stay text: the regular expressions of the resolver would only cost time.
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    let root = try parser.singleRoot()
    // A node knows its anchor only while the parser that made it exists.
    return try withExtendedLifetime(parser) {
      guard let root else {
        throw Problem(.badData, at: place(1), Text("fichier vide", "empty file"), fix: Text.beginWithSchemaOne)
      }
      return try convert(root)
    }
  }

  private static func convert(_ node: Yams.Node) throws(Problem) -> DocumentNode {
    let line = node.mark?.line ?? 1
    if node.anchor != nil {
      throw Problem(
        .badData, at: place(line), Text.anchorsAndAliasesNotRead, fix: Text("répétez la valeur", "repeat the value"))
    }
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain
      guard !plain || scalar.tag.description.isEmpty else {
        throw Problem(.badData, at: place(line), Text.tagsAreNotRead, fix: Text.removeTheTag)
      }
      if plain, nulls.contains(scalar.string) { return .init(.null, line: line) }
      return .init(.scalar(scalar.string, quoted: !plain), line: line)
    case .sequence(let items):
      var list: [DocumentNode] = []
      for item in items { list.append(try convert(item)) }
      return .init(.list(list), line: line)
    case .mapping(let pairs):
      var entries: [DocumentNode.Entry] = []
      for (key, value) in pairs {
        let keyLine = key.mark?.line ?? line
        guard case .scalar(let name) = key, name.string != "<<" else {
          throw Problem(
            .badData, at: place(keyLine), Text("cette clé n’est pas un mot", "this key is not a word"),
            fix: Text("écrivez « clé: valeur »", "write \"key: value\""))
        }
        entries.append(.init(key: name.string, line: keyLine, value: try convert(value)))
      }
      return .init(.map(entries), line: line)
    case .alias(let alias):
      throw Problem(
        .badData, at: place(alias.mark?.line ?? line), Text("renvoi YAML (*)", "YAML alias (*)"),
        fix: Text("répétez la valeur", "repeat the value"))
    }
  }

  /// The error of the YAML library in one line.
  private static func describe(_ error: YamlError, _ text: String) -> Problem {
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      return Problem(
        .badData, at: place(context.mark.line), Text.keyIsGivenTwice(key), fix: Text("gardez-en une", "keep one"))
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      return syntax(problem, mark.line, text)
    case .composer(_, let problem, let mark, _):
      if problem.contains("another document") {
        return Problem(
          .badData, at: place(mark.line), Text.secondDocumentStartsHere,
          fix: Text("ôtez la ligne « --- »", "remove the line \"---\""))
      }
      return syntax(problem, mark.line, text)
    case .reader(let problem, let offset, _, _):
      let line = offset.map { 1 + text.prefix($0).count(where: \.isNewline) } ?? 1
      return Problem(
        .badData, at: place(line), Text.forbiddenControlCharacter(problem), fix: Text("effacez-le", "delete it"))
    default: return Problem(.badData, Text("YAML illisible : \(error)", "unreadable YAML: \(error)"))
    }
  }

  private static func syntax(_ problem: String, _ line: Int, _ text: String) -> Problem {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let indent = line <= lines.count ? lines[line - 1].prefix { $0 == " " || $0 == "\t" } : ""
    if indent.contains("\t") {
      return Problem(
        .badData, at: place(line), Text("tabulation dans la marge", "tab in the indentation"),
        fix: Text("décalez avec des espaces", "indent with spaces"))
    }
    return Problem(
      .badData, at: place(line), Text("YAML mal formé (\(problem))", "malformed YAML (\(problem))"),
      fix: Text.checkIndentationColonsAndQuotes)
  }

  private static func firstLineNotUTF8(_ bytes: [UInt8]) -> Int {
    var line = 1
    for row in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !Encoding.isUTF8(row) { return line }
      line += 1
    }
    return line
  }

  private static func place(_ line: Int) -> Text { Text("ligne \(line)", "line \(line)") }
}

extension Problem { fileprivate func naming(_ file: String?) -> Problem { file.map(naming) ?? self } }
