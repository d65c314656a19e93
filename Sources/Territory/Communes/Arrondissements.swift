import Bytes

/// The municipal arrondissements of Paris, Lyon and Marseille: parts of one
/// commune, which many files list instead of it.
///
/// Source: Insee, Code officiel géographique.
public enum Arrondissements {
  /// A commune and its arrondissements, as numbers: `75056` for the code 75056.
  public struct City: Sendable {
    /// Paris, Lyon or Marseille.
    public let name: String
    /// Code of the commune as a number, such as 75056.
    public let commune: Int
    /// Codes of its arrondissements as numbers, both ends included.
    public let arrondissements: ClosedRange<Int>

    /// Code of the commune.
    public var code: String { String(commune) }
    /// Codes of its arrondissements.
    public var parts: [String] { arrondissements.map(String.init) }
  }

  /// The three cities that have arrondissements: Paris, Lyon, Marseille.
  public static let cities = [
    City(name: "Paris", commune: 75_056, arrondissements: 75_101...75_120),
    City(name: "Lyon", commune: 69_123, arrondissements: 69_381...69_389),
    City(name: "Marseille", commune: 13_055, arrondissements: 13_201...13_216),
  ]

  /// The commune an arrondissement is a part of; `nil` for any other code.
  public static func commune(of code: String) -> String? {
    guard code.utf8.count == 5, let number = Int(code) else { return nil }
    let commune = CommuneCode.city(number)
    return commune == number ? nil : String(commune)
  }

  /// Codes of the arrondissements of a commune; empty for every commune but Paris, Lyon and Marseille.
  public static func parts(of code: String) -> [String] { cities.first { $0.code == code }?.parts ?? [] }

  /// One note for each city that has arrondissements among `codes`: "20
  /// arrondissements counted in 75056 Paris".
  public static func foldingNotes(_ codes: some Sequence<String>) -> [Text] {
    let known = Set(codes)
    return cities.compactMap { city in
      let count = city.parts.count(where: known.contains)
      guard count > 0 else { return nil }
      return Text(
        "\(count) \(count == 1 ? "arrondissement compté" : "arrondissements comptés") dans \(city.code) \(city.name)",
        "\(count) \(count == 1 ? "arrondissement" : "arrondissements") counted in \(city.code) \(city.name)")
    }
  }
}
