import Bytes
import Cartography

extension Atlas {
  /// Writes `png/NAME.png`, 3,000 px wide, for each plate and each plate of a simulation, and `atlas.pdf`. All
  /// processors share them, and the book comes first because it takes longest.
  func writePictures(_ plates: [Plate], _ book: Book, _ files: inout FileSet) throws(Problem) {
    let pictures = try Parallel.map(plates.count + 1) { (index) throws(Problem) -> [UInt8] in
      index == 0 ? try Painter.pdf(book) : try Painter.png(plates[index - 1].drawing, width: 3000)
    }
    try files.write("atlas.pdf", pictures[0])
    for (plate, bytes) in zip(plates, pictures.dropFirst()) { try files.write("png/\(plate.name).png", bytes) }
    files.painter = Painter.version
  }
}
