import Diagnostics

@testable import Markdown

/// A text in which places are marked `⟦like this⟧`, and what is made of it without the marks.
struct MarkedReading {
  let bytes: [UInt8]
  let marked: [Range<Int>]
  let reading: MarkdownParser.Reading

  /// - Parameter prefix: what stands in the file before the text that is read.
  init(_ source: String, prefix: String = "", options: MarkdownOptions = .init()) {
    var bytes = Array(prefix.utf8)
    let start = bytes.count
    var open: [Int] = []
    var marked: [(start: Int, end: Int)] = []
    for scalar in source.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append(marked.count)
        marked.append((bytes.count, bytes.count))
      case "⟧":
        if let last = open.popLast() { marked[last].end = bytes.count }
      default: bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    self.bytes = bytes
    self.marked = marked.map { $0.start..<$0.end }
    self.reading = bytes.withUnsafeBufferPointer { whole in
      let part = UnsafeBufferPointer(rebasing: whole[start...])
      return MarkdownParser.parse(
        Body(bytes: part, file: SourceFileID(3), places: .slice(start)),
        SourceLines(part), options)
    }
  }

  var document: MarkdownDocument { reading.document }

  /// The bytes at a span, as text.
  func words(_ span: SourceSpan?) -> String {
    guard let span else { return "" }
    return String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The marked ranges as spans.
  var spans: [SourceSpan] { marked.map { SourceSpan(SourceFileID(3), $0) } }
}
