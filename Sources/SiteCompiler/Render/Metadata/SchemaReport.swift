import Bytes
import Citations
import Markdown
import SiteModel

/// A brief as schema.org's `Report`, in JSON-LD.
struct SchemaReport {
  let metadata: PageMetadata

  func value() -> JSONValue {
    let page = metadata.page
    let matter = metadata.matter
    let subtitle = page.heads.subtitle.document.plainText
    let publisher = metadata.configuration.publisher
    let updated = matter.updated.flatMap(StatedDate.init)
    return .members([
      "@context": "https://schema.org",
      "@type": "Report",
      "@id": text(metadata.url),
      "name": .string(page.plainTitle),
      "headline": .string(metadata.source.plainTitle),
      "alternativeHeadline": text(subtitle),
      "abstract": text(metadata.source[.abstract]),
      "author": .oneOrMore(page.authors.map(agent)),
      "translator": .oneOrMore(page.translators.map(agent)),
      "datePublished": text(metadata.published?.text(separator: "-")),
      "dateModified": text(updated?.text(separator: "-")),
      "inLanguage": text(metadata.language),
      "publisher": publisher.map(organisation),
      "reportNumber": text(matter.number),
      "isPartOf": series(matter),
      "identifier": metadata.doi.map { doi in
        .members([
          "@type": "PropertyValue", "propertyID": "DOI", "value": .string(doi),
          "url": .string("https://doi.org/" + doi),
        ])
      },
      "url": text(metadata.url),
      "image": text(metadata.card.flatMap { metadata.configuration.address(of: $0.path) }),
      "keywords": metadata.topics.isEmpty ? nil : .list(metadata.topics.map(JSONValue.string)),
      "license": page.license(in: metadata.configuration).map(license),
    ])
  }

  private func text(_ text: String?) -> JSONValue? {
    text.flatMap { $0.isEmpty ? nil : .string($0) }
  }

  private func agent(_ person: SiteConfiguration.Person) -> JSONValue {
    .members([
      "@type": AuthorName.isBody(person) ? "Organization" : "Person",
      "@id": text(person.orcidAddress),
      "name": .string(person.name),
      "affiliation": AuthorName.isBody(person)
        ? nil
        : text(person.affiliation).map { .members(["@type": "Organization", "name": $0]) },
      "parentOrganization": AuthorName.isBody(person)
        ? text(person.affiliation).map { .members(["@type": "Organization", "name": $0]) } : nil,
    ])
  }

  private func organisation(_ publisher: SiteConfiguration.Publisher) -> JSONValue {
    .members([
      "@type": "Organization", "name": .string(publisher.name), "url": text(publisher.url),
      "location": text(publisher.place),
    ])
  }

  private func series(_ matter: FrontMatter) -> JSONValue? {
    guard matter.series != nil || matter.issn != nil else { return nil }
    return .members([
      "@type": "CreativeWorkSeries", "name": text(matter.series), "issn": text(matter.issn),
    ])
  }

  /// A licence by its address, or else by its name.
  private func license(_ license: License) -> JSONValue {
    license.address.map(JSONValue.string)
      ?? .members(["@type": "CreativeWork", "name": .string(license.text)])
  }
}
