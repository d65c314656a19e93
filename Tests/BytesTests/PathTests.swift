import Bytes
import Testing

struct PathTests {
  @Test(arguments: [
    ("a/b.csv", "a", "b.csv"), ("b.csv", ".", "b.csv"), ("/b", "/", "b"), ("a/b/", "a", "b"), ("a/", ".", "a"),
    ("a//b", "a", "b"), ("/", "/", "/"), ("a/\u{301}b", "a", "\u{301}b"),
  ]) func partsOfAPath(path: String, folder: String, name: String) {
    #expect(Path.folder(path) == folder)
    // Bytes: texts that only differ in their accents' form are equal.
    #expect(Array(Path.name(path).utf8) == Array(name.utf8))
  }

  @Test func joining() {
    #expect(Path.join("a", "b") == "a/b")
    #expect(Path.join("a/", "b") == "a/b")
    #expect(Path.join(".", "b") == "b")
    #expect(Path.join("a", "/b") == "/b")
    #expect(Array(Path.join("a", "/\u{301}b").utf8) == Array("/\u{301}b".utf8))
  }

  @Test(arguments: [
    ("a.b/c.SHP", "shp", "a.b/c"), ("c", "", "c"), (".c", "", ".c"), ("a/c.", "", "a/c."),
    ("c.\u{301}x", "\u{301}x", "c"), ("a.b/c", "", "a.b/c"),
  ]) func extensions(path: String, end: String, stem: String) {
    #expect(Path.fileExtension(path) == end)
    #expect(Path.stem(path) == stem)
  }
}
