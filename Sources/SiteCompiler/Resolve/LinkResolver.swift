import Bytes
import Diagnostics
import Markdown
import SiteModel

/// Finds what links and images lead to.
struct LinkResolver: Sendable {
  /// Where a link leads, and the page that it leads to where it is one.
  struct Answer: Sendable {
    let link: ResolvedLink
    var page: Int?
    /// The path of the file of the publication that it leads to, where it leads to one.
    var asset: String?
    /// Whether it leads to what the audience may not see, and stays as plain text.
    var isWithheld = false

    static let broken = Answer(link: .broken)
  }

  let index: SiteIndex

  /// What to say of a page that this build leaves out.
  static let draftHelp = "that page is a draft; it exists only with --drafts"

  /// What to do about what leads to something that this build leaves out for its audience.
  static let withheldHelp =
    "take it out, mark it less narrowly, or write 'withheldLinks: text' in site.yaml"

  /// The answer to what leads to something that is not there for the audience, for `reason`.
  func withheld(_ words: String, _ reason: String, _ span: SourceSpan) -> Outcome<Answer> {
    guard index.site.configuration.withheldLinks == .error else {
      return Outcome(Answer(link: .broken, isWithheld: true))
    }
    return fault(.linkWithheld, "\(words) \(reason)", span, help: Self.withheldHelp)
  }

  /// The answer to `link` on the page `origin`.
  func resolve(_ link: LinkReference, from origin: Int) -> Outcome<Answer> {
    resolve(
      link.destination, at: link.destinationSpan, isImage: link.kind == .image, from: origin)
  }

  /// The answer to a destination that stands on, or is meant for, the page `origin`.
  func resolve(
    _ destination: String, at span: SourceSpan, isImage: Bool = false, from origin: Int
  ) -> Outcome<Answer> {
    switch LinkDestination(destination) {
    case .web(let url):
      if !isImage, url.hasPrefix("//") {
        // Opened from disk such an address would lead into the file system.
        return fault(
          .linkSchemeRefused, "this address leaves its scheme out", span,
          help: "write 'https:\(url)'")
      }
      guard isImage else { return Outcome(Answer(link: .external(url))) }
      return fault(
        .assetRemote, "this image would be fetched from another host", span,
        help: "save it in Content/assets/ and link to that")
    case .refused(let scheme):
      return fault(
        .linkSchemeRefused, "links may not use the scheme '\(scheme)'", span,
        help: "http, https, ftp, mailto, tel and xmpp are allowed")
    case .malformed(let message):
      return fault(.linkTargetMissing, message, span)
    case .local(let path, let query, let anchor):
      if path.isEmpty {
        let here = Answer(link: .page(href: query, isEntity: false), page: origin)
        return anchored(here, anchor, span)
      }
      return local(path, query, anchor, span, isImage: isImage, from: origin)
    }
  }

  private func local(
    _ path: String, _ query: String, _ anchor: String?, _ span: SourceSpan, isImage: Bool,
    from origin: Int
  ) -> Outcome<Answer> {
    let page = index.pages[origin]
    guard let target = SitePath.resolve(path, in: SitePath.folder(of: page.path)) else {
      return fault(
        .pathEscapesContent, "'\(path)' leads out of Content/", span,
        help: "what a site links to must lie in Content/")
    }
    let file = file(of: target)
    let isNamed = file == target
    if let found = index.page(at: file), !isImage, !(isNamed && index.isImplied(found)) {
      let href = href(to: index.pages[found].output, from: origin) + query
      let isEntity = index.collection(of: found) != nil
      return anchored(
        Answer(link: .page(href: href, isEntity: isEntity), page: found), anchor, span)
    }
    if let reason = index.reasonToWithhold(linkTo: target) {
      return withheld("'\(path)'", reason, span)
    }
    let fragment = anchor.map { "#" + PercentEncoding.encodePath($0) } ?? ""
    if index.assets[target] != nil {
      if let anchor, !anchor.isEmpty, !anchor.hasPrefix(":~:"),
        let ids = index.copiedIDs[target], !ids.contains(anchor), anchor != "top"
      {
        return fault(
          .linkAnchorMissing, "'\(target)' has nothing with the id '\(anchor)'", span,
          help: Suggestion.nearest(to: anchor, among: ids.sorted()).map { "did you mean '#\($0)'?" }
        )
      }
      if isImage, index.assets[target]?.image == ImageHeader.none {
        return fault(
          .imageUnreadable,
          "'\(SitePath.name(of: target))' is no picture in a format that browsers show", span,
          help: "save it as PNG, JPEG, GIF, WebP or AVIF, under the ending of that format")
      }
      let picture =
        isImage ? ResolvedPicture(path: target, size: index.imageSize(of: target)) : nil
      let href = href(to: target, from: origin) + query + fragment
      return Outcome(Answer(link: .asset(href: href, picture: picture), asset: target))
    }
    if let output = index.dataOutputs[target] {
      return Outcome(Answer(link: .asset(href: href(to: output, from: origin) + query + fragment)))
    }
    if index.site.tree.isUnreadable(file) || index.isWithheldUnread(file) {
      return Outcome(.broken)
    }
    if isImage {
      if index.page(at: file) != nil {
        return fault(
          .assetMissing, "'\(path)' is a page, not a picture", span,
          help: "take the '!' away to link to it")
      }
      let near = nearest(to: path, from: page) { index.assets[$0] != nil }
      return fault(.assetMissing, "no file at '\(path)'", span, help: near)
    }
    return missing(path, target, span, from: page)
  }

