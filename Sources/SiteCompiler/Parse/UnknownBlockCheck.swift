import Diagnostics
import Markdown
import SiteModel

/// Finds code that was meant for a block: a fence with a figure's id whose name is no block's.
///
/// Such a fence is code to show, as any other, so the page is whole; but the figure is not there.
enum UnknownBlockCheck {
  private static let names = ["chart", "table", "timeline"]

  /// A warning at the name of `fence`, or at its id where it has no name; nil where its id is no
  /// figure's.
  static func check(_ fence: FencedBlock) -> Diagnostic? {
    guard let id = fence.attributes.id,
      let kind = FigureKind.allCases.first(where: { id.text.hasPrefix($0.prefix + "-") })
    else { return nil }
    let name = fence.name.text
    let help =
      Suggestion.didYouMean(name, among: names)
      ?? "blocks are called chart, table and timeline; code needs no id that begins with "
      + "'\(kind.prefix)-'"
    let message =
      name.isEmpty
      ? "'#\(id.text)' is a figure's id, but the fence names no block, so it is shown as code"
      : "no block is called '\(name)', so '#\(id.text)' is shown as code"
    return Diagnostic(
      .blockUnknown, message, at: name.isEmpty ? id.span : fence.name.span, help: help)
  }
}
