/// The fonts our drawings name, in order of preference.
///
/// `Arial` has the metrics of Liberation Sans. The generic `sans-serif` only guards against a machine with none of
/// the three, where anything may be drawn; its usual face on Debian, DejaVu Sans, is some 15 % wider than what is
/// reserved. Reserving that much everywhere would thin every map out for a machine that a package
/// (`fonts-liberation`, or `fonts-inter`) mends.
public enum FontStack {
  /// The value of a `font-family` attribute in double quotes: names quoted, as CSS wants those with spaces.
  public static let svg = "'Inter', 'Liberation Sans', Arial, sans-serif"
}

/// The weights our drawings use. Liberation Sans draws semibold in bold.
public enum FontWeight: Int, Sendable, CaseIterable {
  case regular = 400
  case semibold = 600
  case bold = 700
}

/// The families whose widths are known.
public enum FontFamily: String, Sendable, CaseIterable {
  case inter = "Inter"
  case liberationSans = "Liberation Sans"
}
