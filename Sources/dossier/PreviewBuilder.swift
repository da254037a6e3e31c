import Bytes
import Diagnostics
import Preview
import SiteCompiler
import SiteModel
import SiteStorage

/// Builds the site for the preview again and again, and reports what it finds.
///
/// Pages whose files have not changed are not read again, and those that show nothing that has
/// changed are not rendered again.
actor PreviewBuilder {
  private let options: ProjectOptions
  private var memory = Compilation.ProcessMemory()
  private var rendered = RenderMemory()
  /// The files of the last good site.
  private var files: [String: RenderedFile] = [:]
  /// What the last build held, which is let go while the next one reads: nobody waits for it.
  private var remains: Compilation?

  init(options: ProjectOptions) {
    self.options = options
  }

  /// Builds the whole site.
  ///
  /// Everything is read, whatever is said to have changed: what has not is known by its bytes.
  func build(_ changes: SourceChanges) async throws -> PreviewBuild {
    let remains = self.remains
    self.remains = nil
    Task.detached { withExtendedLifetime(remains) {} }
    let loaded = Compilation.load(options)
    let inputs = RenderInputs(
      files: InputDigests(loaded).files,
      settings: LastBuild.settings(options, makesPDFs: false))
    var memory = self.memory
    var compilation = await Compilation(options, loaded, inputs: inputs, remembering: &memory)
    self.memory = memory
    defer { self.remains = compilation }
    let collected = RenderedFiles()
    let last = files
    let isFaulty = compilation.fails(options)
    // Cards are for those to whom a link is sent; nobody sees them here.
    if !isFaulty { await compilation.makePictures(options, makesCards: false) }
    let reuse = RenderReuse(
      of: compilation.tree, inputs: inputs, last: rendered,
      keep: { path in
        guard let file = last[path] else { return false }
        await collected.append(file)
        return true
      },
      keepRest: { dropped in await collected.append(rest: last, but: dropped) })
    // What the produced pages refer to in vain belongs in the same report, whatever else is wrong.
    let outcome = try await compilation.render(reusing: reuse) { await collected.append($0) }
    if let outcome, !isFaulty, !compilation.fails(options) { rendered = outcome.memory }
    let report = compilation.report(options)
    // For programs a report without findings says that all is mended; people are told otherwise.
    Console.report(report, as: options.format)
    guard !compilation.fails(options) else {
      let weight: Set<Diagnostic.Severity> = options.strict ? [.error, .warning] : [.error]
      return PreviewBuild(faults: report.shown.filter { weight.contains($0.severity) })
    }
    files = await collected.files
    return PreviewBuild(files: Array(files.values))
  }
}
