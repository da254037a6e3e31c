import Diagnostics
import Documents

/// Reads a field's `format`, which means something else for each type.
struct FormatReader {
  let type: SchemaType

  /// The format; nil where there is none or where it cannot be used, which is reported.
  func read(_ reader: inout MappingReader) -> CellSyntax.Format? {
    guard let node = reader.node("format"), let written = reader.text("format") else { return nil }
    // Version 0 wrote 'fmt:' before patterns, and consumers are to take it off.
    let text = written.hasPrefix("fmt:") ? String(written.dropFirst(4)) : written
    if text == "default" { return .standard }
    if let format = named[text] { return format }
    let options = (["default"] + named.keys.sorted()).joined(separator: ", ")
    guard isTemporal else {
      reader.report(
        Diagnostic(
          .packageInvalid, "'\(text)' as 'format' of \(reader.subject) is not supported",
          at: node.span,
          help: Suggestion.didYouMean(text, among: named.keys.sorted())
            ?? "of the type \(type.rawValue) it can be \(options)"))
      return nil
    }
    return pattern(text, node, &reader)
  }

  private var named: [String: CellSyntax.Format] {
    switch type {
    case .string: ["email": .email, "uri": .uri, "binary": .binary, "uuid": .uuid]
    case .date, .datetime, .time: ["any": .any]
    case .geopoint: ["array": .array, "object": .object]
    case .geojson: ["topojson": .topojson]
    default: [:]
    }
  }

  private var isTemporal: Bool { type == .date || type == .datetime || type == .time }

  private func pattern(
    _ text: String, _ node: Node, _ reader: inout MappingReader
  ) -> CellSyntax.Format? {
    let message: String
    var span = node.span
    switch TimePattern.parse(text) {
    case .success(let pattern) where type == .time ? pattern.hasHour : pattern.hasYear:
      return .pattern(pattern)
    case .success:
      message = type == .time ? "it has no hour" : "it has no year"
    case .failure(let fault):
      message = fault.message
      if node.span.range.count == text.utf8.count {
        span = node.span.slice(fault.range.lowerBound, count: fault.range.count)
      }
    }
    reader.report(
      Diagnostic(
        .packageInvalid, "'\(text)' as 'format' of \(reader.subject) cannot be used: \(message)",
        at: span,
        help: type == .time
          ? "write it as strptime does, such as \"%H:%M\""
          : "write it as strptime does, such as \"%d/%m/%Y\""))
    return nil
  }
}
