import Citations
import Markup
import SiteModel

/// What a page has several of: authors, topics, steps to it, parts and sources.
extension PageContext {
  /// The list of the pages that bear a term; absent where there is none.
  private func href(ofTerm title: String, in kind: String) -> TemplateValue {
    page.onward.terms[ResolvedPage.TermKey(kind: kind, title: title)]
      .map { .text(escaped(addresses.href(to: $0))) } ?? .flag(false)
  }

  func addLists(to values: inout [String: TemplateValue], _ backlinks: Backlinks) {
    let authors = page.authors
    values["hasAuthors"] = .flag(!authors.isEmpty)
    values["authors"] = .list(
      authors.enumerated().map { position, author in
        let left = authors.count - position - 1
        let separator = left == 0 ? "" : words[left == 1 ? "listLast" : "listNext"]
        return TemplateObject([
          "name": .text(escaped(author.name)),
          "affiliation": .text(escaped(author.affiliation ?? "")),
          "href": href(ofTerm: author.name, in: "authors"),
          "separator": .text(escaped(separator)),
        ])
      })
    let topics = page.parsed.frontMatter.topics
    values["hasTopics"] = .flag(!topics.isEmpty)
    values["topics"] = .list(
      topics.map { topic in
        TemplateObject([
          "title": .text(escaped(topic.text)), "href": href(ofTerm: topic.text, in: "topics"),
        ])
      })
    values["hasBreadcrumbs"] = .flag(!page.breadcrumbs.isEmpty)
    values["breadcrumbs"] = .list(
      page.breadcrumbs.map { crumb in
        TemplateObject([
          "title": .text(escaped(site.pages[crumb].plainTitle)),
          "href": .text(escaped(addresses.href(to: crumb))),
        ])
      })
    let lists = FigureLists(page: page, text: text, words: words).values
    values["hasLists"] = .flag(!lists.isEmpty)
    values["lists"] = .list(lists)
    let contents = ContentsList.entries(of: page.body, text: text)
    values["hasContents"] = .flag(contents.count > 1)
    values["contents"] = .list(contents)
    values["hasBibliography"] = .flag(!page.bibliography.isEmpty)
    values["bibliography"] = .list(
      page.bibliography.map { entry in
        var writer = MarkupWriter()
        if let label = entry.label { writer.text(label + " ") }
        CitationRenderer.write(entry.text, to: &writer)
        let back = backlinks.values(of: entry.key)
        return TemplateObject([
          "id": .text(escaped(CitationRenderer.entryID(entry.key))),
          "entry": .text(writer.fragment.text), "hasBacklinks": .flag(!back.isEmpty),
          "backlinks": .list(back),
        ])
      })
  }
}
