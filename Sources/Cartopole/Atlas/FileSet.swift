import Bytes
import Cartography

/// Writes the files of a folder that belong together. All are there under temporary names before the first gets
/// its own, and the last one, the seal, says that the folder is complete.
///
/// One run at a time writes a folder. It replaces and removes only what an earlier run wrote there, as the seal
/// and the journal of that run tell, and refuses (73) to replace anything else, above all an input. A file that
/// a person has changed since is kept under another name. The journal lists what will be written before the
/// first file gets its name, so that the next run recognises the files of a run that was killed.
struct FileSet {
  let folder: String
  /// Names and SHA-256 digests of the folder's files, in order, without the seal.
  private(set) var written: [(name: String, hash: String)] = []
  /// The libraries that made the pictures.
  var painter: String?
  /// Notes on files that a person had changed and that were kept.
  private(set) var notes: [Text] = []
  private let seal: String
  private let lock: FolderLock
  private let record: FolderRecord
  private let inputs: Set<FileIdentity>
  /// The files that have only a temporary name yet, by their names.
  private var begun: [String: PendingFile] = [:]
  /// Folders that did not exist before, outer ones first.
  private var newFolders: [String]
  /// Folders whose leftovers have been removed.
  private var swept: Set<String> = []

  /// Takes the folder, and makes it when it does not exist. Throws 73, and
  /// 74 when another run does not release it.
  init(_ folder: String, seal: String, inputs: [String]) throws(Problem) {
    self.folder = folder
    self.seal = seal
    self.inputs = Set(inputs.compactMap { FileStatus($0)?.identity })
    var made: [String] = []
    do { lock = try FolderLock(folder) { () throws(Problem) in made += try OutputFile.makeFolder(folder) } } catch {
      Self.remove(made)
      throw error
    }
    newFolders = made
    record = FolderRecord(folder, manifest: seal)
    sweep(folder)
    for name in record.names { sweep(Path.folder(path(name))) }
  }

  var names: [String] { written.map(\.name) }

  func path(_ name: String) -> String { Path.join(folder, name) }

  /// A file by its name in the folder, and what makes its bytes.
  struct Made: Sendable {
    var name: String
    /// Whether it takes long, and is begun before the others.
    var isLong: Bool
    var bytes: @Sendable () throws(Problem) -> [UInt8]

    init(
      _ name: String, isLong: Bool = false, _ bytes: @autoclosure @escaping @Sendable () throws(Problem) -> [UInt8]
    ) {
      (self.name, self.isLong, self.bytes) = (name, isLong, bytes)
    }
  }

  /// Writes files under their temporary names; all processors share their making.
  mutating func write(_ files: [Made]) throws(Problem) {
    let order = files.indices.filter { files[$0].isLong } + files.indices.filter { !files[$0].isLong }
    let made = try Parallel.map(order.count) { [folder] (index) throws(Problem) -> (bytes: [UInt8], hash: String) in
      let file = files[order[index]]
      do throws(Problem) {
        let bytes = try file.bytes()
        return (bytes, SHA256.hexadecimal(bytes))
      } catch { throw error.naming(Path.join(folder, file.name)) }
    }
    for (at, file) in zip(order, made).sorted(by: { $0.0 < $1.0 }) {
      let name = files[at].name
      try begin(name, file.bytes)
      written.append((name, file.hash))
    }
  }

  /// Writes a file under its temporary name. Throws 73 when an
  /// earlier run did not write what is there.
  private mutating func begin(_ name: String, _ bytes: [UInt8]) throws(Problem) {
    let path = path(name)
    // A person made a link, and what it leads to is not the atlas's; the folder itself may be one.
    let steps = name.split(separator: "/").map(String.init)
    let within = steps.indices.map { self.path(steps[...$0].joined(separator: "/")) }
    if let link = within.first(where: { FileStatus($0, followsLinks: false)?.kind == .link }) {
      throw inTheWay(link, Text.linkLeadsOutOfAtlas)
    }
    if let there = FileStatus(path) {
      guard !inputs.contains(there.identity) else {
        throw inTheWay(path, Text("le projet lit ce fichier", "the project reads this file"))
      }
      guard there.kind != .file || record.lists(name) else { throw inTheWay(path, Text.fileIsNotOurs) }
    }
    newFolders += try OutputFile.makeFolder(Path.folder(path))
    sweep(Path.folder(path))
    let file = try PendingFile(path, sweeps: false)
    begun.updateValue(file, forKey: name)?.abandon()
    try file.write(bytes)
  }

