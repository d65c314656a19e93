/// The fonts that drawings name, in order of preference.
///
/// `Arial` has the metrics of Liberation Sans. The generic `sans-serif` is for machines with none of the three,
/// on which texts may overlap: its usual face on Debian, DejaVu Sans, is some 15 % wider than the room
/// reserved. Reserving that much everywhere would remove names from every map for the sake of machines that
/// need only the package `fonts-liberation` or `fonts-inter`.
public enum FontStack {
  /// The value for a `font-family` attribute in double quotes; names are in single quotes, which CSS wants for
  /// names with spaces.
  public static let svg = "'Inter', 'Liberation Sans', Arial, sans-serif"
}

/// The weights that drawings use, by their CSS number. Liberation Sans has no semibold and uses bold.
public enum FontWeight: Int, Sendable, CaseIterable {
  case regular = 400
  case semibold = 600
  case bold = 700
}

/// The font families with known widths.
public enum FontFamily: String, Sendable, CaseIterable {
  case inter = "Inter"
  case liberationSans = "Liberation Sans"
}
