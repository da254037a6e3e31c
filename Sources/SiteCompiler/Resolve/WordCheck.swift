import Diagnostics
import SiteModel

/// Finds the languages of pages in which the theme has no words.
enum WordCheck {
  /// A warning for each such language, where it is first written: the site's, then the pages'.
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    let tables = index.site.words
    guard !tables.languages.isEmpty else { return [] }
    let configuration = index.site.configuration
    var written: [(tag: String, span: SourceSpan?)] = [
      (configuration.language, configuration.languageSpan)
    ]
    for page in index.pages {
      let matter = page.frontMatter
      if let tag = matter.language { written.append((tag, matter.languageSpan)) }
    }
    var told: Set<String> = []
    return written.compactMap { tag, span -> Diagnostic? in
      let language = tag.lowercased()
      guard let span, tables.language(of: tag) == nil, told.insert(language).inserted else {
        return nil
      }
      let file = language.prefix { $0 != "-" } + ".yaml"
      return Diagnostic(
        .wordsMissing, "the theme has no words in the language '\(tag)' and speaks English there",
        at: span, help: "write Templates/words/\(file) after the theme's en.yaml")
    }
  }
}
