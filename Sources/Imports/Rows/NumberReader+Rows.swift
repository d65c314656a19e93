import Bytes

extension NumberReader {
  /// Reads a field of a row. Throws what is wrong with it.
  mutating func read(_ row: CSVRecord, _ field: Int, tag: Int = 0) throws(RowFault) -> NumberCell {
    do throws(NumberFault) { return try read(row.bytes(field), tag: tag) } catch {
      throw RowFault(kind: Fault.Kind(error), field: field)
    }
  }
}

extension NumberCell {
  /// The status of a tidy row; an empty field counts as not available.
  var status: String {
    guard case .sign(let sign) = self else { return "" }
    return (sign == .empty ? .notAvailable : sign).rawValue
  }
}
