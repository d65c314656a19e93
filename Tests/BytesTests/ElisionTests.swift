import Bytes
import Testing

/// « de » and « à » before names of places, as French writes them.
struct ElisionTests {
  @Test(arguments: [
    ("Étampes", "autour d’Étampes"), ("Dourdan", "autour de Dourdan"),
    ("Le Val-Saint-Germain", "autour du Val-Saint-Germain"),
    ("Les Molières", "autour des Molières"), ("Yerres", "autour de Yerres"), ("Haussonville", "autour d’Haussonville"),
    ("Lyon 3e Arrondissement", "autour du 3e arrondissement de Lyon"),
  ]) func ofAPlace(name: String, said: String) {
    #expect("autour de \(name)".eliding(name) == said)
  }

  @Test func atSeveralPlaces() {
    #expect(String.at([]) == "")
    #expect(String.at(["Paris"]) == "à Paris")
    #expect(String.at(["Le Tampon", "Les Avirons"]) == "au Tampon et aux Avirons")
    #expect(String.at(["Paris", "Le Bourget", "Les Lilas"]) == "à Paris, au Bourget et aux Lilas")
    #expect(String.at(["Paris 3e Arrondissement", "Pantin"]) == "dans le 3e arrondissement de Paris et à Pantin")
  }
}
