import Cartopole
import Foundation
import Testing

/// The funnel plot's names and the limits of chance.
@Suite struct FunnelTests {
  /// The polylines of the limits, x, y pairs in px.
  private static func limits(_ svg: String) throws -> [[Double]] {
    let group = try #require(svg.components(separatedBy: "<g id=\"limits\"").dropFirst().first)
    return group.components(separatedBy: "</g>")[0].matches(of: /\ d="([^"]*)"/).map { match in
      match.1.split { "ML,".contains($0) }.compactMap { Double($0) }
    }
  }

  private static func crosses(_ line: [Double], _ box: Bounds) -> Bool {
    stride(from: 0, to: line.count - 3, by: 2).contains { at in
      (0...4).contains { step in
        let t = Double(step) / 4
        return box.contains(line[at] + t * (line[at + 2] - line[at]), line[at + 1] + t * (line[at + 3] - line[at + 1]))
      }
    }
  }

  /// Names of what chance explains keep off the limits; of what stands out, every name is there at 99.8 %, and few
  /// cross a limit.
  @Test(arguments: [Theme.light, .dark]) func namesKeepOffTheLimits(theme: Theme) throws {
    let plate = try #require(Gallery.plates.first { $0.kind == "funnel" && $0.theme == theme })
    let svg = String(decoding: try Gallery.draw(plate).svg(), as: UTF8.self)
    let limits = try Self.limits(svg)
    #expect(limits.count == 4 && limits.allSatisfy { $0.count > 60 })
    var standing: [String: Int] = [:]
    for (level, style) in ["dot s2", "dot s0", "site"].enumerated() {
      for part in svg.components(separatedBy: "<circle class=\"\(style)\"").dropFirst() {
        guard let title = part.components(separatedBy: "</title>")[0].components(separatedBy: "<title>").last,
          title.contains(" : ")
        else { continue }
        standing[title.components(separatedBy: " : ")[0]] = level
      }
    }
    #expect(standing.count == 130)
    let texts = try DrawnTexts(svg, in: .inter)
    let crossing = texts.lines.filter { line in
      line.isLabel && limits.contains { Self.crosses($0, line.box.grown(by: -2)) }
    }
    for line in crossing where standing[line.words] != nil {
      #expect(standing[line.words] != 0, "\(line.words) crosses a limit")
    }
    #expect(crossing.count <= 8, "\(crossing)")
    let out = Set(standing.filter { $0.value == 2 }.keys)
    #expect(texts.written(of: out) == out)
    let doubtful = Set(standing.filter { $0.value == 1 }.keys)
    #expect(texts.written(of: doubtful).count * 10 >= doubtful.count * 8)
  }
}
