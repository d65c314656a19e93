/// Which stroked runs are filled later on, opaque and within the same clip: what their strokes cover inside the glyphs
/// is not seen.
struct CoveredStrokes {
  private struct Place: Hashable {
    var run: Int
    var clip: Int
  }

  private var items: Set<Int> = []

  init(_ items: [DisplayItem]) {
    let clips = Self.clips(items)
    var filled: Set<Place> = []
    for (index, item) in items.enumerated().reversed() {
      switch item {
      case .fillText(let run, _, let opacity) where opacity >= 1:
        filled.insert(Place(run: run, clip: clips[index]))
      case .strokeText(let run, _, _, let stroke)
      where stroke.dashes.isEmpty && filled.contains(Place(run: run, clip: clips[index])):
        self.items.insert(index)
      default: break
      }
    }
  }

  func contains(_ item: Int) -> Bool { items.contains(item) }

  /// The item that pushed the clip each item lies in; −1 outside all.
  private static func clips(_ items: [DisplayItem]) -> [Int] {
    var open = [-1]
    return items.enumerated().map { index, item in
      switch item {
      case .pushClip: open.append(index)
      case .popClip where open.count > 1: open.removeLast()
      default: break
      }
      return open[open.count - 1]
    }
  }
}
