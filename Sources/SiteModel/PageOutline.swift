public import Bytes
import Datasets
public import Diagnostics
import Markdown

/// What others may refer to on a page, or show of it, besides what its front matter says.
///
/// It is small, and kept from one build to the next: with it a page that has not changed need not be
/// read again for the sake of those that have.
public struct PageOutline: Sendable {
  /// A heading.
  public struct Heading: Sendable {
    /// Its id on the page.
    public let id: String
    /// Its words.
    public let text: String

    /// The heading `text`.
    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// A block of the house.
  public struct Figure: Sendable {
    /// What it is.
    public let kind: FigureKind
    /// Its id, where its author gave it one.
    public let id: String?
    /// The words of its caption.
    public let caption: String
    /// Where faults of its files are reported.
    public let span: SourceSpan

    /// A figure of the kind `kind`.
    public init(kind: FigureKind, id: String?, caption: String, span: SourceSpan) {
      self.kind = kind
      self.id = id
      self.caption = caption
      self.span = span
    }
  }

  /// A query.
  public struct Query: Sendable {
    /// The name of its dataset.
    public let name: String
    /// Where that is written.
    public let span: SourceSpan

    /// The query `name`.
    public init(name: String, span: SourceSpan) {
      self.name = name
      self.span = span
    }
  }

  /// A footnote that is used.
  public struct Note: Sendable {
    /// Its id on the page.
    public let id: String
    /// Its number.
    public let number: Int

    /// The footnote `number`.
    public init(id: String, number: Int) {
      self.id = id
      self.number = number
    }
  }

  /// The title without markup; never empty.
  public let title: String
  /// The headings, in order.
  public let headings: [Heading]
  /// The blocks of the house, in order.
  public let figures: [Figure]
  /// The queries, in order.
  public let queries: [Query]
  /// The footnotes that are used.
  public let notes: [Note]

  /// An outline of these parts.
  public init(
    title: String, headings: [Heading], figures: [Figure], queries: [Query], notes: [Note]
  ) {
    self.title = title
    self.headings = headings
    self.figures = figures
    self.queries = queries
    self.notes = notes
  }

  /// By which it is known, the places in the file left out.
  public var digest: ContentDigest {
    var digest = ContentDigest()
    digest.add(title)
    digest.add(UInt64(headings.count))
    for heading in headings {
      digest.add(heading.id)
      digest.add(heading.text)
    }
    digest.add(UInt64(figures.count))
    for figure in figures {
      digest.add(figure.kind.rawValue)
      digest.add(figure.id == nil ? 0 : 1)
      digest.add(figure.id ?? "")
      digest.add(figure.caption)
    }
    digest.add(UInt64(queries.count))
    for query in queries { digest.add(query.name) }
    digest.add(UInt64(notes.count))
    for note in notes {
      digest.add(note.id)
      digest.add(UInt64(note.number))
    }
    return digest
  }
}

extension PageOutline {
  /// The outline of a page at `path` that says `content`.
  public init(of content: ParsedPage.Content, _ frontMatter: FrontMatter, path: String) {
    let title = content.heads.title.plainText
    self.init(
      title: title.isEmpty ? frontMatter.title?.text ?? SitePath.stem(of: path) : title,
      headings: content.body.headings.map { Heading(id: $0.id, text: $0.plainText) },
      figures: content.figures.map { figure in
        Figure(
          kind: figure.kind, id: figure.id?.text, caption: figure.caption.plainText,
          span: figure.id?.span ?? figure.span)
      },
      queries: content.queries.map { Query(name: $0.query.name, span: $0.query.nameSpan) },
      notes: content.body.footnotes.compactMap { note in
        note.number.map { Note(id: note.id, number: $0) }
      })
  }
}
