public import Citations
public import Datasets
public import Diagnostics

/// What a page is for its readers, which decides its template.
public enum PageKind: String, Sendable {
  /// A dated text.
  case brief
  /// A text without a date.
  case page
  /// The introduction of a folder with the list of what is in it.
  case listing
  /// A page about one member of a collection.
  case entity
  /// The list of all sources.
  case sources
  /// The terms of a kind: topics, authors, series, years.
  case terms
  /// All pages of the site.
  case siteMap = "sitemap"
  /// The search.
  case search
  /// Figures of the whole site.
  case figures
  /// Events of the whole publication, of a year, of a dataset.
  case timeline
  /// Rows of a dataset; on the first of its pages also what it is and where it is used.
  case dataset
  /// What a web host shows where there is no page.
  case notFound = "404"
}

/// A page all of whose references are resolved.
///
/// It is a class because the stages behind hand pages about by the ten thousand, and a copy of so
/// many values costs more than much of what is done with them. Nothing of it ever changes.
public final class ResolvedPage: Sendable {
  /// An author with what is known of them.
  public typealias Author = SiteConfiguration.Person

  /// The page as it was read.
  public let parsed: ParsedPage
  /// What it is for its readers.
  public let kind: PageKind
  /// The name of its template.
  public let template: String
  /// What it takes from the rest of the site.
  public let uses: PageUses
  /// The terms that it lists, where it is a list of terms.
  public let terms: ResolvedTerms?
  /// Where readers may go from it.
  public let onward: Onward
  /// What it shows, where it is a page of the figures of the whole site.
  public let allFigures: ResolvedFigures?
  /// What it leads with; nil where it is not the front page.
  public let front: ResolvedFront?
  /// What it lists, where it is a listing.
  public let listing: ResolvedListing?
  /// What the data say of it, where it is an entity.
  public let entity: ResolvedEntity?
  /// What it shows of a dataset, where it is one's page.
  public let dataset: ResolvedDataset?
  /// What it shows of the events, where it is a page of the timeline.
  public let timeline: ResolvedTimeline?
  /// Where each source is cited, where it is the page of all sources.
  public let sources: ResolvedSources?
  /// The pages above it, from the front page down: indexes into the site's pages.
  public let breadcrumbs: [Int]
  /// The page in other languages, in the order of their tags.
  public let translations: [Translation]

  /// What it says, which is worked out when somebody asks for it.
  private let content: Deferred<Content>

  /// The page in another language.
  public struct Translation: Hashable, Sendable {
    /// The language, a BCP 47 tag.
    public let language: String
    /// The page, an index into the site's pages.
    public let page: Int

    /// The page `page` in `language`.
    public init(language: String, page: Int) {
      self.language = language
      self.page = page
    }
  }

  /// A term that a page bears.
  public struct TermKey: Hashable, Sendable {
    /// The name of a taxonomy, or one of `authors` and `series`.
    public let kind: String
    /// The term, as readers know it.
    public let title: String

    /// The term `title` of `kind`.
    public init(kind: String, title: String) {
      self.kind = kind
      self.title = title
    }
  }

  /// Where readers may go from a page.
  public struct Onward: Sendable {
    /// The page before it in its series, an index into the site's pages.
    public var previous: Int?
    /// The page behind it in its series.
    public var next: Int?
    /// Pages with topics or entities in common, the nearest first.
    public var related: [Int] = []
    /// Pages that link to it.
    public var mentions: [Int] = []
    /// The lists of the pages that bear its terms.
    public var terms: [TermKey: Int] = [:]

    /// Nowhere.
    public init() {}
  }

  /// A page of the kind `kind`.
  public init(
    parsed: ParsedPage, kind: PageKind, template: String, uses: PageUses,
    content: Deferred<Content>, terms: ResolvedTerms?, onward: Onward,
    allFigures: ResolvedFigures?, listing: ResolvedListing?, entity: ResolvedEntity?,
    dataset: ResolvedDataset?, timeline: ResolvedTimeline?, sources: ResolvedSources?,
    breadcrumbs: [Int], translations: [Translation], front: ResolvedFront? = nil
  ) {
    self.parsed = parsed
    self.kind = kind
    self.template = template
    self.uses = uses
    self.content = content
    self.terms = terms
    self.onward = onward
    self.allFigures = allFigures
    self.listing = listing
    self.entity = entity
    self.dataset = dataset
    self.timeline = timeline
    self.sources = sources
    self.breadcrumbs = breadcrumbs
    self.translations = translations
    self.front = front
  }

