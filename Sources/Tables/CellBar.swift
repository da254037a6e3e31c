import Datasets
import Markup
import Values

/// Draws the bars of one column, all on one scale.
///
/// A bar is solid as far as a figure is certain. What is only known to lie in between is drawn
/// lighter, up to a mark at the bound; about a figure that is approximate the end is soft; what is
/// open fades away. The figure stands beside it as text, so that nothing is lost without the
/// picture.
struct CellBar {
  /// The width of the picture in its own units; its height is 10.
  private static let width = 100.0
  /// How wide an open end fades, and in how many steps.
  private static let fade = (width: 15.0, steps: 5)
  /// How far the end of an approximate figure is soft to either side.
  private static let softness = 2.5
  /// The width of the mark at a bound.
  private static let mark = 1.25

  private let lowest: Double
  private let highest: Double
  private let color: AttributeValue

  /// Bars for `values`, none of which has one where all are missing.
  init(_ bar: TableBar, values: [Value]) {
    let bounds = values.flatMap(Self.bounds(of:))
    let least = min(0, bounds.min() ?? 0)
    var greatest = max(0, bar.maximum?.value ?? bounds.max() ?? 0)
    if bar.maximum == nil {
      // An open end needs room to fade in, or the longest would look like an exact figure.
      let open = values.compactMap { value -> Double? in
        if case .estimate(let estimate) = value, estimate.high == nil { estimate.low } else { nil }
      }
      let room = 1 - Self.fade.width / Self.width
      if let end = open.max(), end > 0 { greatest = max(greatest, least + (end - least) / room) }
    }
    lowest = least
    highest = greatest
    color = bar.color.map { .text("bar c\($0)") } ?? "bar"
  }

  /// The ends of a value that can be drawn; none where it is missing.
  static func bounds(of value: Value) -> [Double] {
    switch value {
    case .number(let number) where number.isFinite: [number]
    case .estimate(let estimate): [estimate.low, estimate.high].compactMap(\.self)
    default: []
    }
  }

  /// Writes the bar of `value`, or an empty picture of the same size where it is missing.
  func write(_ value: Value, to writer: inout MarkupWriter) {
    guard highest > lowest else { return }
    let size: MarkupWriter.Attributes = [
      "class": color, "viewBox": "0 0 100 10", "preserveAspectRatio": "none",
      "aria-hidden": "true", "focusable": "false",
    ]
    writer.element("svg", size) { writer in
      switch value {
      case .number(let number) where number.isFinite:
        piece("bar-value", from: place(0), to: place(number), to: &writer)
      case .estimate(let estimate): write(estimate, to: &writer)
      default: break
      }
      if lowest < 0 {
        piece("bar-zero", from: place(0), to: place(0) + 0.75, to: &writer)
      }
    }
  }

  private func write(_ estimate: Estimate, to writer: inout MarkupWriter) {
    let zero = place(0)
    switch (estimate.low.map(place), estimate.high.map(place)) {
    case (let low?, let high?) where low == high:
      guard estimate.isApproximate else {
        return piece("bar-value", from: zero, to: low, to: &writer)
      }
      let ends = (max(0, low - Self.softness), min(Self.width, low + Self.softness))
      let solid = low >= zero ? max(zero, ends.0) : min(zero, ends.1)
      piece("bar-value", from: zero, to: solid, to: &writer)
      piece("bar-range", from: ends.0, to: ends.1, to: &writer)
    case (let low?, let high?):
      // On both sides of zero nothing is certain.
      let sure = low > zero ? low : high < zero ? high : zero
      piece("bar-value", from: zero, to: sure, to: &writer)
      piece("bar-range", from: low, to: high, to: &writer)
      for end in [low, high] where end != sure && end != zero { mark(end, to: &writer) }
    case (let low?, nil):
      let start = min(low, Self.width - Self.fade.width)
      piece("bar-value", from: zero, to: max(zero, start), to: &writer)
      fade(from: start, to: &writer)
    case (nil, let high?):
      piece("bar-range", from: zero, to: high, to: &writer)
      mark(high, to: &writer)
    // Every estimate has a bound.
    case (nil, nil): break
    }
  }

  private func place(_ value: Double) -> Double {
    (min(max(value, lowest), highest) - lowest) / (highest - lowest) * Self.width
  }

  /// The mark at a bound, within what it ends.
  private func mark(_ place: Double, to writer: inout MarkupWriter) {
    let start = max(0, place - (place > self.place(0) ? Self.mark : 0))
    piece("bar-end", from: start, to: start + Self.mark, to: &writer)
  }

  /// Ever lighter pieces, in which an open end gets lost.
  private func fade(from start: Double, to writer: inout MarkupWriter) {
    let step = Self.fade.width / Double(Self.fade.steps)
    for index in 0..<Self.fade.steps {
      let left = start + Double(index) * step
      let opacity = 0.75 - 0.14 * Double(index)
      piece("bar-open", from: left, to: left + step, opacity: .number(opacity), to: &writer)
    }
  }

  private func piece(
    _ kind: AttributeValue, from start: Double, to end: Double, opacity: AttributeValue = .absent,
    to writer: inout MarkupWriter
  ) {
    let left = min(start, end)
    let width = max(start, end) - left
    guard width > 0 else { return }
    writer.empty(
      "rect",
      [
        "class": kind, "x": .number(left), "y": "0", "width": .number(width), "height": "10",
        "fill-opacity": opacity,
      ])
  }
}
