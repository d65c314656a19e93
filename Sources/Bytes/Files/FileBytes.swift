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
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw Problem(
          .missingInput, file: path, Text("fichier introuvable", "no such file"),
          fix: Text("vérifiez le chemin", "check the path"))
      }
      throw Problem(.readOrWrite, file: path, Text("lecture impossible : ", "cannot read: ") + systemError())
    }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    fstat(descriptor, &status)
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Problem(
        .missingInput, file: path, Text("c’est un dossier", "this is a folder"),
        fix: Text("donnez un fichier", "give a file"))
    }
    try refuseDevice(descriptor, status, path)
    let isPlain = status.st_mode & S_IFMT == S_IFREG
    if isPlain, Int(status.st_size) > memory {
      throw Problem(
        .readOrWrite, file: path, Text("plus grand que la mémoire", "larger than the memory"),
        fix: Text.giveASmallerFile)
    }
    if isInput, let read = FileStatus(descriptor: descriptor) { Inputs.note(read) }
    // One byte more than the file's size, so that the end is found without growing the array.
    var room = max(Int(status.st_size) + 1, 1 << 12)
    var bytes: [UInt8] = []
    while true {
      var got = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        LargePages.advise(buffer.baseAddress, bytes: room)
        got = readBytes(descriptor, buffer.baseAddress!, room)
        count = max(got, 0)
      }
      if got == 0 { return bytes }
      if got < 0 && errno != EINTR {
        throw Problem(.readOrWrite, file: path, Text("lecture impossible : ", "cannot read: ") + systemError())
      }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard isPlain || bytes.count <= mostOfPipe else {
        throw Problem(
          .badData, file: path,
          Text("sans fin : déjà \(mostOfPipe >> 20) Mo lus", "without end: \(mostOfPipe >> 20) MB read already"),
          fix: Text("donnez un fichier", "give a file"))
      }
      room = 1 << 16
    }
  }

  /// Throws 74 for a device, because some never end; a terminal and `/dev/null` are allowed.
  static func refuseDevice(_ descriptor: Int32, _ status: stat, _ path: String) throws(Problem) {
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFCHR || kind == S_IFBLK, isatty(descriptor) == 0 else { return }
    var null = stat()
    if stat("/dev/null", &null) == 0, null.st_rdev == status.st_rdev { return }
    throw Problem(
      .readOrWrite, file: path, Text("c’est un périphérique", "this is a device"),
      fix: Text("donnez un fichier", "give a file"))
  }

  /// Physical memory of the machine, in bytes.
  private static var memory: Int { sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) }

  /// Whether a file, folder or device is at `path`; a link that leads nowhere does not count.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether `path` is a folder or a link to one.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

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

private func readBytes(_ descriptor: Int32, _ target: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, target, count)
}
