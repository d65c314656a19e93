import Bytes
import Testing

@Suite struct ByteWriterTests {
  @Test(arguments: [
    (0.0, 2, "0"), (-0.001, 2, "0"), (1.125, 2, "1.13"), (-1.5, 0, "-2"), (0.05, 1, "0.1"), (12.340, 3, "12.34"),
    (1e15, 2, "1000000000000000"), (-0.25, 2, "-0.25"),
  ]) func fixedTrimmed(value: Double, decimals: Int, expected: String) {
    var writer = ByteWriter()
    writer.fixed(value, decimals: decimals)
    #expect(writer.string == expected)
  }

  @Test(arguments: [(1.0, "1"), (0.1, "0.1"), (1e-7, "1e-07"), (-3.25, "-3.25"), (Double.nan, "null")]) func shortest(
    value: Double, expected: String
  ) {
    var writer = ByteWriter()
    writer.shortest(value)
    #expect(writer.string == expected)
  }

  @Test func untrimmedKeepsZeros() {
    var writer = ByteWriter()
    writer.fixed(7.5, decimals: 3, trim: false)
    #expect(writer.string == "7.500")
  }
}

@Suite struct NumeralsTests {
  @Test func french() {
    let fr = Numerals(.fr)
    #expect(fr.integer(31000) == "31\u{202F}000")
    #expect(fr.percent(0.066, 1) == "6,6\u{202F}%")
    #expect(fr.decimal(-1234.5, 1) == "−1\u{202F}234,5")
    #expect(fr.short(7.50, 2) == "7,5")
  }

  @Test func english() {
    let en = Numerals(.en)
    #expect(en.integer(31000) == "31,000")
    #expect(en.percent(0.066, 1) == "6.6%")
  }

  @Test func aDistanceShowsItsSideOfTheLimit() {
    #expect(Numerals(.fr).distance(15.0495, limit: 15) == "15,05")
    #expect(Numerals(.fr).distance(15, limit: 15) == "15,0")
    #expect(Numerals(.fr).distance(14.9996, limit: 15) == "14,9996")
    #expect(Numerals(.fr).distance(9.26, limit: nil) == "9,3")
  }
}

@Suite struct SHA256Tests {
  // FIPS 180-4 examples, NIST CSRC.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]) func vectors(text: String, expected: String) { #expect(SHA256.hexadecimal(Array(text.utf8)) == expected) }
}

@Suite struct FoldingTests {
  @Test func foldingMakesNamesComparable() {
    #expect("Saint-Germain-lès-Arpajon".folded == "saint germain les arpajon")
    #expect("L’Haÿ-les-Roses".folded == "l'hay les roses".folded)
    #expect("Œuf".folded == "oeuf")
  }
}
