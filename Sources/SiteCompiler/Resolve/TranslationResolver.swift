import Bytes
import Diagnostics
import SiteModel

/// Finds the counterparts of pages in other languages.
struct TranslationResolver {
  let index: SiteIndex
  private let links: LinkResolver

  init(index: SiteIndex) {
    self.index = index
    self.links = LinkResolver(index: index)
  }

  /// A counterpart that a page names.
  private struct Named {
    let page: Int
    /// The language that it is said to be in; nil where that is wrong, which was reported.
    let language: String?
    let span: SourceSpan
  }

  /// The translations of each page that has any: those that it names, and those that name it.
  func resolve() -> Outcome<[Int: [ResolvedPage.Translation]]> {
    var diagnostics: [Diagnostic] = []
    var named: [Int: [Named]] = [:]
    for (number, page) in index.pages.enumerated() where !page.frontMatter.translations.isEmpty {
      named[number] = page.frontMatter.translations.compactMap {
        counterpart($0, of: number).take(into: &diagnostics)
      }
    }
    var translations = named.mapValues { counterparts in
      counterparts.compactMap { counterpart in
        counterpart.language.map {
          ResolvedPage.Translation(language: $0, page: counterpart.page)
        }
      }
    }
    for (number, counterparts) in named.sorted(by: { $0.key < $1.key }) {
      for counterpart in counterparts where counterpart.language != nil {
        let other = counterpart.page
        guard named[other]?.contains(where: { $0.page == number }) != true else { continue }
        if index.pages[other].frontMatter.isReadable {
          diagnostics.append(oneSided(counterpart, from: number))
        }
        let back = ResolvedPage.Translation(language: tag(of: number), page: number)
        let has = translations[other]?.contains { Self.isSame($0.language, back.language) } == true
        if !has { translations[other, default: []].append(back) }
      }
    }
    let sorted = translations.mapValues { list in
      list.sorted { ($0.language.lowercased(), $0.page) < ($1.language.lowercased(), $1.page) }
    }
    return Outcome(sorted, diagnostics)
  }

  /// The page that a line of `translations` names, where it is one in that language.
  private func counterpart(
    _ line: FrontMatter.Translation, of page: Int
  ) -> Outcome<Named?> {
    let answer = links.resolve(line.path.text, at: line.path.span, from: page)
    guard let target = answer.value.page else {
      guard answer.diagnostics.isEmpty, !answer.value.isWithheld else {
        return Outcome(nil, answer.diagnostics)
      }
      return Outcome(
        nil,
        [
          Diagnostic(
            .linkTargetMissing, "a translation is a page, and '\(line.path.text)' is none",
            at: line.path.span, help: "write the path of the page's file, relative to this one")
        ])
    }
    let language = line.language.text
    // In which language a page is whose head cannot be read, nobody knows.
    guard
      Self.isSame(tag(of: target), language) || !index.pages[target].frontMatter.isReadable
    else {
      return Outcome(
        Named(page: target, language: nil, span: line.path.span),
        [
          Diagnostic(
            .translationLanguageWrong,
            "'\(index.pages[target].path)' is in '\(tag(of: target))', not in '\(language)'",
            at: line.path.span, labels: [Diagnostic.Label(line.language.span, "the language")],
            help: "write 'language: \(language)' in that page, or name another")
        ])
    }
    guard target != page else { return Outcome(nil) }
    guard !Self.isSame(tag(of: page), language) else {
      return Outcome(
        Named(page: target, language: nil, span: line.path.span),
        [
          Diagnostic(
            .translationLanguageWrong, "this page is in '\(language)' itself",
            at: line.language.span,
            help: "a translation is in another language; 'language' says which a page is in")
        ])
    }
    return Outcome(Named(page: target, language: language, span: line.path.span))
  }

  private func oneSided(_ counterpart: Named, from page: Int) -> Diagnostic {
    let other = index.pages[counterpart.page]
    let path = SitePath.relative(from: other.path, to: index.pages[page].path)
    return Diagnostic(
      .translationOneSided, "'\(other.path)' does not name this page as its translation",
      at: counterpart.span, help: "write 'translations: {\(tag(of: page)): \(path)}' there")
  }

  private func tag(of page: Int) -> String {
    index.languageTag(of: page)
  }

  /// Language tags are told apart without regard to case (BCP 47, section 2.1.1).
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.map(\.asciiLowercased) == right.utf8.map(\.asciiLowercased)
  }
}
