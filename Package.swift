// swift-tools-version: 6.1
import PackageDescription

/// What `cartopole --version` says of the sources; make asks git, an archive without git has none.
let commit = Context.environment["CARTOPOLE_COMMIT"] ?? ""

// The targets are listed in the order in which data flows: a target uses only those above it.
let package = Package(
  name: "cartopole", defaultLocalization: "fr",
  products: [
    .library(name: "Cartopole", targets: ["Cartopole"]), .executable(name: "cartopole", targets: ["CartopoleCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CShapelibSystem", pkgConfig: "shapelib", providers: [.apt(["libshp-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CShapelib", dependencies: ["CShapelibSystem"]), .target(name: "Bytes"),
    .target(name: "Geometry", dependencies: ["Bytes"]), .target(name: "Classification", dependencies: ["Bytes"]),
    .target(name: "Projections", dependencies: ["CProj", "Bytes", "Geometry"]),
    .target(name: "Shapefiles", dependencies: ["CShapelib", "Bytes", "Geometry"]),
    .target(
      name: "Interchange",
      dependencies: ["Shapefiles", "Bytes", "Geometry", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Territory", dependencies: ["Bytes", "Geometry", "Projections"]), .target(name: "CClp"),
    .target(name: "Disclosure", dependencies: ["CClp", "Bytes"]),
    .target(name: "Statistics", dependencies: ["Disclosure", "Territory", "Projections", "Geometry", "Bytes"]),
    .target(name: "Imports", dependencies: ["CZlib", "Statistics", "Territory", "Bytes"]),
    .target(name: "Siting", dependencies: ["Bytes"]),
    .target(name: "Pole", dependencies: ["Territory", "Bytes", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Reach", dependencies: ["Pole", "Siting", "Statistics", "Territory", "Projections", "Geometry", "Bytes"]),
    .target(name: "Cartography", dependencies: ["Geometry", "Classification", "Bytes"]),
    .systemLibrary(name: "CRsvgSystem", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CQpdfSystem", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .target(name: "CRsvg", dependencies: ["CRsvgSystem", "CQpdfSystem"], linkerSettings: [.linkedLibrary("png")]),
    .target(
      name: "Maps",
      dependencies: [
        "Cartography", "Classification", "Reach", "Pole", "Statistics", "Disclosure", "Territory", "Projections",
        "Geometry", "Bytes",
      ]),
    .target(name: "CVersion", cSettings: [.define("COMMIT", to: commit)]),
    .target(
      name: "PageAssets",
      resources: [
        .embedInCode("page.css"), .embedInCode("state.js"), .embedInCode("map.js"), .embedInCode("panel.js"),
        .embedInCode("choosing.js"), .embedInCode("legend.js"), .embedInCode("table.js"), .embedInCode("what-if.js"),
        .embedInCode("start.js"),
      ]),
    .target(
      name: "Cartopole",
      dependencies: [
        "CRsvg", "CXlsxWriter", "CVersion", "PageAssets", "Maps", "Cartography", "Reach", "Pole", "Siting", "Imports",
        "Statistics",
        "Disclosure", "Territory", "Interchange", "Shapefiles", "Projections", "Classification", "Geometry", "Bytes",
      ]),
    .executableTarget(
      name: "CartopoleCommand",
      dependencies: ["Cartopole", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "ClassificationTests", dependencies: ["Classification", "Bytes"], exclude: ["Fixtures"]),
    .testTarget(name: "GeometryTests", dependencies: ["Geometry", "Projections", "Bytes"]),
    .testTarget(name: "SimplificationTests", dependencies: ["Geometry", "Shapefiles", "Bytes"]),
    .testTarget(name: "ShapefilesTests", dependencies: ["Shapefiles", "Geometry", "Bytes"]),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Interchange", "Shapefiles", "Geometry", "Bytes", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "ProjectionsTests", dependencies: ["Projections", "Shapefiles", "CProj", "Geometry", "Bytes"],
      exclude: ["Fixtures"]), .testTarget(name: "TerritoryTests", dependencies: ["Territory", "Geometry", "Bytes"]),
    .testTarget(name: "PoleTests", dependencies: ["Cartopole", "Pole", "Territory", "Bytes"], exclude: ["facts.tsv"]),
    .testTarget(name: "PicturesTests", dependencies: ["Cartopole", "Cartography", "CZlib", "Bytes"]),
    .testTarget(name: "MapsTests", dependencies: ["Cartopole"], exclude: ["Snapshots"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Disclosure", "Territory", "Geometry", "Bytes"]),
    .testTarget(
      name: "SpatialTests", dependencies: ["Statistics", "Territory", "Shapefiles", "Projections", "Geometry", "Bytes"]),
    .testTarget(
      name: "ImportsTests", dependencies: ["Imports", "Statistics", "Territory", "Bytes"], exclude: ["Fixtures"]),
    .testTarget(name: "CommandTests", dependencies: ["Cartopole", "CartopoleCommand"]),
    .testTarget(name: "ReachTests", dependencies: ["Cartopole"], exclude: ["Fixtures"]),
    .testTarget(name: "VisibilityTests", dependencies: ["Cartopole"]),
    .testTarget(
      name: "SitingTests",
      dependencies: ["Reach", "Siting", "Territory", "Shapefiles", "Projections", "Geometry", "Bytes"]),
    .testTarget(
      name: "DisclosureTests",
      dependencies: ["Disclosure", "Statistics", "Territory", "Shapefiles", "Geometry", "Bytes"]),
    .testTarget(
      name: "CartographyTests", dependencies: ["Cartography", "Classification", "Geometry", "Bytes"],
      exclude: ["Fixtures"]),
  ], swiftLanguageModes: [.v6])

// `make test` compiles for speed what computes for long in tests, and the rest for a quick build: build and tests together take
// less time than a build for speed alone. Who depends on the package never has these flags.
if Context.environment["CARTOPOLE_TESTS"] != nil {
  let optimised = ["Bytes", "Geometry", "Shapefiles", "Territory", "Disclosure", "Siting", "Cartography"]
  for target in package.targets where target.type != .system && !optimised.contains(target.name) {
    target.swiftSettings = [
      .unsafeFlags(["-Onone", "-no-whole-module-optimization", "-enable-batch-mode", "-num-threads", "0"])
    ]
  }
}
