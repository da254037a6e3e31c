public import Bytes
public import Charts
public import Citations
public import Datasets
public import Diagnostics
public import Values

/// A publication whose every reference leads somewhere: all that rendering needs.
public struct ResolvedSite: Sendable {
  /// An entry of the navigation.
  public struct NavigationItem: Sendable {
    /// What the reader sees.
    public let title: String
    /// The page, an index into ``ResolvedSite/pages``.
    public let page: Int

    /// The entry `title`.
    public init(title: String, page: Int) {
      self.title = title
      self.page = page
    }
  }

  /// A page that sends its readers on.
  public struct Redirect: Sendable {
    /// Its path from the site's root.
    public let output: String
    /// Where it leads, an index into ``ResolvedSite/pages``.
    public let page: Int

    /// Sends readers from `output` to `page`.
    public init(output: String, page: Int) {
      self.output = output
      self.page = page
    }
  }

  /// A template or partial.
  public struct Template: Sendable {
    /// What others call it.
    public let name: String
    /// Its text.
    public let text: String
    /// Its file.
    public let file: SourceFileID

    /// The template `name`.
    public init(name: String, text: String, file: SourceFileID) {
      self.name = name
      self.text = text
      self.file = file
    }
  }

  /// A fault that was found before rendering and is there to be found again in the produced page.
  public enum KnownFault: Hashable, Sendable {
    /// An address in raw HTML, as it is written there.
    case address(String)
    /// An id that stands twice.
    case id(String)
  }

  /// What `site.yaml` says.
  public let configuration: SiteConfiguration
  /// The pages, by path.
  public let pages: [ResolvedPage]
  /// The front page, an index into ``pages``.
  public let front: Int?
  /// The navigation.
  public let navigation: [NavigationItem]
  /// The datasets that are published.
  public let datasets: [Dataset]
  /// What the package of the datasets is called, where its author named it.
  public let package: (name: String?, title: String?)
  /// Files that are copied, or written as they were read.
  public let assets: [RenderedFile]
  /// The pages among ``assets``, which others made, by their paths in the site.
  public let copiedPages: [String: SourceFileID]
  private let pageIndexes: [String: Int]
  /// The texts of data files that are not written in UTF-8, in UTF-8: places in those files are
  /// places in these texts.
  public var decodedTexts: [SourceFileID: [UInt8]] = [:]
  /// The templates and partials.
  public let templates: [Template]
  /// The words that the theme says itself.
  public let words: WordTables
  /// The old addresses that lead to the pages.
  public let redirects: [Redirect]
  /// Where events lead out of the site, each at the cell that says so.
  public let outsideLinks: [(address: String, span: SourceSpan)]
  /// What was reported of each page and will be in it all the same, by the page's index.
  public let knownFaults: [Int: Set<KnownFault>]

  /// Where an outside program put the nodes and edges of the graphs; absent where it was not asked or
  /// gave nothing.
  public var graphPlacements: [GraphRequest: GraphPlacement] = [:]
  /// The pictures that show links to pages elsewhere, by the page's index, where a program made them.
  public var cards: [Int: MadePicture] = [:]
  /// Smaller copies of pictures, from the narrowest, by the path of the picture from the site's root,
  /// where a program made them.
  public var smallerPictures: [String: [MadePicture]] = [:]

  /// The sources that pages may cite.
  public var sources: [Source] = []
  /// By what everything is known that a page may show besides its own text; nil where nothing is kept
  /// from one build to the next.
  public var surroundings: ContentDigest?
  /// By what everything is known that a page may show besides its own text, the uses that pages make
  /// of one another and of the data among it; nil where nothing is kept.
  public var standingKey: ContentDigest?

  /// The colours of the theme, for pictures that leave the site.
  public var colors = LightColors.house
  /// Whether each brief is printed as a PDF beside it.
  public var makesPDFs = false

  /// All pictures that programs made.
  public var madePictures: [MadePicture] {
    (Array(cards.values) + smallerPictures.values.joined()).sorted { $0.path < $1.path }
  }

  /// The narrowest mark that any of its pages bears; nil where none bears one.
  public var mark: TrafficLight? { marks.lazy.compactMap(\.self).max() }
  /// The mark that each page bears: its own, or the narrowest of what it shows; nil where nothing on
  /// it is marked.
  public var marks: [TrafficLight?] = []

  /// A site of `pages`.
  public init(
    configuration: SiteConfiguration, pages: [ResolvedPage], front: Int?,
    navigation: [NavigationItem], datasets: [Dataset],
    package: (name: String?, title: String?) = (nil, nil), assets: [RenderedFile],
    copiedPages: [String: SourceFileID] = [:], templates: [Template],
    words: WordTables = .empty, redirects: [Redirect] = [],
    outsideLinks: [(address: String, span: SourceSpan)] = [],
    knownFaults: [Int: Set<KnownFault>] = [:]
  ) {
    self.configuration = configuration
    self.pages = pages
    self.pageIndexes = Dictionary(
      pages.enumerated().map { ($1.parsed.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.front = front
    self.navigation = navigation
    self.datasets = datasets
    self.package = package
    self.assets = assets
    self.copiedPages = copiedPages
    self.templates = templates
    self.words = words
    self.redirects = redirects
    self.outsideLinks = outsideLinks
    self.knownFaults = knownFaults
  }

  /// The page whose file is at `path` within `Content/`, an index into ``pages``.
  public func page(at path: String) -> Int? { pageIndexes[path] }

  /// A site with nothing in it.
  public static let empty = ResolvedSite(
    configuration: SiteConfiguration(), pages: [], front: nil, navigation: [], datasets: [],
    assets: [], templates: [])
}
