extension CSVFile {
  /// The error (65) for first bytes of another kind of file: a workbook, Parquet, an archive, UTF-16, a web
  /// page; `nil` when they may begin a CSV.
  static func otherKind(_ bytes: UnsafeBufferPointer<UInt8>, _ path: String) -> Problem? {
    func problem(_ what: Text, _ remedy: Text) -> Problem { Problem(.badData, file: path, what, fix: remedy) }
    let unpack = Text("décompressez-le d’abord", "unpack it first")
    let export = Text("exportez le tableau en CSV", "export the table as CSV")
    func starts(_ magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
    if starts([0x50, 0x4B, 3, 4]) {
      // A zip holds the names of its entries uncompressed.
      let names = String(decoding: bytes.prefix(4096), as: UTF8.self)
      if names.contains("[Content_Types].xml") || names.contains("xl/") || names.contains("opendocument.spreadsheet") {
        return workbook(path)
      }
      return problem(Text("c’est une archive zip", "this is a zip archive"), unpack)
    }
    if starts([0xD0, 0xCF, 0x11, 0xE0]) { return workbook(path) }
    if starts([0x1F, 0x8B]) { return problem(Text("le fichier est compressé", "the file is packed"), unpack) }
    if starts(Array("PAR1".utf8)) {
      // DuckDB doubles a quote inside a name.
      let from = path == "-" ? "x.parquet" : path.replacing("'", with: "''")
      // A file that is misnamed .csv is not to be written over.
      let to = Path.stem(from) + (Path.fileExtension(from) == "csv" ? "-1.csv" : ".csv")
      let line = "duckdb -c \"COPY (FROM '\(from)') TO '\(to)'\""
      return problem(Text("c’est un fichier Parquet", "this is a Parquet file"), Text.makeACSVWithDuckDB(line))
    }
    if starts([0xFF, 0xFE]) || starts([0xFE, 0xFF]) {
      return problem(Text("le texte est en UTF-16", "the text is UTF-16"), CSVFlaw.notUTF8.remedy)
    }
    if let first = bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "<") {
      return problem(Text.fileIsPageOrXML, export)
    }
    if bytes.prefix(1 << 16).contains(0) { return problem(Text("ce n’est pas du texte", "this is no text"), export) }
    return nil
  }

  /// The error (65) for a workbook of Excel or LibreOffice, with the command that makes a CSV of its first sheet.
  public static func workbook(_ path: String) -> Problem {
    // Separator ;, quote ", UTF-8.
    let filter = "csv:Text - txt - csv (StarCalc):59,34,76"
    let file = path == "-" ? "x.xlsx" : path.replacing("'", with: "'\\''")
    return Problem(.badData, file: path, Text.fileIsASpreadsheet, fix: Text.saveTheSheetAsCSV(filter, file))
  }
}
