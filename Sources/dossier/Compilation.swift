import Diagnostics
import Foundation
import SiteCompiler
import SiteModel
import SiteStorage

/// A project that was read and compiled, with everything that was found.
struct Compilation {
  let tree: SourceTree
  let site: ResolvedSite
  var diagnostics: [Diagnostic]

  /// Reads and compiles the project that `options` name.
  init(_ options: ProjectOptions) async {
    let loaded = SourceLoader.load(options.layout, defaults: DefaultFiles.templates)
    let compiler = SiteCompiler(
      options: SiteCompiler.Options(
        includesDrafts: options.drafts,
        workers: options.jobs ?? ProcessInfo.processInfo.activeProcessorCount))
    var diagnostics = loaded.diagnostics
    // Without content there is nothing else to find, and every page would seem to be missing.
    let stops = loaded.diagnostics.contains {
      $0.code == .contentMissing || $0.code == .contentEmpty
    }
    let outcome = stops ? Outcome(ResolvedSite.empty) : await compiler.compile(loaded.value)
    self.tree = loaded.value.replacing(outcome.value.decodedTexts)
    self.site = outcome.take(into: &diagnostics)
    self.diagnostics = diagnostics.sortedForReport
    self.compiler = compiler
  }

  let compiler: SiteCompiler

  /// What was found, to be written as `options` ask.
  func report(_ options: ProjectOptions) -> Report {
    var report = Report(diagnostics, files: tree.files)
    // Forges look paths up from the root of the repository, which is where CI runs.
    if options.format == .sarif || options.format == .github { report.folder = options.folder }
    return report
  }

  /// Renders the site into `emit`, and adds what reading the produced pages brings to light.
  mutating func render(
    emit: @escaping @Sendable (RenderedFile) async throws -> Void
  ) async throws {
    // A broken template cannot be filled, and what it should have written is not missing too.
    let isTemplateBroken = diagnostics.contains { $0.code.rawValue.hasPrefix("template-") }
    guard !isTemplateBroken else { return }
    add(
      try await compiler.render(site, emit: emit), settling: SiteCompiler.foundByRendering)
  }

  /// Adds what others found out about the site, less what its pages allow.
  /// - Parameter settled: The codes of which there will be no more.
  mutating func add(_ found: [Diagnostic], settling settled: Set<DiagnosticCode>) {
    let found = compiler.allowing(
      found, settling: settled, in: site, of: tree, besides: diagnostics)
    diagnostics = (diagnostics + found).sortedForReport
  }

  /// Whether the publication has a fault that forbids to show it.
  func fails(_ options: ProjectOptions) -> Bool {
    diagnostics.errorCount > 0 || (options.strict && diagnostics.warningCount > 0)
  }
}
