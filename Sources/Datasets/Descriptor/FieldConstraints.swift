import Diagnostics
import Documents

/// What the cells of a column must keep to, Table Schema 1, "constraints".
///
/// Values and bounds are held as they are compared, durations by their length.
struct FieldConstraints: Sendable {
  /// One end of what values may be.
  struct Bound: Sendable {
    /// Which end it is, and whether it lies outside itself: exclusive bounds are those of
    /// version 2.
    enum Side: String, Sendable, CaseIterable {
      case minimum
      case maximum
      case exclusiveMinimum
      case exclusiveMaximum
    }

    let side: Side
    let value: Value
    /// The same as a cell that holds it has it.
    let written: Value
    /// How the descriptor writes it.
    let text: String
  }

  var isRequired = false
  var isUnique = false
  var allowed: Set<Value>?
  var allowedValues: [Value] = []
  var allowedTexts: [String] = []
  var bounds: [Bound] = []
  var minLength: Int?
  var maxLength: Int?
  var pattern: TextPattern?
  var patternText = ""

  /// Whether nothing is asked of single cells.
  var isEmpty: Bool {
    !isRequired && !isUnique && allowed == nil && bounds.isEmpty && minLength == nil
      && maxLength == nil && pattern == nil
  }

  /// Whether something is asked of each cell beside that it is there and the only one.
  var asksSingleCells: Bool {
    allowed != nil || !bounds.isEmpty || minLength != nil || maxLength != nil || pattern != nil
  }

  /// Whether each cell must keep to bounds and to nothing else.
  var asksOnlyBounds: Bool {
    allowed == nil && minLength == nil && maxLength == nil && pattern == nil
  }

  /// Reads the constraints of a field.
  /// - Parameter syntax: How its cells are written, and so the values of `enum` and the bounds;
  ///   nil where the type is not known.
  static func read(
    _ node: Node, of subject: String, syntax: CellSyntax?
  ) -> Outcome<FieldConstraints> {
    var reader = MappingReader(node, of: "the constraints of \(subject)")
    var result = FieldConstraints()
    result.isRequired = reader.boolean("required") ?? false
    result.isUnique = reader.boolean("unique") ?? false
    let column = syntax.map(ColumnReader.init(syntax:))
    result.readAllowed(&reader, column)
    result.bounds = Bound.Side.allCases.compactMap { bound($0, &reader, column) }
    result.minLength = length("minLength", &reader, column)
    result.maxLength = length("maxLength", &reader, column)
    result.readPattern(&reader, column)
    reader.refuse(["jsonSchema"])
    return Outcome(result, reader.finish())
  }

  private mutating func readAllowed(_ reader: inout MappingReader, _ column: ColumnReader?) {
    guard let node = reader.node("enum") else { return }
    guard let elements = node.elements else {
      return reader.wrongType(node, "enum", expected: "a list of values")
    }
    var values: Set<Value> = []
    for element in elements {
      guard let (value, text) = Self.value(element, "enum", &reader, column),
        let kind = column?.syntax.kind
      else { continue }
      values.insert(kind.comparable(value))
      allowedValues.append(value)
      allowedTexts.append(text)
    }
    if column != nil { allowed = values }
  }

  /// A value of the descriptor, read as the column's cells are.
  private static func value(
    _ node: Node, _ key: String, _ reader: inout MappingReader, _ column: ColumnReader?
  ) -> (Value, String)? {
    let text: String
    switch (node.content, column?.syntax.type) {
    case (.scalar(let written, _), _): text = written
    case (_, .array), (_, .object), (_, .geojson), (_, .geopoint): text = node.compactJSON
    default:
      reader.wrongType(node, key, expected: "a value of the column")
      return nil
    }
    guard let column else { return nil }
    switch column.value(text) {
    case .success(let value): return (value, text)
    case .failure(let found):
      let fault = column.explained(found, text)
      reader.report(
        Diagnostic(
          .packageInvalid,
          "'\(text)' as '\(key)' is no value of the column\(fault.causeText)", at: node.span,
          help: fault.help))
      return nil
    }
  }

  private static func bound(
    _ side: Bound.Side, _ reader: inout MappingReader, _ column: ColumnReader?
  ) -> Bound? {
    let key = side.rawValue
    guard let node = reader.node(key) else { return nil }
    if let column, !column.syntax.hasOrder { return inapplicable(key, node, &reader) }
    guard let column, let (value, text) = value(node, key, &reader, column) else { return nil }
    return Bound(
      side: side, value: column.syntax.kind.comparable(value), written: value, text: text)
  }

  private static func length(
    _ key: String, _ reader: inout MappingReader, _ column: ColumnReader?
  ) -> Int? {
    guard let node = reader.node(key) else { return nil }
    if let column, !column.syntax.hasLength { return inapplicable(key, node, &reader) }
    guard let length = reader.integer(key) else { return nil }
    guard length >= 0 else {
      reader.wrongType(node, key, expected: "a length")
      return nil
    }
    return length
  }

  private mutating func readPattern(_ reader: inout MappingReader, _ column: ColumnReader?) {
    guard let node = reader.node("pattern"), let text = reader.text("pattern") else { return }
    if let column, !column.syntax.isText {
      let _: Int? = Self.inapplicable("pattern", node, &reader)
      return
    }
    switch TextPattern.parse(text) {
    case .success(let pattern):
      self.pattern = pattern
      patternText = text
    case .failure(let fault):
      let isVerbatim = node.span.range.count == text.utf8.count
      let span =
        isVerbatim ? node.span.slice(fault.range.lowerBound, count: fault.range.count) : node.span
      reader.report(
        Diagnostic(
          .packageInvalid, "this pattern cannot be used: \(fault.message)", at: span,
          help: fault.help))
    }
  }

  private static func inapplicable<Result>(
    _ key: String, _ node: Node, _ reader: inout MappingReader
  ) -> Result? {
    reader.report(
      Diagnostic(
        .packageInvalid, "'\(key)' has no meaning for the type of the field", at: node.span,
        help: "take it out"))
    return nil
  }
}
