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
    let names = pages.indices.map { files.path("page-\($0 + 1).svg") }
    defer { names.forEach(OutputFile.abandon) }
    for (name, page) in zip(names, pages) { pageFiles.append(try OutputFile.scratch(page.svg(), for: name)) }
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
