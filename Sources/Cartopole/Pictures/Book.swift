import Bytes
import Cartography

/// A PDF of several pages of one size.
struct Book: Sendable {
  struct Page: Sendable {
    var drawing: Drawing
    /// The bookmarks of the page; none for a page that continues the one before.
    var bookmarks: [String] = []
    /// The part of the book that the page belongs to, a bookmark over those of its pages; `nil` for none.
    var part: String?
  }

  var title: String
  var subject: String
  var author: String
  var language: Language
  var pages: [Page]

  /// Every bookmark with its 1-based page, and the position in the list of its parent.
  var bookmarks: [(title: String, page: Int, parent: Int?)] {
    var bookmarks: [(title: String, page: Int, parent: Int?)] = []
    var part: (title: String, position: Int)?
    for (index, page) in pages.enumerated() {
      if !page.bookmarks.isEmpty, page.part != part?.title {
        part = page.part.map { ($0, bookmarks.count) }
        if let part { bookmarks.append((part.title, index + 1, nil)) }
      }
      for title in page.bookmarks { bookmarks.append((title, index + 1, part?.position)) }
    }
    return bookmarks
  }
}

extension Book {
  /// One drawing on one page.
  init(_ drawing: Drawing) {
    self.init(
      title: drawing.title, subject: drawing.source, author: "", language: drawing.language,
      pages: [Page(drawing: drawing)])
  }
}
