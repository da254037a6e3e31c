public import SiteModel

extension SiteCompiler {
  /// A brief that is to be printed once its page lies on disk.
  public struct PrintRequest: Sendable {
    /// The path of the page from the site's root.
    public let page: String
    /// The path of its PDF from the site's root.
    public let pdf: String
    /// The address of the page on the web; nil where the site has none.
    public let address: String?
    /// The day of the brief, as eight digits: that of its last change, or else of its date.
    public let day: String
  }

  /// The briefs of `site` that are to be printed; none where nobody asked for that.
  public static func printRequests(of site: ResolvedSite) -> [PrintRequest] {
    guard site.makesPDFs else { return [] }
    return site.pages.compactMap { page in
      page.pdfPath.map { path in
        PrintRequest(
          page: page.output, pdf: path, address: site.configuration.address(of: page.output),
          day: day(of: page))
      }
    }
  }

  /// Without a day of its own a brief has the first of all, since no clock may be asked.
  private static func day(of page: ResolvedPage) -> String {
    let matter = page.parsed.frontMatter
    let stated = (matter.updated ?? matter.date).flatMap(StatedDate.init)?.text(separator: "") ?? ""
    switch stated.utf8.count {
    case 8: return stated
    case 6: return stated + "01"
    case 4: return stated + "0101"
    default: return "19700101"
    }
  }
}

extension ResolvedPage {
  /// The path of its PDF, where the site has PDFs; nil where its kind means that there is none.
  var pdfPath: String? { kind == .brief ? "\(parsed.path.dropLast(3)).pdf" : nil }
}
