import Datasets
import Diagnostics
import SiteModel
import Values

/// Takes out what this build may not show, before anything can refer to it: drafts, and what is not
/// marked for its audience or a wider one.
///
/// It is an allow-list: what bears no mark, or one that cannot be read, is taken out too.
struct Withholding {
  /// Whether drafts are asked for.
  let includesDrafts: Bool
  /// The circle that the build is for; nil where it is for whoever may see everything.
  var audience: TrafficLight?

  /// The site without what is withheld; of that only names and paths are kept.
  func apply(to site: ParsedSite) -> Outcome<ParsedSite> {
    var shown = site
    var diagnostics = RowMarkCheck.check(site.datasets)
    let marking = Marking(site.configuration)
    shown.pages = []
    for page in site.pages {
      if let reason = reason(toWithhold: page, marking) {
        shown.withheld.append(ParsedSite.WithheldPage(path: page.path, reason: reason))
        if case .mark(nil) = reason {
          diagnostics.append(Self.unmarked("this page", at: page.span))
        }
      } else {
        shown.pages.append(page)
      }
    }
    if let audience {
      shown.audience = audience
      diagnostics += WithheldData(audience: audience, marking: marking).apply(to: &shown, of: site)
      shown.withheldOutputs = WithheldOutputs.paths(of: site, beside: shown)
    }
    return Outcome(shown, diagnostics)
  }

  private func reason(
    toWithhold page: ParsedPage, _ marking: Marking
  ) -> ParsedSite.WithheldPage.Reason? {
    if page.frontMatter.isDraft, !includesDrafts { return .draft }
    guard let audience else { return nil }
    guard page.frontMatter.isReadable else { return .unreadable }
    guard let mark = marking.mark(of: page), mark <= audience else {
      return .mark(marking.mark(of: page))
    }
    return nil
  }

  /// What to say of something that bears no mark in a site that has none for it.
  static func unmarked(_ words: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .markMissing, "\(words) bears no TLP mark, so no audience may see it", at: span,
      help: "give it a 'tlp', or write one for the whole site in site.yaml")
  }
}

extension TrafficLight {
  /// Why what bears `mark` is not there in a build for this audience.
  func reasonToWithhold(_ mark: TrafficLight?) -> String {
    "\(mark.map { "is \($0.label)" } ?? "bears no TLP mark"), and this build is for \(label)"
  }
}
