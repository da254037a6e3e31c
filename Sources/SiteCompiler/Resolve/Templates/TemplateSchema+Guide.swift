extension TemplateSchema {
  /// A row of the guide's table of names.
  struct GuideRow {
    /// Where the names stand: `page`, `page.authors`; empty for those that stand by themselves.
    let path: String
    /// Whether they are those of each element of a list.
    let isList: Bool
    /// What they are of.
    let meaning: String
    /// The names that are text or flags.
    let names: [String]
  }

  /// Every object and list of the context with its names, those above before those within.
  /// - Parameter words: The names of the theme's words.
  static func guide(words: [String]) -> [GuideRow] {
    rows(of: .object(context(words: words)), at: "")
  }

  private static func rows(of schema: TemplateSchema, at path: String) -> [GuideRow] {
    var isList = false
    if case .list = schema { isList = true }
    let members = schema.members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let names = members.filter { if case .leaf = $0.value { true } else { false } }.map(\.key)
    let own = GuideRow(path: path, isList: isList, meaning: meanings[path] ?? "", names: names)
    return [own]
      + members.flatMap { name, member -> [GuideRow] in
        if case .leaf = member { return [] }
        return rows(of: member, at: path.isEmpty ? name : "\(path).\(name)")
      }
  }

  /// What each object and each element of a list is.
  private static let meanings: [String: String] = [
    "": "by itself: what leads from the page to the site's root",
    "dataset": "the dataset, on a page of its rows",
    "dataset.facts": "what it is: a label and a value",
    "dataset.fields": "its columns",
    "dataset.files": "its downloads",
    "dataset.pages": "the pages of its rows: the first, the last, and those around this one",
    "dataset.uses": "the pages that use it",
    "dataset.uses.places": "the figures and values in which they do",
    "entity": "the actor, place or other entity, on its page",
    "entity.eventFiles": "its events as files",
    "entity.facts": "the cells of its row",
    "entity.mentions": "the pages that link to it",
    "entity.relations": "rows that name it together with others",
    "figures": "the figures of the site, on a page of figures.html",
    "figures.entries": "the figures that stand on this page",
    "figures.pages": "the pages of figures",
    "front": "what the front page leads with",
    "front.leads": "the pages that its front matter names in `lead`, or else the newest",
    "front.news": "the pages that were dated or changed last, less those",
    "front.topics": "what most pages are about",
    "listing": "what a listing lists",
    "listing.entries": "the pages of the folder, or those that bear a term",
    "listing.pages": "the pages of a long listing",
    "listing.sections": "the folders in the folder",
    "listing.sections.entries": "the first pages of each",
    "navigation": "the entries of the navigation",
    "onward": "where readers may go from the page",
    "onward.mentions": "the pages that link to it",
    "onward.next": "the page behind it in its series",
    "onward.previous": "the page before it in its series",
    "onward.related": "pages with topics or entities in common",
    "page": "the page itself",
    "page.alternates": "its addresses by language, for search engines",
    "page.authors": "who wrote it",
    "page.bibliography": "the sources that it cites",
    "page.bibliography.backlinks": "the places where it cites each",
    "page.breadcrumbs": "the pages above it",
    "page.citationFiles": "its citation as files",
    "page.pdfHref": "the address of its PDF, where `build --pdf` makes one",
    "page.contents": "its headings",
    "page.contents.children": "the headings below each",
    "page.feeds": "its feeds, and those of the site",
    "page.lists": "lists of its figures, where it asks for any",
    "page.lists.entries": "the figures of one kind",
    "page.topics": "its topics",
    "page.translations": "the page in other languages",
    "site": "the site as a whole",
    "siteMap": "all pages, on sitemap.html",
    "siteMap.folders": "the folders",
    "siteMap.folders.pages": "the pages of each",
    "siteMap.lists": "the lists that lead into the site",
    "sources": "all sources, on sources.html",
    "sources.entries": "the sources",
    "sources.entries.backlinks": "the places on this page that cite each",
    "sources.entries.datasets": "the datasets whose rows cite it",
    "sources.entries.morePages": "further pages that cite it",
    "sources.entries.pages": "the first pages that cite it",
    "sources.files": "all sources as files",
    "terms": "the terms of one kind, on topics/index.html and the like",
    "terms.entries": "the terms",
    "timeline": "events, on a page of the timeline",
    "timeline.datasets": "the datasets that have events",
    "timeline.files": "the events as files",
    "timeline.groups": "the events by year",
    "timeline.next": "the next year with events",
    "timeline.previous": "the year before with events",
    "timeline.years": "the years with events",
    "words": "the words of the theme, in the language of the page",
  ]
}
