extension DisplayList {
  /// What an SVG of ours shows, its texts in the fonts of the machine. O(bytes).
  ///
  /// Read are the elements, attributes and properties that our drawings have, and nothing else: throws on the first
  /// thing outside of them, such as an embedded logo, and another program must draw the file.
  public init(svg: [UInt8], fonts: FontBook) throws(OutsideSubset) {
    self = try svg.withUnsafeBufferPointer { (bytes) throws(OutsideSubset) in
      var painter = try SVGPainter(SVGTree(bytes), fonts)
      return try painter.paint()
    }
  }
}
