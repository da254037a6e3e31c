import Bytes
import Diagnostics

/// Parts a page's head from its body.
struct FrontMatterSplitter {
  /// Where the text begins, behind a byte order mark.
  let start: Int
  /// The bytes between the `---` lines, or nil where the page has no head.
  let head: Range<Int>?
  /// The bytes behind the head.
  let body: Range<Int>
  /// The head that never ends, where that is so.
  let diagnostic: Diagnostic?

  /// Looks for a head that opens on the file's first line with `---` and closes with a line of
  /// `---` or `...`; a byte order mark before it is passed over.
  init(_ bytes: [UInt8], file: SourceFileID) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.start = start
    let opening = Self.lineEnd(bytes, from: start)
    guard Self.isFence(bytes[start..<opening], "---") else {
      self.head = nil
      self.body = start..<bytes.count
      self.diagnostic = nil
      return
    }
    let first = min(opening + 1, bytes.count)
    var line = first
    while line < bytes.count {
      let end = Self.lineEnd(bytes, from: line)
      let content = bytes[line..<end]
      if Self.isFence(content, "---") || Self.isFence(content, "...") {
        self.head = first..<line
        self.body = min(end + 1, bytes.count)..<bytes.count
        self.diagnostic = nil
        return
      }
      line = end + 1
    }
    self.head = nil
    self.body = bytes.count..<bytes.count
    self.diagnostic = Diagnostic(
      .frontMatterUnclosed, "the front matter that begins here never ends",
      at: SourceSpan(file, start..<start + 3), help: "close it with a line '---'")
  }

  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex(of: .newline) ?? bytes.count
  }

  private static func isFence(_ line: ArraySlice<UInt8>, _ fence: StaticString) -> Bool {
    var line = line
    while let last = line.last, last.isASCIIWhitespace { line.removeLast() }
    return line.count == fence.utf8CodeUnitCount
      && fence.withUTF8Buffer { line.elementsEqual($0) }
  }
}
