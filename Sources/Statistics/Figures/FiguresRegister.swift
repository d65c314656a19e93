import Bytes

/// Published figures with their provenance, in the order of their file.
public struct FiguresRegister: Sendable {
  /// Where the register was read from, for messages.
  public let path: String
  /// The figures, in the order of the file.
  public let figures: [Figure]

  /// Makes a register of these figures.
  public init(path: String, figures: [Figure]) {
    self.path = path
    self.figures = figures
  }

  /// The figures that match every given criterion; `nil` matches any. Complexity: O(n).
  ///
  /// - Parameter date: the reference date, exactly as precise as printed.
  public func figures(
    area: String? = nil, measure: Measure? = nil, family: Family? = nil, date: ReferenceDate? = nil,
    perimeter: Perimeter? = nil
  ) -> [Figure] {
    figures.filter { figure in
      (area == nil || figure.areaCode == area) && (measure == nil || figure.measure == measure)
        && (family == nil || figure.family == family) && (date == nil || figure.reference == date)
        && (perimeter == nil || figure.perimeter == perimeter)
    }
  }

  /// Codes of the areas, each once, in the order of the file.
  public var areaCodes: [String] {
    var seen: Set<String> = []
    return figures.map(\.areaCode).filter { seen.insert($0).inserted }
  }

  /// The areas named by code or by name (any case, accents optional), as codes.
  ///
  /// Throws 64 when a name matches no area, listing those there are.
  public func areaCodes(named names: [String]) throws(Problem) -> [String] {
    var codes: [String] = []
    for name in names {
      let wanted = name.folded
      guard let found = figures.first(where: { $0.areaCode.folded == wanted || $0.area.folded == wanted })
      else {
        let known = areaCodes.map { code in
          code + " " + (figures.first { $0.areaCode == code }?.area ?? "")
        }
        throw Problem(
          .usage, file: path, Text("territoire inconnu : \(name)", "unknown area: \(name)"),
          fix: Text(
            "territoires du registre : \(known.joined(separator: ", "))",
            "areas of the register: \(known.joined(separator: ", "))"))
      }
      if !codes.contains(found.areaCode) { codes.append(found.areaCode) }
    }
    return codes
  }

  /// The populations of an area that the register gives with a reference date.
  public func populations(of area: String) -> [PopulationPoint] {
    figures(area: area, measure: .population).compactMap { figure in
      figure.reference.map { PopulationPoint($0, figure.value, source: figure.sourceLine, figure: figure) }
    }
  }
}
