import Bytes
import Cartography

extension Atlas {
  /// Writes `png/NAME.png`, 3,000 px wide, for each plate and each plate of a simulation, and `atlas.pdf` from the
  /// pages.
  func writePictures(
    _ plates: [Plate], _ pages: [Drawing], by painter: Painter, _ files: inout FileSet
  ) throws(Problem) {
    // The book takes longest: first.
    var names = ["atlas.pdf"]
    var orders = [
      Painter.Order(
        output: files.path(names[0]), kind: .pdf(title: title, language), sources: pages.map { $0.svg() })
    ]
    for plate in plates {
      let name = "png/\(plate.name).png"
      names.append(name)
      orders.append(
        Painter.Order(output: files.path(name), kind: .png(width: 3000), sources: [plate.drawing.svg()]))
    }
    for name in names { try files.expect(name) }
    try painter.make(orders)
    try files.note(names)
    files.painter = painter.version
  }
}
