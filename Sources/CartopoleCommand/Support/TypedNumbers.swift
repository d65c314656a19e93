import Cartopole

/// Numbers on the command line: every option that takes one reads it here, with a decimal comma or point.
extension Double {
  /// The number that a text spells: `12,5`, `12.5`, `1 200`. Throws what to write instead.
  static func typed(_ text: String) throws -> Double {
    guard let written = try? WrittenNumber(text.trimmingSpaces), let value = Double(written.plain) else {
      throw Misread(description: say("écrivez un nombre, comme 12,5", "write a number, such as 12.5"))
    }
    return value
  }

  /// The numbers of a list, parted by commas, or by `;` where their commas are decimal: `100,300,1000`, `1,5;3`.
  static func typedList(_ text: String) throws -> [Double] {
    try text.split(separator: text.contains(";") ? ";" : ",").map { part in
      guard let value = try? typed(String(part)) else {
        throw Misread(
          description: say(
            "« \(part) » n’est pas un nombre ; écrivez 100,300 ou 1,5;3",
            "\"\(part)\" is no number; write 100,300 or 1.5,3"))
      }
      return value
    }
  }

  /// What is wrong with a number, for the parser's message.
  private struct Misread: Error, CustomStringConvertible { var description: String }
}
