import Bytes
import Markdown

/// A code span that is no code but a value: `{value} …`, `{date} …`, `{estimate} …`.
struct ValueSpan {
  /// What it shows.
  enum Kind: String, CaseIterable {
    /// A value of the data.
    case value
    /// A date that stands there itself.
    case date
    /// An estimate that stands there itself.
    case estimate
  }

  let kind: Kind
  /// Where what follows the word in braces begins in the span's text, blanks left out.
  let start: Int

  /// The value that `span` is, or nil where it is code.
  init?(_ span: CodeSpan) {
    let bytes = span.text.bytes
    guard bytes.first == UInt8(ascii: "{"), let close = bytes.firstIndex(of: UInt8(ascii: "}")),
      let kind = Kind(rawValue: bytes[1..<close].text)
    else { return nil }
    var start = close + 1
    // The word alone is how one speaks of values.
    guard start < bytes.count, bytes[start].isASCIIWhitespace else { return nil }
    while start < bytes.count, bytes[start].isASCIIWhitespace { start += 1 }
    guard start < bytes.count else { return nil }
    self.kind = kind
    self.start = start
  }
}
