/// Who computes coordinates and distances.
///
/// PROJ does, except for what is only drawn or printed rounded: there a formula of our own within a hundredth of the
/// printed step, held against PROJ by tests, spares a small map the loading of libproj, which takes as long as all the
/// rest of it.
public enum Accuracy: Sendable, Equatable {
  /// PROJ, for every figure.
  case proj
  /// `LambertConic` between degrees and Lambert-93, within a micrometre of PROJ over France; `NearGeodesic`, within a
  /// tenth of a millimetre up to 1,000 km. PROJ for everything else.
  case drawing
}
