import Bytes
import Markup

/// What a shape looks like beyond its classes; the theme's colours come by class.
struct Look: Hashable, Sendable {
  /// The width of its outline in px; nil leaves SVG's 1.
  var width: Double?
  /// The lengths of dashes and gaps in px; empty for an unbroken line.
  var dash: [Double] = []
  /// How opaque it is, 0 to 1.
  var opacity: Double = 1
  /// The id of the mask that it is seen through.
  var mask: String?
  /// Whether lines have round ends and corners.
  var isRound = false
  /// What it is filled with, beyond its classes.
  var fill: Paint?
  /// What its outline is drawn with, beyond its classes.
  var stroke: Paint?
  /// How opaque its filling is, 0 to 1.
  var fillOpacity = 1.0
  /// How opaque its outline is, 0 to 1.
  var strokeOpacity = 1.0
  /// How lines end: `butt`, `round`, `square`.
  var cap: String?
  /// How lines meet: `miter`, `round`, `bevel`.
  var join: String?
  /// Where its dashes begin, in px.
  var dashOffset = 0.0
  /// How far a corner may stick out, in widths of the line.
  var miterLimit: Double?
  /// The family of its letters; text is measured as if it were the house's.
  var font: String?
  /// How its letters stand: `italic`.
  var fontStyle: String?

  var strokeWidth: AttributeValue { width.map(AttributeValue.number) ?? .absent }
  var dashes: AttributeValue {
    dash.isEmpty ? .absent : .text(dash.map { $0.decimalText(places: 2) }.joined(separator: " "))
  }
  var fade: AttributeValue { opacity == 1 ? .absent : .number(opacity) }
  var masking: AttributeValue { AttributeValue(mask.map { "url(#\($0))" }) }
  var linecap: AttributeValue { isRound ? "round" : AttributeValue(cap) }
  var linejoin: AttributeValue { isRound ? "round" : AttributeValue(join) }

  var fillColor: AttributeValue { Look.color(fill) }
  var strokeColor: AttributeValue { Look.color(stroke) }
  var fillFade: AttributeValue { fillOpacity == 1 ? .absent : .number(fillOpacity) }
  var strokeFade: AttributeValue { strokeOpacity == 1 ? .absent : .number(strokeOpacity) }
  var dashStart: AttributeValue { dashOffset == 0 ? .absent : .number(dashOffset) }

  /// Whether a step of the theme's ramps is in it.
  var usesRamp: Bool {
    guard case .theme(let name)? = fill ?? stroke else { return false }
    return name.hasPrefix("q ") || name.hasPrefix("d ")
  }

  var miter: AttributeValue { miterLimit.map(AttributeValue.number) ?? .absent }
  /// The given family, and the house's where a reader has it not.
  var fontFamily: AttributeValue {
    AttributeValue(font.map { "\($0), \(TextMetrics.fontFamily)" })
  }
  var slant: AttributeValue { AttributeValue(fontStyle) }

  private static func color(_ paint: Paint?) -> AttributeValue {
    switch paint {
    case nil, .theme?: .absent
    case Paint.none?: "none"
    case .css(let color)?: .text(color)
    }
  }

  /// The classes `style` with those of the theme's colours.
  func classes(_ style: String) -> AttributeValue {
    var text = style
    func add(_ name: String) { text += text.isEmpty ? name : " " + name }
    switch (fill, stroke) {
    case (.theme(let one)?, .theme(let other)?) where one == other: add("\(one) fill line")
    case (.theme(let one)?, .theme(let other)?): add("\(one) fill \(other)-line")
    case (.theme(let one)?, _): add("\(one) fill")
    case (_, .theme(let other)?):
      add(fill == nil || fill == Paint.none ? "\(other) stroke" : "\(other) line")
    default: break
    }
    return text.isEmpty ? .absent : .text(text)
  }
}