  private func inTheWay(_ path: String, _ what: Text) -> Problem {
    Problem(.cannotCreate, file: path, what, fix: Text.moveOrChooseAnotherFolder)
  }

  private mutating func sweep(_ folder: String) {
    if swept.insert(folder).inserted { OutputFile.removeLeftovers(in: folder) }
  }

  /// Gives every file its name, removes what an earlier run wrote and this one does not, and gives the seal its
  /// name. The earlier seal is removed first: without a seal, the folder is not complete. `then` belongs to the
  /// same step, which no interruption divides.
  mutating func finish(_ sealed: [UInt8], then: () throws(Problem) -> Void = {}) throws(Problem) {
    try begin(seal, sealed)
    let own = Set(names)
    let earlier = record.names.filter { $0 != seal && FileStatus(path($0))?.kind == .file }.sorted()
    let changed = changedByAPerson(earlier)
    let result = Interruption.postponed { () -> Result<Void, Problem> in
      Result { () throws(Problem) in
        try OutputFile.write(record.journal(adding: written), to: path(FolderRecord.journal))
        OutputFile.remove(path(seal))
        for name in earlier {
          switch (own.contains(name), changed.contains(name)) {
          case (true, true): try keep(name)
          case (false, false): removeOwn(name)
          case (false, true): noteKept(name, as: name)
          case (true, false): break
          }
        }
        for name in names + [seal] { try begun.removeValue(forKey: name)?.commit() }
        OutputFile.remove(path(FolderRecord.journal))
        newFolders.forEach(Interruption.forget(folder:))
        newFolders = []
        try then()
      }
    }
    try result.get()
  }

  /// The files among these that differ from what a run wrote and from what this one will write.
  private func changedByAPerson(_ names: [String]) -> Set<String> {
    let new = Dictionary(written.map { ($0.name, $0.hash) }) { $1 }
    let changed = Parallel.each(names.count) { [record, folder] index in
      guard let bytes = try? FileBytes.read(Path.join(folder, names[index]), isInput: false) else { return true }
      let hash = SHA256.hexadecimal(bytes)
      return new[names[index]] != hash && !record.holds(names[index], hash: hash)
    }
    return Set(zip(names, changed).filter(\.1).map(\.0))
  }

  /// Removes a file that an earlier run wrote. A link was made by a
  /// person: it stays, and so does what it leads to.
  private func removeOwn(_ name: String) {
    if FileStatus(path(name), followsLinks: false)?.kind == .file { OutputFile.remove(path(name)) }
  }

  /// Gives another name to a file that a person has changed, so that the new one can take its name.
  private mutating func keep(_ name: String) throws(Problem) {
    let place = try OutputFile.place(of: path(name))
    let end = String(Path.name(place).dropFirst(Path.name(Path.stem(place)).count))
    var number = 1
    func other(_ path: String) -> String { "\(Path.stem(path)).edited-\(number)\(end)" }
    while FileStatus(other(place), followsLinks: false) != nil { number += 1 }
    try OutputFile.move(place, to: other(place))
    noteKept(name, as: other(name))
  }

  private mutating func noteKept(_ name: String, as kept: String) {
    notes.append(name == kept ? Text.changedFileLeavesTheAtlas(name) : Text.changedVersionIsKept(name, kept))
  }

  /// Removes the files that have no name yet, and the folders made for them.
  func abandon() {
    for file in begun.values { file.abandon() }
    Self.remove(newFolders)
  }

  private static func remove(_ folders: [String]) {
    for folder in folders.reversed() {
      OutputFile.removeFolder(folder)
      Interruption.forget(folder: folder)
    }
  }
}
