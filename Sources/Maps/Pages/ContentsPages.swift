import Bytes
import Cartography
import Geometry

/// The first pages of a book: its title, an introduction, and the contents, each entry a link to its page.
public struct ContentsPages {
  /// A page that the contents name.
  public struct Entry: Sendable {
    /// The part of the book that the entry belongs to, a heading over its entries; `nil` for none.
    public var part: String?
    /// Title of the page.
    public var title: String
    /// Number of pages between the contents and this page; 0 for the page after the contents.
    public var page: Int

    /// Makes an entry of these values.
    public init(part: String?, title: String, page: Int) {
      self.part = part
      self.title = title
      self.page = page
    }
  }

  private let title: String
  private let introduction: [String]
  private let entries: [Entry]
  private let language: Language
  private let theme: Theme

  private static let size = 12.5
  private static let line = 16.0
  private static let right = Page.width - Page.margin
  /// Least distance between a title and its page number.
  private static let gap = 40.0

  /// Makes the pages of a title, paragraphs of introduction and entries in the order of their pages.
  public init(_ title: String, _ introduction: [String], _ entries: [Entry], _ language: Language, _ theme: Theme) {
    self.title = title
    self.introduction = introduction
    self.entries = entries
    self.language = language
    self.theme = theme
  }

  /// As many pages as the entries need. Their number changes only the
  /// page numbers that are printed, not the room.
  public func pages() -> [Drawing] { pages(before: pages(before: 1).count) }

  private func pages(before count: Int) -> [Drawing] {
    var page = Page.blank(title, language, theme)
    var y = Page.margin + 24
    let width = Self.right - Page.margin
    page.heading(title, at: &y, size: 24, leading: 30)
    y += 2
    for paragraph in introduction { page.note(Note(paragraph), at: &y) }
    y -= 2
    var pages: [Drawing] = []
    var part: String?
    for entry in entries {
      let lines = TextWrap.lines(entry.title, width: width - Self.gap, size: Self.size)
      let begins = entry.part != part
      let height = Self.line * Double(lines.count) + 3
      if y + height + (begins ? 28 : 0) > Page.height - Page.margin {
        pages.append(page)
        page = Page.blank(title, language, theme)
        y = Page.margin + 14
      }
      if begins {
        y += entry.part == nil ? 8 : 12
        if let heading = entry.part {
          page.text(heading, Page.margin, y + 12, class: "t13b")
          y += 20
        }
        part = entry.part
      }
      draw(entry, lines, at: y, page: count + entry.page + 1, in: &page)
      y += height
    }
    return pages + [page]
  }

  private func draw(_ entry: Entry, _ lines: [String], at y: Double, page number: Int, in page: inout Drawing) {
    for (index, line) in lines.enumerated() {
      page.text(line, Page.margin, y + 12 + Self.line * Double(index), class: "t12")
    }
    page.text("\(number)", Self.right, y + 12, class: "t12", anchor: .end)
    page.link(
      Bounds(x: Page.margin, y: y, width: Self.right - Page.margin, height: Self.line * Double(lines.count)),
      toPage: number)
  }
}
