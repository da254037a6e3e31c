import Datasets
import Diagnostics
import SiteModel
import Values

/// Warns of what a page leads to or shows though it may not go as far round as the page: a build for
/// the page's own circle cannot have it.
struct NarrowerMarks {
  let index: SiteIndex
  /// The page, an index into the site's pages.
  let page: Int

  /// The mark of the page; nil where there is none, or where links that lead nowhere become text.
  private var mark: TrafficLight? {
    guard index.site.configuration.withheldLinks == .error, index.pages[page].generated == nil
    else { return nil }
    return Marking(index.site.configuration).mark(of: index.pages[page])
  }

  /// The finding that a link at `span` leads to the page `other`, where that is narrower.
  func check(linkTo other: Int, at span: SourceSpan) -> Diagnostic? {
    guard let mark, index.pages[other].generated == nil,
      let narrower = Marking(index.site.configuration).mark(of: index.pages[other]),
      narrower > mark
    else { return nil }
    return finding("leads to '\(index.pages[other].path)'", narrower, mark, span)
  }

  /// The finding that what stands at `span` shows `dataset`, where that is narrower.
  func check(dataset: Dataset, at span: SourceSpan) -> Diagnostic? {
    guard let mark, let narrower = Marking(index.site.configuration).mark(of: dataset),
      index.site.datasets[dataset.name] != nil, narrower > mark
    else { return nil }
    return finding("shows the dataset '\(dataset.name)'", narrower, mark, span)
  }

  private func finding(
    _ words: String, _ narrower: TrafficLight, _ mark: TrafficLight, _ span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .linkNarrower, "this page, which is \(mark.label), \(words), which is \(narrower.label)",
      at: span, help: "no build for \(mark.label) can have both")
  }
}
