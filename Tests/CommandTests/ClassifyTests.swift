import Foundation
import Testing

/// `classify`: columns of tables and layers, its formats, its refusals.
struct ClassifyTests {
  static let keys = ["method", "classes", "breaks", "counts", "gvf", "adcm"]

  @Test func answersInJSON() throws {
    let work = try Workspace()
    let run = try work.cartopole(
      "classify", "--data", work.layerPath(), "--value", "population", "--method", "quantile", "--classes", "4",
      "--format", "json")
    #expect(run.status == 0)
    // No project is opened, so nothing is said of the shipped one.
    #expect(run.err.isEmpty)
    let answer = try run.object()
    #expect(Self.keys.allSatisfy { answer[$0] != nil })
    #expect(answer["schema"] as? Int == 1)
    #expect(answer["breaks"] as? [Double] == [438.5, 1172.5, 3022, 25092])
    #expect(answer["counts"] as? [Int] == [33, 33, 33, 33])
    #expect(answer["n"] as? Int == 132)
    for key in ["minimum", "q1", "median", "q3", "maximum", "mean", "sd", "skewness"] {
      #expect(answer[key] is Double || answer[key] is Int, "\(key)")
    }
  }

  /// One column in four dialects.
  @Test(arguments: [
    "a,b\n1.5,x\n2.5,y\n1200.5,z\n", "a;b\n1,5;x\n2,5;y\n1 200,5;z\n", "a\tb\n1.5\tx\n2,5\ty\n1\u{202F}200,5\tz\n",
    "\u{FEFF}a|b\r\n1.5|x\r\n2.5|y\r\n1200,5|z\r\n", "b,a\nx,1.5\n,\"2,5\"\nz,1200.5\nw,NA\n,\n",
  ]) func readsAnyDialect(csv: String) throws {
    let work = try Workspace()
    try work.write(csv, to: "t.csv")
    let arguments = ["classify", "--value", "a", "--method", "equal", "--classes", "1", "--format", "json", "--data"]
    for (file, input) in [("t.csv", nil), ("-", csv)] {
      let run = try work.run(Tool.program, arguments + [file], input: input)
      #expect(run.status == 0, "\(run.err)")
      let answer = try run.object()
      #expect(answer["breaks"] as? [Double] == [1200.5])
      #expect(answer["n"] as? Int == 3)
    }
  }

  @Test func readsGeoJSONAndTheDBFOfALayer() throws {
    let work = try Workspace()
    try work.copyLayer("l")
    try work.cartopole("convert", "l.shp", "l.geojson", "--quiet")
    let arguments = ["classify", "--value", "POPULATION", "--format", "json", "--data"]
    let answers = try ["l.shp", "l.dbf", "l.geojson"].map { try work.run(Tool.program, arguments + [$0]).text }
    #expect(answers[0].contains("\"counts\": [93, 22, 12, 4, 1]"))
    #expect(Set(answers).count == 1)
  }

