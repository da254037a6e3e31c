import Datasets
public import Diagnostics

/// Where a column's cells lead: a column that holds paths, or a pattern with fields in it.
public struct TableLinkPattern: Sendable {
  /// A stretch of the pattern.
  enum Part: Sendable {
    case text(String)
    case field(FieldPath)
  }

  let parts: [Part]
  /// The place of the pattern, for what is wrong with a path that it makes.
  public let span: SourceSpan

  /// Looks the fields of a pattern up in `dataset`.
  ///
  /// - Returns: The pattern, or nil with `column-missing` at a field that does not exist, or
  ///   `value-invalid` at a brace that never closes.
  static func bind(
    _ link: TableSpecification.Name, to dataset: Dataset
  ) -> Outcome<TableLinkPattern?> {
    guard link.text.contains("{") else {
      return dataset.path(named: link.text, at: link.span).map { path in
        path.map { TableLinkPattern(parts: [.field($0)], span: link.span) }
      }
    }
    let isVerbatim = link.span.range.count == link.text.utf8.count
    var diagnostics: [Diagnostic] = []
    var parts: [Part] = []
    var isWhole = true
    var rest = link.text[...]
    while let open = rest.firstIndex(of: "{") {
      parts.append(.text(String(rest[..<open])))
      guard let close = rest[open...].firstIndex(of: "}") else {
        let fault = Diagnostic(
          .valueInvalid, "a '{' in the link '\(link.text)' never closes", at: link.span,
          help:
            "write a field's name between braces, such as {\(dataset.fields.first?.name ?? "id")}")
        return Outcome(nil, diagnostics + [fault])
      }
      let name = rest[rest.index(after: open)..<close]
      let offset = link.text.utf8.distance(from: link.text.startIndex, to: name.startIndex)
      let span = isVerbatim ? link.span.slice(offset, count: name.utf8.count) : link.span
      if let path = dataset.path(named: String(name), at: span).take(into: &diagnostics) {
        parts.append(.field(path))
      } else {
        isWhole = false
      }
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(rest)))
    return Outcome(isWhole ? TableLinkPattern(parts: parts, span: link.span) : nil, diagnostics)
  }

  /// The path for a row, or nil where a cell that it needs is empty.
  func path(row: Int, in dataset: Dataset) -> String? {
    var path = ""
    for part in parts {
      switch part {
      case .text(let text): path += text
      case .field(let field):
        let value = dataset.value(field, row: row)
        if value == .missing { return nil }
        path += value.dataText
      }
    }
    return path.isEmpty ? nil : path
  }
}
