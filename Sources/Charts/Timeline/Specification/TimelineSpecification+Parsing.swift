import Datasets
public import Diagnostics
public import Documents
import Values

extension TimelineSpecification {
  /// Reads the content of a `timeline` block.
  ///
  /// - Returns: The specification, or nil where it lacks what no timeline can do without: `data`,
  ///   `date` and `label` (`key-missing`). A key that timelines do not have is the error
  ///   `block-key-unknown` at the key, a date that is none `value-invalid` at the date.
  public static func parse(_ node: Node) -> Outcome<TimelineSpecification?> {
    var reader = MappingReader(node, of: "a timeline", unknownKey: .blockKeyUnknown)
    // What is no mapping has one fault, not one for each key that it cannot have.
    guard node.entries != nil || node.isNull else { return Outcome(nil, reader.finish()) }
    let data = reader.rows()
    let date = reader.requiredWords("date")
    let label = reader.requiredWords("label")
    let lanes = reader.words("lanes")
    let groups = readGroups(lanes, &reader)
    let color = reader.words("color")
    let condition = reader.condition("where")
    let highlight = reader.condition("highlight")
    let (from, to) = readWindow(&reader)
    let hasBreaks = reader.boolean("breaks") ?? false
    var order: [SortKey] = []
    if let node = reader.node("sort") { order = reader.take(SortKey.parse(node)) }
    let caption = reader.words("caption")
    let title = reader.words("title")
    let description = reader.words("description")
    let source = reader.node("source")
    let note = reader.words("note")
    let link = reader.words("link")
    let diagnostics = reader.finish()
    guard let data, let date, let label else { return Outcome(nil, diagnostics) }
    return Outcome(
      TimelineSpecification(
        data: data, date: date, label: label, lanes: lanes, groups: groups, color: color,
        condition: condition,
        highlight: highlight, from: from, to: to, hasBreaks: hasBreaks, order: order,
        title: caption ?? title,
        description: description, source: source, note: note, link: link, span: node.span),
      diagnostics)
  }

  /// `groups` puts lanes together, so there must be lanes.
  private static func readGroups(
    _ lanes: Spanned<String>?, _ reader: inout MappingReader
  ) -> Spanned<String>? {
    guard let groups = reader.words("groups") else { return nil }
    guard lanes == nil else { return groups }
    reader.report(
      Diagnostic(
        .valueInvalid, "'groups' puts lanes together, and this timeline has no lanes",
        at: groups.span, help: "write 'lanes: \(groups.value)' in its place, or add 'lanes'"))
    return nil
  }

  /// `from` and `to`: the first day of the one and the last day of the other bound the picture.
  private static func readWindow(_ reader: inout MappingReader) -> (from: Double?, to: Double?) {
    let first = readDate("from", &reader)
    let last = readDate("to", &reader)
    var from: Double?
    var to: Double?
    if let first {
      from = first.date.earliest.map { Double($0.number) }
      if from == nil { reportEndless(first, "from", "beginning", &reader) }
    }
    if let last {
      to = last.date.latest.map { Double($0.number) + 1 }
      if to == nil { reportEndless(last, "to", "end", &reader) }
    }
    if let from, let to, let last, from >= to {
      reader.report(
        Diagnostic(
          .valueInvalid, "'to' of a timeline, \(last.node.text ?? ""), lies before its 'from'",
          at: last.node.span))
      return (from, nil)
    }
    return (from, to)
  }

  private static func readDate(
    _ key: String, _ reader: inout MappingReader
  ) -> (date: EDTFDate, node: Node)? {
    guard let node = reader.node(key) else { return nil }
    guard let text = node.text else {
      reader.wrongType(node, key, expected: "a date")
      return nil
    }
    switch EDTFDate.parse(text) {
    case .success(let date): return (date, node)
    case .failure(let error):
      let rest = max(1, text.utf8.count - error.offset)
      let place =
        error.offset < text.utf8.count
        ? node.span.slice(error.offset, count: rest)
        : node.span
      reader.report(
        Diagnostic(
          .valueInvalid, "'\(key)' of a timeline is no date: \(error.message)", at: place,
          help: error.hint))
      return nil
    }
  }

  private static func reportEndless(
    _ found: (date: EDTFDate, node: Node), _ key: String, _ end: String,
    _ reader: inout MappingReader
  ) {
    reader.report(
      Diagnostic(
        .valueInvalid, "'\(key)' of a timeline is '\(found.date.text)', which has no \(end)",
        at: found.node.span))
  }
}
