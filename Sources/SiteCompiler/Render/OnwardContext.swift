import Markdown
import Markup
import SiteModel
import Values

/// What a template may show of where readers may go from a page.
struct OnwardContext {
  let onward: ResolvedPage.Onward
  let addresses: PageAddresses

  /// The names for the templates.
  var values: [String: TemplateValue] {
    [
      "isAny": .flag(
        onward.previous != nil || onward.next != nil || !onward.related.isEmpty
          || !onward.mentions.isEmpty),
      "hasSeries": .flag(onward.previous != nil || onward.next != nil),
      "previous": neighbour(onward.previous), "next": neighbour(onward.next),
      "hasRelated": .flag(!onward.related.isEmpty), "related": .list(onward.related.map(link)),
      "hasMentions": .flag(!onward.mentions.isEmpty),
      "mentions": .list(onward.mentions.map(link)),
    ]
  }

  private func neighbour(_ page: Int?) -> TemplateValue {
    page.map { .object(link($0)) } ?? .flag(false)
  }

  private func link(_ page: Int) -> TemplateObject {
    let other = addresses.site.pages[page]
    return TemplateObject([
      "title": .text(Fragment(text: other.plainTitle).text),
      "href": .text(Fragment(text: addresses.href(to: page)).text),
      "summary": .later { Fragment(text: other.heads.summary.document.plainText).text },
    ])
  }
}
