import Bytes
import Geometry
import Territory

extension SitingQuestion {
  /// Takes the weights from a column of the file of the layer. Throws 65, naming the record, for a value that is missing
  /// or not a number ≥ 0.
  public mutating func weigh(by column: Column, of features: Features) throws(Problem) {
    weightName = Text(same: column.name)
    let numbers = try column.numbers(of: features.path)
    let codes = features.column(CommuneLayer.codeColumns)
    for record in 0..<features.count {
      guard let row = codes?.text(record).flatMap({ layer.row($0) }) else { continue }
      guard let value = numbers[record].number, value >= 0 else {
        let place = Text("enregistrement \(record + 1)", "record \(record + 1)")
        throw Self.noWeight(column.text(record) ?? "", features.path, place)
      }
      weights[row] = value
    }
  }

  /// Takes the weights from a table with codes of communes, as `PopulationFile` finds them, and a column `weight` or
  /// `poids`. A commune that the table lacks, or whose cell is empty, has no weight.
  ///
  /// Throws 65 for a secret, a negative number, a commune that stands twice, and a table without a commune of the layer;
  /// 66 for a missing file.
  public mutating func weigh(byTable path: String) throws(Problem) {
    let names = ["weight", "poids"]
    let table = try CSVTable(path: path, below: [CommuneTable.codes, names])
    let place = try CommuneTable.place(table.columns)
    guard let column = try table.columns.position(like: names) else { throw table.columns.absent(names[0]) }
    var found = [Double?](repeating: nil, count: layer.count)
    var lines: [String: Int] = [:]
    var reader = CodeReader(table)
    for (row, cell) in zip(table.rows, try table.numbers(column)) {
      let code = try reader.code(place.text(row.fields), row, place.name)
      if let first = lines.updateValue(row.line, forKey: code) {
        throw table.problem(
          row, in: place.name, Text("\(code) est déjà ligne \(first)", "\(code) is already on line \(first)"),
          fix: Text.keepOneRowPerCommune
        )
      }
      if cell == .sign(.secret) {
        throw table.problem(
          row, in: table.header[column], Text.secretWeightWouldBeBetrayed,
          fix: Text("laissez la cellule vide", "leave the cell empty"))
      }
      guard let value = cell.number else { continue }
      guard value >= 0 else { throw Self.noWeight(row.fields[column], path, .cell(row.line, table.header[column])) }
      if let row = layer.row(code) { found[row] = value }
    }
    guard found.contains(where: { $0 != nil }) else {
      throw CommuneCode.noneKnown(Array(lines.keys.sorted()), file: path, in: layer)
    }
    weights = found
    weightName = Text("poids de ", "weight of ") + Text(same: Path.stem(Path.name(path)))
  }

  private static func noWeight(_ text: String, _ path: String, _ place: Text) -> Problem {
    Problem(
      .badData, file: path, at: place, Text("« \(text) » n’est pas un poids", "\"\(text)\" is no weight"),
      fix: Text.giveNonNegativeNumber)
  }
}
