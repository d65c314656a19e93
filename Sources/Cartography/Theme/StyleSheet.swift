/// The style sheet of a drawing. Its class names are an interface: other style sheets may override them.
///
/// Figures are tabular only in columns, because LibreOffice and librsvg 2.54 always draw proportional ones, and
/// titles would then have another width in these programs than in others.
public enum StyleSheet {
  /// The rules of every drawing of a theme.
  public static func base(_ theme: Theme) -> String {
    let ink = theme.ink.css
    let grey = theme.grey.css
    let paper = theme.paper.css
    let accent = theme.accent.css
    let strong = theme.sequence[0]
    let inkOnStrong = theme.ink(on: strong)
    // Light names need a dark edge; dark names keep an edge of paper colour.
    let edgeOnStrong = inkOnStrong == theme.ink ? theme.paper : strong
    var css = """
      .map{font-family:\(FontStack.svg);fill:\(ink)}
      .paper{fill:\(paper)}
      .t24{font-size:24px;font-weight:700}
      .t22{font-size:22px;font-weight:700}
      .t20{font-size:20px;font-weight:700}
      .t19{font-size:19px;font-weight:700}
      .t14{font-size:14px;fill:\(grey)}
      .t13{font-size:13px}
      .t13b{font-size:13px;font-weight:700}
      .t13g{font-size:13px;fill:\(grey);font-variant-numeric:tabular-nums}
      .t12{font-size:12.5px;font-variant-numeric:tabular-nums}
      .t12b{font-size:12.5px;font-weight:700}
      .t12g{font-size:12.5px;fill:\(grey)}
      .t10{font-size:10px;fill:\(grey)}
      .t10b{font-size:10px;font-weight:700}
      .t10i{font-size:10px}
      .frame{fill:none;stroke:\(grey);stroke-width:.6}
      .ground{fill:\(theme.context.css)}
      .plate{fill:\(paper);fill-opacity:.85}
      .context{fill:\(theme.context.css);stroke:\(theme.paper.css);stroke-width:.7}
      .boundary{fill:none;stroke:\(theme.border.css);stroke-width:1.1;stroke-linejoin:round}
      .out{fill:\(theme.neutral.css)}
      .outline{fill:none;stroke:\(ink);stroke-width:\(theme.outlineWidth);stroke-linejoin:round}
      .limit{fill:none;stroke:\(paper);stroke-width:2;stroke-linejoin:round}
      .circle-casing{fill:none;stroke:\(paper);stroke-width:3.4}
      .circle{fill:none;stroke:\(accent);stroke-width:1.5}
      .planned{stroke-dasharray:5 3}
      .dot{stroke:\(paper);stroke-width:.8}
      .site{fill:\(accent);stroke:\(paper);stroke-width:2}
      .assignment{stroke:\(ink);stroke-width:.9;stroke-dasharray:.9 2.6;fill:none}
      .candidate{fill:\(paper);stroke:\(accent);stroke-width:3}
      .label{fill:\(ink)}
      .on-dark{fill:\(inkOnStrong.css)}
      .on-radius{fill:\(accent)}
      .edges{fill:none;stroke-width:2.4;stroke-opacity:.85;stroke-linejoin:round}
      .edge{stroke:\(paper)}
      .edge-dark{stroke:\(edgeOnStrong.css);stroke-opacity:.9}
      .edge-radius{stroke:\(paper);stroke-width:3;stroke-opacity:1}
      .big{font-weight:700}
      .leader{stroke:\(ink);stroke-width:.6;fill:none}
      .leader-casing{stroke:\(paper);stroke-width:2.2;stroke-opacity:.85;fill:none}
      .place-dot{fill:\(ink);stroke:\(paper);stroke-width:.7}
      .place{fill:\(grey);font-size:12.5px;letter-spacing:.6px;font-style:italic}
      .swatch{stroke:\(grey);stroke-width:.4}
      .rule{stroke:\(ink);stroke-width:\(theme.outlineWidth)}
      .thin{stroke:\(grey);stroke-width:.5}
      .ink{fill:\(ink)}
      .inset-paper{fill:\(paper);stroke:\(grey);stroke-width:.5}
      .inset{fill:\(theme.inset.css)}
      .inset-here{fill:\(theme.sequence[0].css)}

      """
    for (index, colour) in theme.sequence.enumerated() { css += ".s\(index){fill:\(colour.css)}\n" }
    return css
  }

  /// The rules of what a page draws once and uses often, outlines and the edges of names. They name no element around it, because browsers style what a
  /// `<use>` shows by selectors that match inside of it alone.
  public static func shared(_ theme: Theme) -> String {
    let shared = [".context{", ".boundary{", ".outline{", ".t10b{", ".big{"]
    return base(theme).split(separator: "\n").filter { rule in shared.contains { rule.hasPrefix($0) } }
      .map { $0 + "\n" }.joined()
  }

  /// The rules of a theme's palette.
  static func palette(_ theme: Theme) -> String {
    var css = ""
    for (index, colour) in theme.palette.enumerated() {
      // Under lines, the group of ground and marks has the fill: one of the class itself would hide the lines, which are
      // the same element once more.
      if !theme.patterns.contains(where: { $0.style == "p\(index)" }) { css += ".p\(index){fill:\(colour.css)}\n" }
      let ink = theme.ink(on: colour)
      // Names may extend beyond their fill: dark names have the edge of the light paper, light names that of
      // the fill.
      let isDarkOnLight = ink.luminance < colour.luminance && theme.paper.lightness > 50
      let edge = ink == theme.ink || isDarkOnLight ? theme.paper : colour
      css += ".on-p\(index){fill:\(ink.css)}\n.edge-p\(index){stroke:\(edge.css)}\n"
    }
    return css
  }

  /// Rules that hold only inside elements of one of the scopes, which are selectors.
  ///
  /// The rules must be flat, one list of selectors and one body each, as those of drawings are.
  public static func scoped(_ rules: String, under scopes: [String]) -> String {
    rules.split(separator: "}").compactMap { rule -> String? in
      let parts = rule.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let selectors = parts[0].split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
      let heads = scopes.flatMap { scope in selectors.map { "\(scope) \($0)" } }
      return heads.joined(separator: ",") + "{" + parts[1] + "}\n"
    }.joined()
  }
}
