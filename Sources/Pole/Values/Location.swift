import Bytes

/// Where a structure or a member is, and how much of that may be shown.
public struct Location: Sendable, Equatable {
  /// How precisely a place is drawn.
  enum Publication: String, CaseIterable { case commune, exact }

  /// How much of it the register of establishments makes public.
  enum Diffusion: String, CaseIterable { case full, partial }

  /// Its commune by code or name, as the project writes it; `nil` when only the position is known.
  public var commune: String?
  /// Degrees east, WGS84; `nil` when only the commune is known.
  public var longitude: Double?
  /// Degrees north, WGS84; `nil` when `longitude` is.
  public var latitude: Double?
  /// Whether it may be drawn at its position; otherwise it stands at its commune.
  public var isExact: Bool
  /// Whether it is a natural person or diffused in part, of which neither name nor address is shown.
  public var isPrivate: Bool
  /// 1-based line in the project file.
  public var line: Int

  static let keys = ["commune", "position", "publish", "natural_person", "diffusion"]

  /// Whether an entry is a natural person or diffused in part.
  static func isPrivate(_ node: DocumentNode) throws(Problem) -> Bool {
    if try node["natural_person"]?.flag(Text(same: "natural_person")) == true { return true }
    let diffusion: Diffusion? = try node["diffusion"]?.choice(Text(same: "diffusion"))
    return diffusion == .partial
  }

  /// Reads the place of an entry; `nil` without any. Throws 65 for a position of which one half is missing and for
  /// `publish: exact` without a position, or of somebody whose address must not be shown.
  init?(reading node: DocumentNode) throws(Problem) {
    isPrivate = try Self.isPrivate(node)
    line = node.line
    let publish: Publication? = try node["publish"]?.choice(Text(same: "publish"))
    isExact = publish == .exact
    commune = try node["commune"]?.words(Text(same: "commune"))
    if let position = node["position"] {
      let what = Text(same: "position")
      try position.allow(["latitude", "longitude"], in: what)
      latitude = try position.required("latitude", in: what).number(Text(same: "latitude"), in: -90...90)
      longitude = try position.required("longitude", in: what).number(Text(same: "longitude"), in: -180...180)
    }
    if isExact, isPrivate || longitude == nil {
      throw (node["publish"] ?? node).problem(
        isPrivate ? Text.privateAddressIsNotPublished : Text.exactPlaceWithoutPosition,
        fix: isPrivate ? Text("ôtez publish: exact", "remove publish: exact") : Text.giveLatitudeAndLongitude)
    }
    if commune == nil, longitude == nil { return nil }
  }
}
