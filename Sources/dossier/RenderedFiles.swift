import SiteModel

/// Gathers what many tasks render.
actor RenderedFiles {
  private(set) var files: [RenderedFile] = []

  func append(_ file: RenderedFile) {
    files.append(file)
  }
}
