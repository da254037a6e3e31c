import Diagnostics
import Documents
import SiteModel

/// Reads the licence of a page or of a site.
enum LicenseParser {
  /// The value of `license`; what is nearly the name of a known one is taken as it stands, with a
  /// warning.
  static func parse(_ reader: inout MappingReader) -> License? {
    guard let text = reader.text("license"), let node = reader.node("license") else { return nil }
    let meant = License.nearest(to: text) { Suggestion.nearest(to: $0, among: $1) }
    if let meant {
      reader.report(
        Diagnostic(
          .licenseMisspelt, "'\(text)' is no licence that is known, and nearly one", at: node.span,
          help: "did you mean '\(meant)'?"))
    }
    return License(text)
  }
}
