import Bytes

/// Published figures with their provenance, in the order of their file.
public struct FiguresRegister: Sendable {
  /// Where the register was read from, for messages.
  public let path: String
  /// The figures, in the order of the file; those of an added register come last.
  public let figures: [Figure]
  /// The areas of the register itself, without those of added ones; a bare code means one of these first.
  public let own: [AreaKey]

  /// Makes a register of these figures.
  public init(path: String, figures: [Figure]) { self.init(path: path, figures: figures, own: Self.keys(figures)) }

  private init(path: String, figures: [Figure], own: [AreaKey]) {
    self.path = path
    self.figures = figures
    self.own = own
  }

  /// The register with the figures of another one that it does not have: a figure of the same area, measure,
  /// family and reference date stands for itself.
  public func adding(_ other: FiguresRegister) -> FiguresRegister {
    let added = other.figures.filter { figure in
      !figures.contains { $0.sameSubject(as: figure) && $0.reference == figure.reference }
    }.map { figure in
      var figure = figure
      figure.file = Path.name(other.path)
      return figure
    }
    return FiguresRegister(path: path, figures: figures + added, own: own)
  }

  /// The figures that match every given criterion; `nil` matches any. Complexity: O(n).
  ///
  /// - `area`: the code of the area.
  /// - `level`: the level of the area, where one code stands for two.
  /// - `date`: the reference date, exactly as precise as printed.
  public func figures(
    area: String? = nil, level: String? = nil, measure: Measure? = nil, family: Family? = nil,
    date: ReferenceDate? = nil, perimeter: Perimeter? = nil
  ) -> [Figure] {
    figures.filter { figure in
      (area == nil || figure.areaCode == area) && (level == nil || figure.level == level)
        && (measure == nil || figure.measure == measure) && (family == nil || figure.family == family)
        && (date == nil || figure.reference == date) && (perimeter == nil || figure.perimeter == perimeter)
    }
  }

  /// The areas, each once, in the order of the file.
  public var areas: [AreaKey] { Self.keys(figures) }

  private static func keys(_ figures: [Figure]) -> [AreaKey] {
    var seen: Set<AreaKey> = []
    return figures.map(\.key).filter { seen.insert($0).inserted }
  }

  /// The area that a bare code means: one of the register's own, or the only one that has the code.
  public func area(code: String) -> AreaKey? { try? areas(named: [code]).first }

  /// The areas named by `level:code`, by code or by name (any case, accents optional).
  ///
  /// Throws 64 when a name matches no area, or several of which none is the register's own.
  public func areas(named names: [String]) throws(Problem) -> [AreaKey] {
    var chosen: [AreaKey] = []
    for name in names {
      let wanted = name.folded
      let key = AreaKey(name)
      var found = Self.keys(
        figures.filter { $0.key == key || $0.areaCode.folded == wanted || $0.area.folded == wanted })
      if found.count > 1 {
        let mine = found.filter(own.contains)
        if !mine.isEmpty { found = mine }
      }
      guard let area = found.first else { throw unknown(name) }
      guard found.count == 1 else {
        let candidates = found.map { "\($0.words) (\(self.name(of: $0)))" }.joined(separator: ", ")
        throw Problem(
          .usage, file: path, Text.namesSeveralAreas(name),
          fix: Text("écrivez l’un de : \(candidates)", "write one of: \(candidates)"))
      }
      if !chosen.contains(area) { chosen.append(area) }
    }
    return chosen
  }

  private func unknown(_ name: String) -> Problem {
    let known = own.map { $0.code + " " + self.name(of: $0) }.joined(separator: ", ")
    let others = areas.count - own.count
    let rest = others == 0 ? Text(same: "") : Text.andMoreAreas(others)
    return Problem(
      .usage, file: path, Text("territoire inconnu : \(name)", "unknown area: \(name)"),
      fix: Text("territoires du registre : \(known)", "areas of the register: \(known)") + rest)
  }

  private func name(of area: AreaKey) -> String { figures.first { $0.key == area }?.area ?? area.code }

  /// The populations of an area that the register gives with a reference date.
  public func populations(of area: AreaKey) -> [PopulationPoint] {
    figures(area: area.code, level: area.level, measure: .population).compactMap { figure in
      figure.reference.map { PopulationPoint($0, figure.value, source: figure.sourceLine, figure: figure) }
    }
  }
}
