import Foundation
import Testing

/// `cartopole import` from the command line; every file is synthetic.
struct ImportTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private static let fixtures = Tool.package.appendingPathComponent("Tests/ImportsTests/Fixtures")

  @Test func sirene() throws {
    let run = try work.cartopole(
      "import", "sirene", "--units", Self.fixtures.appendingPathComponent("synthetic-StockUniteLegale_utf8.csv").path,
      "--establishments", Self.fixtures.appendingPathComponent("synthetic-StockEtablissement_utf8.csv").path, "--date",
      "2024-12-31", "--cog", "2025", "-o", "ess.csv")
    #expect(run.status == 0, "\(run.err)")
    #expect(work.files() == ["ess.csv"])
    let lines = try work.text("ess.csv").split(separator: "\n")
    #expect(lines[0] == "insee,family,measure,value,value_status,units,largest,unit,date,cog,perimeter,source")
    #expect(
      lines[1]
        == "01001,association,establishments,7,,5,3,,2024-12-31,2025,\"sirene: active employer establishments, ESS flag O\",\"Insee, base Sirene des entreprises et de leurs établissements\""
    )
    #expect(lines.count == 55)
  }

  @Test func whatIsWrongStopsBeforeAnythingIsWritten() throws {
    try work.write("insee,n\n91223,3\nx,4\n91001,5\n", to: "synthetic.csv")
    let stopped = try work.cartopole(
      "import", "table", "synthetic.csv", "--key", "insee", "--value", "n", "-o", "o.csv")
    #expect(stopped.status == 65)
    #expect(
      stopped.errors == [
        "error: synthetic.csv: ligne 3 : « x » n’est pas un code commune ; corrigez le fichier, ou --keep-going pour continuer sans ces lignes"
      ])
    #expect(work.files() == ["synthetic.csv"])
    let going = try work.cartopole(
      "import", "table", "synthetic.csv", "--key", "insee", "--value", "n", "--keep-going", "-o", "o.csv")
    #expect(going.status == 0)
    #expect(going.err.contains("warning: o-rejects.csv: 1 ligne écartée ou signalée"))
    #expect(try work.text("o-rejects.csv") == "file,line,reason,column,value\nsynthetic.csv,3,not_a_commune,insee,x\n")
    #expect(try work.text("o.csv").split(separator: "\n").count == 3)
    let named = try work.cartopole(
      "import", "table", "synthetic.csv", "--key", "insee", "--value", "n", "--keep-going", "--rejects", "r.csv")
    #expect(named.status == 0)
    #expect(named.rows().count == 3)
    #expect(work.files().contains("r.csv"))
  }

  /// Rows an earlier run refused are not those of this one; a file of somebody else's stays.
  @Test func rejectsOfAnEarlierRun() throws {
    let command = ["import", "table", "t.csv", "--key", "insee", "--value", "n", "--keep-going", "-o", "o.csv"]
    try work.write("insee,n\n91223,3\n91016,x\n", to: "t.csv")
    #expect(try work.run(Tool.program, command).status == 0)
    #expect(work.files() == ["o-rejects.csv", "o.csv", "t.csv"])
    try work.write("insee,n\n91223,3\n", to: "t.csv")
    #expect(try work.run(Tool.program, command).status == 0)
    #expect(work.files() == ["o.csv", "t.csv"])
    try work.write("à moi", to: "o-rejects.csv")
    #expect(try work.run(Tool.program, command).status == 0)
    #expect(try work.text("o-rejects.csv") == "à moi")
  }

  /// The shipped events tell a code that is gone.
  @Test func aCodeOfAnotherVintage() throws {
    try work.write("insee,n\n91223,3\n91222,4\n", to: "synthetic.csv")
    let run = try work.cartopole(
      "import", "table", "synthetic.csv", "--key", "insee", "--value", "n", "--date", "2024-12-31", "--cog", "2025",
      "-o", "o.csv")
    #expect(run.status == 65)
    #expect(run.errors.count == 1)
    #expect(run.err.contains("synthetic.csv: ligne 3 : 91222 Estouches, fusionnée le 2019-01-01"), "\(run.err)")
    #expect(work.files() == ["synthetic.csv"])
  }

  @Test func fromStandardInput() throws {
    let run = try work.cartopole(
      "import", "table", "-", "--key", "insee", "--value", "n", "--measure", "jobs", "--quiet",
      input: "insee,n\n91223,3\n")
    #expect(run.status == 0 && run.err.isEmpty)
    #expect(run.rows()[1].prefix(4) == ["91223", "all", "jobs", "3"])
  }

  @Test(
    arguments: [
      (["sirene", "--units", "absent.csv", "--establishments", "absent.csv"], 66, "absent.csv"),
      (["flores", "absent.csv"], 66, "absent.csv"), (["table", "t.csv", "--key", "a", "--value", "b"], 66, "t.csv"),
      (["flores", "t.csv", "--date", "hier"], 64, "--date"),
      (["flores", "t.csv", "--rejects", "r.csv"], 64, "--keep-going"),
      (["flores", "t.csv", "--cog", "24"], 64, "--cog"),
    ] as [([String], Int32, String)]) func oneLine(arguments: [String], status: Int32, words: String) throws
  {
    let run = try work.run(Tool.program, ["import"] + arguments)
    #expect(run.status == status, "\(run.err)")
    #expect(run.errors.count == 1 && run.errors[0].contains(words), "\(run.err)")
    #expect(work.files().isEmpty)
  }
}
