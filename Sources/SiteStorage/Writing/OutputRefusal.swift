/// Why a site may not be written to a folder: something would be lost that is not ours.
enum OutputRefusal {
  /// Of an output that only seems to lie in the project.
  static func ofLeadingOut(_ layout: ProjectLayout) throws(StorageError) {
    guard layout.leadsOut(layout.output) else { return }
    throw StorageError(
      "write the site to", layout.output,
      reason: "a symbolic link leads out of the project; name the folder itself with --output")
  }

  /// Of a folder that holds the sources or lies in them, or lies in another site.
  static func ofNesting(_ layout: ProjectLayout) throws(StorageError) {
    let output = layout.output
    for source in [layout.content, layout.templates] {
      guard !(source + "/").hasPrefix(output + "/"), !output.hasPrefix(source + "/") else {
        throw StorageError(
          "write the site to", output, reason: "it and '\(source)' lie within one another")
      }
    }
    var above = Disk.parent(of: output)
    while above != "/", above != "." {
      guard try SiteManifest.read(in: above) == nil else {
        throw StorageError(
          "write the site to", output, reason: "it lies in a site that Dossier made, '\(above)'")
      }
      above = Disk.parent(of: above)
    }
  }

  /// Of a folder that Dossier did not make, or in which others have put files since.
  static func ofForeign(_ layout: ProjectLayout) throws(StorageError) {
    let output = layout.output
    guard let kind = Disk.kind(of: output) else { return }
    guard kind == .folder else {
      throw StorageError("write the site to", output, reason: "it is no folder")
    }
    let names = try Disk.names(in: output)
    if names.allSatisfy({ $0 == SiteWriter.note }) { return }
    guard let manifest = try SiteManifest.read(in: output) else {
      throw foreign(output, names.filter { $0 != SiteWriter.note })
    }
    // What others have put beside the site since would be lost with it.
    let strangers = try manifest.strangers(in: output, but: SiteWriter.note)
    if !strangers.isEmpty { throw foreign(output, strangers) }
  }

  private static func foreign(_ output: String, _ names: [String]) -> StorageError {
    let some = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return StorageError(
      "write the site to", output,
      reason: "it holds files that Dossier did not make, such as \(some); move them away, or "
        + "name another folder with --output")
  }
}
