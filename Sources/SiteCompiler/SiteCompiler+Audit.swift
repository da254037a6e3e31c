public import Charts
import Diagnostics
public import SiteModel

extension SiteCompiler {
  /// What finds out whether a site that was built of `tree` holds what its audience may not see; nil
  /// where the site is for no audience.
  ///
  /// - Parameter placements: Where an outside program put the nodes of graphs.
  /// - Throws: What rendering throws where a template cannot be filled.
  public func audit(
    of tree: SourceTree, placements: [GraphRequest: GraphPlacement] = [:]
  ) async throws -> Audit? {
    guard let audience = options.audience else { return nil }
    // What is wrong with the publication was told when the site was compiled.
    let parsed = await SiteParser(tree: tree, workers: options.workers).parse().value
    let sources = AuditSources(
      parsed.site, audience: audience, includesDrafts: options.includesDrafts)
    var audit = Audit(sources, audience: audience, workers: options.workers)
    let resolver = SiteResolver(workers: options.workers, templates: parsed.frame.templates)
    var site = await resolver.resolve(sources.reference).value.site
    site.graphPlacements = placements
    let made = MadeFiles()
    _ = try await render(site) { await made.append($0) }
    await audit.allow(await made.files)
    return audit
  }
}

/// Gathers what many tasks render.
private actor MadeFiles {
  private(set) var files: [RenderedFile] = []

  func append(_ file: RenderedFile) {
    files.append(file)
  }
}
