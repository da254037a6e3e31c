import Bytes
import Charts
import Datasets
import Markup
import SiteModel
import Values

/// What the head of every page tells machines: its address, what a link to it shows elsewhere (Open
/// Graph), and where it stands in the site (schema.org's `BreadcrumbList`, and `Dataset` on the page
/// of one).
struct PageGraph {
  let site: ResolvedSite
  let page: ResolvedPage
  let index: Int

  private var configuration: SiteConfiguration { site.configuration }
  private var url: String? { configuration.address(of: page.output) }
  private var language: String { configuration.languageTag(of: page.parsed.frontMatter) }

  /// The elements for the head, one a line; none on the page for missing pages, which has no address
  /// of its own.
  func elements(plainSummary: String) -> Fragment {
    var writer = MarkupWriter()
    guard page.kind != .notFound else { return writer.fragment }
    if let url {
      writer.empty("link", ["rel": "canonical", "href": .text(url)])
      writer.newline()
    }
    property("og:title", page.plainTitle, &writer)
    property("og:type", page.kind == .brief ? "article" : "website", &writer)
    property("og:url", url, &writer)
    property("og:description", plainSummary, &writer)
    property("og:site_name", configuration.title, &writer)
    if let card = site.cards[index], let address = configuration.address(of: card.path) {
      property("og:image", address, &writer)
      property("og:image:width", String(PictureCard.width), &writer)
      property("og:image:height", String(PictureCard.height), &writer)
      property("og:image:alt", page.plainTitle, &writer)
      writer.empty("meta", ["name": "twitter:card", "content": "summary_large_image"])
      writer.newline()
    }
    property("og:locale", language.replacing("-", with: "_"), &writer)
    if page.kind == .brief {
      let matter = page.parsed.frontMatter
      property(
        "article:published_time", matter.date.flatMap(StatedDate.init)?.text(separator: "-"),
        &writer)
      property(
        "article:modified_time", matter.updated.flatMap(StatedDate.init)?.text(separator: "-"),
        &writer)
    }
    for value in [breadcrumbs, dataset].compactMap(\.self) {
      writer.data(type: "application/ld+json", json: value.bytes)
      writer.newline()
    }
    return writer.fragment
  }

  private func property(
    _ name: StaticString, _ content: String?, _ writer: inout MarkupWriter
  ) {
    guard let content, !content.isEmpty else { return }
    writer.empty("meta", ["property": .text("\(name)"), "content": .text(content)])
    writer.newline()
  }

  /// The pages above this one; nil on the front page, and where the site has no address.
  private var breadcrumbs: JSONValue? {
    guard url != nil, !page.breadcrumbs.isEmpty else { return nil }
    let places = page.breadcrumbs + [index]
    return .members([
      "@context": "https://schema.org", "@type": "BreadcrumbList",
      "itemListElement": .list(
        places.enumerated().map { position, place in
          .members([
            "@type": "ListItem", "position": .integer(position + 1),
            "name": .string(site.pages[place].plainTitle),
            "item": configuration.address(of: site.pages[place].output).map(JSONValue.string),
          ])
        }),
    ])
  }

  /// The dataset whose first page this is.
  private var dataset: JSONValue? {
    guard let shown = page.dataset, shown.number == 1 else { return nil }
    let dataset = shown.dataset
    let files = [("csv", "text/csv"), ("json", "application/json")]
    return .members([
      "@context": "https://schema.org", "@type": "Dataset",
      "@id": url.map(JSONValue.string),
      "name": .string(dataset.title ?? dataset.name),
      // Search engines want a description of some length, and the title is better than none.
      "description": .string(dataset.description ?? dataset.title ?? dataset.name),
      "url": url.map(JSONValue.string), "inLanguage": .string(language),
      "license": dataset.licenses.first.map { license in
        .string(license.path ?? license.name.map(License.init)?.address ?? license.label)
      },
      "variableMeasured": .list(
        dataset.fields.map { field in
          .members([
            "@type": "PropertyValue", "name": .string(field.name),
            "description": field.title.map(JSONValue.string),
          ])
        }),
      "isBasedOn": .oneOrMore(dataset.sources.map { .string($0.path ?? $0.title) }),
      "distribution": .list(
        files.compactMap { ending, type in
          configuration.address(of: "data/\(dataset.name).\(ending)").map { address in
            .members([
              "@type": "DataDownload", "encodingFormat": .string(type),
              "contentUrl": .string(address),
            ])
          }
        }),
    ])
  }
}
