import Bytes

/// The line on which a finding stands, in three parts: before the words in question, they, and after.
public struct Excerpt: Hashable, Sendable {
  /// The line's number, from 1.
  public let line: Int
  /// What stands before the words, printable.
  public let before: String
  /// The words, as far as they are on this line, printable.
  public let marked: String
  /// What stands behind the words, printable.
  public let after: String

  /// The line of `file` on which `cursor` stands, with the bytes of `span` marked; nil where nothing
  /// of the file was read.
  init?(_ span: SourceSpan, of file: SourceFile, at cursor: PlaceCursor) {
    guard !file.bytes.isEmpty else { return nil }
    let line = file.bytes[cursor.lineRange]
    let start = min(max(Int(span.start), line.startIndex), line.endIndex)
    let end = min(max(Int(span.end), start), line.endIndex)
    // A window about the offence keeps a line of many thousand bytes on the screen.
    let from = line[..<start].dropFirst(max(0, start - line.startIndex - 120))
    let marked = line[start..<end].prefix(160)
    let after = line[end...].prefix(max(0, 160 - marked.count))
    self.line = cursor.line
    self.before = from.text.printable
    self.marked = marked.text.printable
    self.after = after.text.printable
  }
}
