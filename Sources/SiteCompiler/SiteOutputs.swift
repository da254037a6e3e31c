import Datasets
import SiteModel

/// Knows the paths of all files that a resolved site is made of, before any is rendered.
enum SiteOutputs {
  /// The paths from the site's root; a list, since a set of strings takes two ways to compose the
  /// same letters for one.
  static func paths(of site: ResolvedSite) -> [String] {
    var paths = site.assets.map(\.path)
    paths += site.madePictures.map(\.path)
    if !site.datasets.isEmpty { paths.append(SitePath.package) }
    for dataset in site.datasets {
      paths.append("data/\(dataset.name).csv")
      paths.append("data/\(dataset.name).json")
      if dataset.query != nil { paths.append("data/\(dataset.name).sql") }
    }
    for page in site.pages { add(page, to: &paths) }
    if site.makesPDFs { paths += site.pages.compactMap(\.pdfPath) }
    paths += FeedFiles(site).outputs + SiteMapFiles.outputs(of: site)
    for redirect in site.redirects { paths.append(redirect.output) }
    return paths
  }

  private static func add(_ page: ResolvedPage, to paths: inout [String]) {
    let source = page.parsed.path
    paths.append(page.output)
    for figure in page.uses.figures {
      for ending in figure.endings {
        paths.append(SitePath.figureFile(figure.id, ending, ofPage: source))
      }
    }
    for query in page.uses.queries.compactMap(\.self) {
      for ending in QueryRenderer.endings {
        paths.append(SitePath.queryFile(query.name, ending, ofPage: source))
      }
    }
    if !EventFiles.rows(of: page).isEmpty { paths += EventFiles.outputs(besidePage: source) }
    if page.sources != nil || page.isCitable {
      paths += SourceFiles.outputs(besidePage: source)
    }
  }
}
