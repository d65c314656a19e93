/// The script and the style sheet of an atlas's page, which are files of their own here and part of the program.
public enum PageAssets {
  /// The script: its files follow each other inside one function, so that the page has no global names.
  public static var script: String {
    let files = [
      PackageResources.state_js, PackageResources.map_js, PackageResources.panel_js, PackageResources.choosing_js,
      PackageResources.legend_js, PackageResources.table_js, PackageResources.what_if_js, PackageResources.start_js,
    ]
    let body = files.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    return "(() => {\n'use strict';\n" + body + "})();\n"
  }

  /// The style sheet, without the colours of a theme.
  public static var style: String { String(decoding: PackageResources.page_css, as: UTF8.self) }
}