  @Test func comparesEveryMethod() throws {
    let work = try Workspace()
    try work.write("v\n0\n1\n2\n3\n4\n50\n", to: "t.csv")
    let run = try work.cartopole("classify", "--data", "t.csv", "--value", "v", "--compare", "--format", "json")
    #expect(run.status == 0)
    let methods = try run.object()["methods"] as? [[String: Any]] ?? []
    #expect(methods.count == 9)
    for method in methods { #expect(Self.keys.allSatisfy { method[$0] != nil }) }
    let geometric = methods.first { $0["method"] as? String == "geometric" }
    #expect(geometric?["breaks"] is NSNull)
    let page = try work.cartopole("classify", "--data", "t.csv", "--value", "v", "--compare", "--lang", "en")
    #expect(page.text.contains("geometric wants values above 0"))
  }

  @Test func drawsTheHistogram() throws {
    let work = try Workspace()
    try work.write("v\n" + (1...60).map { "\($0 * $0)\n" }.joined(), to: "t.csv")
    let text = try work.cartopole("classify", "--data", "t.csv", "--value", "v", "--plot", "--method", "equal")
    #expect(text.status == 0)
    #expect(text.text.contains("█"))
    #expect(text.text.contains("◂ 721"))
    let file = try work.cartopole("classify", "--data", "t.csv", "--value", "v", "--plot", "h.svg")
    #expect(file.status == 0)
    #expect(!file.text.contains("█"))
    let svg = try work.text("h.svg")
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("id=\"bounds\""))
    // Both axes say what they are, and bars and legend have the colours of classes.
    #expect(svg.contains(">v</text>") && svg.contains(">nombre de valeurs</text>"))
    #expect(svg.contains("class=\"p4\"") && svg.contains("class=\"p4 swatch\""))
    _ = try work.cartopole("classify", "--data", "t.csv", "--value", "v", "--method", "headtail", "--plot", "h.svg")
    #expect(try work.text("h.svg").contains(">v, échelle logarithmique</text>"))
    #expect(work.leftovers().isEmpty)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var words: String
    var testDescription: String { words }
  }

  static let refusals = [
    Refusal(arguments: ["--value", "w"], status: 65, words: "columns there are: v, name"),
    Refusal(arguments: ["--value", "name"], status: 65, words: "line 2, column name: \"one\" is no number"),
    Refusal(arguments: ["--value", "v", "--method", "means"], status: 64, words: "methods: quantile, equal, jenks"),
    Refusal(arguments: ["--value", "v", "--classes", "0"], status: 64, words: "ask for 1 to 100 classes"),
    Refusal(arguments: ["--value", "v", "--classes", "-3"], status: 64, words: "ask for 1 to 100 classes"),
    Refusal(arguments: ["--value", "v", "--method", "manual"], status: 64, words: "ascending bounds"),
    Refusal(arguments: ["--value", "v", "--breaks", "1,2"], status: 65, words: "give a last bound of at least 9"),
    Refusal(arguments: ["--value", "v", "--breaks", "1,x"], status: 64, words: "\"x\" is no number"),
    Refusal(arguments: ["--value", "v", "--plot", "h.gif"], status: 64, words: ".svg, .png or .pdf"),
    Refusal(arguments: ["--value", "v", "--method", "geometric"], status: 65, words: "values above 0"),
    Refusal(arguments: ["--value", "empty", "--plot", "h.svg"], status: 65, words: "columns there are"),
    Refusal(arguments: ["--value", "v", "--format", "geojson"], status: 64, words: "no outlines"),
  ]

  @Test(arguments: refusals) func refuses(refusal: Refusal) throws {
    let work = try Workspace()
    try work.write("v,name\n-1,one\n9,two\n", to: "t.csv")
    let run = try work.run(Tool.program, ["classify", "--lang", "en", "--data", "t.csv"] + refusal.arguments)
    #expect(run.status == refusal.status)
    #expect(run.err.contains(refusal.words), "\(run.err)")
    #expect(run.errors.count == 1)
    #expect(run.out.isEmpty)
    #expect(work.files() == ["t.csv"])
  }

  @Test func saysWhatIsOddAboutTheValues() throws {
    let work = try Workspace()
    try work.write("same,none,few\n4,,1\n4,s,2\n4,NA,2\n", to: "t.csv")
    for (column, words) in [
      ("same", "all values are equal"), ("none", "every value is missing"),
      ("few", "2 different values for the 5 classes asked"),
    ] {
      let run = try work.cartopole("classify", "--data", "t.csv", "--value", column, "--lang", "en")
      #expect(run.status == 0)
      #expect(run.err.contains("warning: t.csv: \(words)"), "\(run.err)")
      #expect(try work.cartopole("classify", "--data", "t.csv", "--value", column, "--quiet").err.isEmpty)
    }
  }
}
