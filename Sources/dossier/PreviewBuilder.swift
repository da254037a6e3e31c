import Diagnostics
import Preview
import SiteModel

/// Builds the site for the preview, and reports what it finds.
struct PreviewBuilder: Sendable {
  let options: ProjectOptions

  /// Builds the whole site; what has changed is not asked for yet.
  func build(_ changes: SourceChanges) async throws -> PreviewBuild {
    var compilation = await Compilation(options)
    let collected = RenderedFiles()
    if compilation.fails(options) {
      // What the produced pages refer to in vain belongs in the same report.
      try await compilation.render { _ in }
    } else {
      await compilation.makePictures(options)
      try await compilation.render { await collected.append($0) }
    }
    let report = compilation.report(options)
    // For programs a report without findings says that all is mended; people are told otherwise.
    Console.report(report, as: options.format)
    guard !compilation.fails(options) else {
      let weight: Set<Diagnostic.Severity> = options.strict ? [.error, .warning] : [.error]
      return PreviewBuild(faults: report.shown.filter { weight.contains($0.severity) })
    }
    return PreviewBuild(files: await collected.files)
  }
}

/// Gathers what many tasks render.
private actor RenderedFiles {
  private(set) var files: [RenderedFile] = []

  func append(_ file: RenderedFile) {
    files.append(file)
  }
}