  /// The path of the page's file that a link to `target` means: a folder is its listing, and
  /// what may have no file, the list of sources or a dataset's page, is named by its output.
  private func file(of target: String) -> String {
    if let path = index.impliedPath(ofOutput: target) { return path }
    return target.isEmpty || target.hasSuffix("/") ? target + "index.md" : target
  }

  /// Says why nothing is at `target`, as helpfully as can be.
  private func missing(
    _ path: String, _ target: String, _ span: SourceSpan, from page: ParsedPage
  ) -> Outcome<Answer> {
    var help: String?
    var isPage = target.hasSuffix(".md") || !SitePath.name(of: target).contains(".")
    if index.isDraft(target) {
      help = Self.draftHelp
    } else if SitePath.name(of: target) == "index.md", index.page(at: target) != nil {
      help = "nobody wrote that page; write '\(SitePath.folder(of: path))' for the folder's listing"
    } else if index.page(at: target) != nil, target.hasSuffix(".md") {
      help = "nobody wrote that page; write '/\(SitePath.output(ofPage: target))'"
    } else if index.page(at: target + ".md") != nil {
      help = "write '\(path).md'"
    } else if index.page(at: target + "/index.md") != nil {
      help = "write '\(path)/' for the folder's listing"
    } else if let other = redirected(from: target) {
      let now = index.pages[other].path
      let path = path.hasPrefix("/") ? "/" + now : SitePath.relative(from: page.path, to: now)
      help = "that address leads on to '\(path)'; write that"
      isPage = true
    } else if SitePath.name(of: target) == "index.html",
      index.page(at: String(target.dropLast(5)) + ".md") != nil
    {
      help = "write '\(SitePath.folder(of: path))' for the folder's listing"
      isPage = true
    } else if target.hasSuffix(".html"), index.page(at: String(target.dropLast(5)) + ".md") != nil {
      help = "name the page by its source: '\(path.dropLast(5)).md'"
      isPage = true
    } else {
      help = nearest(to: path, from: page)
    }
    return fault(
      isPage ? .linkTargetMissing : .assetMissing, "no \(isPage ? "page" : "file") at '\(path)'",
      span, help: help)
  }

  /// The page to which readers of an old address are sent on, where `target` means one.
  private func redirected(from target: String) -> Int? {
    guard !index.redirected.isEmpty else { return nil }
    let folder = target.isEmpty || target.hasSuffix("/") ? target : target + "/"
    let meant = [target, SitePath.output(ofPage: target), target + ".html", folder + "index.html"]
    return meant.lazy.compactMap { index.redirected[$0] }.first
  }

  /// The path that may be meant, written as it would be on the page.
  private func nearest(
    to path: String, from page: ParsedPage, where isMeant: (String) -> Bool = { _ in true }
  ) -> String? {
    let isRooted = path.hasPrefix("/")
    let name = SitePath.name(of: path)
    // Two paths in one deep folder are alike even where their names are not.
    let names = [name] + index.linkable.names.near(name)
    let alike = names.flatMap { index.linkable.paths[$0] ?? [] }.filter(isMeant)
    let candidates = alike.sorted().map { candidate in
      isRooted ? "/" + candidate : SitePath.relative(from: page.path, to: candidate)
    }
    return Suggestion.didYouMean(path, among: candidates)
  }

  private func anchored(
    _ answer: Answer, _ anchor: String?, _ span: SourceSpan
  ) -> Outcome<Answer> {
    guard let anchor, !anchor.isEmpty, let page = answer.page else { return Outcome(answer) }
    guard index.hasAnchor(anchor, on: page) else {
      if let (address, _) = index.pages[page].datasetPage {
        return missingRow(anchor, of: address, span)
      }
      let near = Suggestion.nearest(to: anchor, among: index.anchors(on: page))
      return fault(
        .linkAnchorMissing, "'\(index.pages[page].path)' has no heading or figure '#\(anchor)'",
        span, help: near.map { "did you mean '#\($0)'?" })
    }
    guard case .page(let href, let isEntity) = answer.link else { return Outcome(answer) }
    let whole = href + "#" + PercentEncoding.encodePath(anchor)
    return Outcome(Answer(link: .page(href: whole, isEntity: isEntity), page: page))
  }

  private func missingRow(
    _ anchor: String, of address: DatasetAddress, _ span: SourceSpan
  ) -> Outcome<Answer> {
    let row = DatasetAddress.row(ofAnchor: anchor)
    var help = "its rows are '#row-1' to '#row-\(address.rowCount)'"
    if let row, row < address.rowCount {
      help = "that row is on '/\(address.output(ofPage: address.page(ofRow: row)))'"
    }
    return fault(
      .linkAnchorMissing, "this page of the dataset '\(address.name)' has no '#\(anchor)'", span,
      help: address.rowCount == 0 ? "it has no rows" : help)
  }

  /// The address of `output` as the page `origin` writes it.
  func href(to output: String, from origin: Int) -> String {
    if index.pages[origin].path == "404.md" {
      return index.site.configuration.basePath + PercentEncoding.encodePath(output)
    }
    return PercentEncoding.encodePath(
      SitePath.relative(from: index.pages[origin].output, to: output))
  }

  private func fault(
    _ code: DiagnosticCode, _ message: String, _ span: SourceSpan, help: String? = nil
  ) -> Outcome<Answer> {
    Outcome(.broken, [Diagnostic(code, message, at: span, help: help)])
  }
}
