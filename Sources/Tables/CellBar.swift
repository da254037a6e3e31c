import Datasets
import Markup
import Values

/// Draws the bars of one column, all on one scale.
///
/// A bar ends where the figure does. What is only known to lie in between is drawn lighter, and
/// what is open goes on to the end of the scale, lighter still. The figure stands beside it as
/// text, so that nothing is lost without the picture.
struct CellBar {
  /// The width and height of the picture, in its own units.
  private static let width = 100.0
  private static let height = 10.0

  private let lowest: Double
  private let highest: Double

  /// Bars for `values`, none of which has one where all are missing.
  init(_ bar: TableBar, values: [Value]) {
    var bounds: [Double] = []
    for value in values {
      switch value {
      case .number(let number) where number.isFinite: bounds.append(number)
      case .estimate(let estimate): bounds += [estimate.low, estimate.high].compactMap(\.self)
      default: continue
      }
    }
    lowest = min(0, bounds.min() ?? 0)
    highest = max(0, bar.maximum ?? bounds.max() ?? 0)
  }

  /// Writes the bar of `value`, or an empty picture of the same size where it is missing.
  func write(_ value: Value, to writer: inout MarkupWriter) {
    guard highest > lowest else { return }
    let size: MarkupWriter.Attributes = [
      "class": "bar", "viewBox": "0 0 100 10", "preserveAspectRatio": "none",
      "aria-hidden": "true", "focusable": "false",
    ]
    writer.element("svg", size) { writer in
      switch value {
      case .number(let number) where number.isFinite:
        piece("bar-value", from: 0, to: number, to: &writer)
      case .estimate(let estimate):
        let solid = estimate.low ?? 0
        if estimate.low != nil { piece("bar-value", from: 0, to: solid, to: &writer) }
        if let high = estimate.high {
          let kind: AttributeValue = estimate.low == nil ? "bar-open" : "bar-range"
          piece(kind, from: solid, to: high, to: &writer)
        } else {
          piece("bar-open", from: solid, to: highest, to: &writer)
        }
      default: break
      }
      if lowest < 0 {
        writer.empty(
          "rect",
          ["class": "bar-zero", "x": .number(place(0)), "y": "0", "width": "0.75", "height": "10"])
      }
    }
  }

  private func place(_ value: Double) -> Double {
    (min(max(value, lowest), highest) - lowest) / (highest - lowest) * Self.width
  }

  private func piece(
    _ kind: AttributeValue, from start: Double, to end: Double, to writer: inout MarkupWriter
  ) {
    let places = (min(place(start), place(end)), max(place(start), place(end)))
    guard places.1 > places.0 else { return }
    writer.empty(
      "rect",
      [
        "class": kind, "x": .number(places.0), "y": "0", "width": .number(places.1 - places.0),
        "height": .number(Self.height),
      ])
  }
}
