public import Diagnostics

/// Datasets by their names.
public typealias DatasetLibrary = [String: Dataset]

extension Dataset {
  /// Resolves the name of a field, or of a part of one, and says what is wrong with it otherwise.
  ///
  /// - Parameters:
  ///   - name: The name as the author wrote it, such as `fighters.low`.
  ///   - span: Its place.
  /// - Returns: The path, or nil with the diagnostic `column-missing` at `span`.
  public func path(named name: String, at span: SourceSpan) -> Outcome<FieldPath?> {
    if let path = fieldPath(name) { return Outcome(path) }
    if let fault = partFault(name) {
      return Outcome(nil, [Diagnostic(.columnMissing, fault.message, at: span, help: fault.help)])
    }
    let message = "dataset '\(self.name)' has no column '\(name)'"
    return Outcome(
      nil, [Diagnostic(.columnMissing, message, at: span, help: suggestion(for: name))])
  }

  /// The nearest column, its part kept where one was written; or else the names there are.
  private func suggestion(for name: String) -> String? {
    var names = fields.map(\.name)
    for field in fields {
      for part in field.kind.parts { names.append("\(field.name).\(part.rawValue)") }
    }
    if let near = Suggestion.didYouMean(name, among: names) { return near }
    guard !fields.isEmpty, fields.count <= 20 else { return nil }
    return "its columns are \(fields.map(\.name).joined(separator: ", "))"
  }

  /// What is wrong with a name whose column exists and whose part does not.
  private func partFault(_ name: String) -> (message: String, help: String?)? {
    guard let dot = name.lastIndex(of: "."),
      let column = columnIndex(named: String(name[..<dot]))
    else { return nil }
    let part = String(name[name.index(after: dot)...])
    let field = fields[column]
    let parts = field.kind.parts.map(\.rawValue)
    let message =
      "column '\(field.name)' of dataset '\(self.name)' holds \(field.kind.plural), "
      + (parts.isEmpty ? "which have no parts" : "which have no part '\(part)'")
    let options = parts.map { "\(field.name).\($0)" }.joined(separator: ", ")
    return (message, parts.isEmpty ? "write '\(field.name)'" : "write one of \(options)")
  }
}

extension Field.Kind {
  /// The parts that values of the kind have.
  public var parts: [FieldPath.Part] {
    switch self {
    case .estimate: [.low, .high, .mid]
    case .date: [.earliest, .latest]
    case .geopoint: [.lon, .lat]
    default: []
    }
  }

  /// The values in words, for messages.
  public var plural: String {
    switch self {
    case .string: "text"
    case .number: "numbers"
    case .integer: "whole numbers"
    case .boolean: "true or false"
    case .year: "years"
    case .date: "dates"
    case .estimate: "estimates"
    case .time: "times of day"
    case .duration: "durations"
    case .geopoint: "points on the earth"
    case .geojson: "shapes on the earth"
    case .object: "JSON objects"
    case .array: "JSON arrays"
    case .any: "values of any kind"
    }
  }
}

extension Field {
  /// The values that stand in one cell of a list column, blanks about them left out; the cell
  /// itself where the column has no separator.
  public func items(of text: String) -> [String] {
    guard let separator, !separator.isEmpty else { return [text] }
    return text.split(separator: separator).map(Self.trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ item: Substring) -> String {
    let blanks: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r"]
    var scalars = item.unicodeScalars[...]
    while let first = scalars.first, blanks.contains(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, blanks.contains(last) { scalars = scalars.dropLast() }
    return String(scalars)
  }
}
