import Bytes
import Citations
public import Diagnostics
import Markdown
public import SiteModel

/// Finds the links of a publication that lead to the web, for whoever wants to try them.
public enum ExternalLinks {
  /// Every link to the web with its place: in texts, captions and notes, in raw HTML, among the
  /// sources that are cited, in the cells of data, and in the templates that pages are made with.
  public static func all(in site: ResolvedSite) -> [(address: String, span: SourceSpan)] {
    var found: [(address: String, span: SourceSpan)] = []
    var sources: Set<String> = []
    for page in site.pages {
      for text in texts(of: page) { add(text, to: &found) }
      if site.configuration.html == .all { addHTML(page.parsed, to: &found) }
      for figure in page.figures { found += figure.outsideLinks }
      for source in page.sources?.sources ?? [] where sources.insert(source.id).inserted {
        if let address = source.address { found.append((address, source.idSpan)) }
      }
    }
    found += site.outsideLinks
    addTemplates(of: site, to: &found)
    var seen: Set<SourceSpan> = []
    // Several blocks may show the same cell.
    return found.filter { isWeb($0.address) && seen.insert($0.span).inserted }
  }

  /// The links that the templates in use have as they stand, without a tag in them.
  private static func addTemplates(
    of site: ResolvedSite, to found: inout [(address: String, span: SourceSpan)]
  ) {
    let attributes = TemplateAttributes(site.templates)
    let used = Set(Set(site.pages.map(\.template)).flatMap(attributes.reachable))
    for template in site.templates where used.contains(template.name) {
      Array(template.text.utf8).withUnsafeBufferPointer { bytes in
        var scanner = MarkupScanner(bytes)
        while let item = scanner.next() {
          guard case .start = item else { continue }
          for attribute in scanner.attributes {
            guard case .link? = AddressAttributes.meaning(of: attribute, in: scanner),
              !bytes[attribute.value].contains(UInt8(ascii: "{"))
            else { continue }
            var value: [UInt8] = []
            guard CharacterReferences.decode(bytes[attribute.value], into: &value) else { continue }
            found.append((value.text, SourceSpan(template.file, attribute.value)))
          }
        }
      }
    }
  }

  private static func isWeb(_ address: String) -> Bool {
    let folded = address.prefix(8).lowercased()
    return folded.hasPrefix("http://") || folded.hasPrefix("https://")
  }

  private static func texts(of page: ResolvedPage) -> [ResolvedText] {
    var texts = [page.heads.title, page.heads.subtitle, page.heads.summary, page.body]
    for figure in page.figures {
      texts += [figure.caption, figure.note] + figure.tableTexts.all
      if case .text(let source) = figure.source { texts.append(source) }
    }
    return texts
  }

  private static func add(
    _ text: ResolvedText, to found: inout [(address: String, span: SourceSpan)]
  ) {
    for (reference, link) in zip(text.document.links, text.links) {
      guard case .external(let address) = link else { continue }
      found.append((address, reference.destinationSpan))
    }
  }

  private static func addHTML(
    _ page: ParsedPage, to found: inout [(address: String, span: SourceSpan)]
  ) {
    for reference in RawHTMLScan.references(in: page) {
      guard case .link = reference.meaning else { continue }
      var value: [UInt8] = []
      guard CharacterReferences.decode(reference.written, into: &value) else { continue }
      found.append((value.text, reference.span))
    }
  }
}
