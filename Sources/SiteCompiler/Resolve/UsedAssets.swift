import Bytes
import Diagnostics
import SiteModel

/// Finds which of the publication's files a build for an audience has: those that its pages link to
/// or show, and what these files need in turn.
///
/// A file bears no mark, so it goes no further than the pages that use it.
struct UsedAssets {
  private let index: SiteIndex
  /// The paths of the publication's files by the last part of each.
  private let paths: [String: [String]]
  private var used: Set<String> = []
  /// Those whose texts are still to be looked through.
  private var open: [String] = []

  /// What hosts and browsers ask for by themselves.
  private static let asked: Set<String> = ["robots.txt", "favicon.ico"]

  /// The paths of the files that are used.
  static func paths(
    _ index: SiteIndex, _ drafts: [PageResolver.Draft], _ events: EventIndex
  ) -> Set<String> {
    var finder = UsedAssets(index)
    finder.use(events.linkedAssets)
    for draft in drafts { finder.use(draft.linkedAssets) }
    for page in index.pages { finder.use(finder.assetsInRawHTML(of: page)) }
    finder.use(
      index.assets.keys.filter {
        asked.contains($0) || $0.hasPrefix(SitePath.wellKnown + "/")
      })
    for entry in index.site.tree.templates {
      // A file of the publication's own takes the place of the theme's.
      finder.use([entry.path])
      if let file = entry.text { finder.use(finder.assets(in: index.site.tree[file].bytes)) }
    }
    finder.follow()
    return finder.used
  }

  private init(_ index: SiteIndex) {
    self.index = index
    paths = Dictionary(grouping: index.assets.keys, by: SitePath.name(of:))
  }

  private mutating func use(_ paths: some Sequence<String>) {
    for path in paths where index.assets[path] != nil && used.insert(path).inserted {
      open.append(path)
    }
  }

  /// Uses what the files that are used name: a style sheet its pictures, a page its scripts.
  private mutating func follow() {
    while let path = open.popLast() {
      guard let file = index.assets[path]?.text else { continue }
      use(assets(in: index.site.tree[file].bytes))
    }
  }

  private func assetsInRawHTML(of page: ParsedPage) -> [String] {
    let references = RawHTMLScan.references(in: page)
    guard !references.isEmpty else { return [] }
    var reader = SiteAddress(of: page.output, base: index.site.configuration.basePath)
    return references.compactMap { reference in
      var value: [UInt8] = []
      guard CharacterReferences.decode(reference.written, into: &value),
        case .local = reader.read(value[...])
      else { return nil }
      return reader.path.text
    }
  }

  /// The files that a text names, in whichever language it is written: each stretch between signs
  /// that no address has is held against their paths.
  private func assets(in text: [UInt8]) -> [String] {
    text.split(whereSeparator: Self.ends.contains).flatMap { stretch -> [String] in
      guard let address = PercentEncoding.decode(Array(stretch).text),
        let named = paths[SitePath.name(of: address)]
      else { return [] }
      let steps = address.split(separator: "/").drop { $0 == "." || $0 == ".." }
      let path = steps.joined(separator: "/")
      return named.filter { $0 == path || $0.hasSuffix("/" + path) }
    }
  }

  private static let ends: Set<UInt8> = Set("\"'`()<>{}[]=,;?#\\ \t\r\n".utf8)
}
