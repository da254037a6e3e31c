import Bytes
import Diagnostics
import Markdown
import SiteModel

/// Holds raw HTML against what the site allows.
enum HTMLPolicyCheck {
  /// What is wrong with `html` under `policy`.
  static func check(_ html: RawHTML, policy: SiteConfiguration.HTMLPolicy) -> [Diagnostic] {
    switch policy {
    case .all: return []
    case .none:
      return [
        Diagnostic(
          .htmlNotAllowed, "this site allows no HTML in its text", at: html.text.span,
          help: "write it in Markdown, or set 'html: safe' in site.yaml")
      ]
    case .safe:
      var scanner = HTMLTagScanner(html.text.bytes)
      var diagnostics: [Diagnostic] = []
      while let tag = scanner.next() {
        guard let message = fault(in: tag) else { continue }
        diagnostics.append(
          Diagnostic(
            .htmlNotAllowed, message, at: html.text.span(of: tag.range),
            help: "the guide lists the elements and attributes that are safe"))
      }
      return diagnostics
    }
  }

  private static func fault(in tag: HTMLTagScanner.Tag) -> String? {
    switch tag.kind {
    case .comment: return nil
    case .other: return "this HTML is not among what is safe"
    case .element(let name, let attributes):
      guard elements.contains(name) else {
        return "the element '\(name)' is not among the safe ones"
      }
      if let attribute = attributes.first(where: { !self.attributes.contains($0) }) {
        return "the attribute '\(attribute)' is not among the safe ones"
      }
      return nil
    }
  }

  /// Elements that neither run, fetch nor link; links and images are Markdown's, which is checked.
  private static let elements: Set<String> = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "dd", "del", "details", "dfn", "div", "dl",
    "dt", "em", "hr", "i", "ins", "kbd", "mark", "p", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strong", "sub", "summary", "sup", "time", "u", "var", "wbr",
  ]

  private static let attributes: Set<String> = [
    "class", "datetime", "dir", "lang", "open", "title",
  ]
}
