import Bytes
import Cartography

extension Atlas {
  /// Writes `png/NAME.png`, 3,000 px wide, for each plate and each plate of a simulation, and `atlas.pdf` from the
  /// pages. What an earlier run made from the same drawings is kept.
  func writePictures(
    _ plates: [Plate], _ simulated: [Plate], _ pages: [Drawing], with rasterizer: Rasterizer,
    _ files: inout FileSet
  ) throws(Problem) {
    let version = rasterizer.version
    var jobs: [Rasterizer.Job] = []
    var pictures: [(file: String, source: String)] = []

    let pageBytes = pages.map { $0.svg() }
    let names = pages.indices.map { files.path("page-\($0 + 1).svg") }
    defer { names.forEach(OutputFile.abandon) }
    let book = (file: "atlas.pdf", source: SHA256.hexadecimal(Array(pageBytes.joined())))
    if !files.earlier.keep(book.file, of: book.source, by: version, in: files.folder) {
      var pageFiles: [String] = []
      for (name, page) in zip(names, pageBytes) { pageFiles.append(try OutputFile.scratch(page, for: name)) }
      try files.expect(book.file)
      jobs.append(.pdf(pageFiles, to: files.path(book.file)))
    }

    for (folder, name) in plates.map({ ("maps", $0.name) }) + simulated.map({ ("simulations", $0.name) }) {
      let svg = "\(folder)/\(name).svg"
      let picture = (file: "png/\(name).png", source: files.hash(of: svg))
      pictures.append(picture)
      if !files.earlier.keep(picture.file, of: picture.source, by: version, in: files.folder) {
        try files.expect(picture.file)
        jobs.append(.png(files.current(svg), to: files.path(picture.file), width: 3000))
      }
    }
    try rasterizer.run(jobs, namesOutputs: false)
    for picture in pictures + [book] { try files.note(picture.file, madeFrom: picture.source) }
    files.rasterizer = version
  }
}
