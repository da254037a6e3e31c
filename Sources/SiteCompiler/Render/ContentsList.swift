import Bytes
import Markdown
import Markup
import SiteModel

/// Makes a page's list of contents from its headings.
enum ContentsList {
  /// The second-level headings, each with the third-level ones below it.
  static func entries(of body: ResolvedText, text: TextRenderer) -> [TemplateObject] {
    var result: [TemplateObject] = []
    var current: Heading?
    var children: [TemplateObject] = []
    func close() {
      guard let heading = current else { return }
      var values = self.values(heading)
      values["hasChildren"] = .flag(!children.isEmpty)
      values["children"] = .list(children)
      result.append(TemplateObject(values))
      children = []
    }
    for block in body.document.blocks {
      guard case .heading(let index) = block.kind else { continue }
      let heading = body.document.headings[index]
      if heading.level <= 2 {
        close()
        current = heading
      } else if heading.level == 3, current != nil {
        children.append(TemplateObject(values(heading)))
      }
    }
    close()
    return result
  }

  private static func values(_ heading: Heading) -> [String: TemplateValue] {
    [
      "title": .text(Fragment(text: heading.plainText).text),
      "href": .text("#" + Fragment(text: PercentEncoding.encodePath(heading.id)).text),
    ]
  }
}
