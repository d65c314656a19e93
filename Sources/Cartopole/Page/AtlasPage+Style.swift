import Cartography
import Maps
import PageAssets

extension AtlasPage {
  /// The style sheet of the page: one for the text, the still maps and the live one, because a page admits by its hash
  /// only what is known when it is written.
  var style: String {
    let theme = atlas.look.theme
    let isDark = theme.paper.lightness < 50
    var out = ":root{color-scheme:\(isDark ? "dark" : "light");\(Self.tokens(theme))}\n"
    out += PageAssets.style + maps(theme)
    // In print, a dark page is light.
    if isDark { out += "@media print{:root{\(Self.tokens(.light))}}\n" }
    guard let dark = atlas.look.dark else { return out }
    out += "@media screen and (prefers-color-scheme:dark){\n:root{color-scheme:dark;\(Self.tokens(dark))}\n"
    return out + base(dark)
      + rules {
        $0.darkRules
      } live: {
        $0.darkRules
      } + "}\n"
  }

  private func maps(_ theme: Theme) -> String {
    base(theme)
      + rules {
        $0.drawing.ownRules
      } live: {
        $0.rules
      }
  }

  /// The rules of every map of a theme, in which the live map stands too.
  private func base(_ theme: Theme) -> String {
    StyleSheet.scoped(StyleSheet.base(theme), under: [".map"]).replacing(".map .map{", with: ".map{")
      + StyleSheet.shared(theme)
  }

  /// The rules of each map's own classes: in its figure, and in the live map while it shows that map.
  private func rules(_ own: (PageMap) -> String, live: (LiveMap) -> String) -> String {
    contents.everyPlate.map { plate in
      let view = views.first { $0.figure == plate.name }
      let scopes = ["#" + plate.name] + (view.map { ["[data-view=\"\($0.id)\"]"] } ?? [])
      let patterns = view.map { StyleSheet.scoped(live($0.map), under: ["[data-view=\"\($0.id)\"]"]) } ?? ""
      return StyleSheet.scoped(own(plate.page), under: scopes) + patterns
    }.joined()
  }

  private static func tokens(_ theme: Theme) -> String {
    // Greys are too pale for text.
    let isReadable = theme.sequence[0].contrast(with: theme.paper) >= 4.5
    let link = isReadable ? theme.sequence[0] : theme.ink
    return "--ink:\(theme.ink.css);--grey:\(theme.grey.css);--paper:\(theme.paper.css);"
      + "--line:\(theme.inset.css);--link:\(link.css);--accent:\(theme.accent.css)"
  }
}
