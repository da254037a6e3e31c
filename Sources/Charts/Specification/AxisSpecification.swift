import Diagnostics
import Documents

/// What an axis or a legend is called.
enum TitleSetting: Hashable, Sendable {
  /// What the field is called, where that says something.
  case automatic
  /// Nothing.
  case none
  /// Words of the author's own.
  case text(String)

  /// Reads a title, where null means none.
  static func read(_ reader: inout PropertyReader, _ key: String = "title") -> TitleSetting {
    guard let entry = reader.entry(key) else { return .automatic }
    if entry.value.isNull { return .none }
    // A list of texts is a title of several lines in Vega-Lite; here lines break by themselves.
    if let lines = entry.value.elements {
      return .text(lines.compactMap(\.text).joined(separator: " "))
    }
    if let text = entry.value.text { return text.isEmpty ? .none : .text(text) }
    reader.wrongType(entry.value, key, expected: "text")
    return .automatic
  }
}

/// The properties of one axis: Vega-Lite's `axis`.
struct AxisSpecification: Hashable, Sendable {
  /// Whether there is none: `axis: null`.
  var isHidden = false
  /// What it is called.
  var title = TitleSetting.automatic
  /// How its numbers are written.
  var format: NumberStyle?
  /// The angle of its labels in degrees, 0 or -90; nil leaves it to the room there is.
  var labelAngle: Double?
  /// Whether lines are drawn across the plot; nil leaves it to the house.
  var showsGrid: Bool?
  /// Whether labels are written.
  var showsLabels = true
  /// Whether ticks are drawn.
  var showsTicks = true
  /// About how many ticks there are.
  var tickCount: Double?
  /// The values that bear ticks, where the author lists them.
  var values: [Double]?
}

extension AxisSpecification {
  /// Reads `axis: {…}`, or null for no axis.
  static func read(_ node: Node, of channel: Channel) -> Outcome<AxisSpecification> {
    var axis = AxisSpecification()
    if node.isNull {
      axis.isHidden = true
      return Outcome(axis)
    }
    var reader = PropertyReader(node, of: "the axis of '\(channel.rawValue)'")
    axis.title = TitleSetting.read(&reader)
    axis.format = NumberStyle.read(&reader)
    axis.showsGrid = reader.boolean("grid")
    axis.showsLabels = reader.boolean("labels") ?? true
    axis.showsTicks = reader.boolean("ticks") ?? true
    axis.tickCount = reader.positiveNumber("tickCount")
    if let node = reader.node("labelAngle") {
      switch node.number {
      case 0: axis.labelAngle = 0
      case -90, 270: axis.labelAngle = -90
      case nil: reader.wrongType(node, "labelAngle", expected: "a number")
      default:
        reader.report(
          .chartUnsupported, "'labelAngle' of \(reader.subject) can only be 0 or -90",
          at: node.span, help: "leave it out, and labels turn where they need to")
      }
    }
    if let node = reader.node("values") {
      let numbers = (node.elements ?? []).compactMap(\.number)
      if let elements = node.elements, elements.count == numbers.count {
        axis.values = numbers
      } else {
        reader.wrongType(node, "values", expected: "a list of numbers")
      }
    }
    return Outcome(axis, reader.finish())
  }
}

/// The properties of a legend: Vega-Lite's `legend`.
struct LegendSpecification: Hashable, Sendable {
  /// Whether there is none: `legend: null`.
  var isHidden = false
  /// What it is called.
  var title = TitleSetting.automatic

  /// Reads `legend: {…}`, or null for no legend.
  static func read(_ node: Node, of channel: Channel) -> Outcome<LegendSpecification> {
    var legend = LegendSpecification()
    if node.isNull {
      legend.isHidden = true
      return Outcome(legend)
    }
    var reader = PropertyReader(node, of: "the legend of '\(channel.rawValue)'")
    legend.title = TitleSetting.read(&reader)
    return Outcome(legend, reader.finish())
  }
}
