import Bytes
import Markup
import SiteModel

/// Leads from the entries of a page's bibliography back to where the page cites them.
struct Backlinks {
  private let places: [String: [Fragment.Mark]]
  private let words: InterfaceWords

  /// - Parameter marks: The places where the page cites something, as they are read.
  init(page: ResolvedPage, marks: [Fragment.Mark], words: InterfaceWords) {
    self.words = words
    var bySubject: [Int: [Int]] = [:]
    for (order, mark) in marks.enumerated() { bySubject[mark.subject, default: []].append(order) }
    self.places = page.citedBy.mapValues { citations in
      citations.flatMap { bySubject[$0] ?? [] }.sorted().map { marks[$0] }
    }
  }

  /// What leads back from the entry of the source `key`, in the order of the page: a letter for each
  /// place.
  func values(of key: String) -> [TemplateObject] {
    let marks = places[key] ?? []
    return marks.enumerated().map { order, mark in
      let label = Self.letters(order)
      var name = "\(label): \(words["backlink"])"
      if marks.count > 1 {
        let place = words["backlinkPlace"].replacing("{number}", with: String(order + 1))
          .replacing("{count}", with: String(marks.count))
        name += ", \(place)"
      }
      return TemplateObject([
        "href": .text(Fragment(text: "#" + PercentEncoding.encodePath(mark.id)).text),
        "label": .text(label), "name": .text(Fragment(text: name).text),
      ])
    }
  }

  /// `a` to `z`, then `aa` and so on.
  static func letters(_ order: Int) -> String {
    var text = ""
    var rest = order
    repeat {
      text = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }
}
