/// Writes a site for nginx: a file for the folder that the `http` block includes.
struct NginxWriter {
  let configuration: ServerConfiguration

  var text: String {
    let configuration = configuration
    let base = configuration.base
    return """
      # Written by dossier publish --server-config nginx. For the http block: on Debian, a file in
      # /etc/nginx/conf.d/.

      map $uri $dossier_caching {
        default "\(ServerConfiguration.askAlways)";
      \(cachingLines)
      }

      map $uri $dossier_policy {
        default \(quoted(configuration.policy.pages));
        ~*\\.svg$ \(quoted(ContentPolicy.pictures));
        # Browsers show these by a page of their own.
        ~*\\.pdf$ "";
      }

      server {
        listen 80;
        listen [::]:80;
        server_name \(configuration.host ?? "_");
      \(secureLines)
        server_tokens off;
        absolute_redirect off;

        add_header Cache-Control $dossier_caching always;
        add_header Content-Security-Policy $dossier_policy always;
      \(headerLines)

        # Compressed once, when the site was published. With the module brotli_static, its copies
        # are there too: brotli_static on;
        gzip off;
        gzip_static on;
        gzip_vary on;

        types {
      \(typeLines)
        }
        default_type application/octet-stream;
        charset utf-8;
        charset_types
      \(charsetLines);

        error_page 404 \(word(base + "404.html"));
        # A folder without a page of its own is nothing that readers know of.
        error_page 403 =404 \(word(base + "404.html"));

      \(redirectLines)  location ^~ \(word(base)) {
          alias \(word(configuration.root + "/"));
          index index.html;
        }
      }

      """
  }

  private var cachingLines: String {
    ServerConfiguration.caching.map { kind in
      "  ~*\\.(?:\(kind.extensions.joined(separator: "|")))$ \"\(kind.header)\";"
    }.joined(separator: "\n")
  }

  private var secureLines: String {
    """
      # With a certificate, listen on 443 too, and send those who come by http there:
      # listen 443 ssl;
      # listen [::]:443 ssl;
      # ssl_certificate /etc/ssl/certs/site.pem;
      # ssl_certificate_key /etc/ssl/private/site.key;
      # if ($scheme = http) { return 301 https://$host$request_uri; }
      # add_header Strict-Transport-Security "max-age=31536000" always;
    """
  }

  private var headerLines: String {
    ServerConfiguration.headers.map { "  add_header \($0.0) \(quoted($0.1)) always;" }
      .joined(separator: "\n")
  }

  private var typeLines: String {
    ServerConfiguration.types.map { "    \($0.type) \($0.extensions.joined(separator: " "));" }
      .joined(separator: "\n")
  }

  private var charsetLines: String {
    // What nginx knows to be HTML always has its character set.
    ServerConfiguration.textTypes.filter { $0 != "text/html" }.map { "    \($0)" }
      .joined(separator: "\n")
  }

  private var redirectLines: String {
    let base = configuration.base
    var lines = configuration.redirects.map { redirect in
      "  location = \(word(redirect.from)) { return 301 \(address(redirect.to)); }\n"
    }
    if base != "/" {
      lines.append(
        "  location = \(word(String(base.dropLast()))) { return 301 \(address(base)); }\n")
    }
    return lines.isEmpty ? "" : lines.joined() + "\n"
  }

  /// An address; in one, a `$` would begin a variable.
  private func address(_ path: String) -> String { quoted(path.replacing("$", with: "%24")) }

  /// A text within quotation marks.
  private func quoted(_ text: String) -> String {
    "\"" + ServerConfiguration.escaping(text, "\\\"") + "\""
  }

  /// A path as nginx compares it: with its escapes worked out, within quotation marks.
  private func word(_ path: String) -> String { quoted(path.removingPercentEscapes) }
}
