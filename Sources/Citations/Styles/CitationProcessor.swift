/// Sets all citations of a page, and its list of sources.
///
/// One value serves the whole site: it holds the sources and the style and nothing about any page.
public struct CitationProcessor: Sendable {
  /// All sources of the site.
  public let library: SourceLibrary
  /// The style.
  public let formatter: any CitationFormatter

  /// A processor that cites `library` in the style of `formatter`.
  public init(library: SourceLibrary, formatter: any CitationFormatter) {
    self.library = library
    self.formatter = formatter
  }

  /// What a page shows of its sources.
  public struct Page: Sendable {
    /// The citations, in the order given.
    public let citations: [FormattedCitation]
    /// The list of sources, and how citations name each.
    public let bibliography: Bibliography
    /// For each source the indexes of the citations that cite it, in order, for links back.
    public let citedBy: [String: [Int]]
    /// The keys that no source has, each once, in the order of first use.
    public let missingKeys: [String]
  }

  /// Sets the citations of one page.
  /// - Parameters:
  ///   - citations: All of them, in the order of the page, those in captions and cells included.
  ///   - keys: Sources to be listed though nothing cites them.
  public func process(_ citations: [Citation], alsoListing keys: [String] = []) -> Page {
    var sources: [Source] = []
    var seen: Set<String> = []
    var missing: [String] = []
    var citedBy: [String: [Int]] = [:]
    func meet(_ key: String) {
      guard seen.insert(key).inserted else { return }
      if let source = library[key] { sources.append(source) } else { missing.append(key) }
    }
    for (index, citation) in citations.enumerated() {
      for key in citation.items.compactMap(\.sourceKey) {
        meet(key)
        if citedBy[key]?.last != index { citedBy[key, default: []].append(index) }
      }
    }
    keys.forEach(meet)
    let bibliography = formatter.bibliography(of: sources)
    return Page(
      citations: citations.map { formatter.format($0, with: bibliography) },
      bibliography: bibliography, citedBy: citedBy, missingKeys: missing)
  }
}
