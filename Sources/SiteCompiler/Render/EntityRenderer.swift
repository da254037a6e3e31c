import Markup
import SiteModel
import Values

/// Writes what the data say of an entity.
struct EntityRenderer {
  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language

  /// A fact's values, parted by commas, those with pages linked.
  func value(of fact: ResolvedEntity.Fact) -> Fragment {
    var writer = MarkupWriter()
    let values = ValueRenderer(language: language)
    for (position, value) in fact.values.enumerated() {
      if position > 0 { writer.text(", ") }
      let words = values.words(value.value)
      if let target = value.page {
        let href = addresses.href(to: target)
        writer.element("a", ["class": "entity", "href": .text(href)], text: words)
      } else {
        writer.text(words)
      }
    }
    return writer.fragment
  }

  /// Where the facts are stated.
  func citation(_ index: Int) -> Fragment {
    var writer = MarkupWriter()
    var marks = DataCitationMarks(place: "entity.facts", citations: page.citations)
    CitationRenderer.write(page.citations[index], mark: marks.mark(index), to: &writer)
    return writer.fragment
  }

  /// The relations, each: what it is, with whom, since when, and where that is stated.
  func relations(_ relations: [ResolvedEntity.Relation]) -> [Fragment] {
    var marks = DataCitationMarks(place: "entity.relations", citations: page.citations)
    return relations.map { relation($0, &marks) }
  }

  private func relation(
    _ relation: ResolvedEntity.Relation, _ marks: inout DataCitationMarks
  ) -> Fragment {
    var writer = MarkupWriter()
    writer.text(relation.text)
    if let date = relation.date { writer.text(", " + date.words(in: language)) }
    if let certainty = relation.certainty { writer.text(" (\(certainty))") }
    for (position, other) in relation.others.enumerated() {
      writer.text(position == 0 ? ": " : ", ")
      let title = addresses.site.pages[other].plainTitle
      writer.element(
        "a", ["class": "entity", "href": .text(addresses.href(to: other))], text: title)
    }
    if let index = relation.citation {
      writer.text(" ")
      CitationRenderer.write(page.citations[index], mark: marks.mark(index), to: &writer)
    }
    return writer.fragment
  }

  /// The events in order, each with whom it names besides and where it is stated.
  func events(_ events: [ResolvedEvent]) -> Fragment {
    var writer = MarkupWriter()
    var marks = DataCitationMarks(place: "entity.events", citations: page.citations)
    let list = EventListRenderer(page: page, addresses: addresses, language: language)
    let picture = EventPictureRenderer(language: language, idPrefix: "entity-events")
    picture.write(events, title: page.plainTitle, to: &writer) { _, event in
      event.link?.href
    }
    list.write(events.map { list.entry($0) }, &marks, to: &writer)
    return writer.fragment
  }
}
