public import Diagnostics
public import Values

/// What stands between the `---` lines at the head of a page.
public struct FrontMatter: Sendable {
  /// Text with its place.
  public struct Text: Sendable {
    /// The text.
    public let text: String
    /// Its place.
    public let span: SourceSpan

    /// `text` at `span`.
    public init(_ text: String, at span: SourceSpan) {
      self.text = text
      self.span = span
    }
  }

  /// A finding that the page allows.
  public struct Allowance: Sendable {
    /// Its code.
    public let code: DiagnosticCode
    /// The words that it marks, as they stand in the page's file.
    public let key: String
    /// Where the words stand in the allowance.
    public let span: SourceSpan

    /// Allows the finding `code` of the words `key`.
    public init(code: DiagnosticCode, key: String, span: SourceSpan) {
      self.code = code
      self.key = key
      self.span = span
    }
  }

  /// The same page in another language.
  public struct Translation: Sendable {
    /// The language, a BCP 47 tag, and the place of the key.
    public let language: Text
    /// The path of the page, as it was written.
    public let path: Text

    /// The page at `path`, in `language`.
    public init(language: Text, path: Text) {
      self.language = language
      self.path = path
    }
  }

  /// The page's title, inline Markdown.
  public var title: Text?
  /// The line beneath the title, inline Markdown.
  public var subtitle: Text?
  /// What the page says, in a sentence or three, inline Markdown.
  public var summary: Text?
  /// The series that it belongs to.
  public var series: String?
  /// Its number in the series.
  public var number: String?
  /// When it was published.
  public var date: EDTFDate?
  /// When it was last changed.
  public var updated: EDTFDate?
  /// Names, or keys of the site's people.
  public var authors: [Text] = []
  /// Names, or keys of the site's people.
  public var translators: [Text] = []
  /// The page's language, where it is not the site's.
  public var language: String?
  /// Where the language is written.
  public var languageSpan: SourceSpan?
  /// The same page in other languages, in the order written.
  public var translations: [Translation] = []
  /// Where the page stood before: output paths, as they were written.
  public var redirects: [Text] = []
  /// Terms by taxonomy, in the order of the site's taxonomies.
  public var terms: [(taxonomy: String, terms: [Text])] = []
  /// Other names of an entity.
  public var aliases: [Text] = []
  /// The DOI.
  public var doi: String?
  /// The ISSN of the series.
  public var issn: String?
  /// The licence.
  public var license: License?
  /// The page's own mark.
  public var trafficLight: TrafficLight?
  /// Whether it has no mark but a key that is nearly `tlp`: what was meant is not known, and an
  /// audience must not pay for a slip.
  public var hasMisspeltMark = false
  /// Whether it is unfinished and exists only where drafts are asked for.
  public var isDraft = false
  /// The kinds of figures of which it wants a list, in the order written.
  public var lists: [FigureKind] = []
  /// The template that it asks for.
  public var template: Text?
  /// The paths of the pages that the front page leads with.
  public var leads: [Text] = []

  /// The findings that it allows.
  public var allowances: [Allowance] = []

  /// Whether it could be read; where not, that was reported, and what it says is not known.
  public private(set) var isReadable = true

  /// Front matter in which nothing is set.
  public init() {}

  /// What it is about: each topic once, as it is first written; blank ones are none.
  public var topics: [Text] {
    var seen: Set<String> = []
    return (terms.first(where: { $0.taxonomy == "topics" })?.terms ?? []).filter { topic in
      topic.text.utf8.contains(where: { $0 > 0x20 }) && seen.insert(topic.text).inserted
    }
  }

  /// Front matter of which nothing is known.
  public static var unreadable: FrontMatter {
    var matter = FrontMatter()
    matter.isReadable = false
    return matter
  }
}
