import Bytes
import Geometry

/// How each feature of a layer is drawn: one path for each feature, styled by one CSS class of a short list.
public struct FeatureStyles: Sendable {
  /// The CSS classes to choose from, at most 256.
  public var classNames: [String]
  /// For each feature, the index of its class in `classNames`.
  public var classes: [UInt8]
  /// For each feature, a key that is written as `keyAttribute` and, after `c`, as the id; empty for neither.
  /// Ids are written only when all keys are different and consist of letters, digits, `-` and `_`.
  public var keys: [String]
  /// The name of the attribute for the key.
  public var keyAttribute = "data-key"
  /// For each feature, a value that is written as `data-value`; NaN for none. Empty for no values at all.
  public var values: [Double]
  /// For each feature, its `<title>`, which is a tooltip; empty for none.
  public var titles: [String]

  /// Styles for as many features as `classes` has elements; other arrays have as many elements or none.
  public init(classNames: [String], classes: [UInt8], keys: [String] = [], values: [Double] = [], titles: [String] = [])
  {
    self.classNames = classNames
    self.classes = classes
    self.keys = keys
    self.values = values
    self.titles = titles
  }

  /// Whether all keys are different and consist of letters, digits, `-` and `_`.
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
  /// Draws features whose outlines the page holds under the ids `shapes` and the number of the feature. They have
  /// neither key nor title: the page says these in words and on its live map.
  public mutating func features(_ styles: FeatureStyles, shapes: String) {
    let fills = styles.classNames.map(patternFill)
    for (feature, number) in styles.classes.enumerated() {
      let (style, marks) = (styles.classNames[Int(number)], fills[Int(number)])
      body.text("<use href=\"#\(shapes)\(feature)\" class=\"\(marks?.groundStyle ?? style)\"/>\n")
      if let marks { body.text("<use href=\"#\(shapes)\(feature)\" class=\"\(marks.marksStyle)\"/>\n") }
    }
  }

  /// Number of features that a thread writes at a time.
  private static let chunk = 512

  /// Draws every polygon or line feature of a layer as one path; features without geometry are left out.
  ///
  /// Works on all processors; the bytes do not depend on their number. Complexity: O(points).
  public mutating func features(_ layer: Layer, through view: Viewport, _ styles: FeatureStyles) {
    let writer = FeatureWriter(layer, view, styles, styles.classNames.map(patternFill), idPrefix)
    append(Parallel.each(0..<layer.featureCount, by: Self.chunk) { writer.write($0) })
  }
}

/// Writes the paths of features. It is one object, because each of many features would otherwise count references to
/// every array on both processors.
private final class FeatureWriter: Sendable {
  private let layer: Layer
  private let view: Viewport
  private let styles: FeatureStyles
  private let fills: [PatternFill?]
  private let isMarked: [Bool]
  /// What ids begin with; `nil` for no ids.
  private let idPrefix: String?

  init(_ layer: Layer, _ view: Viewport, _ styles: FeatureStyles, _ fills: [PatternFill?], _ prefix: String) {
    (self.layer, self.view, self.styles, self.fills) = (layer, view, styles, fills)
    isMarked = fills.map { $0 != nil }
    idPrefix = styles.keysAreIDs && !styles.keys.isEmpty ? prefix : nil
  }

  func write(_ features: Range<Int>) -> ByteWriter {
    let points = features.reduce(0) { count, feature in
      let rings = layer.rings(of: feature)
      return count + layer.ringOffsets[rings.upperBound] - layer.ringOffsets[rings.lowerBound]
    }
    // Usually a point takes at most twelve bytes; with enough room the buffer need not grow, which would copy
    // it.
    var out = ByteWriter(capacity: 12 * points + 96 * features.count)
    for feature in features {
      PathData.lend(feature, of: layer, through: view) { path in
        guard !path.isEmpty else { return }
        let number = Int(styles.classes[feature])
        guard isMarked[number], let fill = fills[number] else { return write(feature, path, &out) }
        out.text("<g class=\"\(fill.groundStyle)\">\n")
        write(feature, path, &out)
        write(fill, over: path, idPrefix.map { $0 + "c" + styles.keys[feature] }, &out)
      }
    }
    return out
  }

  private func write(_ feature: Int, _ path: UnsafeBufferPointer<UInt8>, _ out: inout ByteWriter) {
    out.raw("<path class=\"")
    out.text(styles.classNames[Int(styles.classes[feature])])
    if !styles.keys.isEmpty {
      let key = Escape.markup(styles.keys[feature])
      if let idPrefix {
        out.raw("\" id=\"")
        out.text(idPrefix)
        out.raw("c")
        out.text(key)
      }
      out.raw("\" ")
      out.text(styles.keyAttribute)
      out.raw("=\"")
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

  /// Writes the marks over a feature: a reference to its id, which is short, or else its path again.
  private func write(
    _ fill: PatternFill, over path: UnsafeBufferPointer<UInt8>, _ id: String?, _ out: inout ByteWriter
  ) {
    if let id {
      out.text("<use xlink:href=\"#\(id)\" class=\"\(fill.marksStyle)\"/>\n</g>\n")
      return
    }
    out.text("<path class=\"\(fill.marksStyle)\" d=\"")
    out.append(contentsOf: path)
    out.raw("\"/>\n</g>\n")
  }
}
