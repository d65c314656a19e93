import Bytes
import Cartopole
import Territory
import Testing

/// Each mistake gives one line that names the line, what is wrong and what to do.
@Suite struct DecodeErrorTests {
  static let project = """
    schema: 1
    title: Essai
    territory:
      name: Essai
      layer: essai.shp
      cog: 2008
      basis: source
    sites:
      - id: siege
        name: Siège
        insee: "91223"
        basis: source
    structures:
      - id: collectif
        name: Collectif
        kind: association
        basis: source
    actions:
      - id: promotion
        title: Promotion
        status: realised
        basis: source
      - id: plaquette
        title: Plaquette
        status: realised
        parent: promotion
        basis: source
        reach:
          basis: assumption
          reason: exemple
          rules:
            - within_km: { site: siege, km: 15 }
    visibility:
      basis: assumption
      reason: exemple
      channels:
        - id: lieu
          name: le lieu
          strength: 0.5
          decay: { kind: exponential, s_km: 3 }
          sources: [{ site: siege }]
          basis: assumption
          reason: exemple
    """

  struct Mistake: Sendable, CustomTestStringConvertible {
    var from: String
    var to: String
    var message: String
    var testDescription: String { message }

    init(_ from: String, _ to: String, _ message: String) {
      self.from = from
      self.to = to
      self.message = message
    }
  }

  @Test func theProjectItselfIsSound() throws {
    #expect(try Pole(try YAMLDocument.parse(Array(Self.project.utf8))).actions.count == 2)
  }

  @Test func aByteOrderMarkAndWindowsLinesAreRead() throws {
    let text = "\u{FEFF}" + Self.project.replacing("\n", with: "\r\n")
    #expect(try Pole(try YAMLDocument.parse(Array(text.utf8))).actions.last?.line == 23)
  }

