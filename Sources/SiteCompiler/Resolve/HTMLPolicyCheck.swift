import Bytes
import Diagnostics
import Markdown
import SiteModel

/// Holds raw HTML against what the site allows.
enum HTMLPolicyCheck {
  /// A tag that the site does not allow.
  private struct Fault {
    let message: String
    let range: Range<Int>
    var help = "the guide lists the elements and attributes that are safe"
    /// The element's name and whether this is its end; nil for what is no element.
    var element: (name: String, isEnd: Bool)?
  }

  /// Whether `html` may stand on a page as it is.
  static func isAllowed(_ html: RawHTML, policy: SiteConfiguration.HTMLPolicy) -> Bool {
    faults(in: html, policy).isEmpty
  }

  /// The HTML without its comments.
  static func withoutComments(_ html: RawHTML) -> String {
    let bytes = html.text.bytes
    guard bytes.contains(UInt8(ascii: "!")) else { return html.text.string }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index...].starts(with: "<!--".utf8) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += 4
      while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
      index = min(index + 3, bytes.count)
    }
    return result.text
  }

  /// What is wrong with the pieces of HTML in one text; of an element its start alone.
  static func check(
    _ pieces: [RawHTML], policy: SiteConfiguration.HTMLPolicy
  ) -> [Diagnostic] {
    var open: [String: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for html in pieces {
      for fault in faults(in: html, policy) {
        if let element = fault.element {
          let count = open[element.name, default: 0]
          open[element.name] = max(0, count + (element.isEnd ? -1 : 1))
          if element.isEnd, count > 0 { continue }
        }
        diagnostics.append(
          Diagnostic(
            .htmlNotAllowed, fault.message, at: html.text.span(of: fault.range), help: fault.help))
      }
    }
    return diagnostics
  }

  private static func faults(
    in html: RawHTML, _ policy: SiteConfiguration.HTMLPolicy
  ) -> [Fault] {
    var scanner = HTMLTagScanner(html.text.bytes)
    switch policy {
    case .all: return []
    case .none:
      var fault = Fault(
        message: "this site allows no HTML in its text", range: html.text.bytes.indices)
      fault.help = "write it in Markdown, or set 'html: safe' in site.yaml"
      if let tag = scanner.next(), tag.range == fault.range,
        case .element(let name, let isEnd, _) = tag.kind
      {
        fault.element = (name, isEnd)
      }
      return [fault]
    case .safe:
      var faults: [Fault] = []
      while let tag = scanner.next() {
        if let fault = fault(in: tag) { faults.append(fault) }
      }
      return faults
    }
  }

  private static func fault(in tag: HTMLTagScanner.Tag) -> Fault? {
    switch tag.kind {
    case .comment: return nil
    case .other: return Fault(message: "this HTML is not among what is safe", range: tag.range)
    case .element(let name, let isEnd, let attributes):
      guard elements.contains(name) else {
        var fault = Fault(
          message: "the element '\(name)' is not among the safe ones", range: tag.range)
        fault.element = (name, isEnd)
        return fault
      }
      guard let attribute = attributes.first(where: { !self.attributes.contains($0) }) else {
        return nil
      }
      return Fault(
        message: "the attribute '\(attribute)' is not among the safe ones", range: tag.range)
    }
  }

  /// Elements that neither run, fetch nor link; links and images are Markdown's, which is checked.
  static let elements: Set<String> = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "dd", "del", "details", "dfn", "div", "dl",
    "dt", "em", "hr", "i", "ins", "kbd", "mark", "p", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strong", "sub", "summary", "sup", "time", "u", "var", "wbr",
  ]

  private static let attributes: Set<String> = [
    "class", "datetime", "dir", "lang", "open", "title",
  ]
}
