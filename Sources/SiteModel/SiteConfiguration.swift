import Bytes
public import Citations
public import Diagnostics
public import Values

/// What `site.yaml` says.
public struct SiteConfiguration: Sendable {
  /// Who publishes.
  public struct Publisher: Sendable {
    /// The name.
    public let name: String
    /// The place.
    public let place: String?
    /// The address on the web.
    public let url: String?

    /// A publisher called `name`.
    public init(name: String, place: String?, url: String?) {
      self.name = name
      self.place = place
      self.url = url
    }
  }

  /// One entry of the navigation.
  public struct NavigationItem: Sendable {
    /// What the reader sees.
    public let title: String
    /// The source path of the page, as it was written.
    public let path: String
    /// The place of the path.
    public let span: SourceSpan

    /// An entry called `title` for the page at `path`.
    public init(title: String, path: String, span: SourceSpan) {
      self.title = title
      self.path = path
      self.span = span
    }
  }

  /// A folder whose pages are entities.
  public struct Collection: Sendable {
    /// The folder's name, and the name of the dataset that holds the entities' facts.
    public let name: String
    /// What readers see.
    public let title: String

    /// The collection in the folder `name`.
    public init(name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  /// Someone who writes or translates.
  public struct Person: Sendable {
    /// The full name.
    public let name: String
    /// Where they work.
    public let affiliation: String?
    /// Their ORCID iD.
    public let orcid: String?
    /// Their address.
    public let email: String?
    /// Whether it is a body, not a person; nil where nobody says.
    public let isBody: Bool?

    /// The person called `name`.
    public init(
      name: String, affiliation: String? = nil, orcid: String? = nil, email: String? = nil,
      isBody: Bool? = nil
    ) {
      self.name = name
      self.affiliation = affiliation
      self.orcid = orcid
      self.email = email
      self.isBody = isBody
    }
  }

  /// How much raw HTML authors may write.
  public enum HTMLPolicy: String, Sendable, CaseIterable {
    /// None.
    case none
    /// An allow-list of elements and attributes.
    case safe
    /// Whatever they like.
    case all
  }

  /// What becomes of a link to a page that the audience of a build may not see.
  public enum WithheldLinks: String, Sendable, CaseIterable {
    /// It is an error.
    case error
    /// Its words stay as plain text.
    case text
  }

  /// Which mentions of entities become links by themselves.
  public enum NameLinking: String, Sendable, CaseIterable {
    /// None.
    case none
    /// The first on each page.
    case first
  }

  /// Whether `site.yaml` could be read; where it could not, nothing can be said to be missing in
  /// it.
  public var isComplete = true
  /// The publication's title.
  public var title = ""
  /// What it is about.
  public var description = ""
  /// Its language, a BCP 47 tag.
  public var language = "en"
  /// Where the language is written.
  public var languageSpan: SourceSpan?
  /// Where it will stand, for absolute addresses only.
  public var baseURL: String?
  /// The licence of pages that name none.
  public var license: License?
  /// The mark of pages that bear none of their own.
  public var trafficLight: TrafficLight?
  /// Who publishes.
  public var publisher: Publisher?
  /// The entries of the navigation, in order.
  public var navigation: [NavigationItem] = []
  /// The names of the front-matter keys by which pages are grouped.
  public var taxonomies: [String] = ["topics"]
  /// Where site.yaml names them.
  public var taxonomySpans: [String: SourceSpan] = [:]
  /// The collections, in the order written.
  public var collections: [Collection] = []
  /// People by key.
  public var people: [String: Person] = [:]
  /// Paths of the files of sources within `Content/`, with their places.
  public var sourceFiles: [(path: String, span: SourceSpan)] = []
  /// The style in which pages cite.
  public var citationStyle = CitationStyle.authorDate
  /// How much raw HTML authors may write.
  public var html = HTMLPolicy.safe
  /// Whether quotation marks, dashes and ellipses are set as the page's language has them.
  public var isSmart = true
  /// What becomes of links to what the audience of a build may not see.
  public var withheldLinks = WithheldLinks.error
  /// Which mentions of entities become links by themselves.
  public var nameLinking = NameLinking.none
  /// Where the site is published to, in the order written.
  public var publishTargets: [PublishTarget] = []

  /// A configuration in which nothing is set.
  public init() {}

  /// What stands for a `site.yaml` that could not be read.
  public static var unread: SiteConfiguration {
    var configuration = SiteConfiguration()
    configuration.isComplete = false
    return configuration
  }

  /// The language of a page as it is written, a BCP 47 tag: its own, or else the site's.
  public func languageTag(of page: FrontMatter) -> String { page.language ?? language }

  /// The language in which Dossier speaks on a page: the page's own, or else the site's; English
  /// where that is one whose words it does not know.
  public func language(of page: FrontMatter) -> Language {
    Language(tag: languageTag(of: page)) ?? .english
  }

  /// The path of the site on its host, from which `404.html` alone takes its links: a web host
  /// shows that page at any address.
  public var basePath: String {
    guard let url = baseURL, let scheme = url.firstRange(of: "://") else { return "/" }
    let rest = url[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return "/" }
    let path = PercentEncoding.encodeQuery(rest[slash...])
    return path.hasSuffix("/") ? path : path + "/"
  }

  /// The collection whose folder holds `path`, or nil.
  public func collection(of path: String) -> Collection? {
    collections.first { path.utf8.starts(with: ($0.name + "/").utf8) }
  }
}
