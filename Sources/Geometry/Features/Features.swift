import Bytes

/// The attributes of a layer, one column at a time; row i belongs to feature i.
public struct Column: Sendable, Equatable {
  public enum Values: Sendable, Equatable {
    case text([String?])
    case integer([Int?])
    case number([Double?])
  }

  public var name: String
  public var values: Values

  public init(_ name: String, _ values: Values) {
    self.name = name
    self.values = values
  }

  public var count: Int {
    switch values {
    case .text(let values): values.count
    case .integer(let values): values.count
    case .number(let values): values.count
    }
  }

  /// The value as text: numbers in shortest form; `nil` when missing.
  public func text(_ row: Int) -> String? {
    switch values {
    case .text(let values): return values[row]
    case .integer(let values): return values[row].map(String.init)
    case .number(let values):
      return values[row].map { value in
        var writer = ByteWriter()
        writer.shortest(value)
        return writer.string
      }
    }
  }

  /// The value as a number; text is read as one when it is one, `nil` otherwise.
  public func number(_ row: Int) -> Double? {
    switch values {
    case .text(let values): values[row].flatMap(NumberReader.number)
    case .integer(let values): values[row].map(Double.init)
    case .number(let values): values[row]
    }
  }

  /// All values as numbers, or the signs that stand for some.
  ///
  /// Throws 65 naming the feature and the cell for a text that is neither.
  public func numbers(_ kind: NumberReader.Kind = .any, of path: String) throws(Problem) -> [NumberCell] {
    if case .text(let texts) = values {
      return try NumberReader.column(
        texts.map { $0 ?? "" }, commaIsDecimal: false, kind, file: path, name: name
      ) { Text("entité \($0 + 1)", "feature \($0 + 1)") }
    }
    return (0..<count).map { row in
      number(row).flatMap { $0.isFinite ? .number($0) : nil } ?? .sign(.empty)
    }
  }

  public func selecting(_ rows: [Int]) -> Column {
    switch values {
    case .text(let values): Column(name, .text(rows.map { values[$0] }))
    case .integer(let values): Column(name, .integer(rows.map { values[$0] }))
    case .number(let values): Column(name, .number(rows.map { values[$0] }))
    }
  }
}

/// A layer with its attributes and what is known of its coordinate reference system.
public struct Features: Sendable, Equatable {
  /// Where it was read from, for messages.
  public var path: String
  public var geometry: Layer
  public var columns: [Column]
  /// The CRS as the file declares it: WKT or an authority code such as `EPSG:4326`; `nil` when it says nothing.
  public var crs: String?
  /// What a reader did that its user should know: dimensions dropped, encoding guessed, index rebuilt.
  public var warnings: [Warning]

  public init(path: String, geometry: Layer, columns: [Column], crs: String?, warnings: [Warning] = []) {
    self.path = path
    self.geometry = geometry
    self.columns = columns
    self.crs = crs
    self.warnings = warnings
  }

  public var count: Int { geometry.featureCount }

  /// The first column that has one of these names, in the order of the names; letter case does not matter.
  public func column(_ names: String...) -> Column? { column(names) }

  public func column(_ names: [String]) -> Column? {
    for name in names {
      let wanted = name.lowercased()
      if let found = columns.first(where: { $0.name.lowercased() == wanted }) { return found }
    }
    return nil
  }

  /// The features with these numbers, in this order.
  public func selecting(_ rows: [Int]) -> Features {
    var copy = self
    copy.geometry = geometry.selecting(rows)
    copy.columns = columns.map { $0.selecting(rows) }
    return copy
  }
}
