/// Pictures of drawings: PNG (third edition, W3C 2025), 8 bits of red, green and blue, opaque.
public enum PNGPicture {
  /// Sides of the largest picture, px.
  public static let largest = 30_000

  /// A drawing `width` px wide, white below, its height in proportion and rounded up, as `rsvg-convert --width` does;
  /// at least 1 px each way, and cut at `largest`.
  ///
  /// The same bytes whatever the number of threads. Complexity: pixels + edges × the rows they cross.
  public static func bytes(_ list: DisplayList, width: Int, threads: Int = 1) -> [UInt8] {
    let width = min(max(width, 1), largest)
    let scale = Double(width) / max(list.width, 1e-3)
    let exact = list.height * Double(width) / max(list.width, 1e-3)
    let height = Int(min(max(exact.rounded(.up), 1), Double(largest)))
    let scene = Scene(list, width: width, height: height, scale: scale)
    let edges = BandEdges(scene.edges, height: height)
    return PNGFile(width: width, height: height).bytes(threads: threads) {
      Canvas(scene, edges, ground: 0x00FF_FFFF)
    }
  }
}
