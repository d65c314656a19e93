import Pictures
import Testing

/// A drawing of 100 × 50 px with this style sheet and this content.
func read(_ content: String, css: String = "") throws -> DisplayList {
  let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50" \
    width="100" height="50" class="map">
    <style>
    .map{font-family:'Inter', 'Liberation Sans', sans-serif;fill:#010203}
    \(css)</style>
    \(content)
    </svg>

    """
  return try DisplayList(svg: Array(svg.utf8), fonts: #require(FontBook.machine))
}
