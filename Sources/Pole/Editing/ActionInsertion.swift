import Bytes
import Territory

/// Writes a new action into the text of a project file.
public enum ActionInsertion {
  /// The text with the action at the end of `actions:` and every other byte unchanged: comments, order, blank
  /// lines, line endings. Margins and blank lines between actions follow those of the neighbours.
  ///
  /// The result is read again, and returned only if it is valid and differs from the original by exactly that
  /// action. Throws 64 for an action that no file could hold; 65 for an id that the file has already, a parent
  /// or site that it does not define, and a file that is invalid or writes its actions between brackets.
  public static func insert(into yamlText: String, action: NewAction) throws(Problem) -> String {
    try action.check()
    let bytes = Array(yamlText.utf8)
    let root = try YAMLDocument.parse(bytes)
    let before = try Pole(root)
    try check(action, against: before)
    let text = try ProjectText(bytes, root)
    let after = text.adding(action)
    try verify(after, adds: action, to: root, before)
    return String(decoding: after, as: UTF8.self)
  }

  private static func check(_ action: NewAction, against pole: Pole) throws(Problem) {
    if let there = pole.action(action.id) {
      throw Problem(
        .badData, at: Text("ligne \(there.line)", "line \(there.line)"),
        Text("l’action « \(action.id) » existe déjà", "action \"\(action.id)\" exists already"),
        fix: Text.chooseAnotherId)
    }
    if let parent = action.parent, pole.action(parent) == nil {
      let known = pole.actions.map(\.id).joined(separator: ", ")
      throw Problem(
        .badData, Text("aucune action « \(parent) »", "no action \"\(parent)\""),
        fix: Text("actions du projet : \(known)", "actions of the project: \(known)"))
    }
    for case .within(.site(let site), _) in action.rules where pole.site(site) == nil {
      let known = pole.sites.map(\.id).joined(separator: ", ")
      throw Problem(
        .badData, Text("aucun site « \(site) »", "no site \"\(site)\""),
        fix: Text("sites du projet : \(known)", "sites of the project: \(known)"))
    }
  }

  private static func verify(_ bytes: [UInt8], adds action: NewAction, to old: DocumentNode, _ before: Pole)
    throws(Problem)
  {
    let new = try YAMLDocument.parse(bytes)
    let after = try Pole(new)
    var rest = after.actions
    let added = rest.popLast()
    // What a file says without an English is French.
    var support = action.support
    support.reason = support.reason.map { Text(french: $0.fr) }
    let same =
      rest == before.actions && others(new) == others(old) && added?.id == action.id && added?.title.fr == action.title
      && added?.status == action.status && added?.parent == action.parent && added?.support == support
      && added?.rules.count == action.rules.count && added?.noRule == action.noRule
    guard same else { throw Problem(.badData, Text.actionsCannotBeAddedTo, fix: Text.simplifyTheActionBefore) }
  }

  /// The content of the file without its actions, whatever its line numbers.
  private static func others(_ root: DocumentNode) -> [DocumentNode.Entry] {
    guard case .map(let entries) = root.withoutLines.content else { return [] }
    return entries.filter { $0.key != "actions" }
  }
}
