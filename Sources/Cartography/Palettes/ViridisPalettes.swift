/// The viridis family, dark to light, with even steps in lightness and in colour.
///
/// © viridis, magma, inferno, plasma: Stéfan van der Walt and Nathaniel Smith, CC0; cividis: Nuñez, Anderton
/// and Renslow, PLoS ONE 13(7), 2018; as sampled by R's viridisLite. See NOTICE.
enum ViridisPalettes {
  static let all: [PaletteFamily] = [
    PaletteFamily(
      "viridis", .sequential,
      [
        "440154 21908c fde725", "440154 31688e 35b779 fde725", "440154 3b528b 21908c 5dc863 fde725",
        "440154 414487 2a788e 22a884 7ad151 fde725", "440154 443a83 31688e 21908c 35b779 8fd744 fde725",
        "440154 46337e 365c8d 277f8e 1fa187 4ac16d 9fda3a fde725",
        "440154 472d7b 3b528b 2c728e 21908c 27ad81 5dc863 aadc32 fde725",
        "440154 482878 3e4a89 31688e 26828e 1f9e89 35b779 6dcd59 b4de2c fde725",
        "440154 482576 414487 35608d 2a788e 21908c 22a884 43bf71 7ad151 bbdf27 fde725",
      ]),
    PaletteFamily(
      "magma", .sequential,
      [
        "000004 b63679 fcfdbf", "000004 721f81 f1605d fcfdbf", "000004 51127c b63679 fb8861 fcfdbf",
        "000004 3b0f70 8c2981 de4968 fe9f6d fcfdbf", "000004 2d1160 721f81 b63679 f1605d feaf77 fcfdbf",
        "000004 231151 5f187f 982d80 d3436e f8765c feba80 fcfdbf",
        "000004 1d1147 51127c 822681 b63679 e65164 fb8861 fec287 fcfdbf",
        "000004 180f3e 451077 721f81 9f2f7f cd4071 f1605d fd9567 fec98d fcfdbf",
        "000004 150e37 3b0f70 641a80 8c2981 b63679 de4968 f76f5c fe9f6d fece91 fcfdbf",
      ]),
    PaletteFamily(
      "inferno", .sequential,
      [
        "000004 bb3754 fcffa4", "000004 781c6d ed6925 fcffa4", "000004 56106e bb3754 f98c0a fcffa4",
        "000004 420a68 932667 dd513a fca50a fcffa4", "000004 330a5f 781c6d bb3754 ed6925 fcb519 fcffa4",
        "000004 280b54 65156e 9f2a63 d44842 f57d15 fac127 fcffa4",
        "000004 210c4a 56106e 89226a bb3754 e35932 f98c0a f9c932 fcffa4",
        "000004 1b0c42 4b0c6b 781c6d a52c60 cf4446 ed6925 fb9a06 f7d03c fcffa4",
        "000004 170c3a 420a68 6b186e 932667 bb3754 dd513a f3771a fca50a f6d645 fcffa4",
      ]),
    PaletteFamily(
      "plasma", .sequential,
      [
        "0d0887 cc4678 f0f921", "0d0887 9c179e ed7953 f0f921", "0d0887 7e03a8 cc4678 f89441 f0f921",
        "0d0887 6a00a8 b12a90 e16462 fca636 f0f921", "0d0887 5d01a6 9c179e cc4678 ed7953 fdb32f f0f921",
        "0d0887 5402a3 8b0aa5 b93289 db5c68 f48849 febc2a f0f921",
        "0d0887 4c02a1 7e03a8 a92395 cc4678 e56b5d f89441 fdc328 f0f921",
        "0d0887 47039f 7301a8 9c179e bd3786 d8576b ed7953 fa9e3b fdc926 f0f921",
        "0d0887 42049e 6a00a8 900da4 b12a90 cc4678 e16462 f1844b fca636 fcce25 f0f921",
      ]),
    PaletteFamily(
      "cividis", .sequential,
      [
        "00204d 7c7b78 ffea46", "00204d 575c6d a69d75 ffea46", "00204d 414d6b 7c7b78 bcaf6f ffea46",
        "00204d 31446b 666970 958f78 cbba69 ffea46", "00204d 233e6c 575c6d 7c7b78 a69d75 d3c164 ffea46",
        "00204d 16396d 4b546c 6c6e72 8e8a79 b3a772 dbc761 ffea46",
        "00204d 05366e 414d6b 61646f 7c7b78 9b9477 bcaf6f e0cb5e ffea46",
        "00204d 00336f 39486b 575c6d 707173 8a8779 a69d75 c4b56c e4cf5b ffea46",
        "00204d 00326f 31446b 4e576c 666970 7c7b78 958f78 b0a473 cbba69 e7d159 ffea46",
      ]),
  ]
}
