/// Where a finding stands, as other programs count it.
struct Place {
  /// The file's path.
  let path: String
  /// Where the words begin.
  let start: SourcePosition
  /// The place after the last of the words.
  let end: SourcePosition
}

/// Finds the places of all findings of a report, the second ones too.
struct PlaceFinder {
  private let files: [SourceFile]
  private let folder: String
  private let positions: PositionTable

  /// A finder for the spans of `report`.
  init(_ report: Report) {
    self.files = report.files
    self.folder = report.folder
    self.positions = PositionTable(
      report.diagnostics.compactMap(\.span) + report.diagnostics.labelSpans, in: report.files)
  }

  /// The place of `span`; nil where there is none, or no such file.
  func place(of span: SourceSpan?) -> Place? {
    guard let span, let start = positions.start(of: span), let end = positions.end(of: span) else {
      return nil
    }
    let file = files[Int(span.file.index)]
    let path = file.path.utf8.starts(with: "/".utf8) ? file.path : folder + file.path
    return Place(path: path, start: start, end: end)
  }
}

extension [Diagnostic] {
  /// The second places of all of them.
  var labelSpans: [SourceSpan] { flatMap { $0.labels.map(\.span) } }
}
