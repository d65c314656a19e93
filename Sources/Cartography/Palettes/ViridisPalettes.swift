/// The viridis family, dark to light, with even steps in lightness and in colour.
///
/// Every number of classes takes colours at even steps from one end to the other. A family has the colours of all these
/// places, 0, 1/10, 1/9, 1/8 and so on to 1, ascending.
///
/// © viridis, magma, inferno, plasma: Stéfan van der Walt and Nathaniel Smith, CC0; cividis: Nuñez, Anderton
/// and Renslow, PLoS ONE 13(7), 2018; as sampled by R's viridisLite. See NOTICE.
enum ViridisPalettes {
  static let all = PaletteFamily.families(
    """
    viridis 440154 482576 482878 472d7b 46337e 443a83 414487 3e4a89 3b528b 365c8d 35608d 31688e 2c728e 2a788e 277f8e \
    26828e 21908c 1f9e89 1fa187 22a884 27ad81 35b779 43bf71 4ac16d 5dc863 6dcd59 7ad151 8fd744 9fda3a aadc32 b4de2c \
    bbdf27 fde725
    magma 000004 150e37 180f3e 1d1147 231151 2d1160 3b0f70 451077 51127c 5f187f 641a80 721f81 822681 8c2981 982d80 \
    9f2f7f b63679 cd4071 d3436e de4968 e65164 f1605d f76f5c f8765c fb8861 fd9567 fe9f6d feaf77 feba80 fec287 fec98d \
    fece91 fcfdbf
    inferno 000004 170c3a 1b0c42 210c4a 280b54 330a5f 420a68 4b0c6b 56106e 65156e 6b186e 781c6d 89226a 932667 9f2a63 \
    a52c60 bb3754 cf4446 d44842 dd513a e35932 ed6925 f3771a f57d15 f98c0a fb9a06 fca50a fcb519 fac127 f9c932 f7d03c \
    f6d645 fcffa4
    plasma 0d0887 42049e 47039f 4c02a1 5402a3 5d01a6 6a00a8 7301a8 7e03a8 8b0aa5 900da4 9c179e a92395 b12a90 b93289 \
    bd3786 cc4678 d8576b db5c68 e16462 e56b5d ed7953 f1844b f48849 f89441 fa9e3b fca636 fdb32f febc2a fdc328 fdc926 \
    fcce25 f0f921
    cividis 00204d 00326f 00336f 05366e 16396d 233e6c 31446b 39486b 414d6b 4b546c 4e576c 575c6d 61646f 666970 6c6e72 \
    707173 7c7b78 8a8779 8e8a79 958f78 9b9477 a69d75 b0a473 b3a772 bcaf6f c4b56c cbba69 d3c164 dbc761 e0cb5e e4cf5b \
    e7d159 ffea46
    """, .sequential
  ) { _ in evenSteps }

  /// For 3 to 11 classes, which of the places they take.
  private static let evenSteps: [[Int]] = {
    let steps = (3...11).map { classes in (0..<classes).map { Double($0) / Double(classes - 1) } }
    let places = Set(steps.joined()).sorted()
    return steps.map { $0.map { place in places.firstIndex(of: place) ?? 0 } }
  }()
}
