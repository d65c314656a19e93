import Cartography

extension HTMLReport {
  /// The page's style sheet in the colours of the maps. In print, a dark page is light.
  static func style(_ theme: Theme) -> String {
    let print = theme.paper.lightness < 50 ? ":root{\(tokens(.light))}" : ""
    return """
      :root{color-scheme:\(theme.paper.lightness < 50 ? "dark" : "light");\(tokens(theme))}
      body{font:16px/1.5 "Inter","Liberation Sans",Arial,sans-serif;color:var(--ink);background:var(--paper);margin:0}
      header,main,footer{max-width:1040px;margin:0 auto;padding:0 20px}
      h1{font-size:32px;line-height:1.2;margin:40px 0 8px}
      h2{font-size:24px;margin:48px 0 16px;border-top:2px solid var(--ink);padding-top:12px}
      h3,h4{font-size:16px;line-height:1.35;margin:20px 0 8px}
      #simulations>h3{font-size:20px;margin-top:48px}
      .heard{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
      .lead{font-size:18px;max-width:760px}
      nav ul{columns:2;column-gap:32px;padding-left:18px;margin:4px 0 12px;font-size:14px}
      nav li{break-inside:avoid;margin-bottom:6px}
      .group{font-weight:700;margin:12px 0 0}
      a{color:var(--link)}
      :focus-visible{outline:2px solid var(--link);outline-offset:2px}
      figure{position:relative;margin:0 0 48px}
      img{display:block;box-sizing:border-box;width:100%;height:auto;border:1px solid var(--line)}
      .files,.note,.words,footer{font-size:14px;color:var(--grey)}
      .files{margin:8px 0}
      .files a{display:inline-block;padding:3px 0}
      .note{max-width:760px;font-weight:400}
      article{margin:0 0 40px}
      ul{padding-left:20px}
      summary{cursor:pointer;padding:3px 0}
      summary h3,summary h4{display:inline}
      .wide{overflow-x:auto;background:linear-gradient(90deg,var(--paper) 30%,transparent) 0 0/32px 100% no-repeat local,linear-gradient(270deg,var(--paper) 30%,transparent) 100% 0/32px 100% no-repeat local,linear-gradient(90deg,var(--line),transparent) 0 0/12px 100% no-repeat,linear-gradient(270deg,var(--line),transparent) 100% 0/12px 100% no-repeat}
      table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums;width:100%}
      th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid var(--line);font-weight:400}
      thead th{font-weight:700;border-bottom:2px solid var(--ink);vertical-align:bottom}
      .n{text-align:right;white-space:nowrap}
      thead .n{white-space:normal}
      footer{padding:32px 20px 48px}
      @media screen and (max-width:\(Plate.Form.narrow)px){img{max-width:560px}}
      @media (max-width:640px){nav ul{columns:1}h1{font-size:26px}td,tbody th{min-width:64px}td:last-child:not(.n){min-width:160px}}
      @media print{\(print)nav,.files,.words{display:none}header,main,footer{max-width:none;padding:0}h2,h3,h4{break-after:avoid}figure,tr{break-inside:avoid}img{max-height:94vh;width:auto;max-width:100%}.wide{overflow:visible;background:none}thead{display:table-header-group}}
      """
  }

  private static func tokens(_ theme: Theme) -> String {
    // Greys are too pale for text.
    let isReadable = theme.sequence[0].contrast(with: theme.paper) >= 4.5
    let link = isReadable ? theme.sequence[0] : theme.ink
    return "--ink:\(theme.ink.css);--grey:\(theme.grey.css);--paper:\(theme.paper.css);"
      + "--line:\(theme.inset.css);--link:\(link.css)"
  }
}
