#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file being written under a hidden name beside its place, which it gets when it is whole.
struct PendingFile: Sendable {
  let path: String
  let temporary: String
  private let place: String
  private let there: FileStatus?
  private let isSpecial: Bool
  private let descriptor: Int32

  /// Throws 73 when the file cannot be created, 64 when it is one of the run's own inputs, unless it is an edit of it.
  /// Leftovers of runs that died are removed; `sweeps` is false where somebody has done so for the whole folder.
  init(_ path: String, isEdit: Bool = false, sweeps: Bool = true) throws(Problem) {
    let target = try OutputTarget(path)
    if !isEdit, let there = target.there { try Inputs.refuse(there, path) }
    self.path = path
    place = target.place
    there = target.there
    isSpecial = target.isSpecial
    let folder = target.workFolder
    let stem = TemporaryName.stem(of: Path.name(place), in: folder)
    if sweeps { TemporaryName.removeLeftovers(in: folder, stem: stem) }
    // Who may not read the file there may not read the one that replaces it, not even while it is written.
    let mode = isSpecial ? 0o600 : there.map { $0.mode & 0o777 | 0o600 } ?? 0o666
    guard let made = TemporaryName.create(in: folder, stem: stem, mode: mode) else {
      throw OutputFile.cannotCreate(path)
    }
    temporary = made.path
    descriptor = made.descriptor
  }

  /// Throws 74.
  func write(_ bytes: [UInt8]) throws(Problem) {
    try OutputFile.writeAll(bytes, to: descriptor, path: path)
  }

  /// Gives the file its name, and the mode and owner of the one it replaces. Throws 73 when that is not possible.
  ///
  /// With `isEdit` the bytes are on the disk first: a person's own file does not become empty when the power fails.
  func commit(isEdit: Bool = false) throws(Problem) {
    defer { end() }
    if isSpecial { return try pour() }
    keepOwnerAndMode()
    if isEdit { fsync(descriptor) }
    guard rename(temporary, place) == 0 else {
      let problem = OutputFile.cannotCreate(path)
      unlink(temporary)
      throw problem
    }
  }

  /// Removes what was written.
  func abandon() {
    unlink(temporary)
    end()
  }

  /// Removes the file that is to be replaced.
  func removePlace() { if !isSpecial { unlink(place) } }

  private func end() {
    close(descriptor)
    Interruption.forget(temporary)
  }

  private func keepOwnerAndMode() {
    guard let there, let mine = FileStatus(descriptor: descriptor) else { return }
    var mode = there.mode & 0o777
    if mine.owner != there.owner || mine.group != there.group,
      fchown(descriptor, there.owner, there.group) != 0, fchown(descriptor, uid_t.max, there.group) != 0,
      mine.group != there.group
    {
      // Another group gets no more than everybody.
      mode = mode & 0o707 | (mode & 0o007) << 3
    }
    fchmod(descriptor, mode)
  }

  /// Into a device or pipe. Throws 73 and 74.
  private func pour() throws(Problem) {
    defer { unlink(temporary) }
    let bytes = try FileBytes.read(temporary, isInput: false)
    try OutputFile.pour(bytes, into: path)
  }
}
