import Bytes
import Geometry

/// How each feature of a layer is drawn: one path a feature, its look a CSS class of a short list.
public struct FeatureStyles: Sendable {
  /// CSS classes the features choose from.
  public var classNames: [String]
  /// Number of its class, for each feature.
  public var classes: [UInt8]
  /// `data-insee` and, after `c`, the id; empty for neither. Only keys that can be ids and are all different become
  /// ids.
  public var keys: [String]
  /// `data-value`, printed; NaN for none. Empty for no values at all.
  public var values: [Double]
  /// `<title>` of each feature; empty for none.
  public var titles: [String]

  public init(
    classNames: [String], classes: [UInt8], keys: [String] = [], values: [Double] = [], titles: [String] = []
  ) {
    self.classNames = classNames
    self.classes = classes
    self.keys = keys
    self.values = values
    self.titles = titles
  }

  /// Whether every key is letters, digits, `-` and `_` only, and none comes twice.
  var keysAreIDs: Bool {
    let isPlain = keys.allSatisfy { key in
      key.utf8.allSatisfy { byte in
        let isLetter = (byte | 0x20) &- 97 < 26
        return isLetter || byte &- 48 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
    }
    return isPlain && (keys.isStrictlyAscending || Set(keys).count == keys.count)
  }
}

extension Drawing {
  /// Features written at a time by one thread.
  private static let chunk = 512

  /// Draws every polygon or line feature of a layer that has a shape as one path.
  ///
  /// Works on all processors; the bytes are the same whatever their number. Complexity: O(points).
  public mutating func features(_ layer: Layer, through view: Viewport, _ styles: FeatureStyles) {
    let count = layer.featureCount
    let hasIDs = styles.keysAreIDs && !styles.keys.isEmpty
    let fills = styles.classNames.map(patternFill)
    let pieces = (count + Self.chunk - 1) / Self.chunk
    let drawn = try? Parallel.map(pieces) { (piece) throws(Problem) -> ByteWriter in
      let range = piece * Self.chunk..<min(count, (piece + 1) * Self.chunk)
      return Self.write(range, of: layer, through: view, styles, fills, hasIDs)
    }
    guard var written = consume drawn else { return }
    var room = 0
    for writer in written { room += writer.bytes.count }
    // What follows the features should find room too: growing would copy them all.
    body.reserve(room + (1 << 16))
    for piece in 0..<written.count {
      body.append(written[piece])
      written[piece] = ByteWriter()
    }
  }

  private static func write(
    _ features: Range<Int>, of layer: Layer, through view: Viewport, _ styles: FeatureStyles,
    _ fills: [PatternFill?], _ hasIDs: Bool
  ) -> ByteWriter {
    let points = features.reduce(0) { count, feature in
      let rings = layer.rings(of: feature)
      return count + layer.ringOffsets[rings.upperBound] - layer.ringOffsets[rings.lowerBound]
    }
    // A point prints in twelve bytes at most on a usual drawing: growing would copy what is written.
    var out = ByteWriter(capacity: 12 * points + 96 * features.count)
    for feature in features {
      PathData.lend(feature, of: layer, through: view) { path in
        guard !path.isEmpty else { return }
        let fill = fills[Int(styles.classes[feature])]
        if let fill { out.text("<g class=\"\(fill.groundStyle)\">\n") }
        write(feature, path, styles, hasIDs, &out)
        if let fill { write(fill, over: path, hasIDs ? styles.keys[feature] : nil, &out) }
      }
    }
    return out
  }

  private static func write(
    _ feature: Int, _ path: UnsafeBufferPointer<UInt8>, _ styles: FeatureStyles, _ hasIDs: Bool,
    _ out: inout ByteWriter
  ) {
    out.raw("<path class=\"")
    out.text(styles.classNames[Int(styles.classes[feature])])
    if !styles.keys.isEmpty {
      let key = Escape.markup(styles.keys[feature])
      if hasIDs {
        out.raw("\" id=\"c")
        out.text(key)
      }
      out.raw("\" data-insee=\"")
      out.text(key)
    }
    if !styles.values.isEmpty, styles.values[feature].isFinite {
      out.raw("\" data-value=\"")
      out.shortest(styles.values[feature])
    }
    out.raw("\" d=\"")
    out.append(contentsOf: path)
    if styles.titles.isEmpty {
      out.raw("\"/>\n")
    } else {
      out.raw("\"><title>")
      out.text(Escape.markup(styles.titles[feature]))
      out.raw("</title></path>\n")
    }
  }

  /// The marks over a feature: by its id, which is short, else over its path once more.
  private static func write(
    _ fill: PatternFill, over path: UnsafeBufferPointer<UInt8>, _ key: String?, _ out: inout ByteWriter
  ) {
    if let key {
      out.text("<use xlink:href=\"#c\(key)\" class=\"\(fill.marksStyle)\"/>\n</g>\n")
      return
    }
    out.text("<path class=\"\(fill.marksStyle)\" d=\"")
    out.append(contentsOf: path)
    out.raw("\"/>\n</g>\n")
  }
}
