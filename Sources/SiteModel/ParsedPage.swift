public import Datasets
public import Diagnostics
public import Markdown

/// A page as it was read, by itself: nothing that it refers to was looked at.
///
/// It is a class for the same reason as ``ResolvedPage``, and never changes either.
public final class ParsedPage: Sendable {
  /// Where a page comes from.
  public enum Origin: Sendable {
    /// A file of the publication.
    case file(SourceFileID)
    /// The site itself: nobody wrote it.
    case generated(GeneratedPage)
  }

  /// The path of its file within `Content/`, or the path that it would have.
  public let path: String
  /// Where it comes from.
  public let origin: Origin
  /// What stands at its head.
  public let frontMatter: FrontMatter
  /// Where faults of the page as a whole are reported.
  public let span: SourceSpan?
  /// What it says, which is read when somebody asks for it where it has not changed.
  private let content: Deferred<Content>
  /// What others may refer to on it.
  private let outlined: Deferred<PageOutline>

  /// What a page says below its front matter.
  public final class Content: Sendable {
    /// The title, subtitle and summary.
    public let heads: PageHeads
    /// The text.
    public let body: MarkdownDocument
    /// The blocks of the house in the text, in order.
    public let figures: [ParsedFigure]
    /// The queries in the text, in order.
    public let queries: [ParsedQuery]

    /// A page that says this.
    public init(
      heads: PageHeads, body: MarkdownDocument, figures: [ParsedFigure],
      queries: [ParsedQuery] = []
    ) {
      self.heads = heads
      self.body = body
      self.figures = figures
      self.queries = queries
    }
  }

  /// A page at `path`.
  /// - Parameter outline: Its outline, where that is known before its content is.
  public init(
    path: String, origin: Origin, frontMatter: FrontMatter, span: SourceSpan?,
    content: Deferred<Content>, outline: PageOutline? = nil
  ) {
    self.path = path
    self.origin = origin
    self.frontMatter = frontMatter
    self.span = span
    self.content = content
    outlined =
      outline.map { Deferred($0) }
      ?? Deferred(later: { PageOutline(of: content.value, frontMatter, path: path) })
  }

  /// The title, subtitle and summary.
  public var heads: PageHeads { content.value.heads }
  /// The text.
  public var body: MarkdownDocument { content.value.body }
  /// The blocks of the house in the text, in order.
  public var figures: [ParsedFigure] { content.value.figures }
  /// The queries in the text, in order.
  public var queries: [ParsedQuery] { content.value.queries }
  /// What others may refer to on it.
  public var outline: PageOutline { outlined.value }

  /// The page with other texts.
  public func saying(
    _ heads: PageHeads, _ body: MarkdownDocument, _ figures: [ParsedFigure]
  ) -> ParsedPage {
    ParsedPage(
      path: path, origin: origin, frontMatter: frontMatter, span: span,
      content: Deferred(
        Content(heads: heads, body: body, figures: figures, queries: queries)))
  }

  /// The page with what another has made of its texts, and the outline that this has.
  public func saying(_ texts: Deferred<ParsedPage>, outline: PageOutline) -> ParsedPage {
    ParsedPage(
      path: path, origin: origin, frontMatter: frontMatter, span: span,
      content: Deferred(later: { texts.value.content.value }), outline: outline)
  }

  /// What it is for, where nobody wrote it.
  public var generated: GeneratedPage? {
    if case .generated(let page) = origin { page } else { nil }
  }

  /// The dataset whose rows it shows, and which of its pages it is; nil where it shows none.
  public var datasetPage: (address: DatasetAddress, number: Int)? {
    if case .dataset(let address, let number)? = generated { (address, number) } else { nil }
  }

  /// Whether it introduces its folder.
  public var isIndex: Bool { SitePath.name(of: path) == "index.md" }
  /// Where it stands in the site.
  public var output: String { SitePath.output(ofPage: path) }
}

/// A query in a page's text, whose rows are a dataset for the page.
public struct ParsedQuery: Sendable {
  /// The index of its fence in the page's text.
  public let fence: Int
  /// What it asks, and the name of the dataset.
  public let query: Query

  /// The query that stands in the fence with the index `fence`.
  public init(fence: Int, query: Query) {
    self.fence = fence
    self.query = query
  }
}

/// The lines above a page's text, as inline Markdown.
public struct PageHeads: Sendable {
  /// The title.
  public var title = MarkdownDocument()
  /// The line beneath it.
  public var subtitle = MarkdownDocument()
  /// What the page says.
  public var summary = MarkdownDocument()

  /// No lines at all.
  public init() {}
}
