/// A file that is written under a hidden name in the folder of its final place and renamed when it is complete.
///
/// Whoever begins one commits or abandons it, once.
public struct PendingFile: Sendable {
  /// Where it is until then.
  let temporary: String
  private let target: OutputTarget
  private let isEdit: Bool
  private let descriptor: Int32

  /// Creates the empty file. Throws 73 when that fails, and 64 when the run has read the file that it is to replace and
  /// this is no edit. Removes the leftovers of runs that died unless `sweeps` is false, for callers that have done so for
  /// the whole folder.
  public init(_ path: String, isEdit: Bool = false, sweeps: Bool = true) throws(Problem) {
    self.isEdit = isEdit
    target = try OutputTarget(path)
    if !isEdit, let there = target.there { try Inputs.refuse(there, path) }
    // One rename moves it to its place from the same folder; a device or a pipe is written into from any.
    let folder = target.isSpecial ? WorkFolder.base : Path.folder(target.place)
    let stem = TemporaryName.stem(of: Path.name(target.place), in: folder)
    if sweeps { TemporaryName.removeLeftovers(in: folder, stem: stem) }
    // The temporary file must not be readable for users who may not read the file that it replaces.
    let mode = target.isSpecial ? 0o600 : target.there.map { $0.mode & 0o777 | 0o600 } ?? 0o666
    guard let made = TemporaryName.create(in: folder, stem: stem, mode: mode) else {
      throw OutputFile.cannotCreate(path)
    }
    temporary = made.path
    descriptor = made.descriptor
  }

  /// Appends bytes. Throws 74.
  public func write(_ bytes: [UInt8]) throws(Problem) {
    try OutputFile.writeAll(bytes, to: descriptor, path: target.path)
  }

  /// Gives the file its name, and the mode and owner of the file it replaces. Throws 73 when the renaming
  /// fails.
  ///
  /// The bytes of an edit are flushed to the disk first, so that a power failure does not empty a user's own
  /// file.
  public func commit() throws(Problem) {
    defer { end() }
    if target.isSpecial { return try pour() }
    keepOwnerAndMode()
    if isEdit { fsync(descriptor) }
    guard rename(temporary, target.place) == 0 else {
      let problem = OutputFile.cannotCreate(target.path)
      unlink(temporary)
      throw problem
    }
  }

  /// Removes what was written.
  public func abandon() {
    unlink(temporary)
    end()
  }

  /// Removes the file that is to be replaced.
  func removePlace() { if !target.isSpecial { unlink(target.place) } }

  private func end() {
    close(descriptor)
    Interruption.forget(temporary)
  }

  private func keepOwnerAndMode() {
    guard let there = target.there, let mine = FileStatus(descriptor: descriptor) else { return }
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
    try OutputFile.pour([bytes], into: target.path)
  }
}
