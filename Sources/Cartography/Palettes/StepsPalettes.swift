/// Sets of our own in which any two colours also differ in grey, for uses for which ColorBrewer has no such
/// set.
///
/// Tests/Oracles/palettes/steps.py found them: each colour has its own L*, at least 8 from the others, and hues
/// as distinct as possible for every kind of reader.
enum StepsPalettes {
  /// Categories, from pale to dark: sets of 3 to 8 colours, one after the other.
  static let all = PaletteFamily.families(
    """
    Steps 79e8eb ec8d62 8d63c0 7feaf7 cfb25c e76482 4a67c5 88edf0 e3b66c 8798f4 d35282 1d7225 fed7cd 23d6f4 84b662 \
    dd64a0 546fcd 855002 ffdbd1 46dbf7 9fbb63 ec6f9a 8175d3 995c02 04614b fddfd2 6fdcfe 84c77e ed7bb1 8b7edd 8c7304 \
    026c67 882f1d
    """, .qualitative
  ) { _ in [0..<3, 3..<7, 7..<12, 12..<18, 18..<25, 25..<33].map(Array.init) }

  /// Colours for 1 to 4 classes on each side of a middle that no class straddles, red to blue. The L* of the
  /// two sides alternate: a class differs by half a step from its counterpart on the other side, and no two
  /// have the same grey.
  static let blueRed: [[Colour]] = [
    "e8875f 0a7ba2", "ed5a52 f8cebe 8eb6ce 016caf", "d4443f ef937c fedbce a4cce4 4e97ca 0362a0",
    "b7282a d56c58 f0a58e fedfd3 abd3ec 6aa7d1 127bb7 084f82",
  ].map { $0.split(separator: " ").map { Colour(hexadecimal: $0) } }
}
