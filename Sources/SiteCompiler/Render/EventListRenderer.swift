import Markup
import SiteModel
import Values

/// Writes events as a list: each with its date in words, what it was, with whom, and where that is
/// stated.
struct EventListRenderer {
  /// One event, its links as the page writes them.
  struct Entry {
    var id: String?
    let date: EDTFDate
    let title: String
    var href: String?
    /// What the event is told apart by: each a text, with where it leads.
    var details: [(text: String, href: String?)] = []
    var note: String?
    var isHighlighted = false
    /// Where it is stated: indexes into the page's citations.
    var citations: [Int] = []
  }

  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language

  /// The entry of an event that its page resolved.
  func entry(_ event: ResolvedEvent, id: String? = nil) -> Entry {
    Entry(
      id: id, date: event.date, title: event.label, href: event.link?.href,
      details: event.entities.map { entity in
        (addresses.site.pages[entity].plainTitle, addresses.href(to: entity))
      }, citations: event.citations)
  }

  /// Writes `entries` as a list whose citations have ids that begin with those of `marks`.
  func write(
    _ entries: [Entry], _ marks: inout DataCitationMarks, to writer: inout MarkupWriter
  ) {
    writer.element("ol", ["class": "events"]) { writer in
      for entry in entries {
        writer.newline()
        let attributes: MarkupWriter.Attributes = [
          "id": AttributeValue(entry.id), "class": entry.isHighlighted ? "highlight" : .absent,
        ]
        writer.element("li", attributes) { writer in write(entry, &marks, to: &writer) }
      }
      writer.newline()
    }
  }

  private func write(
    _ entry: Entry, _ marks: inout DataCitationMarks, to writer: inout MarkupWriter
  ) {
    writer.element("span", ["class": "event-date"]) { writer in
      let words = entry.date.words(in: language)
      if let time = entry.date.timeElementText {
        writer.element("time", ["datetime": .text(time)], text: words)
      } else {
        writer.text(words)
      }
    }
    writer.text(" ")
    writer.element("span", ["class": "event-title"]) { writer in
      link(entry.title, entry.href, to: &writer)
    }
    if let note = entry.note {
      writer.text(" ")
      writer.element("span", ["class": "event-note"], text: note)
    }
    guard !entry.details.isEmpty || !entry.citations.isEmpty else { return }
    writer.text(" ")
    writer.element("span", ["class": "event-note"]) { writer in
      for (position, detail) in entry.details.enumerated() {
        if position > 0 { writer.text(" · ") }
        link(detail.text, detail.href, to: &writer)
      }
      for (position, citation) in entry.citations.enumerated() {
        if position > 0 || !entry.details.isEmpty { writer.text(" ") }
        CitationRenderer.write(
          page.citations[citation], mark: marks.mark(citation), to: &writer)
      }
    }
  }

  private func link(_ text: String, _ href: String?, to writer: inout MarkupWriter) {
    if let href {
      writer.element("a", ["href": .text(href)], text: text)
    } else {
      writer.text(text)
    }
  }
}
