public import Diagnostics
public import SiteModel
public import Values

/// Turns a source tree into a site: no disk, no clock, no environment, no console.
public struct SiteCompiler: Sendable {
  /// What a build may differ in.
  public struct Options: Sendable {
    /// Whether pages marked as drafts are part of the site.
    public var includesDrafts: Bool
    /// The circle that the site is for; nil where it is for whoever may see everything.
    public var audience: TrafficLight?
    /// How many pages are worked on at once; the result is the same for any number.
    public var workers: Int
    /// Whether each brief is to have a PDF beside it, which someone prints once the site is rendered.
    public var makesPDFs: Bool

    /// A build without drafts unless they are asked for.
    public init(
      includesDrafts: Bool = false, audience: TrafficLight? = nil, workers: Int = 1,
      makesPDFs: Bool = false
    ) {
      self.includesDrafts = includesDrafts
      self.audience = audience
      self.makesPDFs = makesPDFs
      self.workers = max(1, workers)
    }
  }

  let options: Options

  /// A compiler with `options`.
  public init(options: Options) {
    self.options = options
  }

  /// Parses, withholds and resolves: everything that can be wrong is found here.
  ///
  /// With an error among the diagnostics the site is fit to be looked at, not to be published.
  public func compile(_ tree: SourceTree) async -> Outcome<ResolvedSite> {
    var memory = CompileMemory()
    return await compile(tree, known: nil, remembering: &memory)
  }

  /// The same, with what an earlier build has left.
  /// - Parameters:
  ///   - inputs: By what the files of `tree` are known; nil where nothing is kept.
  ///   - memory: What the last build left, and then what this one does.
  public func compile(
    _ tree: SourceTree, known inputs: RenderInputs?, remembering memory: inout CompileMemory
  ) async -> Outcome<ResolvedSite> {
    var diagnostics: [Diagnostic] = []
    let known = inputs.map { (files: $0.files, memory: memory) }
    let frame = inputs.map { CompileMemory.frame(of: tree, $0, options) }
    let isFramed = frame != nil && frame == memory.frame
    let parsed = await SiteParser(tree: tree, workers: options.workers, known: known)
      .parse(within: isFramed ? memory.read : nil).take(into: &diagnostics)
    let shown = Withholding(
      includesDrafts: options.includesDrafts, audience: options.audience
    ).apply(to: parsed.site).take(into: &diagnostics)
    let resolver = SiteResolver(
      workers: options.workers, templates: parsed.frame.templates, makesPDFs: options.makesPDFs)
    let resolved = await resolver.resolve(
      shown, after: isFramed ? last(memory, parsed) : nil
    ).take(into: &diagnostics)
    var site = resolved.site
    if let inputs, let frame {
      memory = CompileMemory(frame: frame, tree, inputs, parsed, resolved, after: memory)
      site.surroundings = memory.surroundings
      site.standingKey = memory.standingKey
    }
    if let colors = parsed.frame.colors { site.colors = colors }
    site.decodedTexts = parsed.frame.decodedTexts
    let allowances = AllowanceFilter(
      parsed.site, shown: shown, tree: tree.replacing(parsed.frame.decodedTexts))
    return Outcome(site, allowances.apply(to: diagnostics))
  }

  /// What resolving may go by, where the files besides the pages have not changed.
  private func last(_ memory: CompileMemory, _ parsed: SiteParser.Parsed) -> LastResolution? {
    // Raw HTML may have ids that no outline knows, and the files of a build for an audience are
    // those that its texts use.
    guard parsed.site.configuration.html != .all, options.audience == nil else { return nil }
    return LastResolution(
      last: memory.records, current: parsed.records, rewritten: parsed.rewritten,
      suspects: memory.suspects, standing: memory.standing, index: memory.index)
  }

  /// Renders a site, handing each file over as soon as it is made, in no order.
  ///
  /// - Parameter reuse: What may be taken over from an earlier rendering; the files are the same as
  ///   without it.
  /// - Returns: What the next rendering may use, and what does not resolve in the produced pages, templates and raw HTML included, less
  ///   what was reported before. With an error among it the files are not fit to be published.
  /// - Throws: What `emit` throws, and nothing else once the templates are resolved.
  public func render(
    _ site: ResolvedSite, reusing reuse: RenderReuse? = nil,
    emit: @escaping @Sendable (RenderedFile) async throws -> Void
  ) async throws -> Outcome<RenderOutcome> {
    try await SiteRenderer(site: site, workers: options.workers).render(reusing: reuse, emit: emit)
  }

  /// The codes of what only ``render(_:emit:)`` finds.
  public static let foundByRendering: Set<DiagnosticCode> = [.renderedLinkBroken, .idDuplicate]

  /// What remains of findings that others made of a compiled site, less those that its pages allow,
  /// with an `allow-unused` for each allowance of something that was looked for and not found.
  /// - Parameters:
  ///   - settled: The codes of which there will be no more findings.
  ///   - earlier: What was found before, for which something may not have been looked at.
  public func allowing(
    _ found: [Diagnostic], settling settled: Set<DiagnosticCode>, in site: ResolvedSite,
    of tree: SourceTree, besides earlier: [Diagnostic]
  ) -> [Diagnostic] {
    AllowanceFilter(site, tree: tree)
      .applyLate(to: found, settling: settled, earlier: earlier)
  }
}
