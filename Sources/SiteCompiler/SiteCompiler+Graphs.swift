public import Charts
public import Diagnostics
public import SiteModel

extension SiteCompiler {
  /// What an outside program must lay out before `site` can be drawn, each with the place of its
  /// figure. ``SiteModel/ResolvedSite/graphPlacements`` takes what it answers.
  public static func graphRequests(
    of site: ResolvedSite
  ) -> [(request: GraphRequest, span: SourceSpan)] {
    site.pages.filter { $0.uses.figures.contains(where: \.isGraph) }.flatMap { page in
      zip(page.parsed.figures, page.figures).flatMap { parsed, figure in
        guard case .graph(let graph) = figure.content else {
          return [(request: GraphRequest, span: SourceSpan)]()
        }
        return graph.requests.map { ($0, parsed.span) }
      }
    }
  }
}
