import Bytes
import SiteModel

/// What a web server is told about a site: types, caching, compression, a content security policy,
/// the page for what is missing, and redirects.
public struct ServerConfiguration: Sendable {
  /// A web server.
  public enum Server: String, CaseIterable, Sendable {
    case nginx
    case apache
    case caddy
  }

  /// The folder that is served: `…/current`.
  let root: String
  /// The name by which the site is reached; nil where nothing says.
  let host: String?
  /// Whether it is reached by https.
  let isSecure: Bool
  /// The site's path on its host, which begins and ends with `/`.
  let base: String
  /// What pages may do.
  let policy: ContentPolicy
  /// Old paths and new ones, as they stand in addresses, from the host's root.
  let redirects: [(from: String, to: String)]

  /// - Parameters:
  ///   - root: The target's folder, on the machine of the server.
  ///   - baseURL: Where the site says that it is.
  ///   - redirects: Old paths and new ones, from the site's root.
  public init(
    root: String, baseURL: String?, policy: ContentPolicy,
    redirects: some Sequence<(from: String, to: String)>
  ) {
    self.root = (root.hasSuffix("/") ? String(root.dropLast()) : root) + "/current"
    self.policy = policy
    var site = SiteConfiguration()
    site.baseURL = baseURL
    let base = site.basePath
    self.base = base
    isSecure = baseURL?.hasPrefix("https:") ?? false
    let address = baseURL.flatMap { url in
      url.firstRange(of: "://").map { url[$0.upperBound...].prefix { $0 != "/" && $0 != ":" } }
    }
    host = address.map { String($0) }
    self.redirects = redirects.map { redirect in
      (
        base + PercentEncoding.encodePath(redirect.from),
        base + PercentEncoding.encodePath(redirect.to)
      )
    }
  }

  /// The configuration for `server`.
  public func text(for server: Server) -> String {
    switch server {
    case .nginx: NginxWriter(configuration: self).text
    case .apache: ApacheWriter(configuration: self).text
    case .caddy: CaddyWriter(configuration: self).text
    }
  }

  /// The headers that every answer bears, but for those that depend on the kind of file.
  static let headers = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]

  /// Types by extension, less their character set, in order of the types.
  static let types: [(type: String, extensions: [String])] = {
    var extensions: [String: [String]] = [:]
    for (name, type) in MediaType.byExtension {
      let bare = type.split(separator: ";").first.map { String($0) } ?? type
      extensions[bare, default: []].append(name)
    }
    return extensions.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }()

  /// The types whose character set is said.
  static let textTypes = Set(
    MediaType.byExtension.values.filter { $0.hasSuffix("charset=utf-8") }
      .compactMap { $0.split(separator: ";").first.map { String($0) } }
  ).sorted()

  /// How long a kind of file may be kept without asking.
  ///
  /// Names say nothing of versions, so what makes up a page is asked for each time, which costs a
  /// reply of no bytes as long as it is the same; an old picture for an hour harms nobody.
  static let caching: [(extensions: [String], header: String)] = [
    (
      [
        "avif", "gif", "ico", "jpeg", "jpg", "m4a", "mp3", "mp4", "ogg", "pdf", "png", "svg",
        "webm", "webp",
      ], "public, max-age=3600"
    ),
    (["otf", "ttf", "woff", "woff2"], "public, max-age=604800"),
  ]
  /// For all else.
  static let askAlways = "no-cache"

  /// A text in which the letters that `escaped` names have `mark` before them.
  static func escaping(_ text: String, _ escaped: String, with mark: String = "\\") -> String {
    text.map { escaped.contains($0) ? mark + String($0) : String($0) }.joined()
  }
}
