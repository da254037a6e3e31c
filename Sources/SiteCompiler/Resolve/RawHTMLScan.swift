import Bytes
import Diagnostics
import Markdown
import SiteModel

/// Reads what raw HTML refers to and names, where a site lets all of it through.
enum RawHTMLScan {
  /// An attribute that refers to something.
  struct Reference {
    let meaning: AddressAttributes.Meaning
    /// The value as it is written.
    let written: [UInt8]
    let span: SourceSpan
    /// The name of the element, in lower case.
    let element: String
  }

  /// The ids in a page's raw HTML, the old anchors `<a name>` among them.
  static func ids(in page: ParsedPage) -> [(String, SourceSpan)] {
    var found: [(String, SourceSpan)] = []
    for html in pieces(of: page) {
      scan(html) { scanner, attribute in
        let isName = scanner.has(attribute.name, "name") && scanner.has(scanner.name, "a")
        guard isName || scanner.has(attribute.name, "id") else { return }
        guard let value = decoded(attribute.value, in: scanner), !value.isEmpty else { return }
        let id = value.text
        // `<a id="x" name="x">` is one anchor.
        let hasItAsID = scanner.attributes.contains {
          scanner.has($0.name, "id") && scanner.bytes[$0.value].elementsEqual(value)
        }
        if isName, hasItAsID { return }
        found.append((id, html.text.span(of: attribute.value)))
      }
    }
    return found
  }

  /// The references in a page's raw HTML: each address of a list by itself.
  static func references(in page: ParsedPage) -> [Reference] {
    var found: [Reference] = []
    for html in pieces(of: page) {
      scan(html) { scanner, attribute in
        guard let meaning = AddressAttributes.meaning(of: attribute, in: scanner) else { return }
        let value = attribute.value
        let ranges: [Range<Int>] =
          switch meaning {
          case .id, .anchor: []
          case .link, .resource: [value]
          case .resourceSet: AddressLists.sourceSet(scanner.bytes, value)
          case .references: AddressLists.words(scanner.bytes, value)
          case .refresh: AddressLists.refresh(scanner.bytes, value).map { [$0] } ?? []
          case .style:
            StyleScanner.addresses(in: Array(scanner.bytes[value])[...]).map {
              $0.lowerBound + value.lowerBound..<$0.upperBound + value.lowerBound
            }
          }
        for range in ranges {
          found.append(
            Reference(
              meaning: meaning, written: Array(scanner.bytes[range]),
              span: html.text.span(of: range),
              element: scanner.bytes[scanner.name].map(\.asciiLowercased).text))
        }
      }
      found += styles(in: html)
    }
    return found
  }

  /// The addresses in `style` elements.
  private static func styles(in html: RawHTML) -> [Reference] {
    html.text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes)
      var found: [Reference] = []
      while let item = scanner.next() {
        guard case .start = item, scanner.has(scanner.name, "style") else { continue }
        let start = scanner.content.lowerBound
        for range in StyleScanner.addresses(in: Array(bytes[scanner.content])[...]) {
          let place = start + range.lowerBound..<start + range.upperBound
          found.append(
            Reference(
              meaning: .style, written: Array(bytes[place]), span: html.text.span(of: place),
              element: "style"))
        }
      }
      return found
    }
  }

  /// All raw HTML of a page: of its text, its heads, and its captions and notes.
  private static func pieces(of page: ParsedPage) -> [RawHTML] {
    var documents = [page.heads.title, page.heads.subtitle, page.heads.summary, page.body]
    for figure in page.figures {
      documents += [figure.caption, figure.note] + figure.tableTexts.all
      if case .text(let source) = figure.source { documents.append(source) }
    }
    return documents.flatMap(\.rawHTML)
  }

  private static func scan(
    _ html: RawHTML, _ visit: (MarkupScanner, MarkupScanner.Attribute) -> Void
  ) {
    html.text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes)
      while let item = scanner.next() {
        guard case .start = item else { continue }
        for attribute in scanner.attributes { visit(scanner, attribute) }
      }
    }
  }

  private static func decoded(_ value: Range<Int>, in scanner: MarkupScanner) -> [UInt8]? {
    var output: [UInt8] = []
    return CharacterReferences.decode(scanner.bytes[value], into: &output) ? output : nil
  }
}
