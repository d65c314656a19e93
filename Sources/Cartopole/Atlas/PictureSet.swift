import Bytes
import Cartography

extension Atlas {
  /// Writes `png/NAME.png`, 3,000 px wide, for each plate, and `atlas.pdf` from the pages.
  func writePictures(
    _ plates: [Plate], _ pages: [Drawing], with rasterizer: Rasterizer, _ files: inout FileSet
  ) throws(Problem) {
    try OutputFile.makeFolder(files.path("png"))
    var pageFiles: [String] = []
    defer { pageFiles.forEach(OutputFile.remove) }
    for (number, page) in pages.enumerated() {
      let source = OutputFile.temporaryPath(for: files.path("page-\(number + 1).svg"))
      pageFiles.append(source)
      try OutputFile.write(page.svg(), to: source)
    }
    var jobs = [Rasterizer.Job.pdf(pageFiles, to: files.path("atlas.pdf"))]
    for plate in plates {
      jobs.append(
        .png(files.path("maps/\(plate.name).svg"), to: files.path("png/\(plate.name).png"), width: 3000))
    }
    try rasterizer.run(jobs)
    for plate in plates { try files.note("png/\(plate.name).png") }
    try files.note("atlas.pdf")
  }
}
