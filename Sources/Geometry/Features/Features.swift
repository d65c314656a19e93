import Bytes

/// One attribute of a layer; row i belongs to feature i.
public struct Column: Sendable, Equatable {
  /// The values by feature, all of one type; `nil` where the value is missing.
  public enum Values: Sendable, Equatable {
    case text([String?])
    case integer([Int?])
    case number([Double?])
  }

  /// The name as the file writes it.
  public var name: String
  /// One value for each feature.
  public var values: Values

  /// A column from its name and values; their number is not checked.
  public init(_ name: String, _ values: Values) {
    self.name = name
    self.values = values
  }

  /// Number of rows, missing values included.
  public var count: Int {
    switch values {
    case .text(let values): values.count
    case .integer(let values): values.count
    case .number(let values): values.count
    }
  }

  /// The value as text, a number in its shortest form; `nil` when it is missing.
  public func text(_ row: Int) -> String? {
    switch values {
    case .text(let values): values[row]
    case .integer(let values): values[row].map(String.init)
    case .number(let values): values[row].map(ByteWriter.shortest)
    }
  }

  /// The value as a number; a text counts when it certainly spells one (`NumberReader.number`). `nil`
  /// otherwise.
  public func number(_ row: Int) -> Double? {
    switch values {
    case .text(let values): values[row].flatMap(NumberReader.number)
    case .integer(let values): values[row].map(Double.init)
    case .number(let values): values[row]
    }
  }

  /// All values as numbers, or as signs that say why there is none. A missing or infinite number is the sign
  /// `.empty`.
  ///
  /// Throws 65 with feature (from 1) and cell for a text that is neither. `path` names the file in the message.
  public func numbers(_ kind: NumberReader.Kind = .any, of path: String) throws(Problem) -> [NumberCell] {
    if case .text(let texts) = values {
      return try NumberReader.column(texts.map { $0 ?? "" }, commaIsDecimal: false, kind, file: path, name: name) {
        Text("entité \($0 + 1)", "feature \($0 + 1)")
      }
    }
    return (0..<count).map { row in number(row).flatMap { $0.isFinite ? .number($0) : nil } ?? .sign(.empty) }
  }

  /// The rows with these numbers, in this order.
  public func selecting(_ rows: [Int]) -> Column {
    switch values {
    case .text(let values): Column(name, .text(rows.map { values[$0] }))
    case .integer(let values): Column(name, .integer(rows.map { values[$0] }))
    case .number(let values): Column(name, .number(rows.map { values[$0] }))
    }
  }
}

/// A layer with its attributes and what is known about its coordinate reference system.
public struct Features: Sendable, Equatable {
  /// Where the layer was read from, for messages.
  public var path: String
  /// The geometry, in the units and axis order of `Layer`: x east, y north.
  public var geometry: Layer
  /// The attributes, in file order, each with `count` rows.
  public var columns: [Column]
  /// The CRS as the file declares it: WKT or an authority code such as `EPSG:4326`; `nil` when the file
  /// declares none.
  public var crs: String?
  /// What the user should know about the reading: dimensions dropped, encoding guessed, index rebuilt.
  public var warnings: [Warning]

  /// A layer with its attributes; nothing is checked.
  public init(path: String, geometry: Layer, columns: [Column], crs: String?, warnings: [Warning] = []) {
    self.path = path
    self.geometry = geometry
    self.columns = columns
    self.crs = crs
    self.warnings = warnings
  }

  /// Number of features.
  public var count: Int { geometry.featureCount }

  /// The column with the first of these names that the layer has, `nil` without any. For each name, a column
  /// with exactly that name comes before one that differs in letter case.
  public func column(_ names: String...) -> Column? { column(names) }

  /// The column with the first of these names that the layer has, as `column(_:)` for separate names finds it.
  public func column(_ names: [String]) -> Column? {
    for name in names {
      if let found = columns.first(where: { $0.name == name }) { return found }
      let wanted = name.lowercased()
      if let found = columns.first(where: { $0.name.lowercased() == wanted }) { return found }
    }
    return nil
  }

  /// The column that the user named, exactly or but for letter case. Throws 65 when there is none (naming the
  /// columns present) and when several differ from the name in letter case alone.
  public func column(asked name: String) throws(Problem) -> Column {
    if let exact = columns.first(where: { $0.name == name }) { return exact }
    let found = columns.filter { $0.name.lowercased() == name.lowercased() }
    guard let first = found.first else { throw Problem.missingColumn(name, among: columns.map(\.name), file: path) }
    guard found.count == 1 else {
      let list = found.map(\.name).joined(separator: ", ")
      throw Problem(.badData, file: path, Text.namesSeveralColumns(name), fix: Text.writeItAsInFile(list))
    }
    return first
  }

  /// The features with these numbers, in this order.
  public func selecting(_ rows: [Int]) -> Features {
    var copy = self
    copy.geometry = geometry.selecting(rows)
    copy.columns = columns.map { $0.selecting(rows) }
    return copy
  }
}
