import Diagnostics
import Markdown
import SiteModel

/// Finds code that was meant for a block: a fence with a figure's id whose name is no block's.
///
/// Such a fence is code to show, as any other, so the page is whole; but the figure is not there.
enum UnknownBlockCheck {
  /// A warning at the name of `fence`, a block of no kind, or at its id where it has no name; nil
  /// where its id is no figure's.
  static func check(_ fence: FencedBlock) -> Diagnostic? {
    guard let id = fence.attributes.id,
      let kind = FigureKind.allCases.first(where: { id.text.hasPrefix($0.prefix + "-") })
    else { return nil }
    let name = fence.name.text
    let blocks = FigureKind.allCases.flatMap(\.blockNames)
    let advice = kind.blockNames.map { "'\($0)' for a \($0)" }.joined(separator: ", ")
    let fault = name.isEmpty ? "this fence names no block" : "no block is called '\(name)'"
    return Diagnostic(
      .blockUnknown, "\(fault), so '#\(id.text)' is shown as code",
      at: name.isEmpty ? id.span : fence.name.span,
      help: Suggestion.didYouMean(name, among: blocks)
        ?? "write \(advice); code needs no id that begins with '\(kind.prefix)-'")
  }
}
