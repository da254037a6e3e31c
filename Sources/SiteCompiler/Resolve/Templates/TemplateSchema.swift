/// What a name means to a template.
indirect enum TemplateSchema: Sendable {
  /// Text or a flag: nothing within it.
  case leaf
  /// Names of its own.
  case object([String: TemplateSchema])
  /// Objects one after the other; `{{.}}` is not used.
  case list([String: TemplateSchema])

  /// The names within an object or within each element of a list.
  var members: [String: TemplateSchema] {
    switch self {
    case .leaf: [:]
    case .object(let members), .list(let members): members
    }
  }

  private static func leaves(_ names: String) -> [String: TemplateSchema] {
    Dictionary(uniqueKeysWithValues: names.split(separator: " ").map { (String($0), .leaf) })
  }

  private static func members(
    _ names: String, _ others: [String: TemplateSchema]
  ) -> [String: TemplateSchema] {
    leaves(names).merging(others) { _, other in other }
  }

  /// Every name that a template may use.
  /// - Parameter words: The names of the theme's words.
  static func context(words: [String]) -> [String: TemplateSchema] {
    context.merging(["words": .object(leaves(words.joined(separator: " ")))]) { own, _ in own }
  }

  private static let context: [String: TemplateSchema] = members(
    "root",
    [
      "site": .object(
        leaves(
          "title description language publisher home sourcesHref datasetsHref timelineHref "
            + "siteMapHref searchHref feedHref"
        )),
      "navigation": .list(leaves("title href current")),
      "page": .object(page),
      "front": .object([
        "hasLeads": .leaf, "leads": .list(lead), "hasNews": .leaf, "news": .list(entry),
        "hasTopics": .leaf, "topics": .list(leaves("title href count")),
      ]),
      "listing": .object([
        "hasEntries": .leaf, "entries": .list(entry), "hasSections": .leaf,
        "hasPages": .leaf, "previous": .leaf, "next": .leaf, "pages": pages,
        "sections": .list(
          members("title href summary count more", ["entries": .list(entry)])),
      ]),
      "entity": .object(
        members(
          "collection collectionHref aliases hasAliases hasFacts hasRelations hasEvents events "
            + "hasMentions",
          [
            "facts": .list(leaves("label value")), "relations": .list(leaves("text")),
            "eventFiles": .list(leaves("href label")),
            "mentions": .list(leaves("title href")),
          ])),
      "timeline": .object(
        members(
          "isYear count picture hasEarlier earlier whole hasYears hasDatasets",
          [
            "groups": .list(leaves("title id href count events hasEvents more")),
            "years": .list(leaves("title href number count isCurrent bar")),
            "datasets": .list(leaves("title href number count isCurrent")),
            "previous": .object(leaves("title href")), "next": .object(leaves("title href")),
            "files": .list(leaves("href label")),
          ])),
      "dataset": .object(
        members(
          "name isFirst description query hasUses rows range hasPages previous next",
          [
            "facts": .list(leaves("label value")), "files": .list(leaves("href label")),
            "fields": .list(leaves("name title type isKey description rules reference")),
            "uses": .list(
              members("title href hasPlaces values", ["places": .list(leaves("label href"))])),
            "pages": pages,
          ])),
      "terms": .object(members("kind", ["entries": .list(leaves("title href count"))])),
      "figures": .object(
        members(
          "hasPages previous next",
          [
            "pages": pages,
            "entries": .list(leaves("number title href kind picture page pageHref")),
          ])),
      "siteMap": .object([
        "lists": .list(leaves("title href")),
        "folders": .list(members("title href", ["pages": .list(leaves("title href"))])),
      ]),
      "onward": .object(
        members(
          "isAny hasSeries hasRelated hasMentions",
          [
            "previous": .object(leaves("title href summary")),
            "next": .object(leaves("title href summary")),
            "related": .list(leaves("title href summary")),
            "mentions": .list(leaves("title href summary")),
          ])),
      "sources": .object([
        "hasFiles": .leaf, "files": .list(leaves("href label")),
        "entries": .list(
          members(
            "isCited hasPages more hasDatasets",
            [
              "pages": .list(leaves("title href")), "morePages": .list(leaves("title href")),
              "datasets": .list(leaves("title href rows")),
            ].merging(bibliographyEntry) { own, _ in own })),
      ]),
    ])

  private static let pages = TemplateSchema.list(leaves("number href isCurrent hasGap"))

  private static let entry = leaves(
    "title href summary date dateISO kind series number authors rows columns uses license tlp "
      + "tlpClass updated updatedISO")

  private static let lead =
    entry.merging(leaves("picture pictureHref pictureTitle")) { own, _ in own }

  private static let bibliographyEntry = members(
    "id entry hasBacklinks", ["backlinks": .list(leaves("href label name"))])

  private static let page: [String: TemplateSchema] = members(
    "title plainTitle headTitle subtitle summary plainSummary language direction kind isFront "
      + "date dateISO updated updatedISO series seriesHref number draft tlp tlpClass license "
      + "licenseHref licenseTerms doi hasAuthors hasTopics hasBreadcrumbs hasContents body "
      + "hasBibliography citation metadata graph pdfHref hasCitationFiles "
      + "hasLists hasTranslations hasSorting",
    [
      "authors": .list(leaves("name affiliation href separator")),
      "topics": .list(leaves("title href")),
      "translations": .list(leaves("language name title href")),
      "alternates": .list(leaves("language href")),
      "feeds": .list(leaves("type title href")),
      "breadcrumbs": .list(leaves("title href")),
      "contents": .list(
        members("title href hasChildren", ["children": .list(leaves("title href"))])),
      "lists": .list(members("id title", ["entries": .list(leaves("href number title"))])),
      "bibliography": .list(bibliographyEntry), "citationFiles": .list(leaves("href label")),
    ])
}
