/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: CSVFile+OtherKinds
  static func makeACSVWithDuckDB(_ command: String) -> Text {
    Text(
      "faites-en un CSV, avec DuckDB par exemple : \(command)", "make a CSV of it, with DuckDB for instance: \(command)"
    )
  }
  static let fileIsPageOrXML = Text("c’est une page ou du XML, pas un CSV", "this is a page or XML, no CSV")
  static let fileIsASpreadsheet = Text("c’est un classeur de tableur", "this is a spreadsheet's workbook")
  static func saveTheSheetAsCSV(_ filter: String, _ file: String) -> Text {
    Text(
      "enregistrez la feuille en « CSV UTF-8 », ou : soffice --headless --convert-to '\(filter)' '\(file)'",
      "save the sheet as \"CSV UTF-8\", or: soffice --headless --convert-to '\(filter)' '\(file)'")
  }

  // MARK: CSVFlaw
  static let textFollowsAClosingQuote = Text("du texte suit un guillemet fermant", "text follows a closing quote")
  static let headerHasOneField = Text(
    "l’en-tête n’a qu’un champ : si c’est un titre, ôtez les lignes qui précèdent les noms de colonnes",
    "the header has one field: if it is a title, delete the lines before the column names")
  static let quoteFieldsHoldingSeparator = Text(
    "mettez entre guillemets les champs qui contiennent le séparateur", "quote the fields that hold the separator")
  static let downloadFileOrEndLine = Text(
    "téléchargez le fichier de nouveau, ou terminez la ligne", "download the file again, or end the line")
  static let doubleQuotesInTheText = Text(
    "doublez les guillemets qui sont dans le texte (\"\"), ou ôtez-les",
    "double the quotes that are in the text (\"\"), or take them out")
  static let saveTheFileAsCSV = Text("enregistrez le fichier en « CSV UTF-8 »", "save the file as \"CSV UTF-8\"")

  // MARK: CSVHeader
  static func twoColumnsShareAName(_ name: String, _ first: Int, _ second: Int) -> Text {
    Text(
      "deux colonnes « \(name) » (la \(first)e et la \(second)e)",
      "two columns \"\(name)\" (numbers \(first) and \(second))")
  }
  static func headerIsFurtherDown(_ line: Int) -> Text {
    Text(
      "elle est nommée ligne \(line) : ôtez les lignes qui précèdent les noms de colonnes",
      "line \(line) names it: delete the lines before the column names")
  }

  // MARK: RecordBlocks
  static let quoteIsNeverClosed = Text("un guillemet n’est jamais refermé", "a quote is never closed")
  static let lineDoesNotEnd = Text("une ligne ne finit pas, ce n’est pas un CSV", "a line does not end, this is no CSV")
  static let giveOneRecordPerLine = Text(
    "donnez un tableau d’une ligne par enregistrement", "give a table with one record a line")

  // MARK: FileBytes
  static let giveASmallerFile = Text("donnez un fichier plus petit", "give a smaller file")

  // MARK: FolderLock
  static let anotherRunIsWriting = Text(
    "une autre exécution écrit dans ce dossier", "another run is writing in this folder")
  static let waitUntilItHasFinished = Text(
    "attendez qu’elle ait fini, puis recommencez", "wait until it has finished, then try again")

  // MARK: InputFile
  static let cannotKeepTemporaryCopy = Text("copie temporaire impossible : ", "cannot keep a temporary copy: ")
  static let giveFileRatherThanPipe = Text("donnez le fichier plutôt qu’un tube", "give the file rather than a pipe")

  // MARK: Inputs
  static let fileIsAlsoRead = Text(
    "ce fichier est aussi lu : rien n’y est écrit", "this file is also read: nothing is written to it")
  static let giveTheOutputAnotherName = Text(
    "donnez un autre nom à ce qui est écrit", "give what is written another name")

  // MARK: OutputFile
  static let anotherProgramKeepsWriting = Text(
    "un autre programme écrit sans cesse ce fichier", "another program keeps writing this file")

  // MARK: DistinctNames
  static func repeatedColumnIsRenamed(_ name: String, _ newName: String) -> Text {
    Text(
      "plusieurs colonnes « \(name) » : la première garde ce nom, une autre est appelée « \(newName) »",
      "several columns \"\(name)\": the first keeps the name, another is called \"\(newName)\"")
  }

  // MARK: NumberReader
  static func numberHasThousandsSeparators(_ cell: String) -> Text {
    Text("« \(cell) » : séparateurs de milliers", "\"\(cell)\": thousands separators")
  }
  static func thousandsOrDecimals(_ cell: String) -> Text {
    Text(
      "« \(cell) » : milliers ou décimales, la colonne ne le dit pas",
      "\"\(cell)\": thousands or decimals, the column does not tell")
  }
  static let writeDigitsAlone = Text(
    "écrivez des chiffres seuls ; laissez vide une valeur inconnue", "write digits alone; leave an unknown value empty")
  static let writeNumbersWithoutThem = Text("écrivez les nombres sans eux", "write numbers without them")
  static let takeOutThousandsComma = Text(
    "ôtez la virgule des milliers, ou écrivez les décimales avec un point",
    "take the comma out of thousands, or write decimals with a point")
  static let giveZeroOrMore = Text("donnez un nombre positif ou nul", "give a number of zero or more")
  static let noCountIsSoLarge = Text(
    "vérifiez la cellule : aucun compte n’est si grand", "check the cell: no count is so large")
}
