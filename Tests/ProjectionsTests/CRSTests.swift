import Bytes
import Projections
import Testing

@Suite struct CRSTests {
  static func read(_ text: String, file: String? = nil) throws -> CRS {
    try CRS(text, context: ProjectionContext(), file: file)
  }

  static func line(_ text: String, file: String? = nil) -> String? {
    do {
      _ = try read(text, file: file)
      return nil
    } catch { return (error as? Problem)?.line(.en) }
  }

  @Test func textsOfPrjFilesAreRecognised() throws {
    let rows = try Fixture.rows("prj.csv")
    #expect(rows.count >= 14)
    for row in rows {
      let crs = try Self.read(row["text"] ?? "")
      let code = try #require(Int(row["epsg"] ?? ""))
      #expect(crs.epsg == code, "\(row["dialect"] ?? "") \(code)")
      #expect(crs.isGeographic == [4326, 4171, 4258].contains(code))
    }
  }

  /// Recognised or not, a .prj gives the places its code gives.
  @Test func textsOfPrjFilesProjectAlike() throws {
    for row in try Fixture.rows("prj.csv") {
      let context = ProjectionContext()
      let degrees = (row["epsg"] == "2975") ? (55.5, -21.1) : (row["epsg"] == "2972") ? (-52.5, 4.5) : (2.16, 48.4)
      let ofText = try Projector(from: .wgs84, to: CRS(row["text"] ?? "", context: context), context: context).project(
        degrees.0, degrees.1)
      let ofCode = try Projector(from: .wgs84, to: CRS("EPSG:\(row["epsg"] ?? "")", context: context), context: context)
        .project(degrees.0, degrees.1)
      #expect(abs(ofText.x - ofCode.x) < 1e-3, "\(row["dialect"] ?? "") \(row["epsg"] ?? "")")
      #expect(abs(ofText.y - ofCode.y) < 1e-3, "\(row["dialect"] ?? "") \(row["epsg"] ?? "")")
    }
  }

  /// The layers in the repository: a line feed, a zero byte or a byte-order mark around the text is nothing.
  @Test(arguments: ["\n", "\r\n", "\0", " \n\0"]) func charactersAround(_ tail: String) throws {
    let text = try #require(Fixture.rows("prj.csv").first { $0["epsg"] == "4326" }?["text"])
    #expect(try Self.read("\u{FEFF}" + text + tail) == .wgs84)
    #expect(try Self.read(" epsg:2154" + tail) == .lambert93)
  }

  @Test(arguments: ["EPSG:4326", "EPSG:4171", "EPSG:4258", "EPSG:2154"]) func theKnownOnesAreWhatPROJSays(
    _ code: String
  ) throws {
    let known = try Self.read(code)
    // An ogc urn goes round the shortcut.
    let asked = try Self.read("urn:ogc:def:crs:EPSG::" + code.dropFirst(5))
    #expect(known.name == asked.name)
    #expect(known.epsg == asked.epsg)
    #expect(known.isGeographic == asked.isGeographic)
  }

  @Test(arguments: ["+proj=longlat +datum=WGS84", "+proj=longlat +datum=WGS84 +no_defs +type=crs", "+init=epsg:4326"])
  func projStringsOfDegrees(_ text: String) throws { #expect(try Self.read(text).isGeographic) }

  @Test(arguments: [
    "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 "
      + "+towgs84=0,0,0,0,0,0,0 +units=m +no_defs", "+proj=utm +zone=31 +datum=WGS84 +units=m +no_defs",
    "+init=epsg:2154",
  ]) func projStringsOfMetres(_ text: String) throws {
    #expect(try !Self.read(text).isGeographic)
    let point = try ProjectorTests.projector("EPSG:4326", text).project(2.162222, 48.435)
    #expect(point.x > 300_000 && point.y > 5_000_000)
  }

  /// 3D and compound systems are degrees or metres as their horizontal part is.
  @Test(arguments: [("EPSG:4979", true), ("EPSG:9707", true), ("EPSG:5698", false), ("EPSG:3857", false)])
  func threeDimensions(_ code: String, _ isGeographic: Bool) throws {
    #expect(try Self.read(code).isGeographic == isGeographic)
  }

  @Test func refusals() {
    #expect(
      Self.line("rubbish", file: "a.prj")?.hasPrefix("a.prj: PROJ cannot read this coordinate reference system") == true
    )
    #expect(Self.line("EPSG:999999")?.contains("give EPSG:2154, for instance") == true)
    #expect(Self.line("") != nil)
    for text in ["EPSG:4978", "EPSG:5720", "+proj=nothing", "EPSG:1671"] { #expect(Self.line(text) != nil, "\(text)") }
    #expect(Self.line("EPSG:4978") == "\"EPSG:4978\" is not a horizontal CRS; give EPSG:2154, for instance")
  }

  @Test func ballparkOperationsWantConsent() throws {
    // A datum nobody knows how to tie to another.
    let vague = "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +a=6378249 +b=6356515"
    #expect { try ProjectorTests.projector(vague, "EPSG:2154") } throws: { error in
      guard let problem = error as? Problem else { return false }
      return problem.status == .badData && problem.line(.en).contains("only a ballpark operation")
        && problem.need == .ballpark(own: nil)
    }
    let point = try ProjectorTests.projector(vague, "EPSG:2154", ballpark: true).project(637_997, 6_815_000)
    #expect(abs(point.x - 637_997) < 500)
  }

  /// A grid that is not installed leaves only a ballpark operation; the message names the grid to install.
  @Test func missingGridsAreNamed() throws {
    let projector = try ProjectorTests.projector("EPSG:27700", "EPSG:4258", ballpark: true)
    _ = try projector.project(530_000, 180_000)
    guard projector.operation().accuracy == nil else { return }  // the grid is installed here
    #expect(projector.operation().missingGrids == ["uk_os_OSTN15_NTv2_OSGBtoETRS.tif"])
    #expect { try ProjectorTests.projector("EPSG:27700", "EPSG:4258") } throws: { error in
      (error as? Problem)?.line(.en).contains("uk_os_OSTN15_NTv2_OSGBtoETRS.tif") == true
    }
  }

  @Test func writtenAsPrjAndReadAgain() throws {
    for code in [4326, 2154, 27572, 3949, 2975, 32631, 3857] {
      let context = ProjectionContext()
      let text = try CRS("EPSG:\(code)", context: context).esriWKT(context: context)
      #expect(!text.contains("\n"))
      #expect(try CRS(text, context: context).epsg == code)
    }
  }

  /// PROJ speaks to stderr by itself unless told not to: nothing of ours lets it.
  @Test func nothingIsPrinted() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      _ = CRSTests.line("rubbish")
      _ = CRSTests.line("EPSG:999999")
      _ = CRSTests.line("+proj=nothing")
      _ = CRSTests.line("+proj=lcc")
      _ = try? ProjectorTests.projector("EPSG:4326", "EPSG:2154").project(3, -90)
      _ = try? ProjectorTests.projector("EPSG:4326", "EPSG:3857").project(500, 400)
      _ = try? ProjectorTests.projector("EPSG:27700", "EPSG:4258")
      _ = try? ProjectorTests.projector("EPSG:27572", "EPSG:2154").project(1e9, 1e9)
    }
    #expect(String(decoding: result.standardErrorContent, as: UTF8.self) == "")
    #expect(result.standardOutputContent.isEmpty)
  }
}
