import Bytes
import Projections

/// The inputs and outputs of an atlas.
struct Manifest {
  let atlas: Atlas
  let files: FileSet
  /// Files that contain what the atlas withholds.
  let secretInputs: Set<String>

  /// `{schema, program, theme, versions, inputs, outputs}` with the SHA-256 of every file, except those that
  /// contain secrets: with all other rows known, a withheld one could be found by trial. `shipped` marks the tables
  /// that come with the program and not with the project.
  func json() throws(Problem) -> JSON {
    let versions = ProjectionContext().versions()
    let own = atlas.project.inputs
    let paths = own + atlas.project.shippedInputs
    let inputs = try Parallel.map(paths.count) { [secretInputs] (index) throws(Problem) -> JSON in
      let (path, name) = (paths[index], ("file", JSON.string(Path.name(paths[index]))))
      if secretInputs.contains(path) { return .object([name, ("protected", .bool(true))]) }
      let hash = ("sha256", JSON.string(SHA256.hexadecimal(try FileBytes.read(path))))
      return .object(index < own.count ? [name, hash] : [name, hash, ("shipped", .bool(true))])
    }
    return [
      "schema": .integer(1), "program": .string("cartopole \(Version.text)"),
      "theme": .string(atlas.look.theme.name),
      "versions": [
        "proj": .string(versions.proj), "proj_db_epsg": .optional(versions.epsg), "grids": .array([]),
        "pictures": .optional(files.painter),
        "workbook": .string("libxlsxwriter \(Workbook.version)"),
      ], "inputs": .array(inputs), "outputs": .array(files.written) { entry($0.name, $0.hash) },
    ]
  }

  private func entry(_ name: String, _ hash: String) -> JSON {
    ["file": .string(name), "sha256": .string(hash)]
  }
}
