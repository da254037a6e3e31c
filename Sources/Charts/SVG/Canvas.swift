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

  /// Whether anything in it is a link.
  private(set) var hasLinks = false
  /// Whether anything in it has a colour of the theme's ramps.
  private(set) var usesRamps = false

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

  /// Draws what leads elsewhere; as it is where there is no address.
  mutating func linked(_ address: String?, _ content: (inout Canvas) -> Void) {
    guard let address else { return content(&self) }
    writer.open("a", ["href": .text(address)])
    hasLinks = true
    content(&self)
    writer.close("a")
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
        "class": look.classes(style), "x1": .number(x1), "y1": .number(y1), "x2": .number(x2),
        "y2": .number(y2), "stroke": look.strokeColor, "stroke-width": look.strokeWidth,
        "stroke-dasharray": look.dashes, "stroke-dashoffset": look.dashStart,
        "stroke-linecap": look.linecap, "stroke-opacity": look.strokeFade, "opacity": look.fade,
      ], title, look)
  }

  /// Draws a rectangle; corners are rounded by `radius` px.
  mutating func rectangle(
    _ box: Box, _ style: String, radius: Double = 0, look: Look = Look(), title: String? = nil
  ) {
    shape(
      "rect",
      [
        "class": look.classes(style), "x": .number(box.minX), "y": .number(box.minY),
        "width": .number(max(0, box.width)), "height": .number(max(0, box.height)),
        "rx": radius > 0 ? .number(radius) : .absent, "fill": look.fillColor,
        "stroke": look.strokeColor, "stroke-width": look.strokeWidth,
        "stroke-dasharray": look.dashes, "stroke-dashoffset": look.dashStart,
        "fill-opacity": look.fillFade, "stroke-opacity": look.strokeFade, "opacity": look.fade,
        "mask": look.masking,
      ], title, look)
  }

  /// Draws a circle.
  mutating func circle(
    _ x: Double, _ y: Double, radius: Double, _ style: String, look: Look = Look(),
    title: String? = nil
  ) {
    shape(
      "circle",
      [
        "class": look.classes(style), "cx": .number(x), "cy": .number(y), "r": .number(radius),
        "fill": look.fillColor, "stroke": look.strokeColor, "stroke-width": look.strokeWidth,
        "stroke-dasharray": look.dashes, "stroke-dashoffset": look.dashStart,
        "fill-opacity": look.fillFade, "stroke-opacity": look.strokeFade, "opacity": look.fade,
      ], title, look)
  }

  /// Draws a path.
  mutating func path(
    _ data: PathData, _ style: String, look: Look = Look(), title: String? = nil
  ) {
    shape(
      "path",
      [
        "class": look.classes(style), "d": .text(data.text), "fill": look.fillColor,
        "stroke": look.strokeColor, "stroke-width": look.strokeWidth,
        "stroke-dasharray": look.dashes, "stroke-dashoffset": look.dashStart,
        "stroke-linecap": look.linecap, "stroke-linejoin": look.linejoin,
        "stroke-miterlimit": look.miter,
        "fill-opacity": look.fillFade, "stroke-opacity": look.strokeFade, "opacity": look.fade,
        "mask": look.masking,
      ], title, look)
  }

  /// Writes markup of the caller's own, such as definitions.
  mutating func write(_ write: (inout MarkupWriter) -> Void) { write(&writer) }

  private mutating func shape(
    _ name: StaticString, _ attributes: MarkupWriter.Attributes, _ title: String?, _ look: Look
  ) {
    if look.usesRamp { usesRamps = true }
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
    size: Double = Canvas.fontSize, weight: FontWeight = .regular, look: Look = Look(),
    title: String? = nil
  ) {
    texts.append(
      PlacedText(
        text: text, box: Canvas.box(of: text, x, y, anchor, size: size, weight: weight),
        style: style))
    writer.open(
      "text",
      [
        "class": look.classes(style), "x": .number(x), "y": .number(y),
        "text-anchor": anchor.attribute,
        "font-size": size == Canvas.fontSize ? .absent : .number(size),
        "font-weight": weight == .bold ? "bold" : .absent, "font-family": look.fontFamily,
        "font-style": look.slant, "fill": look.fillColor,
        "opacity": look.fade,
      ])
    writer.text(text)
    if let title { writer.element("title", text: title) }
    writer.close("text")
  }

  /// Sets lines of text as one element, the first baseline at `y`; a single line is plain text.
  mutating func text(
    lines: [String], _ x: Double, _ y: Double, lineHeight: Double, _ style: String,
    anchor: Anchor = .start, size: Double = Canvas.fontSize, weight: FontWeight = .regular,
    look: Look = Look(), title: String? = nil
  ) {
    guard lines.count > 1 else {
      return text(
        lines.first ?? "", x, y, style, anchor: anchor, size: size, weight: weight, look: look,
        title: title)
    }
    writer.open(
      "text",
      [
        "class": look.classes(style), "y": .number(y), "text-anchor": anchor.attribute,
        "font-size": size == Canvas.fontSize ? .absent : .number(size),
        "font-weight": weight == .bold ? "bold" : .absent, "font-family": look.fontFamily,
        "font-style": look.slant, "fill": look.fillColor,
        "opacity": look.fade,
      ])
    for (index, line) in lines.enumerated() {
      texts.append(
        PlacedText(
          text: line,
          box: Canvas.box(
            of: line, x, y + Double(index) * lineHeight, anchor, size: size, weight: weight),
          style: style))
      // A blank keeps the words apart for those who copy or hear them; it stands where it does not
      // move them.
      let words =
        anchor == .end
        ? (index > 0 ? " " + line : line) : (index < lines.count - 1 ? line + " " : line)
      writer.element(
        "tspan",
        ["x": .number(x), "dy": index == 0 ? .absent : .number(lineHeight)], text: words)
    }
    if let title { writer.element("title", text: title) }
    writer.close("text")
  }

  /// Sets one line of text turned by `angle` degrees about the point where its baseline begins, is
  /// in the middle, or ends.
  mutating func turnedText(
    _ text: String, _ x: Double, _ y: Double, _ style: String, angle: Double, anchor: Anchor,
    size: Double = Canvas.fontSize, weight: FontWeight = .regular, look: Look = Look(),
    title: String? = nil
  ) {
    let level = Canvas.box(of: text, x, y, anchor, size: size, weight: weight)
    texts.append(
      PlacedText(text: text, box: level.turned(by: angle, aboutX: x, y: y), style: style))
    let place = "\(x.decimalText(places: 2)) \(y.decimalText(places: 2))"
    writer.open(
      "text",
      [
        "class": look.classes(style), "x": .number(x), "y": .number(y),
        "text-anchor": anchor.attribute,
        "font-size": size == Canvas.fontSize ? .absent : .number(size),
        "font-weight": weight == .bold ? "bold" : .absent, "font-family": look.fontFamily,
        "font-style": look.slant, "fill": look.fillColor,
        "opacity": look.fade,
        "transform": .text("rotate(\(angle.decimalText(places: 2)) \(place))"),
      ])
    writer.text(text)
    if let title { writer.element("title", text: title) }
    writer.close("text")
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
