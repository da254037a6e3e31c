/// What a browser may do with a page of the site: a content security policy (CSP 3).
public struct ContentPolicy: Sendable, Hashable {
  private let scripts: [String]
  private let styles: [String]
  private let styleAttributes: [String]

  /// A policy under which nothing runs but the site's own scripts, and what has these digests.
  /// - Parameters:
  ///   - scripts: SHA-256 of inline scripts, in Base64.
  ///   - styles: SHA-256 of `style` elements.
  ///   - styleAttributes: SHA-256 of `style` attributes.
  public init(
    scripts: some Sequence<String> = [], styles: some Sequence<String> = [],
    styleAttributes: some Sequence<String> = []
  ) {
    self.scripts = scripts.sorted()
    self.styles = styles.sorted()
    self.styleAttributes = styleAttributes.sorted()
  }

  /// The policy for pages and all else that is not a picture.
  var pages: String {
    let style = Self.sources(styles + styleAttributes)
    // An attribute is let through by its digest only where that is said.
    let attributes = styleAttributes.isEmpty ? "" : " 'unsafe-hashes'"
    return [
      "default-src 'none'", "script-src 'self'" + Self.sources(scripts),
      "style-src 'self'" + attributes + style, "img-src 'self'", "font-src 'self'",
      "media-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'",
      "frame-ancestors 'none'",
    ].joined(separator: "; ")
  }

  /// The policy for a picture that is opened by itself: it may style itself, and do nothing else.
  static let pictures =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox"

  private static func sources(_ digests: [String]) -> String {
    digests.map { " 'sha256-\($0)'" }.joined()
  }
}
