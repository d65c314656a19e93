import Bytes
import Cartopole
import Territory
import Testing

@Suite struct ActionInsertionTests {
  static let action = NewAction(
    id: "recyclerie", title: "Recyclerie : « seconde vie »", status: .planned, parent: "promotion-ess",
    rules: [.within(.site("etampes"), kilometres: 7.5), .communes(["91223", "D'Huison \"X\""])],
    support: Support(.declared, by: "le Collectif", date: "2026-03"))

  @Test func theShippedFileKeepsEveryByte() throws {
    let before = try ShippedPole.text()
    let after = try ActionInsertion.insert(into: before, action: Self.action)
    let expected = """

        - id: recyclerie
          title: "Recyclerie : « seconde vie »"
          status: planned
          parent: promotion-ess
          basis: declared
          by: le Collectif
          date: 2026-03
          reach:
            basis: declared
            by: le Collectif
            date: 2026-03
            rules:
              - within_km: { site: etampes, km: 7.5 }
              - communes: ["91223", "D'Huison \\"X\\""]

      """
    let parts = after.split(separator: expected, omittingEmptySubsequences: false)
    #expect(parts.count == 2)
    #expect(parts.joined() == before)
    #expect(parts[0].hasSuffix("    no_rule: undecided\n"))
    #expect(parts[1].hasPrefix("\n# What the structures share"))
    let added = try #require(try Pole(try YAMLDocument.parse(Array(after.utf8))).actions.last)
    #expect(added.title.fr == Self.action.title)
    #expect(added.rules.count == 2)
  }

  static let head = "schema: 1\ntitle: T\nterritory: {name: N, layer: l.shp, cog: 2008, basis: source}\n"
  static let simple = NewAction(id: "b", title: "B", status: .realised, rules: [.territory], support: Support(.source))
  static let simpleLines = [
    "- id: b", "  title: B", "  status: realised", "  basis: source", "  reach:", "    basis: source", "    rules:",
    "      - territory: true",
  ]

