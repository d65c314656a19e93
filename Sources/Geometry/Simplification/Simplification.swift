import Bytes

/// How far to simplify: to a share of the vertices, or by a tolerance.
public enum Simplification: Sendable, Equatable {
  /// To this share of the layer's vertices, at most 1, counted as files count them (the point that
  /// closes a ring is one). Where lines meet and the last three vertices of a ring stay: less is not possible.
  case share(Double)
  /// Vertices of a weighted effective area below the square of so many metres go: of a right angle with legs of
  /// that length times the square root of two, of flatter ones sooner.
  case metres(Double)
}

/// A simplified layer and how it came about.
public struct SimplifiedLayer: Sendable {
  public var layer: Layer
  /// Points before and after, those that close rings included.
  public var before: Int
  public var after: Int
  /// The square root of the effective area below which vertices went, in metres; `nil` when all went that may.
  public var metres: Double?
  /// Vertices put back so that no ring was lost.
  public var restoredForRings: Int
  /// Vertices put back so that no line crosses another.
  public var restoredForCrossings: Int
}

extension Layer {
  /// The layer with fewer vertices: the topology is kept, borders shared stay shared.
  ///
  /// Visvalingam & Whyatt's method with areas weighted by angle (see `EffectiveArea`), each stretch of border between
  /// two nodes once for all who share it. Every feature, part and ring of the layer is there again, in its order:
  /// rings keep three vertices, their sense and a hundredth of their area. Lines that did not meet do not meet, and
  /// what lay on one side of a line lies there still: there is no gap and no overlap that was not there. Points stay.
  ///
  /// `degrees` says that coordinates are degrees of longitude and latitude; `metresPerUnit` is the length of a unit
  /// that is none. The result does not depend on `threads`. Complexity: O(points·log(points of an arc)) time; some
  /// 30 bytes a point.
  public func simplified(
    _ amount: Simplification, degrees: Bool = false, metresPerUnit: Double = 1,
    threads: Int = Parallel.processors
  ) -> SimplifiedLayer {
    var out = SimplifiedLayer(
      layer: self, before: pointCount, after: pointCount, metres: 0, restoredForRings: 0,
      restoredForCrossings: 0)
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

  /// The layer with this share of its vertices.
  public func simplified(keeping share: Double, degrees: Bool = false) -> Layer {
    simplified(.share(share), degrees: degrees).layer
  }

  /// The layer without vertices that matter less than a square of so many metres.
  public func simplified(metres: Double, degrees: Bool = false) -> Layer {
    simplified(.metres(metres), degrees: degrees).layer
  }
}
