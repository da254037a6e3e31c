import Bytes
import Citations
import Datasets
import Diagnostics
import SiteModel

/// A text that an audience may not see, or may.
struct AuditText: Sendable {
  /// What it is, such as "this page".
  let name: String
  /// Where it stands.
  let span: SourceSpan?
  let bytes: [UInt8]
  /// Whether the bytes are those of the file at ``span``, so that a place in them is one in it.
  var isFile = false

  /// The text at a range of its bytes.
  func span(of range: Range<Int>?) -> SourceSpan? {
    guard isFile, let span, let range else { return span }
    return SourceSpan(span.file, range)
  }
}

extension AuditText {
  /// What a page says and where it stands.
  static func texts(of page: ParsedPage, in tree: SourceTree) -> [AuditText] {
    guard case .file(let file) = page.origin else { return [] }
    let paths = [page.path, String(page.path.dropLast(3)), page.output].joined(separator: "\n")
    return [
      AuditText(
        name: "this page", span: SourceSpan(file, 0..<0), bytes: tree[file].bytes, isFile: true),
      AuditText(name: "the path of this page", span: page.span, bytes: Array(paths.utf8)),
    ]
  }

  /// What a dataset says of itself and of its columns, and how others may use it.
  static func description(of dataset: Dataset) -> AuditText {
    var texts: [String?] = [
      dataset.name, dataset.title, dataset.description, dataset.path, dataset.query,
    ]
    for field in dataset.fields {
      texts += [field.name, field.title, field.description]
      for rule in field.rules { texts += rule.values.map { $0.dataText } }
    }
    for source in dataset.sources { texts += [source.title, source.path] }
    for license in dataset.licenses { texts += [license.name, license.title, license.path] }
    return AuditText(
      name: "this dataset", span: dataset.span,
      bytes: Array(texts.compactMap(\.self).joined(separator: "\n").utf8))
  }

  /// What a row of a dataset says.
  static func text(ofRow row: Int, in dataset: Dataset) -> AuditText {
    let cells = dataset.columns.map { $0[row].dataText }
    return AuditText(
      name: "this row", span: dataset.span(row: row, column: 0),
      bytes: Array(cells.joined(separator: "\n").utf8))
  }

  /// What a source says.
  static func text(of source: Source) -> AuditText {
    AuditText(name: "this source", span: source.span, bytes: CSLJSONWriter.write([source]))
  }

  /// Whether a file is a database, which was read for its rows: what else is in it nobody has seen, so
  /// that it is no text.
  static func isDatabase(_ path: String) -> Bool {
    [".sqlite", ".sqlite3"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The path of a file that is copied, and what is in it where that was read.
  static func texts(of asset: SourceTree.Entry, in tree: SourceTree) -> [AuditText] {
    let path = AuditText(
      name: "the path of this file", span: asset.span, bytes: Array(asset.path.utf8))
    guard let file = asset.text, !isDatabase(asset.path) else { return [path] }
    let span = SourceSpan(file, 0..<0)
    return [
      path, AuditText(name: "this file", span: span, bytes: tree[file].bytes, isFile: true),
    ]
  }
}
