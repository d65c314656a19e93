import Bytes

/// The model of how visible the Pôle is from a commune: channels, each with a strength that falls with the
/// distance to its sources, and the index below which a commune counts as hardly seeing the Pôle.
public struct VisibilityModel: Sendable, Equatable {
  /// In [0, 1]; a commune is below it when its index is strictly less.
  public var threshold: Double
  /// What the threshold rests on.
  public var support: Support
  /// The channels, in the order of the file.
  public var channels: [Channel]
}

/// One way in which the Pôle is seen.
public struct Channel: Sendable, Equatable {
  /// How the strength falls with geodesic distance d: `none` 1 · `exponential` e^(−d/s) · `gaussian`
  /// e^(−d²/(2s²)) · `threshold` 1 if d ≤ s, else 0.
  public enum Decay: String, Sendable, CaseIterable { case none, exponential, gaussian, threshold }

  /// A place at which a channel has its full strength.
  public enum Source: Sendable, Equatable {
    /// Id of a site of the project.
    case site(String)
    /// A commune by code or name, as written.
    case commune(String)
  }

  /// Id of the channel, unique among channels.
  public var id: String
  /// Name of the channel, as readers see it.
  public var name: Text
  /// Strength p at the source, in [0, 1].
  public var strength: Double
  /// How the strength falls with distance.
  public var decay: Decay
  /// Scale s of the decay in kilometres; `nil` for `none`.
  public var scaleKilometres: Double?
  /// Where the channel has its full strength; the nearest source counts. Empty only
  /// for `none`, where distance has no effect.
  public var sources: [Source]
  /// The only communes in which the channel acts, by code or name; `nil` when it acts everywhere.
  public var communes: [String]?
  /// Id of the action that the channel belongs to; `nil` when it belongs to none.
  public var action: String?
  /// What the channel rests on.
  public var support: Support
  /// 1-based line of the channel in the project file.
  public var line: Int
}

extension VisibilityModel {
  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
    let what = Text(same: "visibility")
    try node.allow(["threshold", "channels"] + Support.keys, in: what)
    threshold = try node["threshold"]?.share(Text(same: "threshold")) ?? 1.0 / 3.0
    support = try Support(reading: node, in: what)
    channels = try node.required("channels", in: what).list(Text(same: "channels")) { (item) throws(Problem) in
      try Channel(reading: item, names)
    }
  }
}

extension Channel {
  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
    let what = Text("un canal", "a channel")
    try node.allow(["id", "name", "action", "strength", "decay", "sources", "communes"] + Support.keys, in: what)
    id = try node.required("id", in: what).identifier(Text(same: "id"))
    name = try node.required("name", in: what).text(Text(same: "name"))
    action = try node["action"]?.reference(Text(same: "action"), to: .actions, names)
    strength = try node.required("strength", in: what).share(Text(same: "strength"))
    let fall = try node.required("decay", in: what)
    try fall.allow(["kind", "s_km"], in: Text(same: "decay"))
    decay = try fall.required("kind", in: Text(same: "decay")).choice(Text(same: "kind"))
    if decay != .none {
      scaleKilometres = try fall.required("s_km", in: Text(same: "decay")).positive(Text(same: "s_km"))
    } else if let scale = fall["s_km"] {
      throw scale.problem(Text.scaleMeansNothingWithoutDecay, fix: Text.removeItOrChangeDecay)
    }
    sources =
      try node["sources"]?.list(Text(same: "sources")) { (item) throws(Problem) in try Source(reading: item, names) }
      ?? []
    if sources.isEmpty, decay != .none {
      throw node.problem(Text.channelHasNoSource(id), fix: Text("ajoutez « sources: »", "add \"sources:\""))
    }
    communes = try node["communes"]?.list(Text(same: "communes")) { (item) throws(Problem) in
      try item.words(Text(same: "communes"))
    }
    support = try Support(reading: node, in: what)
    line = node.line
  }
}

extension Channel.Source {
  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
    let what = Text("une source", "a source")
    try node.allow(["site", "commune"], in: what)
    switch (node["site"], node["commune"]) {
    case (let site?, nil): self = .site(try site.reference(Text(same: "site"), to: .sites, names))
    case (nil, let commune?): self = .commune(try commune.words(Text(same: "commune")))
    default: throw node.problem(Text.sourceIsSiteOrCommune, fix: Text.writeSiteOrCommune)
    }
  }
}

extension DocumentNode {
  /// A share from 0 to 1, as a decimal number or as a fraction such as `1/3`.
  func share(_ what: Text) throws(Problem) -> Double {
    let written = try string(what)
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let above = Int(parts[0]), let below = Int(parts[1]), below > 0, above >= 0, above <= below {
      return Double(above) / Double(below)
    }
    return try number(what, in: 0...1)
  }
}
