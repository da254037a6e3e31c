import Charts
import Markdown
import Markup
import SiteModel
import Values

extension ResolvedFigure {
  /// The width in pixels of a picture that stands by itself.
  static let standaloneWidth = 680.0

  /// The caption for where no markup can stand.
  var plainCaption: String? { caption.isEmpty ? nil : caption.document.plainText }

  /// The picture by itself, with its colours and its title; nil where the figure is no picture.
  func drawStandalone(language: Language, in site: ResolvedSite) -> Fragment? {
    switch content {
    case .chart(let chart):
      chart.drawStandalone(
        width: Self.standaloneWidth, language: language, idPrefix: id, title: plainCaption)
    case .timeline(let timeline):
      timeline.drawStandalone(
        width: Self.standaloneWidth, language: language, idPrefix: id, title: plainCaption)
    case .graph(let graph):
      graph.drawStandalone(
        width: Self.standaloneWidth, language: language, idPrefix: id, title: plainCaption,
        placements: site.graphPlacements)
    case .table, .none: nil
    }
  }
}