  /// Where it stands in the site.
  public var output: String { parsed.output }
  /// Its title without markup; never empty.
  public var plainTitle: String { parsed.outline.title }
  /// Whether others cite it as a text of its own.
  public var isCitable: Bool { kind == .brief }
}

extension ResolvedPage {
  /// What a page says, every reference in it resolved.
  public final class Content: Sendable {
    /// Its title, subtitle and summary.
    public let heads: ResolvedHeads
    /// Who wrote it.
    public let authors: [Author]
    /// Who translated it.
    public let translators: [Author]
    /// Its text.
    public let body: ResolvedText
    /// Its figures, in the order of the text.
    public let figures: [ResolvedFigure]
    /// What its queries gave, for each of the text's; nil where the fault was reported.
    public let queries: [Dataset?]
    /// The values in its texts, by the places of their code spans.
    public let values: [SourceSpan: ResolvedValue]
    /// Its citations, formatted, in the order in which they are made.
    public let citations: [FormattedCitation]
    /// The sources that it cites, in the order of the bibliography.
    public let bibliography: [Bibliography.Entry]
    /// For each source, by key, which of its citations cite it: indexes into ``citations``.
    public let citedBy: [String: [Int]]
    /// Which of its citations stands for a row of data.
    public let rowCitations: [RowCitation: Int]
    /// How others cite it, where it is a brief.
    public let ownCitation: PageCitation?

    /// A page that says this.
    public init(
      heads: ResolvedHeads, authors: [Author], translators: [Author], body: ResolvedText,
      figures: [ResolvedFigure], queries: [Dataset?], values: [SourceSpan: ResolvedValue],
      citations: [FormattedCitation], bibliography: [Bibliography.Entry],
      citedBy: [String: [Int]], rowCitations: [RowCitation: Int], ownCitation: PageCitation?
    ) {
      self.heads = heads
      self.authors = authors
      self.translators = translators
      self.body = body
      self.figures = figures
      self.queries = queries
      self.values = values
      self.citations = citations
      self.bibliography = bibliography
      self.citedBy = citedBy
      self.rowCitations = rowCitations
      self.ownCitation = ownCitation
    }
  }

  /// Its title, subtitle and summary.
  public var heads: ResolvedHeads { content.value.heads }
  /// Who wrote it.
  public var authors: [Author] { content.value.authors }
  /// Who translated it.
  public var translators: [Author] { content.value.translators }
  /// Its text.
  public var body: ResolvedText { content.value.body }
  /// Its figures, in the order of the text.
  public var figures: [ResolvedFigure] { content.value.figures }
  /// What its queries gave, for each of the text's; nil where the fault was reported.
  public var queries: [Dataset?] { content.value.queries }
  /// The values in its texts, by the places of their code spans.
  public var values: [SourceSpan: ResolvedValue] { content.value.values }
  /// Its citations, formatted, in the order in which they are made.
  public var citations: [FormattedCitation] { content.value.citations }
  /// The sources that it cites, in the order of the bibliography.
  public var bibliography: [Bibliography.Entry] { content.value.bibliography }
  /// For each source, by key, which of its citations cite it: indexes into ``citations``.
  public var citedBy: [String: [Int]] { content.value.citedBy }
  /// Which of its citations stands for a row of data.
  public var rowCitations: [RowCitation: Int] { content.value.rowCitations }
  /// How others cite it, where it is a brief.
  public var ownCitation: PageCitation? { content.value.ownCitation }
}

/// The lines above a page's text.
public struct ResolvedHeads: Sendable {
  /// The title.
  public let title: ResolvedText
  /// The line beneath it.
  public let subtitle: ResolvedText
  /// What the page says.
  public let summary: ResolvedText

  /// These lines.
  public init(title: ResolvedText, subtitle: ResolvedText, summary: ResolvedText) {
    self.title = title
    self.subtitle = subtitle
    self.summary = summary
  }
}

/// The terms of one kind.
public struct ResolvedTerms: Sendable {
  /// A term.
  public struct Term: Sendable {
    /// What readers call it.
    public let title: String
    /// The list of the pages that bear it, an index into the site's pages.
    public let page: Int
    /// How many pages bear it.
    public let count: Int

    /// The term `title`.
    public init(title: String, page: Int, count: Int) {
      self.title = title
      self.page = page
      self.count = count
    }
  }

  /// The name of a taxonomy, or one of `authors`, `series` and `years`.
  public let kind: String
  /// The terms in order.
  public let terms: [Term]

  /// The terms of `kind`.
  public init(kind: String, terms: [Term]) {
    self.kind = kind
    self.terms = terms
  }
}
