public import Bytes
public import Diagnostics
public import Markdown

/// Text with an answer beside each thing that it refers to.
public struct ResolvedText: Sendable {
  /// The text.
  public let document: MarkdownDocument
  /// An answer for each of the document's links and images.
  public let links: [ResolvedLink]
  /// An answer for each of the document's mentions.
  public let mentions: [ResolvedMention]
  /// Where names are links though nobody wrote one, by the place of the text in the document, in
  /// the order of its bytes.
  public let nameLinks: [SourceSpan: [NameLinkEnd]]

  /// `document` with its answers, one for each link and each mention.
  public init(
    document: MarkdownDocument, links: [ResolvedLink], mentions: [ResolvedMention],
    nameLinks: [SourceSpan: [NameLinkEnd]] = [:]
  ) {
    self.document = document
    self.links = links
    self.mentions = mentions
    self.nameLinks = nameLinks
  }

  /// No text.
  public static let empty = ResolvedText(document: MarkdownDocument(), links: [], mentions: [])

  /// Whether there is nothing to read.
  public var isEmpty: Bool { document.blocks.isEmpty }
}

/// Where a link about a name begins or ends in a text.
public struct NameLinkEnd: Sendable {
  /// The offset in the text's words, in bytes.
  public let offset: Int
  /// The address, relative to the page; nil where the link ends.
  public let href: String?

  /// An end at `offset`.
  public init(offset: Int, href: String?) {
    self.offset = offset
    self.href = href
  }
}

/// A picture that is shown.
public struct ResolvedPicture: Sendable {
  /// Its path from the site's root.
  public let path: String
  /// How large it is, where it states that.
  public let size: ImageSize?

  /// The picture at `path`.
  public init(path: String, size: ImageSize?) {
    self.path = path
    self.size = size
  }
}

/// Where a link leads.
public enum ResolvedLink: Sendable {
  /// To a page or a place on it, by an address relative to the page that links.
  case page(href: String, isEntity: Bool)
  /// To a file of the publication; with more of it where it is a picture that is shown.
  case asset(href: String, picture: ResolvedPicture? = nil)
  /// To the web, or to a mail program.
  case external(String)
  /// Nowhere: the fault was reported, and the words stand by themselves.
  case broken

  /// The address, or nil where there is none.
  public var href: String? {
    switch self {
    case .page(let href, _), .asset(let href, _), .external(let href): href
    case .broken: nil
    }
  }
}

/// What a mention in running text became.
public enum ResolvedMention: Sendable {
  /// A citation: an index into ``ResolvedPage/citations``, and what its cross-references refer to,
  /// in the order of its segments; nil where that was a fault.
  case citation(Int, references: [ResolvedReference?])
  /// A reference to a figure or section.
  case crossReference(ResolvedReference)
  /// Words: the fault was reported.
  case text(String)
}

/// A figure or section that is referred to.
public struct ResolvedReference: Sendable {
  /// Its address, relative to the page that refers.
  public let href: String
  /// What is said: `Figure 1`.
  public let label: String
  /// Its caption, and its page where that is another.
  public let title: String

  /// A reference that says `label`.
  public init(href: String, label: String, title: String) {
    self.href = href
    self.label = label
    self.title = title
  }
}
