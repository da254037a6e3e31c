import Bytes
import Markup

/// What a picture is drawn on: writes SVG as it goes and remembers where text was set.
///
/// The remembered boxes are how tests know that nothing overlaps and nothing is clipped.
struct Canvas: Sendable {
  /// One piece of text that was set: its words, its box, and the classes it bears.
  struct PlacedText: Hashable, Sendable {
    let text: String
    let box: Box
    let style: String
  }

  private var writer = MarkupWriter()
  /// All text set so far, in the order of drawing.
  private(set) var texts: [PlacedText] = []

  /// What was drawn so far, without the `svg` element about it.
  var fragment: Fragment { writer.fragment }

  /// Draws a group: `<g class=…>`.
  /// - Parameter label: what readers of the screen's text are told that it is.
  mutating func group(
    _ style: String, label: String? = nil, clip: String? = nil,
    _ content: (inout Canvas) -> Void
  ) {
    writer.open(
      "g",
      [
        "class": .text(style), "role": label == nil ? .absent : "group",
        "aria-label": AttributeValue(label),
        "clip-path": AttributeValue(clip.map { "url(#\($0))" }),
      ])
    content(&self)
    writer.close("g")
    writer.newline()
  }

  /// Draws one item of several shapes, with what is said when it is pointed at.
  mutating func item(title: String, _ content: (inout Canvas) -> Void) {
    writer.open("g")
    if !title.isEmpty { writer.element("title", text: title) }
    content(&self)
    writer.close("g")
  }

  /// Draws what is seen through a mask; as it is where there is none.
  mutating func masked(_ mask: String?, _ content: (inout Canvas) -> Void) {
    guard mask != nil else { return content(&self) }
    writer.open("g", ["mask": Look(mask: mask).masking])
    content(&self)
    writer.close("g")
  }

  /// Draws a straight line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String,
    look: Look = Look(), title: String? = nil
  ) {
    shape(
      "line",
      [
        "class": .text(style), "x1": .number(x1), "y1": .number(y1), "x2": .number(x2),
        "y2": .number(y2), "stroke-width": look.strokeWidth, "stroke-dasharray": look.dashes,
        "stroke-linecap": look.linecap, "opacity": look.fade,
      ], title)
  }

  /// Draws a rectangle; corners are rounded by `radius` px.
  mutating func rectangle(
    _ box: Box, _ style: String, radius: Double = 0, look: Look = Look(), title: String? = nil
  ) {
    shape(
      "rect",
      [
        "class": .text(style), "x": .number(box.minX), "y": .number(box.minY),
        "width": .number(max(0, box.width)), "height": .number(max(0, box.height)),
        "rx": radius > 0 ? .number(radius) : .absent, "stroke-width": look.strokeWidth,
        "stroke-dasharray": look.dashes, "opacity": look.fade, "mask": look.masking,
      ], title)
  }

  /// Draws a circle.
  mutating func circle(
    _ x: Double, _ y: Double, radius: Double, _ style: String, look: Look = Look(),
    title: String? = nil
  ) {
    shape(
      "circle",
      [
        "class": .text(style), "cx": .number(x), "cy": .number(y), "r": .number(radius),
        "stroke-width": look.strokeWidth, "stroke-dasharray": look.dashes, "opacity": look.fade,
      ], title)
  }

  /// Draws a path.
  mutating func path(
    _ data: PathData, _ style: String, look: Look = Look(), title: String? = nil
  ) {
    shape(
      "path",
      [
        "class": .text(style), "d": .text(data.text), "stroke-width": look.strokeWidth,
        "stroke-dasharray": look.dashes, "stroke-linecap": look.linecap,
        "stroke-linejoin": look.linejoin, "opacity": look.fade, "mask": look.masking,
      ], title)
  }

  /// Writes markup of the caller's own, such as definitions.
  mutating func write(_ write: (inout MarkupWriter) -> Void) { write(&writer) }

  private mutating func shape(
    _ name: StaticString, _ attributes: MarkupWriter.Attributes, _ title: String?
  ) {
    guard let title, !title.isEmpty else { return writer.empty(name, attributes) }
    writer.element(name, attributes) { $0.element("title", text: title) }
  }
}

extension Canvas {
  /// Which part of a text stands at the given place.
  enum Anchor: Sendable {
    case start, middle, end

    var attribute: AttributeValue {
      switch self {
      case .start: .absent
      case .middle: "middle"
      case .end: "end"
      }
    }
  }

  /// The size of all text that is given no other, in px.
  static let fontSize = 12.0

  /// Sets one line of text with its baseline at `y`.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ style: String, anchor: Anchor = .start,
    size: Double = Canvas.fontSize, weight: FontWeight = .regular, title: String? = nil
  ) {
    texts.append(
      PlacedText(
        text: text, box: Canvas.box(of: text, x, y, anchor, size: size, weight: weight),
        style: style))
    writer.open(
      "text",
      [
        "class": .text(style), "x": .number(x), "y": .number(y), "text-anchor": anchor.attribute,
        "font-size": size == Canvas.fontSize ? .absent : .number(size),
        "font-weight": weight == .bold ? "bold" : .absent,
      ])
    writer.text(text)
    if let title { writer.element("title", text: title) }
    writer.close("text")
  }

  /// Sets one line of text that reads upwards and ends at a point, its middle line at `x`.
  mutating func turnedText(_ text: String, _ x: Double, _ y: Double, _ style: String) {
    let size = Canvas.fontSize
    let baseline = x + size * 0.36
    let length = TextMetrics.width(text, size: size)
    let box = Box(
      minX: baseline - TextMetrics.ascent * size, minY: y,
      maxX: baseline + TextMetrics.descent * size, maxY: y + length)
    texts.append(PlacedText(text: text, box: box, style: style))
    let place = "\(baseline.decimalText(places: 2)) \(y.decimalText(places: 2))"
    writer.element(
      "text",
      [
        "class": .text(style), "x": .number(baseline), "y": .number(y), "text-anchor": "end",
        "transform": .text("rotate(-90 \(place))"),
      ], text: text)
  }

  /// The box that a line of text takes when set with its baseline at `y`.
  static func box(
    of text: String, _ x: Double, _ y: Double, _ anchor: Anchor, size: Double = Canvas.fontSize,
    weight: FontWeight = .regular
  ) -> Box {
    let width = TextMetrics.width(text, size: size, weight: weight)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return Box(
      minX: left, minY: y - TextMetrics.ascent * size, maxX: left + width,
      maxY: y + TextMetrics.descent * size)
  }
}
