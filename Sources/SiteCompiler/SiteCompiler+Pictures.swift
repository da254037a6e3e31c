public import Bytes
import Charts
import Diagnostics
import Markup
public import SiteModel
import Values

extension SiteCompiler {
  /// A card that a program may make pixels of: a brief's title and first figure, for what shows a
  /// link to it elsewhere.
  public struct CardRequest: Sendable {
    /// The page, an index into the site's pages.
    public let page: Int
    /// The path of the picture from the site's root.
    public let path: String
    /// By what it is known without being drawn; nil where nothing is kept.
    public let key: ContentDigest?
    private let site: ResolvedSite

    init(page: Int, path: String, key: ContentDigest?, site: ResolvedSite) {
      self.page = page
      self.path = path
      self.key = key
      self.site = site
    }

    /// Draws the card as SVG; nil where the figure cannot be drawn.
    public func svg() -> [UInt8]? {
      let page = site.pages[self.page]
      let language = site.configuration.language(of: page.parsed.frontMatter)
      let figures = page.figures.lazy.compactMap {
        $0.drawStandalone(language: language, in: site)
      }
      guard let picture = figures.first else { return nil }
      return PictureCard(
        site: site.configuration.title, title: page.plainTitle,
        mark: site.marks[self.page]?.rawValue ?? "",
        picture: picture, colors: site.colors
      ).draw()?.bytes
    }
  }

  /// A picture in pixels that is larger than it is shown, of which a program may make smaller copies.
  public struct ScalingRequest: Sendable {
    /// Its path from the site's root.
    public let path: String
    /// Where it lies on disk.
    public let location: String
    /// The widths of the copies, with the path of each from the site's root.
    public let copies: [(width: Int, path: String)]
  }

  /// The cards of the briefs of `site`; none where the site has no address, since a card is only
  /// found by a whole one.
  /// - Parameter tree: What `site` was made from.
  public static func cardRequests(
    of site: ResolvedSite, from tree: SourceTree
  ) -> [CardRequest] {
    guard site.configuration.baseURL != nil else { return [] }
    return site.pages.enumerated().compactMap { index, page in
      page.cardPath.map { path in
        var key = site.surroundings
        if case .file(let file) = page.parsed.origin { key?.add(tree[file].bytes) }
        key?.add(site.marks[index]?.rawValue ?? "")
        return CardRequest(page: index, path: path, key: key, site: site)
      }
    }
  }

  /// The widths of smaller copies, in pixels: the column's, and twice that for fine screens.
  private static let widths = [680, 1360]

  /// The pictures on the pages of `site` that are worth smaller copies, each once.
  public static func scalingRequests(of site: ResolvedSite) -> [ScalingRequest] {
    var shown: [String: ImageSize] = [:]
    for page in site.pages {
      for picture in page.uses.pictures {
        if let size = picture.size { shown[picture.path] = size }
      }
    }
    guard !shown.isEmpty else { return [] }
    let taken = Set(SiteOutputs.paths(of: site))
    return site.assets.compactMap { asset in
      guard let size = shown[asset.path], case .copy(let location) = asset.content,
        let dot = asset.path.lastIndex(of: "."),
        [".png", ".jpg", ".jpeg", ".webp"].contains(asset.path[dot...].lowercased())
      else { return nil }
      // A copy that is hardly smaller saves nothing.
      let copies = widths.filter { $0 * 5 < size.width * 4 }.map { width in
        (width: width, path: "\(asset.path[..<dot]).\(width)w\(asset.path[dot...])")
      }.filter { !taken.contains($0.path) }
      return copies.isEmpty
        ? nil : ScalingRequest(path: asset.path, location: location, copies: copies)
    }
  }
}

extension ResolvedPage {
  /// The path of the picture that shows a link to the page elsewhere; nil where its kind, or its
  /// lack of figures, means that there is none.
  var cardPath: String? {
    let isDrawn = uses.figures.contains(where: \.isDrawn)
    return kind == .brief && isDrawn ? "\(parsed.path.dropLast(3))/card.png" : nil
  }
}
