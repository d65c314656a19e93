/// A file that is written under a hidden name in the folder of its final place and renamed when it is complete.
struct PendingFile: Sendable {
  let path: String
  let temporary: String
  private let place: String
  private let there: FileStatus?
  private let isSpecial: Bool
  private let descriptor: Int32

  /// Throws 73 when the file cannot be created, and 64 when it is one of the run's inputs and `isEdit` is
  /// false. Removes the leftovers of runs that died unless `sweeps` is false, for callers that have done so for
  /// the whole folder.
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
    // The temporary file must not be readable for users who may not read the file that it replaces.
    let mode = isSpecial ? 0o600 : there.map { $0.mode & 0o777 | 0o600 } ?? 0o666
    guard let made = TemporaryName.create(in: folder, stem: stem, mode: mode) else {
      throw OutputFile.cannotCreate(path)
    }
    temporary = made.path
    descriptor = made.descriptor
  }

  /// Appends bytes. Throws 74.
  func write(_ bytes: [UInt8]) throws(Problem) { try OutputFile.writeAll(bytes, to: descriptor, path: path) }

  /// Gives the file its name, and the mode and owner of the file it replaces. Throws 73 when the renaming
  /// fails.
  ///
  /// With `isEdit` the bytes are flushed to the disk first, so that a power failure does not empty a user's own
  /// file.
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
    if mine.owner != there.owner || mine.group != there.group, fchown(descriptor, there.owner, there.group) != 0,
      fchown(descriptor, uid_t.max, there.group) != 0, mine.group != there.group
    {
      // A group that could not be kept gets only the rights of others.
      mode = mode & 0o707 | (mode & 0o007) << 3
    }
    fchmod(descriptor, mode)
  }

  /// Copies the temporary file into a device or pipe. Throws 73 and 74.
  private func pour() throws(Problem) {
    defer { unlink(temporary) }
    let bytes = try FileBytes.read(temporary, isInput: false)
    try OutputFile.pour(bytes, into: path)
  }
}
