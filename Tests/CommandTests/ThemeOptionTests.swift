import Foundation
import Testing

/// `render --theme`.
struct ThemeOptionTests {
  @Test(arguments: [("light", "#ffffff"), ("dark", "#14181d"), ("print", "#ffffff")]) func drawsInATheme(
    theme: String, paper: String
  ) throws {
    let work = try Workspace()
    try work.makeSmallProject()
    let run = try work.cartopole(
      "render", "territory", "--project", "petit", "--theme", theme, "-o", "t.svg", "--quiet")
    #expect(run.status == 0)
    #expect(try work.text("t.svg").contains(".paper{fill:\(paper)}"))
  }

  @Test func anUnknownThemeIsRefusedBeforeAnythingIsRead() throws {
    let work = try Workspace()
    let run = try work.cartopole("render", "territory", "--project", "nowhere", "--theme", "night", "--lang", "en")
    #expect(run.status == 64)
    #expect(run.errors == ["error: unknown theme \"night\"; themes: light, dark, print"])
  }
}