  @Test(arguments: [
    Mistake(
      "title: Plaquette", "titel: Plaquette",
      "line 24: unknown key \"titel\" in an action; allowed keys: id, title, status, parent, year, carrier, place, "
        + "details, printed, basis, by, date, reason, reach, no_rule"),
    Mistake(
      "status: realised\n    parent", "status: realized\n    parent",
      "line 25: \"realized\" is no value of status; write one of: realised, planned"),
    Mistake(
      "parent: promotion", "parent: promo",
      "line 26: \"parent\" points to \"promo\", which actions does not define; ids defined: promotion, plaquette"),
    Mistake("parent: promotion", "parent: plaquette", "line 26: \"plaquette\" is a part of itself; correct \"parent\""),
    Mistake("id: plaquette", "id: promotion", "line 23: id \"promotion\" is already used on line 19; give another one"),
    Mistake(
      "id: plaquette", "id: Plaquette!",
      "line 23: malformed id \"Plaquette!\"; lower-case letters without accents, digits and hyphens, a letter first"),
    Mistake(
      "      reason: exemple\n      rules", "      rules",
      "line 29: \"basis: assumption\" without \"reason\"; say why it is assumed"),
    Mistake(
      "kind: association\n    basis: source", "kind: association\n    basis: declared",
      "line 17: \"basis: declared\" without \"by\"; say who declared it"),
    Mistake(
      "kind: association\n    basis: source", "kind: association\n    basis: declared\n    by: le Pôle\n    date: juin",
      "line 19: malformed date \"juin\"; write 2009, 2009-06 or 2009-06-30"),
    Mistake(
      "kind: association\n    basis: source", "kind: association\n    basis: sure",
      "line 17: \"sure\" is no value of basis; write one of: source, declared, assumption"),
    Mistake(
      "insee: \"91223\"", "insee: 9123",
      "line 11: malformed code INSEE \"9123\"; five characters, such as 91223, 01001 or 2A004"),
    Mistake(
      "within_km: { site: siege", "within_km: { site: gare",
      "line 32: \"site\" points to \"gare\", which sites does not define; ids defined: siege"),
    Mistake(
      "parent: promotion", "carrier: pole",
      "line 26: \"carrier\" points to \"pole\", which structures does not define; ids defined: collectif"),
    Mistake(
      "    parent: promotion\n", "",
      "line 19: action \"promotion\" gives neither its reach nor why it has none; "
        + "add \"reach:\", or \"no_rule: undecided\", or \"no_rule: internal\""),
    Mistake(
      "    reach:", "    no_rule: internal\n    reach:",
      "line 30: \"reach\" and \"no_rule\" in the same action; keep one of them"),
    Mistake(
      "km: 15 }", "km: 15 }\n          territory: true",
      "line 32: a reach rule has one key; write each rule after a dash of its own"),
    Mistake("strength: 0.5", "strength: 1.5", "line 39: \"strength\" must be between 0 and 1"),
    Mistake("s_km: 3", "s_km: 0", "line 40: \"s_km\" must be greater than 0"),
    Mistake(
      "kind: exponential", "kind: none",
      "line 40: \"s_km\" means nothing with \"kind: none\"; remove it, or choose another decay"),
    Mistake("sources: [{ site: siege }]", "sources: []", "line 37: channel \"lieu\" has no source; add \"sources:\""),
    Mistake(
      "schema: 1", "schema: 2",
      "line 1: this program reads \"schema: 1\"; write \"schema: 1\", or take a newer cartopole"),
    Mistake("schema: 1\n", "", "line 1: no key \"schema\"; write \"schema: 1\" at the top of the file"),
    Mistake("    title: Plaquette", "\ttitle: Plaquette", "line 24: tab in the indentation; indent with spaces"),
    Mistake(
      "status: realised\n    parent", "status: realised\n    status: planned\n    parent",
      "line 25: key \"status\" is given twice; keep one"),
    Mistake("cog: 2008", "cog: \"2008\"", "line 6: \"cog\" must be a whole number"),
    Mistake(
      "title: Essai", "title: &x Essai", "line 2: YAML anchors and aliases (&, *) are not read; repeat the value"),
    Mistake(
      "title: Essai", "title: !!str Essai", "line 2: YAML tags (!!) are not read; remove the tag; put a text in quotes"),
    Mistake("visibility:", "---\nvisibility:", "line 33: a second document starts here; remove the line \"---\""),
    Mistake(
      "title: Essai", "title: \"Essai",
      "line 11: malformed YAML (did not find expected key); "
        + "check indentation, colons and quotes of this line and the one above"),
  ]) func namesLineAndRemedy(mistake: Mistake) throws {
    #expect(Self.project.contains(mistake.from))
    let parts = Self.project.split(separator: mistake.from, maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts.joined(separator: mistake.to)
    #expect { _ = try Pole(try YAMLDocument.parse(Array(text.utf8))) } throws: { error in
      let problem = error as? Problem
      #expect(problem?.status == .badData)
      #expect(problem?.line(.en) == mistake.message)
      return true
    }
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x0A, 0xE9, 0x0A], "p.yaml: line 2: the text is not UTF-8; save the file as UTF-8"),
      ([], "p.yaml: line 1: empty file; write \"schema: 1\" to begin"),
      (
        [0x61, 0x3A, 0x20, 0x62, 0x0A, 0x07],
        "p.yaml: line 2: forbidden control character (control characters are not allowed); delete it"
      ),
    ] as [([UInt8], String)]) func bytesThatAreNoText(bytes: [UInt8], message: String)
  { #expect { _ = try YAMLDocument.parse(bytes, file: "p.yaml") } throws: { ($0 as? Problem)?.line(.en) == message } }

  @Test func frenchMessages() {
    let text = Self.project.split(separator: "parent: promotion").joined(separator: "parent: promo")
    #expect { _ = try Pole(try YAMLDocument.parse(Array(text.utf8))) } throws: {
      ($0 as? Problem)?.naming("pole.yaml").line(.fr)
        == "pole.yaml: ligne 26\u{202F}: «\u{202F}parent\u{202F}» désigne «\u{202F}promo\u{202F}», "
        + "absent de actions\u{202F}; identifiants définis\u{202F}: promotion, plaquette"
    }
  }

  @Test func deepNestingIsNoCrash() {
    let text = String(repeating: "[", count: 200_000)
    #expect(throws: Problem.self) { _ = try YAMLDocument.parse(Array(text.utf8)) }
  }
}
