import Bytes
import Geometry
import Testing

@testable import Shapefiles

@Suite struct EncodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var asked: String?
    var cpg: String?
    var languageByte: UInt8
    var bytes: [UInt8]
    var name: String
    var rule: TextEncoding.Rule
    var text: String
    var testDescription: String { "\(name) by \(rule)" }
  }

  static let utf8 = Array("Œuf é".utf8)
  static let ansi: [UInt8] = [0x8C, 0x75, 0x66, 0x20, 0xE9]
  static let dos: [UInt8] = [0x82]  // é in CP437 and CP850

  static let cases: [Case] = [
    Case(asked: "latin1", cpg: "UTF-8", languageByte: 0x57, bytes: [0xE9], name: "LATIN1", rule: .argument, text: "é"),
    Case(cpg: "UTF-8\r\n", languageByte: 0x57, bytes: utf8, name: "UTF-8", rule: .codePage, text: "Œuf é"),
    Case(cpg: "1252", languageByte: 0, bytes: ansi, name: "WINDOWS-1252", rule: .codePage, text: "Œuf é"),
    Case(cpg: "ANSI 1252", languageByte: 0, bytes: ansi, name: "WINDOWS-1252", rule: .codePage, text: "Œuf é"),
    Case(cpg: "ISO 88591", languageByte: 0, bytes: [0xE9], name: "ISO-8859-1", rule: .codePage, text: "é"),
    Case(cpg: "ISO-8859-15", languageByte: 0, bytes: [0xBD], name: "ISO-8859-15", rule: .codePage, text: "œ"),
    Case(cpg: "932", languageByte: 0, bytes: [0x93, 0x8C], name: "CP932", rule: .codePage, text: "東"),
    Case(cpg: "klingon", languageByte: 0x57, bytes: ansi, name: "WINDOWS-1252", rule: .languageByte, text: "Œuf é"),
    Case(languageByte: 0x57, bytes: ansi, name: "WINDOWS-1252", rule: .languageByte, text: "Œuf é"),
    Case(cpg: "MacRoman", languageByte: 0, bytes: [0x8E], name: "MACINTOSH", rule: .codePage, text: "é"),
    Case(cpg: "10000", languageByte: 0, bytes: [0x8E], name: "MACINTOSH", rule: .codePage, text: "é"),
    Case(languageByte: 0x04, bytes: [0x8E], name: "MACINTOSH", rule: .languageByte, text: "é"),
    Case(languageByte: 0x02, bytes: dos, name: "CP850", rule: .languageByte, text: "é"),
    Case(languageByte: 0x01, bytes: dos, name: "CP437", rule: .languageByte, text: "é"),
    Case(languageByte: 0, bytes: utf8, name: "UTF-8", rule: .validUTF8, text: "Œuf é"),
    Case(languageByte: 0, bytes: ansi, name: "WINDOWS-1252", rule: .fallback, text: "Œuf é"),
  ]

  @Test(arguments: cases) func theRuleThatDecides(expected: Case) throws {
    let folder = Folder()
    var fixture = Fixture(1)
    fixture.languageByte = expected.languageByte
    fixture.records = [Fixture.point(0, 0)]
    fixture.fields = [("NOM", "C", 12, 0)]
    fixture.rows = [[expected.bytes]]
    let path = try fixture.save(in: folder)
    if let cpg = expected.cpg { try folder.put("a.cpg", Array(cpg.utf8)) }
    let scan = try Shapefile.scan(path, .init(encoding: expected.asked, onBadRecord: .collect))
    #expect(scan.encoding == TextEncoding(name: expected.name, rule: expected.rule))
    #expect(scan.features.columns[0].text(0) == expected.text)
    #expect(scan.features.warnings.contains { $0.line(.en).contains("klingon") } == (expected.cpg == "klingon"))
  }

  @Test func textThatIsNotWhatTheFileSaysIsSaid() throws {
    let folder = Folder()
    var fixture = Fixture.communes
    fixture.rows[0][1] = [0x4D, 0xE9]
    let path = try fixture.save(in: folder)
    try folder.put("a.cpg", Array("UTF-8".utf8))
    let features = try Shapefile.read(path)
    #expect(features.column("NOM")?.text(0) == "M\u{FFFD}")
    #expect(features.warnings.contains { $0.line(.en).contains("texts that are not in UTF-8: 1") })
  }

  @Test func anUnknownEncodingIsAUsageError() throws {
    let folder = Folder()
    let path = try Fixture.communes.save(in: folder)
    let found = problem { () throws(Problem) in _ = try Shapefile.read(path, .init(encoding: "klingon")) }
    #expect(found?.status == .usage)
  }
}
