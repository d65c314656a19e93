import Bytes

/// How far to simplify: to a share of the vertices, or with a tolerance.
public enum Simplification: Sendable, Equatable {
  /// Keep this share of the layer's vertices, at most 1, counting the points that close rings, as files do.
  /// Nodes and the last three vertices of a ring always stay, so more may be kept.
  case share(Double)
  /// Remove the vertices with a weighted effective area below the square of this many metres. That is the area
  /// of a right angle with legs of √2 times this length; `EffectiveArea` says how other angles weigh.
  case metres(Double)
}

extension Simplification {
  /// Reads `30%` (a share of the vertices) or `250m`, `250` (a tolerance in metres); spaces and a decimal comma are
  /// understood. Throws 64 for anything else, for 0 % and less, for more than 100 % and for less than 0 m.
  public init(_ text: String) throws(Problem) {
    var digits = String(text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }.map { $0 == "," ? "." : $0 })
    let isShare = digits.hasSuffix("%")
    if isShare || digits.hasSuffix("m") { digits.removeLast() }
    let number = Double(digits).flatMap { $0.isFinite ? $0 : nil }
    if let number, isShare, number > 0, number <= 100 {
      self = .share(number / 100)
    } else if let number, !isShare, number >= 0 {
      self = .metres(number)
    } else {
      throw Problem(.usage, Text.neitherShareNorTolerance(text), fix: Text.writeAShareOrTolerance)
    }
  }
}

/// A simplified layer and what the simplification did.
public struct SimplifiedLayer: Sendable {
  /// The layer with the vertices that were kept.
  public var layer: Layer
  /// Points before simplification, including those that close rings.
  public var before: Int
  /// Points after simplification, including those that close rings.
  public var after: Int
  /// The square root of the effective area below which vertices were removed, in metres; `nil` when every
  /// removable vertex was removed.
  public var metres: Double?
  /// Vertices restored so that no ring was lost.
  public var restoredForRings: Int
  /// Vertices restored so that no line crosses another.
  public var restoredForCrossings: Int
}

extension Layer {
  /// The layer with fewer vertices and the same topology: shared borders stay shared.
  ///
  /// Visvalingam & Whyatt's method with areas weighted by angle (see `EffectiveArea`), applied once to each
  /// border between two nodes for all features that share it. Every feature, part and ring is kept, in its
  /// order; a ring keeps at least three vertices, its winding and a hundredth of its area. Lines that did not
  /// meet still do not, and everything stays on its side of a line, so no gap or overlap is added. A layer of
  /// points is returned unchanged.
  ///
  /// `degrees` says that coordinates are degrees of longitude and latitude; otherwise `metresPerUnit` is the
  /// length of their unit. The result does not depend on `threads`. Complexity: O(points·log(points of an arc))
  /// time; some 30 bytes a point.
  public func simplified(
    _ amount: Simplification, degrees: Bool = false, metresPerUnit: Double = 1, threads: Int = Parallel.processors
  ) -> SimplifiedLayer {
    var out = SimplifiedLayer(
      layer: self, before: pointCount, after: pointCount, metres: 0, restoredForRings: 0, restoredForCrossings: 0)
    guard kind != .point, pointCount > 0 else { return out }
    let measure = EffectiveArea(degrees: degrees, metresPerUnit: metresPerUnit)
    var thinning = Thinning(self, measure, threads: max(threads, 1))
    thinning.keepMeetings()
    switch amount {
    case .share(let share): thinning.keep(points: Int((share * Double(pointCount)).rounded()))
    case .metres(let metres): thinning.threshold = Float(metres * metres)
    }
    var rings = thinning.keepRings()
    repeat {
      var repair = CrossingRepair(thinning)
      out.restoredForRings += rings
      out.restoredForCrossings += repair.run()
      rings = thinning.keepRings()
    } while rings > 0
    out.metres = thinning.threshold.isFinite ? Double(thinning.threshold).squareRoot() : nil
    out.layer = thinning.thinned()
    out.after = out.layer.pointCount
    return out
  }

  /// The layer with this share (0 to 1) of its vertices, as `simplified(_:degrees:metresPerUnit:threads:)` does
  /// it.
  public func simplified(keeping share: Double, degrees: Bool = false) -> Layer {
    simplified(.share(share), degrees: degrees).layer
  }

  /// The layer simplified with a tolerance in metres (see `Simplification.metres`); other units than degrees
  /// must be metres.
  public func simplified(metres: Double, degrees: Bool = false) -> Layer {
    simplified(.metres(metres), degrees: degrees).layer
  }
}
