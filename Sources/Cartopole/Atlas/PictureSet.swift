import Bytes
import Cartography

extension Atlas {
  /// Writes `png/NAME.png`, 3,000 px wide, for each plate and each plate of a simulation, and `atlas.pdf` from the
  /// pages.
  func writePictures(
    _ plates: [Plate], _ pages: [Drawing], by painter: Painter, _ files: inout FileSet
  ) throws(Problem) {
    // The book takes longest: first.
    let names = ["atlas.pdf"] + plates.map { "png/\($0.name).png" }
    for name in names { try files.expect(name) }
    let book = Painter.Order(
      output: files.path(names[0]), kind: .pdf(title: title, language), drawings: pages)
    let pictures = zip(names.dropFirst(), plates).map { name, plate in
      Painter.Order(output: files.path(name), kind: .png(width: 3000), drawings: [plate.drawing])
    }
    try painter.make([book] + pictures)
    try files.note(names)
    files.painter = painter.version
  }
}
