import Bytes
import Diagnostics
import Documents

extension TextOrigin {
  /// Where the text of a scalar stands in its file: as it is, with escapes, or as an indented block.
  ///
  /// Nil where that cannot be told, such as for a folded block; then the scalar's own place has to
  /// do.
  /// - Parameters:
  ///   - text: The scalar's text.
  ///   - span: Its place, its quotation marks left out.
  ///   - bytes: The file.
  init?(scalar text: [UInt8], at span: SourceSpan, in bytes: [UInt8]) {
    let start = span.range.lowerBound
    guard span.range.upperBound <= bytes.count else { return nil }
    if bytes[span.range].elementsEqual(text) {
      self.init(span.file, at: start)
      return
    }
    let isBlock = bytes[start...].first == UInt8(ascii: "|")
    guard
      let segments = isBlock
        ? Self.block(text, behind: start, in: bytes, span.file)
        : Self.escaped(text, in: bytes[span.range], span.file)
    else { return nil }
    self.init(segments)
  }

  /// YAML 1.2 section 8.1.2: lines as they are, less the indent that all have.
  private static func block(
    _ text: [UInt8], behind start: Int, in bytes: [UInt8], _ file: SourceFileID
  ) -> [Segment]? {
    var segments: [Segment] = []
    var index = 0
    guard var line = bytes[start...].firstIndex(of: .newline).map({ $0 + 1 }) else { return nil }
    while index < text.count {
      let end = text[index...].firstIndex(of: .newline) ?? text.count
      var lineEnd = bytes[line...].firstIndex(of: .newline) ?? bytes.count
      let next = lineEnd + 1
      if lineEnd > line, bytes[lineEnd - 1] == .carriageReturn { lineEnd -= 1 }
      let offset = lineEnd - (end - index)
      guard offset >= line, bytes[offset..<lineEnd].elementsEqual(text[index..<end]) else {
        return nil
      }
      segments.append(Segment(start: index, file: file, offset: offset))
      index = end + 1
      line = min(next, bytes.count)
    }
    return segments
  }

  /// JSON's escapes, and those of YAML's quoted texts on one line that mean the same.
  private static func escaped(
    _ text: [UInt8], in bytes: ArraySlice<UInt8>, _ file: SourceFileID
  ) -> [Segment]? {
    var segments = [Segment(start: 0, file: file, offset: bytes.startIndex)]
    var index = bytes.startIndex
    var count = 0
    while index < bytes.endIndex, count < text.count {
      if bytes[index] == .backslash, index + 1 < bytes.endIndex {
        let isUnicode = bytes[index + 1] == UInt8(ascii: "u")
        let width = isUnicode ? 6 : 2
        index += width
        // A lead of two surrogates goes on with a second escape.
        var scalar = text[count]
        if isUnicode, scalar >= 0xF0 { index += 6 }
        repeat {
          count += 1
          scalar = count < text.count ? text[count] : 0
        } while scalar & 0xC0 == 0x80
      } else if bytes[index] == .apostrophe, text[count] == .apostrophe,
        index + 1 < bytes.endIndex, bytes[index + 1] == .apostrophe
      {
        index += 2
        count += 1
      } else {
        guard bytes[index] == text[count] else { return nil }
        index += 1
        count += 1
        continue
      }
      segments.append(Segment(start: count, file: file, offset: index))
    }
    return count == text.count ? segments : nil
  }
}
