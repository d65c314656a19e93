import Bytes
import Cartography
import Pictures

/// Turns drawings into PNG and PDF: by itself with the machine's fonts, and what it does not draw, such as a logo, or
/// a machine whose fonts it cannot read, through `rsvg-convert`.
///
/// Both come with one package, librsvg2-bin: without that program there are no pictures at all.
public struct Painter: Sendable {
  private let rasterizer: Rasterizer
  private let fonts: FontBook?

  /// `nil` when no folder of `$PATH` has `rsvg-convert`. Opens no font yet.
  public init?() {
    guard let rasterizer = Rasterizer() else { return nil }
    self.rasterizer = rasterizer
    fonts = FontBook.machine
  }

  /// What pictures depend on besides their drawings: the libraries and fonts, else the program.
  var version: String { fonts?.description(ofFamily: FontStack.svg) ?? rasterizer.version }

  /// One picture wanted.
  struct Order: Sendable {
    enum Kind: Sendable {
      /// px.
      case png(width: Int)
      /// The pages follow one another.
      case pdf(title: String, Language)
    }

    /// The file it goes to.
    var output: String
    var kind: Kind
    /// One for a PNG.
    var drawings: [Drawing]
  }

  /// The bytes of a picture; `nil` when it must go through `rsvg-convert`.
  private func paint(_ order: Order, threads: Int) -> [UInt8]? {
    guard let fonts else { return nil }
    let lists = Parallel.each(order.drawings.count, threads: threads) { page in
      try? DisplayList(svg: order.drawings[page].svg(), fonts: fonts)
    }
    let pages = lists.compactMap { $0 }
    guard pages.count == lists.count else { return nil }
    switch order.kind {
    case .png(let width): return PNGPicture.bytes(pages[0], width: width, threads: threads)
    case .pdf(let title, let language):
      return try? PDFDocument.bytes(pages: pages, title: title, language: language.rawValue)
    }
  }

  /// Makes pictures under the temporary names of their files, on all processors: follow with `OutputFile.commit` or
  /// `abandon`. Throws 73 and 74 for a file, 69 and 74 for the program, naming the picture.
  func make(_ orders: [Order]) throws(Problem) {
    // One alone has all processors; of several each PNG has one, a PDF takes what is left.
    let threads = orders.count == 1 ? Parallel.processors : 1
    let left = try Parallel.map(orders.count) { (index) throws(Problem) -> Bool in
      guard let bytes = paint(orders[index], threads: threads) else { return true }
      _ = try OutputFile.scratch(bytes, for: orders[index].output)
      return false
    }
    let rest = zip(orders, left).filter(\.1).map(\.0)
    if !rest.isEmpty { try convert(rest) }
  }

  private func convert(_ orders: [Order]) throws(Problem) {
    var scratch: [String] = []
    defer { scratch.forEach(OutputFile.abandon) }
    var jobs: [Rasterizer.Job] = []
    for order in orders {
      var files: [String] = []
      let folder = try OutputFile.workFolder(for: order.output)
      for (page, drawing) in order.drawings.enumerated() {
        let name = Path.join(folder, "\(Path.name(order.output))-\(page + 1).svg")
        files.append(try OutputFile.scratch(drawing.svg(), for: name))
        scratch.append(name)
      }
      switch order.kind {
      case .png(let width): jobs.append(.png(files[0], to: order.output, width: width))
      case .pdf: jobs.append(.pdf(files, to: order.output))
      }
    }
    try rasterizer.run(jobs)
  }
}
