import Testing

@testable import Cartography

@Suite struct LineBreakTests {
  @Test(arguments: [
    ("Saint-Germain-lès-Arpajon", ["Saint-Germain-", "lès-Arpajon"]),
    ("Boissy-sous-Saint-Yon", ["Boissy-", "sous-Saint-Yon"]), ("La Ville-du-Bois", ["La Ville-", "du-Bois"]),
    ("Saint-Jean-de-Beauregard", ["Saint-Jean-", "de-Beauregard"]), ("Les Granges-le-Roi", ["Les Granges-", "le-Roi"]),
    ("D’Huison-Longueville", ["D’Huison-", "Longueville"]),
  ]) func linesEndOnAWord(_ name: String, _ lines: [String]) {
    #expect(LineBreak.twoLines(name, weight: .regular) == lines)
  }

  @Test(arguments: ["Étampes", "Vert-le", "Champmotteux"]) func someNamesStayWhole(_ name: String) {
    #expect(LineBreak.twoLines(name, weight: .regular) == nil)
  }
}
