/// Writes a site for Apache: a file for its folder of sites.
struct ApacheWriter {
  let configuration: ServerConfiguration

  var text: String {
    let root = quoted(configuration.root)
    let base = configuration.base
    let place =
      base == "/"
      ? "  DocumentRoot \(root)"
      : "  Alias \(quoted(base.removingPercentEscapes)) "
        + quoted(configuration.root + "/")
    return """
      # Written by dossier publish --server-config apache. On Debian, a file in
      # /etc/apache2/sites-available/, with: a2enmod alias headers mime rewrite

      <VirtualHost *:80>
      \(configuration.host.map { "  ServerName \($0)\n" } ?? "")\(place)
        # With a certificate, put the same into <VirtualHost *:443>, with SSLEngine on, and
        # Header always set Strict-Transport-Security "max-age=31536000"

        <Directory \(root)>
          Options +SymLinksIfOwnerMatch -Indexes -MultiViews
          AllowOverride None
          Require all granted
          DirectoryIndex index.html

          Header always set Cache-Control "\(ServerConfiguration.askAlways)"
          Header always set Content-Security-Policy \(quoted(configuration.policy.pages))
      \(headerLines)
          Header always append Vary Accept-Encoding
      \(cachingLines)
          <FilesMatch "(?i)\\.svg(\\.gz|\\.br)?$">
            Header always set Content-Security-Policy \(quoted(ContentPolicy.pictures))
          </FilesMatch>
          # Browsers show these by a page of their own.
          <FilesMatch "(?i)\\.pdf$">
            Header always unset Content-Security-Policy
          </FilesMatch>

      \(typeLines)

          # Compressed once, when the site was published. To Debian, .br is a language.
          RemoveLanguage .br
          RemoveType .gz .br
          AddEncoding gzip .gz
          AddEncoding br .br
          RewriteEngine On
          RewriteBase \(quoted(base.removingPercentEscapes))
          RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
          RewriteCond %{REQUEST_FILENAME}.br -f
          RewriteRule ^(.*)$ $1.br [L,E=no-gzip:1,E=no-brotli:1]
          RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
          RewriteCond %{REQUEST_FILENAME}.gz -f
          RewriteRule ^(.*)$ $1.gz [L,E=no-gzip:1,E=no-brotli:1]
        </Directory>

        ErrorDocument 404 \(base)404.html
        # A folder without a page of its own is nothing that readers know of.
        ErrorDocument 403 \(base)404.html
      \(redirectLines)</VirtualHost>

      """
  }

  private var headerLines: String {
    ServerConfiguration.headers.map { "    Header always set \($0.0) \(quoted($0.1))" }
      .joined(separator: "\n")
  }

  private var cachingLines: String {
    ServerConfiguration.caching.map { kind in
      """
          <FilesMatch "(?i)\\.(\(kind.extensions.joined(separator: "|")))(\\.gz|\\.br)?$">
            Header always set Cache-Control "\(kind.header)"
          </FilesMatch>
      """
    }.joined(separator: "\n")
  }

  private var typeLines: String {
    ServerConfiguration.types.filter { $0.type != "application/gzip" }.map { type, extensions in
      let isText = ServerConfiguration.textTypes.contains(type)
      let names = extensions.map { "." + $0 }.joined(separator: " ")
      return "    AddType \(quoted(isText ? type + "; charset=utf-8" : type)) \(names)"
    }.joined(separator: "\n")
  }

  private var redirectLines: String {
    let base = configuration.base
    var lines = configuration.redirects.map { redirect in
      "  RewriteRule \(quoted(pattern(redirect.from))) \(quoted(target(redirect.to))) [R=301,NE,L]\n"
    }
    if base != "/" {
      let bare = pattern(String(base.dropLast()))
      lines.append("  RewriteRule \(quoted(bare)) \(quoted(target(base))) [R=301,NE,L]\n")
    }
    return lines.isEmpty ? "" : "\n  RewriteEngine On\n" + lines.joined()
  }

  /// A regular expression for a path with its escapes worked out, and for nothing else.
  private func pattern(_ path: String) -> String {
    "^" + ServerConfiguration.escaping(path.removingPercentEscapes, "\\^$.|?*+()[]{}") + "$"
  }

  /// In a target, `$1` and `%1` would stand for what was matched.
  private func target(_ path: String) -> String {
    ServerConfiguration.escaping(path, "$%")
  }

  private func quoted(_ text: String) -> String {
    "\"" + ServerConfiguration.escaping(text, "\"") + "\""
  }
}
