/// ColorBrewer's qualitative families; fewer classes take the first colours.
///
/// © 2002 Cynthia Brewer, Mark Harrower and The Pennsylvania State University, Apache License 2.0. See NOTICE.
enum QualitativePalettes {
  static let all: [PaletteFamily] = [
    PaletteFamily("Accent", .qualitative, ["7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666"]),
    PaletteFamily("Dark2", .qualitative, ["1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666"]),
    PaletteFamily(
      "Paired", .qualitative, ["a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928"]),
    PaletteFamily("Pastel1", .qualitative, ["fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2"]),
    PaletteFamily("Pastel2", .qualitative, ["b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc"]),
    PaletteFamily("Set1", .qualitative, ["e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999"]),
    PaletteFamily("Set2", .qualitative, ["66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3"]),
    PaletteFamily(
      "Set3", .qualitative, ["8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 ffed6f"]),
  ]
}
