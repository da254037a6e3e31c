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

  /// The picture for a page, in the classes of the site's sheet.
  ///
  /// - Parameters:
  ///   - width: The width in pixels that is asked for.
  ///   - place: What every id in it begins with.
  ///   - isLinked: Whether it leads where its page's addresses say, which hold on that page alone.
  /// - Returns: The picture and its width; nil where the figure is no picture.
  func draw(
    width: Double, language: Language, place: String, in site: ResolvedSite, isLinked: Bool
  ) -> (picture: Fragment, width: Double)? {
    func href(_ index: Int) -> String? { isLinked ? rowLinks[index]?.href : nil }
    switch content {
    case .chart(let chart):
      let picture = chart.draw(
        width: width, language: language, idPrefix: place, title: plainCaption)
      return (picture, width)
    case .timeline(let timeline):
      let picture = timeline.draw(
        width: width, language: language, idPrefix: place, title: plainCaption, href: href)
      return (picture, width)
    case .graph(let graph):
      return graph.draw(
        width: width, language: language, idPrefix: place, title: plainCaption,
        placements: site.graphPlacements, href: href)
    case .table, .none: return nil
    }
  }

  /// The picture by itself, with its colours and its title; nil where the figure is no picture.
  func drawStandalone(language: Language, in site: ResolvedSite) -> Fragment? {
    switch content {
    case .chart(let chart):
      chart.drawStandalone(
        width: Self.standaloneWidth, language: language, idPrefix: id, title: plainCaption,
        colors: site.colors)
    case .timeline(let timeline):
      timeline.drawStandalone(
        width: Self.standaloneWidth, language: language, idPrefix: id, title: plainCaption,
        colors: site.colors)
    case .graph(let graph):
      graph.drawStandalone(
        width: Self.standaloneWidth, language: language, idPrefix: id, title: plainCaption,
        placements: site.graphPlacements, colors: site.colors)
    case .table, .none: nil
    }
  }
}
