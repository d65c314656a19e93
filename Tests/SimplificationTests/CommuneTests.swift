import Bytes
import Geometry
import Testing

/// The 1,266 communes of Île-de-France.
struct CommuneTests {
  /// Each kind of amount at several sizes, against what GEOS measured of the same results
  /// (Tests/Oracles/coverage.py).
  @Test func coveragesAsGEOSMeasuresThem() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let table = try CSVTable(path: "/" + root + "/Tests/Fixtures/simplified-coverage.csv")
    let layer = try Shapes.communes()
    var first: [String: Double] = [:]
    #expect(table.rows.count == 7)
    for row in table.rows {
      var measured: [String: Double] = [:]
      for (name, field) in zip(table.header, row.fields) { measured[name] = Double(field) }
      let amount = row.fields[0]
      let thin = amount == "none" ? layer : layer.simplified(try Simplification(amount), degrees: true).layer
      if amount == "none" { first = measured }
      #expect(Double(thin.pointCount) == measured["points"], "\(amount)")
      #expect(Double(thin.featureCount) == measured["features"])
      let check = CoverageCheck(thin, crossings: false)
      #expect(abs(check.sum - (measured["sum_area"] ?? 0)) < 1e-12)
      #expect(abs(check.outline - (measured["union_area"] ?? 0)) < (measured["overlap"] ?? 0) + 1e-12)
      #expect(abs(check.smallestArea - (measured["least_area"] ?? 0)) < 1e-15)
      // No gap and no overlap that the layer did not have; it has one overlap and one gap.
      #expect(measured["invalid"] == 0)
      #expect(measured["parts"] == first["parts"])
      #expect(measured["holes"] == first["holes"])
      #expect((measured["overlap"] ?? 1) <= (first["overlap"] ?? 0))
      #expect((measured["uneven_borders"] ?? 1) <= (first["uneven_borders"] ?? 0))
    }
  }

  @Test(arguments: [0.95, 0.8, 0.6, 0.45, 0.35]) func asManyVerticesAsAsked(_ share: Double) throws {
    let layer = try Shapes.communes()
    let result = layer.simplified(.share(share), degrees: true)
    let wanted = share * Double(layer.pointCount)
    #expect(abs(Double(result.after) - wanted) <= 0.01 * wanted, "\(result.after) \(wanted)")
    #expect(result.after == result.layer.pointCount)
    #expect(result.before == layer.pointCount)
  }

  /// Less than what nodes and triangles need cannot be had; everything is there all the same.
  @Test func nothingVanishes() throws {
    let layer = try Shapes.communes()
    let result = layer.simplified(.share(0.001), degrees: true)
    #expect(result.metres == nil)
    #expect(result.layer.featureCount == layer.featureCount)
    #expect(result.layer.partCount == layer.partCount)
    #expect(result.layer.ringCount == layer.ringCount)
    let check = CoverageCheck(result.layer, crossings: false)
    #expect(check.smallestRing >= 3)
    #expect(abs(check.sum - check.outline) < 1e-12)
    for feature in 0..<layer.featureCount { #expect(result.layer.area(of: feature) > 0.01 * layer.area(of: feature)) }
    for ring in 0..<layer.ringCount {
      #expect(result.layer.signedArea(ofRing: ring) * layer.signedArea(ofRing: ring) > 0)
    }
  }

  @Test(arguments: ["30%", "500m"]) func theSameWhateverTheNumberOfThreads(_ amount: String) throws {
    let layer = try Shapes.communes()
    let amount = try Simplification(amount)
    let one = layer.simplified(amount, degrees: true, threads: 1)
    for threads in [2, 3, 8] {
      let several = layer.simplified(amount, degrees: true, threads: threads)
      #expect(several.layer == one.layer)
      #expect(several.metres == one.metres)
    }
  }

  /// Vertices of the result are vertices of the layer, in their order; nothing new is drawn.
  @Test func onlyVerticesOfTheLayer() throws {
    let layer = try Shapes.communes()
    let thin = layer.simplified(keeping: 0.4, degrees: true)
    for ring in 0..<layer.ringCount {
      var next = layer.points(ofRing: ring).lowerBound
      for point in thin.points(ofRing: ring).dropLast() {
        while next < layer.points(ofRing: ring).upperBound,
          layer.x(next) != thin.x(point) || layer.y(next) != thin.y(point)
        { next += 1 }
        #expect(next < layer.points(ofRing: ring).upperBound)
      }
    }
  }
}
