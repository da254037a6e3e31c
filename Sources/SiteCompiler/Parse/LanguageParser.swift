import Diagnostics
import Documents
import SiteModel
import Values

/// Reads `language`, of the site or of a page.
enum LanguageParser {
  /// The tag as it is written; nil where there is none, or none that is well formed, which is
  /// reported.
  static func parse(_ reader: inout MappingReader) -> FrontMatter.Text? {
    guard let node = reader.node("language"), let text = reader.text("language") else { return nil }
    if LanguageTag.isWellFormed(text) { return FrontMatter.Text(text, at: node.span) }
    let near = text.replacing("_", with: "-")
    reader.report(
      Diagnostic(
        .valueInvalid, "'\(text)' is no tag of a language", at: node.span,
        help: LanguageTag.isWellFormed(near)
          ? "did you mean '\(near)'?" : "write a tag of BCP 47, such as en, de-AT or ar"))
    return nil
  }
}
