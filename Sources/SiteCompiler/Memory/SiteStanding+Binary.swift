import Bytes
import SiteModel
import Values

extension BinaryWriter {
  mutating func write(_ standing: SiteStanding) {
    // The same terms stand on many pages.
    var terms: [ResolvedPage.TermKey: Int] = [:]
    for page in standing.pages { terms.merge(page.onward.terms) { first, _ in first } }
    let keys = terms.keys.sorted { ($0.kind, $0.title) < ($1.kind, $1.title) }
    let numbers = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
    write(list: keys) { writer, key in
      writer.write(key.kind)
      writer.write(key.title)
      writer.write(terms[key] ?? 0)
    }
    write(list: standing.pages) { writer, page in
      writer.write(pages: page.mentions)
      // Texts show them all, but for themselves.
      writer.write(!page.onward.mentions.isEmpty)
      writer.write(page.onward, numbers)
      writer.write(optional: page.terms) { writer, terms in
        writer.write(terms.kind)
        writer.write(list: terms.terms) { $0.write($1) }
      }
      writer.write(optional: page.figures) { writer, figures in
        writer.write(list: figures.places) { writer, place in
          writer.write(place.page)
          writer.write(place.figure)
        }
        writer.write(pages: figures.pages)
        writer.write(figures.number)
      }
      writer.write(optional: page.listing) { $0.write($1) }
      writer.write(optional: page.front) { writer, front in
        writer.write(pages: front.leads)
        writer.write(pages: front.news)
        writer.write(list: front.topics) { $0.write($1) }
      }
      writer.write(pages: page.breadcrumbs)
      writer.write(list: page.translations) { writer, translation in
        writer.write(translation.language)
        writer.write(translation.page)
      }
      writer.write(page.mark)
    }
    write(list: standing.redirects) { writer, redirect in
      writer.write(redirect.output)
      writer.write(redirect.page)
    }
  }

  private mutating func write(pages: [Int]) {
    write(list: pages) { $0.write($1) }
  }

  private mutating func write(
    _ onward: ResolvedPage.Onward, _ terms: [ResolvedPage.TermKey: Int]
  ) {
    write(optional: onward.previous) { $0.write($1) }
    write(optional: onward.next) { $0.write($1) }
    write(pages: onward.related)
    write(pages: onward.terms.keys.compactMap { terms[$0] }.sorted())
  }

  private mutating func write(_ term: ResolvedTerms.Term) {
    write(term.title)
    write(term.page)
    write(term.count)
  }

  private mutating func write(_ listing: ResolvedListing) {
    write(pages: listing.entries)
    write(list: listing.sections) { writer, section in
      writer.write(section.page)
      writer.write(pages: section.entries)
      writer.write(section.count)
    }
    write(pages: listing.pages)
    write(listing.number)
  }
}

extension BinaryReader {
  mutating func readStanding() throws(Malformed) -> SiteStanding {
    let terms = try readList { (reader) throws(Malformed) in
      let key = ResolvedPage.TermKey(
        kind: try reader.readString(), title: try reader.readString())
      return (key: key, page: try reader.readInt())
    }
    var pages: [SiteStanding.Page] = []
    for number in 0..<(try readCount()) { pages.append(try readPage(number, terms)) }
    let redirects = try readList { (reader) throws(Malformed) in
      ResolvedSite.Redirect(output: try reader.readString(), page: try reader.readInt())
    }
    return SiteStanding(pages: pages, redirects: redirects)
  }

  private mutating func readPage(
    _ number: Int, _ terms: [(key: ResolvedPage.TermKey, page: Int)]
  ) throws(Malformed) -> SiteStanding.Page {
    var page = SiteStanding.Page()
    page.mentions = try readPages()
    if try readBool() { page.onward.mentions = page.mentions.filter { $0 != number } }
    page.onward.previous = try readOptional { (reader) throws(Malformed) in
      try reader.readInt()
    }
    page.onward.next = try readOptional { (reader) throws(Malformed) in try reader.readInt() }
    page.onward.related = try readPages()
    for number in try readPages() {
      guard terms.indices.contains(number) else { throw malformed }
      page.onward.terms[terms[number].key] = terms[number].page
    }
    page.terms = try readOptional { (reader) throws(Malformed) in
      ResolvedTerms(kind: try reader.readString(), terms: try reader.readTerms())
    }
    page.figures = try readOptional { (reader) throws(Malformed) in
      ResolvedFigures(
        places: try reader.readList { (reader) throws(Malformed) in
          ResolvedFigures.Place(page: try reader.readInt(), figure: try reader.readInt())
        }, pages: try reader.readPages(), number: try reader.readInt())
    }
    page.listing = try readOptional { (reader) throws(Malformed) in try reader.readListing() }
    page.front = try readOptional { (reader) throws(Malformed) in
      ResolvedFront(
        leads: try reader.readPages(), news: try reader.readPages(),
        topics: try reader.readTerms())
    }
    page.breadcrumbs = try readPages()
    page.translations = try readList { (reader) throws(Malformed) in
      ResolvedPage.Translation(language: try reader.readString(), page: try reader.readInt())
    }
    page.mark = try readMark()
    return page
  }

  private mutating func readPages() throws(Malformed) -> [Int] {
    try readList { (reader) throws(Malformed) in try reader.readInt() }
  }

  private mutating func readTerms() throws(Malformed) -> [ResolvedTerms.Term] {
    try readList { (reader) throws(Malformed) in
      ResolvedTerms.Term(
        title: try reader.readString(), page: try reader.readInt(), count: try reader.readInt())
    }
  }

  private mutating func readListing() throws(Malformed) -> ResolvedListing {
    ResolvedListing(
      entries: try readPages(),
      sections: try readList { (reader) throws(Malformed) in
        ResolvedListing.Section(
          page: try reader.readInt(), entries: try reader.readPages(),
          count: try reader.readInt())
      }, pages: try readPages(), number: try readInt())
  }
}
