import Diagnostics
import Documents

/// Whether `width` and `height` are those of the plot or of all that is about it: Vega-Lite's
/// `autosize`.
enum Autosize: String, Hashable, Sendable, CaseIterable {
  /// Of the plot alone.
  case pad
  /// With axes and titles.
  case fit
  case fitX = "fit-x"
  case fitY = "fit-y"

  /// Whether the side along a channel includes what is about the plot.
  func includesGuides(along channel: Channel) -> Bool {
    switch self {
    case .pad: false
    case .fit: true
    case .fitX: channel == .x
    case .fitY: channel == .y
    }
  }

  /// Reads `autosize: fit`, `autosize: {type: fit}`.
  static func read(_ reader: inout PropertyReader) -> Autosize? {
    guard let node = reader.node("autosize") else { return nil }
    guard node.entries != nil else { return reader.choice("autosize", of: Autosize.self)?.value }
    var inner = PropertyReader(node, of: "'autosize' of \(reader.subject)")
    let kind = inner.choice("type", of: Autosize.self)?.value
    inner.unused(["contains", "resize"], because: "a picture is drawn once, without a margin")
    reader.report(inner.finish())
    return kind
  }
}
