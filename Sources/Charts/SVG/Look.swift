import Bytes
import Markup

/// What a shape looks like beyond its classes; colours are never here, they come by class.
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

  var strokeWidth: AttributeValue { width.map(AttributeValue.number) ?? .absent }
  var dashes: AttributeValue {
    dash.isEmpty ? .absent : .text(dash.map { $0.decimalText(places: 2) }.joined(separator: " "))
  }
  var fade: AttributeValue { opacity == 1 ? .absent : .number(opacity) }
  var masking: AttributeValue { AttributeValue(mask.map { "url(#\($0))" }) }
  var linecap: AttributeValue { isRound ? "round" : .absent }
  var linejoin: AttributeValue { isRound ? "round" : .absent }
}
