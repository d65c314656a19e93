/// Reads whole files and looks at paths, without Foundation.
public enum FileBytes {
  /// Most bytes read from a pipe.
  static let mostOfPipe = 768 << 20

  /// The bytes of a file; `-` is standard input.
  ///
  /// `Inputs` notes the file unless `isInput` is false, which is for files the program made itself. Throws 66
  /// when the file is missing or is a folder, 74 when it cannot be read, is larger than the memory or is a
  /// device such as `/dev/zero`, and 65 for a pipe without end.
  public static func read(_ path: String, isInput: Bool = true) throws(Problem) -> [UInt8] {
    let file = try InputFile(path, isInput: isInput)
    guard file.total <= memory else {
      throw Problem(
        .readOrWrite, file: path, Text("plus grand que la mémoire", "larger than the memory"),
        fix: Text.giveASmallerFile)
    }
    if file.total > InputFile.run, let bytes = try file.bytes(at: 0, count: file.total) { return bytes }
    // One byte more than the file's size, so that the end is found without growing the array.
    var room = max(file.total + 1, 1 << 12)
    var bytes: [UInt8] = []
    while true {
      let piece = try file.piece(room)
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard file.isPlain || bytes.count <= mostOfPipe else {
        throw Problem(
          .badData, file: path,
          Text("sans fin : déjà \(mostOfPipe >> 20) Mo lus", "without end: \(mostOfPipe >> 20) MB read already"),
          fix: Text("donnez un fichier", "give a file"))
      }
      room = 1 << 16
    }
  }

  /// Physical memory of the machine, in bytes.
  private static var memory: Int { sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) }

  /// Whether a file, folder or device is at `path`; a link that leads nowhere does not count.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether `path` is a folder or a link to one.
  public static func isFolder(_ path: String) -> Bool { FileStatus(path)?.kind == .folder }

  /// Names in a folder, sorted, without `.` and `..`; empty when the folder cannot be read.
  public static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// A system error in words, by default the last one of this thread.
  public static func systemError(_ code: Int32 = errno) -> Text {
    let english = String(cString: strerror(code))
    return french[code].map { Text($0, english) } ?? Text(same: english)
  }

  private static let french: [Int32: String] = [
    EACCES: "accès refusé", EPERM: "opération interdite", ENOENT: "le dossier n’existe pas",
    ENOTDIR: "un élément du chemin n’est pas un dossier", EFBIG: "fichier plus grand que la limite permise",
    ELOOP: "trop de liens", EISDIR: "c’est un dossier", EROFS: "disque en lecture seule", ENOSPC: "disque plein",
    EDQUOT: "quota du disque atteint", EIO: "erreur d’entrée-sortie", EPIPE: "le lecteur du tube est parti",
    ENAMETOOLONG: "nom trop long", EMFILE: "trop de fichiers ouverts", EEXIST: "le fichier existe déjà",
  ]
}
