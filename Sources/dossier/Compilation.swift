import Charts
import Diagnostics
import Foundation
import Programs
import SiteCompiler
import SiteModel
import SiteStorage

/// A project that was read and compiled, with everything that was found.
struct Compilation {
  let tree: SourceTree
  private(set) var site: ResolvedSite
  var diagnostics: [Diagnostic]

  /// Reads and compiles the project that `options` name.
  /// - Parameter makesPDFs: Whether each brief is to have a PDF beside it.
  init(_ options: ProjectOptions, makesPDFs: Bool = false) async {
    let loaded = SourceLoader.load(options.layout, defaults: DefaultFiles.templates)
    let workers = options.jobs ?? Self.processorCount
    let compiler = SiteCompiler(
      options: SiteCompiler.Options(
        includesDrafts: options.drafts, audience: options.audience, workers: workers,
        makesPDFs: makesPDFs))
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
    await layOutGraphs(workers: workers)
  }

  /// Lets `dot` lay out the graphs, which no page can be drawn without.
  private mutating func layOutGraphs(workers: Int) async {
    let asked = SiteCompiler.graphRequests(of: site)
    guard !asked.isEmpty else { return }
    let requests = asked.map { Graphviz.Request(dot: $0.request.dot, span: $0.span) }
    var answers = await Graphviz.layOut(requests, workers: workers)
    for (request, _) in asked where site.graphPlacements[request] == nil {
      guard case .layout(let json)? = answers[request.dot] else { continue }
      if let placement = GraphPlacement(json: json) {
        site.graphPlacements[request] = placement
      } else {
        answers[request.dot] = .failed("answered with something that is no layout")
      }
    }
    add(
      Graphviz.diagnostics(requests, answers: answers),
      settling: [.programMissing, .programFailed])
  }

  let compiler: SiteCompiler

  /// Has outside programs make the pictures in pixels that go with the site, where they are
  /// installed.
  mutating func makePictures(_ options: ProjectOptions) async {
    let maker = PictureMaker(
      folder: options.layout.cache, workers: options.jobs ?? Self.processorCount)
    (site.cards, site.smallerPictures) = await maker.pictures(of: site)
    for complaint in Set(await maker.complaints).sorted() { Console.note("note: \(complaint)") }
  }

  private static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }

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
