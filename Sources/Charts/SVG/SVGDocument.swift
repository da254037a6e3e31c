import Bytes
import Markup

/// The `svg` element about a picture: its size, its words for those who do not see it, and for a
/// file that stands by itself its ground and colours.
struct SVGDocument: Sendable {
  /// The width, in px.
  let width: Double
  /// The height, in px.
  let height: Double
  /// The class of the element: `chart`, `timeline`.
  let style: String
  /// The name that assistive technology says.
  let title: String
  /// The text for those who do not see the picture.
  let description: String
  /// The BCP 47 tag of the words' language.
  let language: String
  /// What every id begins with.
  let idPrefix: String
  /// Whether there are links in it: an image's parts are hidden from assistive technology, and what
  /// is hidden must not take the focus, so a picture with links is a group.
  var hasLinks = false
  /// Whether there are nodes of graphs in it.
  var hasNodes = false

  /// The margin about a picture that stands by itself, in px.
  private static let margin = 16.0

  /// Writes what was drawn on `canvas`.
  /// - Parameter colors: The colours of a file that stands by itself; nil for a part of a page.
  func write(_ canvas: Canvas, standalone colors: LightColors?) -> Fragment {
    let isStandalone = colors != nil
    let margin = isStandalone ? SVGDocument.margin : 0
    let size = (width: width + 2 * margin, height: height + 2 * margin)
    let corner = (-margin).decimalText()
    let extent = "\(size.width.decimalText()) \(size.height.decimalText())"
    var writer = MarkupWriter()
    writer.open(
      "svg",
      [
        "xmlns": isStandalone ? "http://www.w3.org/2000/svg" : .absent, "class": .text(style),
        "viewBox": .text("\(corner) \(corner) \(extent)"), "width": .number(size.width),
        "height": .number(size.height), "role": hasLinks ? "group" : "img", "lang": .text(language),
        // A page that reads from right to left would turn the anchors of all text round.
        "direction": "ltr", "aria-labelledby": .text("\(idPrefix)-title"),
        "aria-describedby": .text("\(idPrefix)-desc"),
        "font-family": .text(TextMetrics.fontFamily), "font-size": .number(Canvas.fontSize),
      ])
    writer.element("title", ["id": .text("\(idPrefix)-title")], text: title)
    writer.element("desc", ["id": .text("\(idPrefix)-desc")], text: description)
    writer.newline()
    if let colors {
      let ramps = canvas.usesRamps ? colors.ramps : ""
      writer.element("style", text: colors.sheet + ramps + (hasNodes ? colors.nodes : ""))
      writer.empty(
        "rect",
        [
          "class": "paper", "x": .number(-margin), "y": .number(-margin),
          "width": .number(size.width), "height": .number(size.height),
        ])
      writer.newline()
    }
    writer.fragment(canvas.fragment)
    writer.close("svg")
    return writer.fragment
  }
}
