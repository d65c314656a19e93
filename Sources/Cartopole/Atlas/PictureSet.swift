import Bytes
import Cartography

extension Atlas {
  /// Writes `png/NAME.png`, 3,000 px wide, for each plate and each plate of a simulation, and `atlas.pdf` from the
  /// pages.
  func writePictures(
    _ plates: [Plate], _ simulated: [Plate], _ pages: [Drawing], with rasterizer: Rasterizer,
    _ files: inout FileSet
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
    let sources = plates.map { ("maps", $0.name) } + simulated.map { ("simulations", $0.name) }
    for (folder, name) in sources {
      jobs.append(.png(files.path("\(folder)/\(name).svg"), to: files.path("png/\(name).png"), width: 3000))
    }
    try rasterizer.run(jobs)
    for (_, name) in sources { try files.note("png/\(name).png") }
    try files.note("atlas.pdf")
  }
}
