public import Diagnostics

/// Where a row leads: a column that holds paths, or a pattern such as `../actors/{actor}.md`.
public struct LinkPattern: Sendable {
  /// A stretch of the pattern.
  private enum Part: Sendable {
    case text(String)
    case field(FieldPath)
  }

  private let parts: [Part]
  private let dataset: Dataset
  /// The place of the pattern, for what is wrong with a path that it makes.
  public let span: SourceSpan

  /// The columns whose cells make the path, in the order in which it names them.
  public var columns: [Int] {
    parts.compactMap { part in
      if case .field(let path) = part { path.column } else { nil }
    }
  }

  /// The column whose cells make the path what it is: the last that it names.
  public var column: Int? { columns.last }

  /// Whether a cell is the path as it stands, with nothing put before or behind it.
  public var isColumn: Bool {
    if case .field? = parts.first { parts.count == 1 } else { false }
  }

  /// Looks the fields of a pattern up in `dataset`.
  ///
  /// - Parameters:
  ///   - pattern: A column's name, or text with columns' names in braces.
  ///   - span: Its place.
  /// - Returns: The pattern, or nil with `column-missing` at a field that does not exist, or
  ///   `value-invalid` at a brace that never closes.
  public static func bind(
    _ pattern: String, at span: SourceSpan, to dataset: Dataset
  ) -> Outcome<LinkPattern?> {
    guard pattern.contains("{") else {
      return dataset.path(named: pattern, at: span).map { path in
        path.map { LinkPattern(parts: [.field($0)], dataset: dataset, span: span) }
      }
    }
    let isVerbatim = span.range.count == pattern.utf8.count
    var diagnostics: [Diagnostic] = []
    var parts: [Part] = []
    var isWhole = true
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      parts.append(.text(String(rest[..<open])))
      guard let close = rest[open...].firstIndex(of: "}") else {
        let example = dataset.fields.first?.name ?? "id"
        let fault = Diagnostic(
          .valueInvalid, "a '{' in the link '\(pattern)' never closes", at: span,
          help: "write a field's name between braces, such as {\(example)}")
        return Outcome(nil, diagnostics + [fault])
      }
      let name = rest[rest.index(after: open)..<close]
      let offset = pattern.utf8.distance(from: pattern.startIndex, to: name.startIndex)
      let place = isVerbatim ? span.slice(offset, count: name.utf8.count) : span
      if let path = dataset.path(named: String(name), at: place).take(into: &diagnostics) {
        parts.append(.field(path))
      } else {
        isWhole = false
      }
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(rest)))
    let bound = LinkPattern(parts: parts, dataset: dataset, span: span)
    return Outcome(isWhole ? bound : nil, diagnostics)
  }

  /// The path for a row, or nil where a cell that it needs is empty; of a list its first item.
  public func path(row: Int) -> String? {
    var path = ""
    for part in parts {
      switch part {
      case .text(let text): path += text
      case .field(let field):
        switch dataset.value(field, row: row) {
        case .missing: return nil
        case .text(let text):
          guard let first = dataset.fields[field.column].items(of: text).first else { return nil }
          path += first
        case let value: path += value.dataText
        }
      }
    }
    return path.isEmpty ? nil : path
  }
}
