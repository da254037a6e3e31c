import Markup
import SiteModel
import Values

/// Writes a feed as Atom: RFC 4287.
enum AtomWriter {
  /// The document.
  /// - Parameter address: Its own address.
  static func write(_ feed: Feed, at address: String) -> [UInt8] {
    var writer = MarkupWriter()
    writer.newline()
    let attributes: MarkupWriter.Attributes = [
      "xmlns": "http://www.w3.org/2005/Atom", "xml:lang": .text(feed.language),
    ]
    writer.element("feed", attributes) { writer in
      line("title", feed.title, &writer)
      line("id", feed.home, &writer)
      // The same input gives the same bytes: the newest entry says when the feed changed.
      let updated = feed.entries.map(\.updated).max { $0.number < $1.number }
      line("updated", updated?.timestamp ?? "", &writer)
      link("self", "application/atom+xml", address, &writer)
      link("alternate", "text/html", feed.home, &writer)
      writer.newline()
      writer.element("generator", text: "Dossier")
      for entry in feed.entries { add(entry, feed, &writer) }
      writer.newline()
    }
    writer.newline()
    let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
    return Array(head.utf8) + writer.fragment.bytes
  }

  private static func add(_ entry: Feed.Entry, _ feed: Feed, _ writer: inout MarkupWriter) {
    writer.newline()
    writer.element("entry", ["xml:lang": .text(entry.language)]) { writer in
      line("title", entry.title, &writer)
      line("id", entry.url, &writer)
      link("alternate", "text/html", entry.url, &writer)
      line("published", entry.published.timestamp, &writer)
      line("updated", entry.updated.timestamp, &writer)
      // Section 4.2.1: an entry has an author of its own, or its feed has one.
      for author in entry.authors.isEmpty ? [feed.title] : entry.authors {
        writer.newline()
        writer.element("author") { $0.element("name", text: author) }
      }
      for topic in entry.topics {
        writer.newline()
        writer.empty("category", ["term": .text(topic)])
      }
      if let license = entry.license {
        line("rights", license.name, &writer)
        // RFC 4946, section 2.
        if let address = license.address {
          writer.newline()
          writer.empty("link", ["rel": "license", "href": .text(address)])
        }
      }
      if !entry.summary.isEmpty { line("summary", entry.summary, &writer) }
      writer.newline()
    }
  }

  private static func line(
    _ name: StaticString, _ text: String, _ writer: inout MarkupWriter
  ) {
    writer.newline()
    writer.element(name, text: text)
  }

  private static func link(
    _ relation: String, _ type: String, _ href: String, _ writer: inout MarkupWriter
  ) {
    writer.newline()
    writer.empty(
      "link", ["rel": .text(relation), "type": .text(type), "href": .text(href)])
  }
}
