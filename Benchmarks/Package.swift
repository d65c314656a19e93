// swift-tools-version: 6.1
import PackageDescription

// Microbenchmarks of the steps of a map, apart from the package so that nobody else needs their dependencies:
//   swift package --package-path Benchmarks benchmark
let package = Package(
  name: "cartopole-benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "cartopole", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Steps",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"), .product(name: "Cartopole", package: "cartopole"),
      ],
      path: "Steps",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
