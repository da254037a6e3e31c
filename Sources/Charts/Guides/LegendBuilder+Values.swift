/// The values that have an entry of a legend, and their words.
extension LegendBuilder {
  func labeler(_ scale: ScaleModel, _ properties: Properties<LegendProperty>, count: Double)
    -> ValueLabeler
  {
    let said = specification(scale)
    let continuous =
      scale.type.isContinuous ? scale.continuous((0, 1)) : nil
    return ValueLabeler(
      scale.first, format: said.format, formatType: properties.text(.formatType),
      labelExpression: properties.expression(.labelExpr), config, words, continuous: continuous,
      count: count)
  }

  /// The values that have an entry, with their words.
  func values(
    _ scale: ScaleModel, _ visual: VisualScale, _ properties: Properties<LegendProperty>
  ) -> [(Datum, String)] {
    let said = specification(scale)
    let labeler = labeler(scale, properties, count: 5)
    func label(_ value: Datum, _ index: Int) -> (Datum, String) {
      (value, labeler.lines(value, index: index).joined(separator: " "))
    }
    if let given = said.values { return given.enumerated().map { label($1, $0) } }
    if scale.type.isDiscrete { return scale.names.enumerated().map { label($1, $0) } }
    if let edges = visual.edges { return steps(scale, edges, labeler) }
    var count = 5.0
    if case .number(let given)? = said.tickCount { count = given }
    let ticks = scale.continuous((0, 1)).ticks(count: count)
    let isTime = scale.fieldType == .temporal
    var values = ticks.map { isTime ? Datum.time($0) : .number($0) }
    if !config.hasOwnSizes, scale.channel == .size, values.count > 2,
      values.first?.measure == 0
    {
      // What is nothing is not seen.
      values.removeFirst()
    }
    return values.enumerated().map { label($1, $0) }
  }

  /// The steps of a scale that cuts its domain, each said as a range.
  func steps(
    _ scale: ScaleModel, _ edges: [Double], _ labeler: ValueLabeler
  ) -> [(Datum, String)] {
    let plain = { (value: Double) in labeler.text(.number(value)) }
    if scale.type == .binOrdinal, let all = scale.bins?.edges {
      return zip(all, all.dropFirst()).map { low, high in
        (.number(low), "\(plain(low)) – \(plain(high))")
      }
    }
    guard let first = edges.first, let last = edges.last else { return [] }
    let ends = scale.ends
    let isOpen = scale.type == .threshold
    var values: [(Datum, String)] = []
    values.append(
      (
        .number(isOpen ? first - 1 : min(ends.low, first)),
        isOpen ? "< \(plain(first))" : "\(plain(ends.low)) – \(plain(first))"
      ))
    for (low, high) in zip(edges, edges.dropFirst()) {
      values.append((.number(low), "\(plain(low)) – \(plain(high))"))
    }
    values.append(
      (.number(last), isOpen ? "≥ \(plain(last))" : "\(plain(last)) – \(plain(ends.high))"))
    return values
  }
}
