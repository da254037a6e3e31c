import Bytes
import Markup
import SiteModel

/// Writes the pages that stand at old addresses and send their readers on: without a script, and
/// with a link for whoever is not sent.
struct RedirectRenderer {
  let site: ResolvedSite

  /// The page of a redirect.
  func render(_ redirect: ResolvedSite.Redirect) -> RenderedFile {
    let page = site.pages[redirect.page]
    let href = PercentEncoding.encodePath(
      SitePath.relative(from: redirect.output, to: page.output))
    let matter = page.parsed.frontMatter
    let words = InterfaceWords(site.words, in: site.configuration.languageTag(of: matter))
    var writer = MarkupWriter()
    writer.fragment(Fragment(allowedByPolicy: "<!DOCTYPE html>\n"))
    writer.open("html", ["lang": .text(site.configuration.languageTag(of: matter))])
    writer.newline()
    writer.open("head")
    writer.newline()
    writer.empty("meta", ["charset": "utf-8"])
    writer.newline()
    writer.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    writer.newline()
    writer.element("title", text: page.plainTitle)
    writer.newline()
    writer.empty("meta", ["http-equiv": "refresh", "content": .text("0; url=\(href)")])
    writer.newline()
    writer.empty("meta", ["name": "robots", "content": "noindex"])
    writer.newline()
    if let address = site.configuration.address(of: page.output) {
      writer.empty("link", ["rel": "canonical", "href": .text(address)])
      writer.newline()
    }
    writer.close("head")
    writer.newline()
    writer.open("body")
    writer.newline()
    writer.element("p") { writer in
      writer.text(words["moved"] + ": ")
      writer.element("a", ["href": .text(href)], text: page.plainTitle)
    }
    writer.newline()
    writer.close("body")
    writer.newline()
    writer.close("html")
    writer.newline()
    return RenderedFile(path: redirect.output, content: .bytes(writer.fragment.bytes))
  }
}
