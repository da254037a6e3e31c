import Diagnostics
import Documents

extension AxisSpecification {
  /// Reads `axis: {…}`, or null for no axis.
  static func read(_ node: Node, of subject: String) -> Outcome<AxisSpecification> {
    var axis = AxisSpecification()
    if node.isNull || node.boolean == false {
      axis.isHidden = true
      return Outcome(axis)
    }
    var reader = PropertyReader(node, of: subject)
    axis.title = TitleSetting.read(&reader)
    axis.format = LabelFormat.read(&reader, type: nil)
    axis.tickCount = TickCount.read(&reader)
    axis.values = readValues(&reader)
    axis.properties = reader.properties(AxisProperty.self)
    if axis.title == .none { axis.properties[.title] = .null }
    return Outcome(axis, reader.finish())
  }
}

extension LegendSpecification {
  /// Reads `legend: {…}`, or null for no legend.
  static func read(_ node: Node, of subject: String) -> Outcome<LegendSpecification> {
    var legend = LegendSpecification()
    if node.isNull || node.boolean == false {
      legend.isHidden = true
      return Outcome(legend)
    }
    var reader = PropertyReader(node, of: subject)
    legend.title = TitleSetting.read(&reader)
    legend.format = LabelFormat.read(&reader, type: nil)
    legend.tickCount = TickCount.read(&reader)
    legend.values = readValues(&reader)
    legend.properties = reader.properties(LegendProperty.self)
    return Outcome(legend, reader.finish())
  }
}

extension HeaderSpecification {
  /// Reads `header: {…}`, or null for no headers.
  static func read(_ node: Node, of subject: String) -> Outcome<HeaderSpecification> {
    var header = HeaderSpecification()
    if node.isNull {
      header.isHidden = true
      return Outcome(header)
    }
    var reader = PropertyReader(node, of: subject)
    header.title = TitleSetting.read(&reader)
    header.format = LabelFormat.read(&reader, type: nil)
    header.properties = reader.properties(HeaderProperty.self)
    return Outcome(header, reader.finish())
  }
}

/// Reads the list of `values` of an axis or a legend.
private func readValues(_ reader: inout PropertyReader) -> [Datum]? {
  guard let node = reader.node("values") else { return nil }
  guard let elements = node.elements else {
    reader.wrongType(node, "values", expected: "a list of values")
    return nil
  }
  return elements.map { DatumReader.datum($0).take(into: &reader) }
}

extension Outcome {
  /// Takes the value and hands the diagnostics to `reader`.
  func take(into reader: inout PropertyReader) -> Value {
    reader.report(diagnostics)
    return value
  }
}
