import SiteModel

/// Gathers what many tasks render.
actor RenderedFiles {
  /// By path from the site's root.
  private(set) var files: [String: RenderedFile] = [:]

  func append(_ file: RenderedFile) {
    files[file.path] = file
  }

  /// Adds those of `others` that are not there yet, but for those at the paths `dropped`.
  func append(rest others: [String: RenderedFile], but dropped: Set<String>) {
    var all = others
    for path in dropped { all[path] = nil }
    all.merge(files) { _, own in own }
    files = all
  }
}
