import Diagnostics
import Documents

extension ChannelDefinition {
  /// Reads one channel's definition; nil where it decides nothing.
  static func read(
    _ channel: Channel, _ node: Node, at span: SourceSpan
  ) -> Outcome<ChannelDefinition?> {
    var definition = ChannelDefinition(channel: channel, span: span)
    var reader = PropertyReader(node, of: "the channel '\(channel.rawValue)'")
    definition.readSource(&reader)
    definition.readValue(&reader)
    definition.readConditions(&reader)
    definition.title = TitleSetting.read(&reader)
    definition.readGuides(&reader)
    definition.readRest(&reader)
    let isEmpty =
      !definition.isField && !definition.showsData && definition.value == nil
      && definition.conditions.isEmpty && definition.bin == nil && definition.timeUnit == nil
    let keeps = !isEmpty || definition.isPropertyOnly
    var diagnostics = reader.finish()
    // Where a value is wrong or the key misspelt, that is said already.
    if !keeps, node.entries != nil, diagnostics.errorCount == 0 {
      diagnostics.append(
        Diagnostic(
          .keyMissing, "the channel '\(channel.rawValue)' has no field", at: span,
          help: "write {field: NAME}"))
    }
    return Outcome(keeps ? definition : nil, diagnostics)
  }

  /// Whether it says how a channel looks and leaves what decides it to the layers within.
  private var isPropertyOnly: Bool {
    type != nil || axis != nil || legend != nil || scale.isGiven || title != .automatic
      || sort != nil || stack != nil
  }

  private mutating func readSource(_ reader: inout PropertyReader) {
    field = reader.text("field")
    type = reader.choice("type", of: FieldType.self)
    readAggregate(&reader)
    if let entry = reader.entry("bin") {
      if entry.value.text == "binned" {
        isBinned = true
      } else if !entry.value.isNull, entry.value.boolean != false {
        bin = Binning.read(entry.value).take(into: &reader)
        if entry.value["binned"]?.boolean == true {
          binnedStep = bin?.step
          bin = nil
          isBinned = true
        }
      }
    }
    if let node = reader.node("timeUnit") {
      timeUnit = TimeUnit.read(node).take(into: &reader)
    }
    bandPosition = reader.number("bandPosition")
    if let aggregate, field == nil, aggregate.value != .count {
      reader.report(
        .keyMissing, "'\(aggregate.value.rawValue)' of \(reader.subject) has no field",
        at: aggregate.span)
    }
  }

  private mutating func readAggregate(_ reader: inout PropertyReader) {
    guard let node = reader.node("aggregate") else { return }
    guard node.entries != nil else {
      aggregate = reader.choice("aggregate", of: AggregateOperation.self)
      return
    }
    var inner = PropertyReader(node, of: "the aggregate of '\(channel.rawValue)'")
    if let by = inner.text("argmax") {
      aggregate = Spanned(.argmax, at: node.span)
      aggregateBy = by
    } else if let by = inner.text("argmin") {
      aggregate = Spanned(.argmin, at: node.span)
      aggregateBy = by
    }
    reader.report(inner.finish())
  }

  private mutating func readValue(_ reader: inout PropertyReader) {
    if let node = reader.node("datum") {
      if let expression = node["expr"]?.text, node.entries?.count == 1 {
        datumExpression = Expression.parse(expression, at: node["expr"]?.span ?? node.span)
          .take(into: &reader)
      } else {
        datum = DatumReader.datum(node).take(into: &reader)
      }
    }
    guard let entry = reader.entry("value") else { return }
    value = reader.value(entry.value, of: "value", channel.valueKind)
  }

  private mutating func readConditions(_ reader: inout PropertyReader) {
    guard let node = reader.node("condition") else { return }
    for element in node.elements ?? [node] {
      guard let entries = element.entries else {
        reader.wrongType(element, "condition", expected: "a mapping with 'test'")
        continue
      }
      for name in ["param", "selection"] where element[name] != nil {
        reader.report(
          .chartUnsupported,
          "'\(name)' of a condition is not supported: charts have no interaction",
          at: element[name]?.span, help: "write a 'test'")
        return
      }
      guard let test = element["test"] else {
        reader.report(.keyMissing, "this condition has no 'test'", at: element.span)
        continue
      }
      let predicate = Predicate.read(test).take(into: &reader)
      let rest = Node(.mapping(entries.filter { $0.key != "test" }), at: element.span)
      let inner = ChannelDefinition.read(channel, rest, at: element.span).take(into: &reader)
      if let predicate, let inner {
        conditions.append(Condition(test: predicate, definition: inner))
      }
    }
  }

  private mutating func readGuides(_ reader: inout PropertyReader) {
    let name = "'\(channel.rawValue)'"
    if channel.isPosition, let entry = reader.entry("axis") {
      axis = AxisSpecification.read(entry.value, of: "the axis of \(name)").take(into: &reader)
    }
    if channel.hasLegend, let entry = reader.entry("legend") {
      legend = LegendSpecification.read(entry.value, of: "the legend of \(name)")
        .take(into: &reader)
    }
    if channel.isFacet {
      if let entry = reader.entry("header") {
        header = HeaderSpecification.read(entry.value, of: "the header of \(name)")
          .take(into: &reader)
      }
      spacing = reader.number("spacing")
      if channel == .facet {
        columns = reader.number("columns").map { Int(max(0, min($0, 1_000))) }
      }
      reader.unused(
        ["align", "bounds", "center"], because: "the parts of a facet are set in even rows")
    }
  }

  private mutating func readRest(_ reader: inout PropertyReader) {
    if channel.hasScale, channel.primary == channel, let entry = reader.entry("scale") {
      scale = ScaleSpecification.read(entry.value, of: channel).take(into: &reader)
    }
    if let entry = reader.entry("sort") {
      sort = SortSpecification.read(entry.value, of: channel).take(into: &reader)
    }
    if [.x, .y, .theta, .radius].contains(channel) { readStack(&reader) }
    if channel.isPosition, let node = reader.node("impute") {
      impute = Imputation.reading(node).take(into: &reader)
    }
    if [.text, .tooltip, .href, .description].contains(channel) {
      format = reader.text("format")
      if let kind = reader.text("formatType") {
        if kind.value == "number" || kind.value == "time" {
          formatType = kind.value
        } else {
          reader.report(
            .chartUnsupported, "'\(kind.value)' is no type of format", at: kind.span,
            help: "it can be number or time")
        }
      }
    }
  }

  private mutating func readStack(_ reader: inout PropertyReader) {
    guard let entry = reader.entry("stack") else { return }
    if entry.value.isNull || entry.value.boolean == false {
      stack = StackOffset.none
    } else if entry.value.boolean == true {
      stack = .zero
    } else {
      stack = reader.choice("stack", of: StackOffset.self)?.value
    }
  }
}
