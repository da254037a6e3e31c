import Bytes
import Citations
import Markup
import SiteModel
import Values

/// What the head of a brief tells machines: the names of Google Scholar (Highwire Press), of Dublin
/// Core and of schema.org. What is not known is left out.
struct PageMetadata {
  let configuration: SiteConfiguration
  let page: ResolvedPage
  /// The brief as a source, which knows its whole title and its addresses.
  let source: Source
  /// The picture that shows a link to the page elsewhere, where there is one.
  let card: MadePicture?
  /// The path of its PDF from the site's root, where there is one.
  let pdf: String?

  /// The elements for the head, one a line.
  func elements() -> Fragment {
    var writer = MarkupWriter()
    scholar(&writer)
    dublinCore(&writer)
    writer.data(type: "application/ld+json", json: SchemaReport(metadata: self).value().bytes)
    return writer.fragment
  }

  var matter: FrontMatter { page.parsed.frontMatter }
  var published: StatedDate? { matter.date.flatMap(StatedDate.init) }
  var language: String { configuration.languageTag(of: matter) }
  /// The DOI without a prefix.
  var doi: String? { source[.doi] }
  /// The page's own address on the web.
  var url: String? { source[.url] }
  var topics: [String] { matter.topics.map(\.text) }

  /// Google Scholar, "Inclusion Guidelines for Webmasters", section on indexing: each author in an
  /// element of their own, followed by what is said of that author.
  private func scholar(_ writer: inout MarkupWriter) {
    meta("citation_title", source.plainTitle, &writer)
    for author in page.authors {
      meta("citation_author", author.name, &writer)
      meta("citation_author_institution", author.affiliation, &writer)
      meta("citation_author_orcid", author.orcidAddress, &writer)
    }
    meta("citation_publication_date", published?.text(separator: "/"), &writer)
    meta("citation_technical_report_institution", configuration.publisher?.name, &writer)
    meta("citation_technical_report_number", matter.number, &writer)
    meta("citation_series_title", matter.series, &writer)
    meta("citation_doi", doi, &writer)
    meta("citation_issn", matter.issn, &writer)
    meta("citation_language", language, &writer)
    for topic in topics { meta("citation_keywords", topic, &writer) }
    meta("citation_abstract_html_url", url, &writer)
    meta("citation_pdf_url", pdf.flatMap(configuration.address), &writer)
  }

  /// DCMI, "Expressing Dublin Core metadata using HTML/XHTML meta and link elements".
  private func dublinCore(_ writer: inout MarkupWriter) {
    writer.empty(
      "link", ["rel": "schema.DC", "href": "http://purl.org/dc/elements/1.1/"])
    writer.newline()
    meta("DC.title", source.plainTitle, &writer)
    for author in page.authors { meta("DC.creator", author.name, &writer) }
    for translator in page.translators { meta("DC.contributor", translator.name, &writer) }
    meta("DC.date", published?.text(separator: "-"), &writer)
    meta("DC.language", language, &writer)
    for topic in topics { meta("DC.subject", topic, &writer) }
    meta("DC.description", source[.abstract], &writer)
    meta("DC.publisher", configuration.publisher?.name, &writer)
    let license = page.license(in: configuration)
    meta("DC.rights", license?.name, &writer)
    if let address = license?.address, address != license?.name {
      meta("DC.rights", address, &writer)
    }
    meta("DC.identifier", doi.map { "https://doi.org/" + $0 }, &writer)
    meta("DC.identifier", url, &writer)
    meta("DC.type", "Text", &writer)
  }

  private func meta(_ name: StaticString, _ content: String?, _ writer: inout MarkupWriter) {
    guard let content, !content.isEmpty else { return }
    writer.empty("meta", ["name": .text("\(name)"), "content": .text(content)])
    writer.newline()
  }
}

extension SiteConfiguration.Person {
  /// The ORCID iD as the address that it is, whichever way it was written.
  var orcidAddress: String? {
    guard let orcid, let id = orcid.split(separator: "/").last else { return nil }
    return "https://orcid.org/" + id
  }
}
