public import Values

/// The citation styles that a site can choose, by the names that `site.yaml` has for them.
///
/// Whatever else sets citations, such as a processor of CSL styles, comes in here: a case that
/// makes a ``CitationFormatter``.
public enum CitationStyle: String, CaseIterable, Sendable {
  /// Author and year, as the Chicago Manual of Style has it.
  case authorDate = "author-date"
  /// Numbers in brackets.
  case numbered

  /// What sets citations in this style, in the language of a page.
  public func formatter(for language: Language) -> any CitationFormatter {
    switch self {
    case .authorDate: AuthorDateFormatter(language: language)
    case .numbered: NumberedFormatter(language: language)
    }
  }
}