  struct Layout: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var before: String
    var after: String
  }

  static func block(_ margin: String, _ end: String = "\n") -> String { simpleLines.map { margin + $0 + end }.joined() }

  static let a = "- id: a\n  title: A\n  status: realised\n  basis: source\n  no_rule: internal\n"

  @Test(arguments: [
    Layout(
      testDescription: "no margin, a section and a comment below", before: "actions:\n\(a)\n# next\nfigures: f.csv\n",
      after: "actions:\n\(a)\(block(""))\n# next\nfigures: f.csv\n"),
    Layout(
      testDescription: "no line break at the end", before: "actions:\n\(a.dropLast())",
      after: "actions:\n\(a)\(block(""))"),
    Layout(testDescription: "no actions key", before: "", after: "\nactions:\n\(block("  "))"),
    Layout(testDescription: "an empty key", before: "actions:\n\n# end\n", after: "actions:\n\(block("  "))\n# end\n"),
    Layout(
      testDescription: "an empty list", before: "actions: []  # none yet\nfigures: f.csv\n",
      after: "actions:  # none yet\n\(block("  "))figures: f.csv\n"),
    Layout(testDescription: "an end mark", before: "actions:\n\(a)...\n", after: "actions:\n\(a)\(block(""))...\n"),
    Layout(
      testDescription: "a comment that looks like an end, in a text",
      before:
        "actions:\n- id: a\n  title: A\n  status: realised\n  basis: assumption\n  no_rule: internal\n  reason: |\n"
        + "    one\n    # two\n",
      after: "actions:\n- id: a\n  title: A\n  status: realised\n  basis: assumption\n  no_rule: internal\n"
        + "  reason: |\n    one\n    # two\n" + block("")),
    Layout(
      testDescription: "no margin and a byte-order mark", before: "\u{FEFF}actions:\n\(a)",
      after: "\u{FEFF}actions:\n\(a)\(block(""))"),
    Layout(
      testDescription: "Windows line breaks",
      before: "actions:\r\n" + a.replacing("\n", with: "\r\n") + "figures: f.csv\r\n",
      after: "actions:\r\n" + a.replacing("\n", with: "\r\n") + block("", "\r\n") + "figures: f.csv\r\n"),
  ]) func everyLayout(layout: Layout) throws {
    let windows = layout.before.unicodeScalars.contains("\r")
    let head = windows ? Self.head.replacing("\n", with: "\r\n") : Self.head
    let after = try ActionInsertion.insert(into: Self.join(head, layout.before), action: Self.simple)
    #expect(Array(after.utf8) == Array(Self.join(head, layout.after).utf8))
  }

  /// The two parts of a file; a byte-order mark goes first.
  private static func join(_ head: String, _ rest: String) -> String {
    let scalars = rest.unicodeScalars
    guard scalars.first == "\u{FEFF}" else { return head + rest }
    return "\u{FEFF}" + head + String(String.UnicodeScalarView(scalars.dropFirst()))
  }

  @Test func aWideDashIsFollowed() throws {
    let wide =
      "actions:\n   -   id: a\n       title: A\n       status: realised\n       basis: source\n"
      + "       no_rule: internal\n"
    let after = try ActionInsertion.insert(into: Self.head + wide, action: Self.simple)
    #expect(after.hasPrefix(Self.head + wide + "   -   id: b\n       title: B\n"))
  }

  @Test(arguments: [
    "plain", "a: b", "# c", "yes", "12", "- d", "'e'", "\"f\"", "{g}", "h\\i", "\u{2028}\u{85}\u{FEFF}\u{7F}", "é’ü",
    " j", "k ", "l #m", "~", "null", "*n", "&o", "!p", "%q", "@r", "`s", "1e3", "emoji 🍅", "a\nb",
  ]) func anyTitleComesBack(title: String) throws {
    var action = Self.simple
    action.title = title
    action.support = Support(.assumption, reason: Text(same: title + "x"))
    let text = try ActionInsertion.insert(into: Self.head, action: action)
    let added = try #require(try Pole(try YAMLDocument.parse(Array(text.utf8))).actions.first)
    #expect(added.title.fr == title)
    #expect(added.ruleSupport?.reason?.fr == title + "x")
  }

  @Test func everyRuleIsWritten() throws {
    var action = Self.simple
    action.rules = [
      .territory, .communes(["2A004"]), .canton("9108"), .epci("200017846"), .within(.commune("91223"), kilometres: 15),
      .neighbours("91223", order: 2),
    ]
    let text = try ActionInsertion.insert(into: Self.head, action: action)
    for line in [
      "- territory: true", "- communes: [\"2A004\"]", "- canton: \"9108\"", "- epci: \"200017846\"",
      "- within_km: { commune: \"91223\", km: 15 }", "- neighbours: { commune: \"91223\", order: 2 }",
    ] { #expect(text.contains("        " + line + "\n")) }
  }

  @Test(arguments: [
    (
      action("Épicerie"), 64,
      "malformed id \"Épicerie\"; lower-case letters without accents, digits and hyphens, a letter first"
    ),
    (
      action("x", rules: []), 64,
      "neither a reach rule nor a reason to have none; give communes or another rule, or else undecided or internal"
    ),
    (
      action("x", rules: [.within(.site("gare"), kilometres: 1)]), 65, "no site \"gare\"; sites of the project: etampes"
    ),
    (
      action("x", rules: [.within(.site("etampes"), kilometres: -1)]), 64,
      "the radius must be greater than 0; give kilometres"
    ), (action("x", support: Support(.assumption)), 64, "an assumption without a reason; say why it is assumed"),
    (
      action("x", support: Support(.declared, by: "moi")), 64,
      "a declaration without author or date; say who declared it and when, such as 2009-06"
    ),
  ]) func refusals(action: NewAction, status: Int32, message: String) throws {
    let text = try ShippedPole.text()
    #expect { _ = try ActionInsertion.insert(into: text, action: action) } throws: { error in
      let problem = error as? Problem
      #expect(problem?.status.rawValue == status)
      #expect(problem?.line(.en) == message)
      return true
    }
  }

  @Test func anIdIsUsedOnce() throws {
    let line = try #require(try ShippedPole.pole().action("exposition")).line
    let text = try ShippedPole.text()
    #expect { _ = try ActionInsertion.insert(into: text, action: Self.action("exposition")) } throws: {
      ($0 as? Problem)?.line(.en) == "line \(line): action \"exposition\" exists already; choose another id"
    }
  }

  @Test func bracketsAreRefused() {
    let text = Self.head + "actions: [{id: a, title: A, status: realised, basis: source, no_rule: internal}]\n"
    #expect { _ = try ActionInsertion.insert(into: text, action: Self.simple) } throws: {
      ($0 as? Problem)?.line(.en)
        == "line 4: \"actions\" is written between brackets; write each action on lines of its own, after a dash"
    }
  }

  @Test func theTemplateTakesItsFirstAction() throws {
    let template = ProjectTemplate(title: "T", territory: "N", layer: "l.shp", cog: 2025).yaml
    let text = try ActionInsertion.insert(into: template, action: Self.simple)
    #expect(text == template.replacing("actions: []\n", with: "actions:\n") + Self.block("  "))
  }

  static func action(_ id: String, rules: [NewAction.Rule] = [.territory], support: Support = Support(.source))
    -> NewAction
  { NewAction(id: id, title: "X", status: .planned, rules: rules, support: support) }
}
