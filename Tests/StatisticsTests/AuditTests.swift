import Bytes
import Statistics
import Testing

@Suite struct AuditTests {
  @Test func whatTheRegisterAndTheFactSheetSay() throws {
    let findings = Audit.findings(try Files.register(), factSheet())
    #expect(
      findings.map { "\($0.id) \($0.kind.rawValue) \($0.severity.rawValue)" } == [
        "incompatible.91.jobs.all.28-30 incompatible warning", "incompatible.91.jobs.all.29-30 incompatible warning",
        "share_base.associations wording warning", "share_base.cooperatives wording warning",
        "shares_add.11.share_of_ess_jobs.9 arithmetic confirmed", "families_add.11.jobs.17 arithmetic confirmed",
        "families_add.91.establishments.31 note note", "implied_employees.11.4-3 arithmetic note",
        "second_printing.11.share_of_jobs.all.4 arithmetic confirmed",
        "share_of_country.11.share_of_french_ess_establishments.all.13-42 arithmetic note",
        "share_of_country.11.share_of_french_ess_jobs.all.14-43 arithmetic note",
        "break.11.establishments.all.26 note note", "break.11.jobs.all.27 note note", "sum.budget arithmetic confirmed",
        "sum.members arithmetic confirmed", "sum.hosted arithmetic confirmed",
        "kind.founders.val-emploi mismatch warning", "area_word.territoire wording warning",
        "recount.communes arithmetic confirmed",
      ])
    #expect(Set(findings.map(\.id)).count == findings.count)
  }

  // Worked by hand: 27 590 ÷ 31 000 = 0.8900; 27 590 ÷ 200 000 = 0.13795; 1 848 ÷ 31 000 = 0.0596;
  // 1 848 ÷ 200 000 = 0.00924; 374 000 ÷ 0.066 = 5 666 667, ÷ 0.0665 = 5 624 060, ÷ 0.0655 = 5 709 924;
  // 373 500 ÷ 0.0665 = 5 616 541, 374 500 ÷ 0.0655 = 5 717 557; 31 000 ÷ 0.15 = 206 667.
  @Test(arguments: [
    (
      "share_base.associations",
      ["27,590 ÷ 31,000 = 89.0%", "27,590 ÷ 200,000 = 13.8%", "of Île-de-France, not of France"]
    ), ("share_base.cooperatives", ["1,848 ÷ 31,000 = 6.0%", "1,848 ÷ 200,000 = 0.9%"]),
    ("implied_employees.11.4-3", ["5.67 million", "from 5.62 to 5.71 with", "from 5.62 to 5.72 with both"]),
    ("shares_add.11.share_of_ess_jobs.9", ["79% + 8% + 6% + 6% = 99%", "97.0% to 101.0%"]),
    ("families_add.11.jobs.17", ["299,600 + 32,200 + 24,000 + 24,600 = 380,400"]),
    ("second_printing.11.share_of_jobs.all.4", ["from 6.55% to 6.65%", "from 6.50% to 7.50%", "compatible"]),
    ("incompatible.91.jobs.all.28-30", ["28,610 − 24,000 = 4,610", "by 19%"]),
    ("incompatible.91.jobs.all.29-30", ["29,939 − 24,000 = 5,939", "by 25%"]),
    ("share_of_country.11.share_of_french_ess_establishments.all.13-42", ["= 206,667", "196,774 to 217,241"]),
    (
      "sum.members",
      ["4 (associations of the Pôle) + 3 (local authorities) + 1 (solidarity association) + 1 (bank) = 9"]
    ), ("sum.hosted", ["4 (founders) + 1 (Collectif) = 5"]), ("kind.founders.val-emploi", ["Val Emploi", "SCOP"]),
    ("area_word.territoire", ["Île-de-France in \"Chiffres clé du territoire\"", "Sud Essonne in"]),
    ("recount.communes", ["printed 132, counted 132 (COG 2008), 131 (COG 2019)"]),
  ]) func theArithmeticIsSpelledOut(id: String, parts: [String]) throws {
    let finding = try #require(Audit.findings(try Files.register(), factSheet()).first { $0.id == id })
    for part in parts { #expect(finding.text.en.contains(part), "\(finding.text.en)") }
    #expect(!finding.text.fr.contains(" :") && !finding.text.fr.contains(" %"))
  }

  @Test func pairsOfTheRegisterAgreeWithTheOracle() throws {
    let found = Audit.findings(try Files.register()).filter { $0.kind == .contradiction || $0.kind == .incompatible }
      .map { [$0.kind.rawValue] + $0.figures.map { String($0.line) } }
    #expect(found == (try Files.oracle("pairs.csv").rows.map(\.fields)))
  }

  // area, measure, family, value, reference, published, perimeter
  @Test(
    arguments: [
      (["374000", "2007-12-31", "2010", "p"], ["376000", "2007-12-31", "2010", "p"], "contradiction"),
      (["374000", "2007-12-31", "2010", "p"], ["374500", "2007-12-31", "2010", "p"], nil),
      (["374000", "2007-12-31", "2010", "p"], ["376000", "2007", "2010", "p"], nil),
      (["374000", "2007-12-31", "2010", "p"], ["376000", "2007-12-31", "2010", "q"], nil),
      (["1000", "", "2010", "p"], ["1101", "", "2014", "p"], "incompatible"),
      (["1000", "", "2010", "p"], ["1100", "", "2014", "p"], nil),
      (["1000", "2009", "2010", "p"], ["1101", "", "2014", "p"], "incompatible"),
      (["1000", "2009", "2010", "p"], ["1101", "2013", "2014", "p"], nil),
      (["1000", "", "2010-01", "p"], ["1101", "", "2014-02", "p"], nil),
      (["1000", "", "2010", "p"], ["1101", "", "", "p"], nil),
      (["1000", "", "2010", "p"], ["2000", "", "2011", "q"], nil),
    ] as [([String], [String], String?)]) func contradictionAndIncompatibility(
      first: [String], second: [String], kind: String?
    ) throws
  {
    let register = try Files.register([["11", "jobs", "all"] + first, ["11", "jobs", "all"] + second])
    #expect(Audit.findings(register).map(\.kind.rawValue) == (kind.map { [$0] } ?? []))
  }

  @Test func aShareThatFitsItsClaimIsConfirmed() throws {
    var input = AuditInput()
    func share(_ part: String, _ percent: String, of area: String) -> AuditInput.PrintedShare {
      .init(
        key: "k", words: "w", family: .association, measure: .establishments, part: PrintedNumber(part)!,
        share: PrintedNumber(percent: percent)!, claimedArea: area, date: ReferenceDate("2007-12-31"))
    }
    let register = try Files.register()
    func severity(_ share: AuditInput.PrintedShare) -> String? {
      input.shares = [share]
      return Audit.findings(register, input).first { $0.id == "share_base.k" }.map {
        "\($0.kind.rawValue) \($0.severity.rawValue)"
      }
    }
    #expect(severity(share("27590", "89", of: "11")) == "arithmetic confirmed")
    #expect(severity(share("27590", "89", of: "FR")) == "wording warning")
    #expect(severity(share("27590", "14", of: "FR")) == "arithmetic confirmed")
    #expect(severity(share("27590", "89", of: "974")) == "wording note")
    #expect(severity(share("27590", "50", of: "FR")) == "arithmetic warning")
    var withWhole = share("27590", "89", of: "FR")
    withWhole.whole = PrintedNumber("41000")
    #expect(severity(withWhole) == "arithmetic error")
  }

  @Test(arguments: [
    (["100000", "300000"], false, "confirmed"), (["100000", "310000"], false, "note"),
    (["100000", "310000"], true, "error"), (["100000", "700000"], false, "error"),
  ]) func sumsThatDoNotAdd(parts: [String], isCount: Bool, severity: String) throws {
    var input = AuditInput()
    input.sums = [
      .init(
        key: "s", label: Text(same: "s"), total: PrintedNumber("400000")!,
        parts: parts.map { (Text(same: "p"), PrintedNumber($0)!) }, isCount: isCount)
    ]
    #expect(Audit.findings(try Files.register([]), input).map(\.severity.rawValue) == [severity])
  }

  @Test func familiesAndSharesThatDoNotAdd() throws {
    func families(_ measure: String, _ values: [String]) -> [[String]] {
      zip(["association", "cooperative", "mutuelle", "fondation", "all"], values).map {
        ["11", measure, $0, $1, "2010", "2011", "p"]
      }
    }
    let counts = try Files.register(families("jobs", ["101", "11", "11", "11", "144"]))
    #expect(Audit.findings(counts).map(\.severity) == [.error])
    let rounded = try Files.register(families("jobs", ["101", "11", "11", "11", "135"]))
    #expect(Audit.findings(rounded).map(\.severity) == [.note])
    let shares = try Files.register(families("share_of_ess_jobs", ["0.50", "0.08", "0.06", "0.06"]))
    #expect(Audit.findings(shares).map(\.severity) == [.error])
  }

  @Test func aSecondPrintingThatExcludesTheFirstIsAContradiction() throws {
    let header = FiguresRegister.columns.joined(separator: ",")
    let row = "11,A,region,all,share_of_jobs,0.066,share,2007,,P,T,as printed,Insee printed 8 % for the same count"
    let register = try FiguresRegister(CSVTable(Array((header + "\n" + row + "\n").utf8), path: "r.csv"))
    let findings = Audit.findings(register)
    #expect(findings.map(\.kind) == [.contradiction])
    #expect(findings[0].severity.isProblem)
  }

  @Test func groupsMentionsAndCounts() throws {
    var input = factSheet()
    input.groups[0].members[1].kind = input.groups[0].kind
    input.groups[0].members.removeLast()
    input.mentions[1].areaCode = "11"
    input.counts[0].counted.swapAt(0, 1)
    let findings = Audit.findings(try Files.register([]), input).filter { $0.severity.isProblem }
    #expect(
      findings.map(\.id) == ["share_base.associations", "share_base.cooperatives", "kind.founders", "recount.communes"])
    #expect(findings[2].text.en.contains("4 announced, 3 named"))
  }
}
