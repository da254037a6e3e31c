import Bytes
import Diagnostics
import Markup
import SiteModel

extension TextRenderer {
  /// Writes words, with the links about the names in them that the site makes by itself.
  ///
  /// A link that begins in one text may end in another, where a name goes over the end of a line.
  func write(
    words: String, at span: SourceSpan, of text: ResolvedText, isLinked: Bool,
    to writer: inout MarkupWriter
  ) {
    guard isLinked, let ends = text.nameLinks[span] else { return writer.text(words) }
    let bytes = Array(words.utf8)
    var start = 0
    for end in ends {
      let offset = min(end.offset, bytes.count)
      writer.text(bytes[start..<offset].text)
      start = offset
      if let href = end.href {
        writer.open("a", ["class": "entity", "href": .text(href)])
      } else {
        writer.close("a")
      }
    }
    writer.text(bytes[start...].text)
  }
}
