import Bytes
import Diagnostics
import Markdown
import SiteModel

/// Links the first mention of each entity in a page's text, where the site wants it.
///
/// A mention is a whole name in running text: not in headings, links, code, quotations and
/// quotation marks. The longest name counts; one that several entities share is linked to none.
struct NameLinker {
  let names: EntityNames
  /// The page, on which its own names are not linked.
  let page: Int

  /// The ends of links by the text in which they stand, and the pages that they lead to.
  struct Links {
    var ends: [SourceSpan: [NameLinkEnd]] = [:]
    var pages: Set<Int> = []
  }

  /// - Parameters:
  ///   - targets: The page that each of the document's links leads to, where it is one.
  ///   - linked: The entities that the page links to above its text.
  ///   - href: The address of a page.
  func links(
    in document: MarkdownDocument, targets: [Int?], linked: Set<Int>, href: (Int) -> String
  ) -> Links {
    var result = Links()
    var linked = linked.union([page])
    for line in ProseLine.all(in: document) {
      var links = line.links[...]
      let words = line.isHeading || line.isQuotation ? [] : Word.all(in: line.bytes)
      var quoted: [Range<Int>]?
      var position = 0
      while position < words.count {
        let start = words[position].range.lowerBound
        while let link = links.first, link.start <= start {
          if let target = targets[link.link] { linked.insert(target) }
          links.removeFirst()
        }
        guard let name = self.name(at: position, of: words, in: line) else {
          position += 1
          continue
        }
        let end = words[position + name.words.count - 1].range.upperBound
        position += name.words.count
        guard name.pages.count == 1, !linked.contains(name.pages[0]) else { continue }
        if quoted == nil { quoted = line.quotedRanges() }
        guard quoted?.contains(where: { $0.contains(start) }) != true,
          let first = line.stretch(at: start), let last = line.stretch(at: end - 1),
          isPlain(line, first, last)
        else { continue }
        let target = name.pages[0]
        result.ends[first.span, default: []].append(
          NameLinkEnd(offset: start - first.start, href: href(target)))
        result.ends[last.span, default: []].append(
          NameLinkEnd(offset: end - last.start, href: nil))
        result.pages.insert(target)
        linked.insert(target)
      }
      for link in links { if let target = targets[link.link] { linked.insert(target) } }
    }
    return result
  }

  /// The longest name that begins with the word at `position`.
  private func name(
    at position: Int, of words: [Word], in line: ProseLine
  ) -> EntityNames.Name? {
    guard let candidates = names.byFirstWord[words[position].folded(in: line.bytes)] else {
      return nil
    }
    return candidates.first { name in
      guard position + name.words.count <= words.count else { return false }
      for (offset, wanted) in name.words.enumerated() {
        let word = words[position + offset]
        guard wanted.matches(word, in: line.bytes) else { return false }
        if offset > 0, !isJoined(words[position + offset - 1], word, line.bytes) { return false }
      }
      return true
    }
  }

  /// Whether nothing stands between two words but what may stand within a name.
  private func isJoined(_ first: Word, _ second: Word, _ bytes: [UInt8]) -> Bool {
    let between = bytes[first.range.upperBound..<second.range.lowerBound]
    return Self.joints.contains { between.elementsEqual($0.utf8) }
  }

  /// Blanks, hyphens and the stops of abbreviations; U+00A0 and U+2011 break no line.
  private static let joints = [" ", "-", ".", ". ", "/", "\u{A0}", "\u{2011}"]

  /// Whether the texts are siblings outside links, so that a link may stand about them.
  private func isPlain(
    _ line: ProseLine, _ first: ProseLine.Stretch, _ last: ProseLine.Stretch
  ) -> Bool {
    guard first.link == nil, !first.span.range.isEmpty, !last.span.range.isEmpty else {
      return false
    }
    return line.stretches.allSatisfy { stretch in
      stretch.start < first.start || stretch.start > last.start
        || stretch.element == first.element
    }
  }
}
