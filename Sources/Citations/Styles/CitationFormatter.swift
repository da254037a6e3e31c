/// A citation style: how sources are named in the text and listed behind it.
///
/// A style sees all sources of a page at once, since how one is named may depend on the others;
/// what it works out is a ``Bibliography``, with which it then sets each citation.
public protocol CitationFormatter: Sendable {
  /// Orders and sets the sources of a page.
  /// - Parameter sources: Each source once, in the order in which the page first cites them.
  func bibliography(of sources: [Source]) -> Bibliography

  /// Sets one citation of that page.
  /// - Parameter citation: Its keys may be missing from the bibliography; those are set as the
  ///   key with a question mark, in strong type.
  func format(_ citation: Citation, with bibliography: Bibliography) -> FormattedCitation
}

/// The list of a page's sources, and how citations name each.
public struct Bibliography: Sendable {
  /// A source as it is listed.
  public struct Entry: Hashable, Sendable {
    /// The source's key.
    public let key: String
    /// The entry, its closing full stop included.
    public let text: RichText
    /// What stands before it, as citations have it: `[1]`; nil where the style orders entries by
    /// their words.
    public let label: String?

    init(key: String, text: RichText, label: String? = nil) {
      self.key = key
      self.text = text
      self.label = label
    }
  }

  /// How citations name a source.
  public struct Label: Hashable, Sendable {
    /// Who it is by, or its title: as short as is clear on this page.
    public let author: RichText
    /// Its year with the letter that tells it from others, or the words for none.
    public let year: String
    /// The letter by itself, such as `a`; nil where none is needed.
    public let yearSuffix: String?
    /// Its number on this page, from 1; nil where the style does not count.
    public let number: Int?
    /// Whether a comma parts the author and what stands for the year, as in "Org, n.d."
    public let hasComma: Bool

    init(
      author: RichText, year: String, yearSuffix: String? = nil, number: Int? = nil,
      hasComma: Bool = false
    ) {
      self.author = author
      self.year = year
      self.yearSuffix = yearSuffix
      self.number = number
      self.hasComma = hasComma
    }
  }

  /// The entries in the order of the list.
  public let entries: [Entry]
  /// The labels by key.
  public let labels: [String: Label]

  /// A list of `entries` that citations name by `labels`.
  public init(entries: [Entry], labels: [String: Label]) {
    self.entries = entries
    self.labels = labels
  }
}

/// A citation as it is set: stretches of text, each with what it refers to.
public struct FormattedCitation: Hashable, Sendable {
  /// A stretch of text.
  public struct Segment: Hashable, Sendable {
    /// What a stretch refers to, and so may link to.
    public enum Reference: Hashable, Sendable {
      /// Nothing: parentheses, separators, prefixes, suffixes.
      case none
      /// The bibliography's entry of the source with this key.
      case source(String)
      /// A source with this key that does not exist.
      case missing(String)
      /// A figure, table, timeline or section, whose words stand in the place of the text.
      case crossReference(CrossReference)
    }

    /// What it refers to.
    public let reference: Reference
    /// The text; empty for a cross-reference, since only the page knows its number.
    public let text: RichText
  }

  /// The stretches in order.
  public private(set) var segments: [Segment] = []

  /// The text without styles; cross-references appear as their ids.
  public var plain: String {
    segments.map { segment in
      if case .crossReference(let reference) = segment.reference { return reference.id }
      return segment.text.plain
    }.joined()
  }

  /// Appends a stretch; neighbours that refer to nothing become one.
  mutating func append(_ text: RichText, _ reference: Segment.Reference = .none) {
    if case .none = reference {
      guard !text.isEmpty else { return }
      if let last = segments.last, case .none = last.reference {
        var joined = last.text
        joined.append(text)
        segments[segments.count - 1] = Segment(reference: .none, text: joined)
        return
      }
    }
    segments.append(Segment(reference: reference, text: text))
  }
}
