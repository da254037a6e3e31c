public import Diagnostics
public import Documents

/// A field to sort by: `date`, or `-date` for the greatest first.
public struct SortKey: Sendable {
  /// The field's name, perhaps with a part.
  public let name: String
  /// Whether the greatest stand first.
  public let isDescending: Bool
  /// The place of the name.
  public let span: SourceSpan

  /// The field called `name`, at `span`.
  public init(name: String, isDescending: Bool = false, span: SourceSpan) {
    self.name = name
    self.isDescending = isDescending
    self.span = span
  }
}

extension SortKey {
  /// Reads the keys of `sort`: a field, or a list of fields, each with `-` before it for
  /// descending; or Vega-Lite's `{field: date, order: descending}`.
  ///
  /// - Returns: The keys, with `value-type-wrong` or `value-invalid` for what is no field.
  public static func parse(_ node: Node) -> Outcome<[SortKey]> {
    var diagnostics: [Diagnostic] = []
    var keys: [SortKey] = []
    for element in node.elements ?? [node] {
      if let key = key(element, &diagnostics) { keys.append(key) }
    }
    return Outcome(keys, diagnostics)
  }

  private static func key(_ node: Node, _ diagnostics: inout [Diagnostic]) -> SortKey? {
    if case .scalar(let text, _) = node.content, !node.isNull { return key(text, node.span) }
    guard node.entries != nil else {
      diagnostics.append(
        Diagnostic(
          .valueTypeWrong, "a sort key is \(node.kindInWords), not the name of a field",
          at: node.span, help: "write a field's name, with '-' before it for descending"))
      return nil
    }
    var reader = MappingReader(node, of: "a sort key", unknownKey: .blockKeyUnknown)
    let field = reader.required("field")
    let order = reader.choice("order", of: Order.self)
    diagnostics.append(contentsOf: reader.finish())
    guard let field else { return nil }
    guard let name = field.text else {
      diagnostics.append(
        Diagnostic(
          .valueTypeWrong, "'field' of a sort key is \(field.kindInWords), not text",
          at: field.span))
      return nil
    }
    return SortKey(name: name, isDescending: order == .descending, span: field.span)
  }

  private enum Order: String, CaseIterable {
    case ascending
    case descending
  }

  private static func key(_ text: String, _ span: SourceSpan) -> SortKey {
    guard text.hasPrefix("-") else { return SortKey(name: text, span: span) }
    let isVerbatim = span.range.count == text.utf8.count
    let name = isVerbatim ? span.slice(1, count: span.range.count - 1) : span
    return SortKey(name: String(text.dropFirst()), isDescending: true, span: name)
  }

  /// Looks the field up in `dataset`; where it is not there, `column-missing` at the name.
  public func bind(to dataset: Dataset) -> Outcome<BoundSortKey?> {
    dataset.path(named: name, at: span).map { path in
      path.map { BoundSortKey(path: $0, isDescending: isDescending) }
    }
  }
}

extension [SortKey] {
  /// Looks every field up in `dataset`; those that are not there are reported and left out.
  public func bind(to dataset: Dataset) -> Outcome<[BoundSortKey]> {
    var diagnostics: [Diagnostic] = []
    let bound = compactMap { $0.bind(to: dataset).take(into: &diagnostics) }
    return Outcome(bound, diagnostics)
  }
}

/// A sort key whose field was found in a dataset.
public struct BoundSortKey: Hashable, Sendable {
  /// What is sorted by.
  public let path: FieldPath
  /// Whether the greatest stand first; missing values stand last all the same.
  public let isDescending: Bool

  /// Sorts by `path`.
  public init(path: FieldPath, isDescending: Bool = false) {
    self.path = path
    self.isDescending = isDescending
  }
}
