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

  /// Ends what a stopped build may have begun to write.
  static func recoverOutput(_ layout: ProjectLayout) {
    do {
      try SiteWriter.recover(layout)
    } catch {
      // Who writes there will meet it again; others need not.
      Console.note("note: \(error)")
    }
  }

  /// Reads the project that `options` name.
  static func load(_ options: ProjectOptions) -> Outcome<SourceTree> {
    SourceLoader.load(options.layout, defaults: DefaultFiles.templates)
  }

  /// Reads and compiles the project that `options` name.
  init(_ options: ProjectOptions) async {
    Self.recoverOutput(options.layout)
    await self.init(options, Self.load(options))
  }

  /// Compiles a project that was read.
  /// - Parameter makesPDFs: Whether each brief is to have a PDF beside it.
  init(_ options: ProjectOptions, _ loaded: Outcome<SourceTree>, makesPDFs: Bool = false) async {
    var memory = ProcessMemory()
    await self.init(options, loaded, makesPDFs: makesPDFs, inputs: nil, remembering: &memory)
  }

  /// What a process that builds again and again keeps from one time to the next.
  struct ProcessMemory {
    var pages = CompileMemory()
    var graphs: [GraphRequest: GraphPlacement] = [:]
  }

  /// The same, with what an earlier build by this process has left.
  init(
    _ options: ProjectOptions, _ loaded: Outcome<SourceTree>, makesPDFs: Bool = false,
    inputs: RenderInputs?, remembering memory: inout ProcessMemory
  ) async {
    let workers = options.jobs ?? Self.processorCount
    let compiler = SiteCompiler(
      options: SiteCompiler.Options(
        includesDrafts: options.drafts, audience: options.audience, workers: workers,
        makesPDFs: makesPDFs))
    var diagnostics = loaded.diagnostics
    // Without content there is nothing else to find, and every page would seem to be missing.
    let stops =
      loaded.diagnostics.contains {
        $0.code == .contentMissing || $0.code == .contentEmpty
      } || loaded.value.content.isEmpty
    let outcome =
      stops
      ? Outcome(ResolvedSite.empty)
      : await compiler.compile(
        loaded.value, known: inputs, remembering: &memory.pages)
    self.tree = loaded.value.replacing(outcome.value.decodedTexts)
    self.site = outcome.take(into: &diagnostics)
    self.diagnostics = diagnostics.sortedForReport
    self.compiler = compiler
    site.graphPlacements = memory.graphs
    await layOutGraphs(workers: workers)
    memory.graphs = site.graphPlacements
  }

  /// Lets `dot` lay out the graphs, which no page can be drawn without.
  private mutating func layOutGraphs(workers: Int) async {
    let asked = SiteCompiler.graphRequests(of: site).filter {
      site.graphPlacements[$0.request] == nil
    }
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
  /// - Returns: Whether none failed.
  @discardableResult
  mutating func makePictures(
    _ options: ProjectOptions, makesCards: Bool = true
  ) async -> Bool {
    let maker = PictureMaker(
      options.layout, workers: options.jobs ?? Self.processorCount)
    (site.cards, site.smallerPictures) = await maker.pictures(
      of: site, from: tree, makesCards: makesCards)
    let complaints = Set(await maker.complaints).sorted()
    for complaint in complaints { Console.note("note: \(complaint)") }
    return complaints.isEmpty
  }

  private static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// What was found, to be written as `options` ask.
  func report(_ options: ProjectOptions) -> Report {
    options.report(diagnostics, files: tree.files)
  }

  /// Renders the site into `emit`, and adds what reading the produced pages brings to light.
  /// - Returns: What the next rendering may use; nil where nothing could be rendered.
  @discardableResult
  mutating func render(
    reusing reuse: RenderReuse? = nil,
    emit: @escaping @Sendable (RenderedFile) async throws -> Void
  ) async throws -> RenderOutcome? {
    // A broken template cannot be filled, and what it should have written is not missing too.
    let isTemplateBroken = diagnostics.contains { $0.code.rawValue.hasPrefix("template-") }
    guard !isTemplateBroken else { return nil }
    let rendered = try await compiler.render(site, reusing: reuse, emit: emit)
    add(rendered.diagnostics, settling: SiteCompiler.foundByRendering)
    return rendered.value
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
    options.fails(diagnostics)
  }
}
