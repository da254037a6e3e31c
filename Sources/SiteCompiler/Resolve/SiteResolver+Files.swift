import Bytes
import Datasets
import Diagnostics
import SiteModel

/// Which files a site is made of, besides what renders its pages.
extension SiteResolver {
  /// The publication's files that are copied, and those of the theme.
  func assets(_ index: SiteIndex) -> [RenderedFile] {
    let tree = index.site.tree
    func file(_ entry: SourceTree.Entry) -> RenderedFile {
      switch entry.kind {
      case .asset(let location): RenderedFile(path: entry.path, content: .copy(location: location))
      case .text(let file): RenderedFile(path: entry.path, content: .bytes(tree[file].bytes))
      }
    }
    let own = index.assets.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let taken = Set(own.map(\.path))
    // A file of the publication's own takes the place of the theme's.
    let theme = tree.templates.filter { $0.path.hasPrefix("assets/") && !taken.contains($0.path) }
    return own.map(file) + theme.map { Self.compacted(file($0)) }
  }

  /// A file of the theme, without what only the readers of a style sheet need.
  private static func compacted(_ file: RenderedFile) -> RenderedFile {
    guard file.path.hasSuffix(".css"), case .bytes(let sheet) = file.content else { return file }
    return RenderedFile(path: file.path, content: .bytes(StyleCompaction.compact(sheet)))
  }

  /// The pages that others made among the publication's files and the theme's.
  func copiedPages(_ index: SiteIndex) -> [String: SourceFileID] {
    let theme = index.site.tree.templates.filter { $0.path.hasPrefix("assets/") }
    var pages: [String: SourceFileID] = [:]
    for entry in theme + Array(index.assets.values) where CopiedPage.isOne(entry.path) {
      if let file = entry.text { pages[entry.path] = file }
    }
    return pages
  }

  func claims(
    _ index: SiteIndex, _ pages: [ResolvedPage], _ assets: [RenderedFile]
  ) -> [OutputConflicts.Claim] {
    var claims = index.pages.map { page in
      OutputConflicts.Claim(output: page.output, source: page.path, span: page.span)
    }
    let front = index.page(at: "index.md")
    let feeds = FeedFiles(pages, front: front, index.site.configuration)
    for (number, page) in pages.enumerated() {
      claims += feeds.outputs(of: number).map {
        OutputConflicts.Claim(output: $0, source: page.parsed.path, span: page.parsed.span)
      }
    }
    claims += SiteMapFiles.outputs(of: pages, index.site.configuration, assets: assets).map {
      OutputConflicts.Claim(output: $0, source: "site.yaml", span: nil)
    }
    claims += assets.filter { SearchIndex.mayHave($0.path) }.map {
      OutputConflicts.Claim(output: $0.path, source: "site.yaml", span: nil)
    }
    for page in pages {
      // A card is claimed whether or not a program will make it, so that the findings are the same.
      let made = [page.cardPath, makesPDFs ? page.pdfPath : nil]
      claims += made.compactMap(\.self).map {
        OutputConflicts.Claim(output: $0, source: page.parsed.path, span: page.parsed.span)
      }
    }
    for page in pages where !EventFiles.rows(of: page).isEmpty {
      claims += EventFiles.outputs(besidePage: page.parsed.path).map {
        OutputConflicts.Claim(output: $0, source: page.parsed.path, span: page.parsed.span)
      }
    }
    for page in pages {
      let (path, outline) = (page.parsed.path, page.parsed.outline)
      if page.isCitable || page.sources != nil {
        claims += SourceFiles.outputs(besidePage: path).map {
          OutputConflicts.Claim(output: $0, source: path, span: page.parsed.span)
        }
      }
      for (query, used) in zip(outline.queries, page.uses.queries) where used != nil {
        for ending in QueryRenderer.endings {
          claims.append(
            OutputConflicts.Claim(
              output: SitePath.queryFile(query.name, ending, ofPage: path), source: path,
              span: query.span))
        }
      }
      var ids: Set<String> = []
      for (figure, used) in zip(outline.figures, page.uses.figures)
      where ids.insert(used.id).inserted {
        for ending in used.endings {
          claims.append(
            OutputConflicts.Claim(
              output: SitePath.figureFile(used.id, ending, ofPage: path), source: path,
              span: figure.span))
        }
      }
    }
    if !index.site.datasets.names.isEmpty {
      claims.append(
        OutputConflicts.Claim(output: SitePath.package, source: "the data package", span: nil))
    }
    for name in index.site.datasets.names {
      guard let dataset = index.site.datasets[name] else { continue }
      for ending in ["csv", "json"] + (dataset.query == nil ? [] : ["sql"]) {
        claims.append(
          OutputConflicts.Claim(
            output: "data/\(name).\(ending)", source: "dataset \(name)", span: dataset.span))
      }
    }
    let entries = index.site.tree.templates + Array(index.assets.values)
    let files = Dictionary(entries.map { ($0.path, $0.span) }) { _, own in own }
    claims += assets.map {
      OutputConflicts.Claim(
        output: $0.path, source: $0.path, span: nil, file: files[$0.path].flatMap(\.self))
    }
    return claims
  }
}
