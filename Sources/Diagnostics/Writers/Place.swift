/// Where a finding stands, as other programs count it.
struct Place {
  /// The file's path.
  let path: String
  /// Where the words begin.
  let start: SourcePosition
  /// The place after the last of the words.
  let end: SourcePosition
}

/// Finds the places of findings that are sorted, walking through each file once.
struct PlaceFinder {
  private let files: [SourceFile]
  private let folder: String
  private var cursor = PlaceCursor()

  /// A finder for the spans of `report`.
  init(_ report: Report) {
    self.files = report.files
    self.folder = report.folder
  }

  /// The place of `span`; nil where there is none, or no such file.
  mutating func place(of span: SourceSpan?) -> Place? {
    guard let span, Int(span.file.index) < files.count else { return nil }
    let file = files[Int(span.file.index)]
    cursor.move(to: Int(span.start), of: span.file, file)
    // The next finding may begin before this one ends, so the cursor itself stays.
    var ahead = cursor
    ahead.move(to: Int(max(span.start, span.end)), of: span.file, file)
    let path = file.path.utf8.starts(with: "/".utf8) ? file.path : folder + file.path
    return Place(
      path: path, start: SourcePosition(line: cursor.line, column: cursor.column),
      end: SourcePosition(line: ahead.line, column: ahead.column))
  }

  /// The place of a second span, which need not follow the first.
  func place(ofLabel span: SourceSpan) -> Place? {
    var finder = self
    return finder.place(of: span)
  }
}
