import Markup
import SiteModel
import Values

/// What a template may show of the pages of something that is too long for one: the first page, the
/// last, and those around this one, with a gap before a page that does not follow.
struct Pager {
  /// How many pages there are.
  let count: Int
  /// Which of them this is, from 1.
  let number: Int
  let language: Language
  /// The address of a page, by its number.
  let href: (Int) -> String

  /// The names for the templates.
  var values: [String: TemplateValue] {
    [
      "hasPages": .flag(count > 1), "pages": .list(pages),
      "previous": neighbour(number - 1), "next": neighbour(number + 1),
    ]
  }

  private var pages: [TemplateObject] {
    guard count > 1 else { return [] }
    let numbers = (1...count).filter { $0 == 1 || $0 == count || abs($0 - number) <= 2 }
    return numbers.enumerated().map { position, each in
      TemplateObject([
        "number": .text(NumberWords.grouped(Double(each), in: language)),
        "isCurrent": .flag(each == number),
        "hasGap": .flag(position > 0 && numbers[position - 1] != each - 1),
        "href": .text(Fragment(text: href(each)).text),
      ])
    }
  }

  private func neighbour(_ number: Int) -> TemplateValue {
    guard number >= 1, number <= count else { return .flag(false) }
    return .text(Fragment(text: href(number)).text)
  }
}
