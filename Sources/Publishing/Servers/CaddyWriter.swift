/// Writes a site for Caddy: a Caddyfile, or a part of one.
struct CaddyWriter {
  let configuration: ServerConfiguration

  var text: String {
    let base = configuration.base
    let root = quoted(configuration.root)
    return """
      # Written by dossier publish --server-config caddy, for a Caddyfile. Where the address begins
      # with a name alone, Caddy gets a certificate for it by itself.

      \(address) {
      	route {
      \(redirectLines)		header {
      			Cache-Control "\(ServerConfiguration.askAlways)"
      			Vary Accept-Encoding
      \(headerLines)
      		}
      		# Browsers show documents by a page of their own.
      		@pages not path *.svg *.pdf
      		header @pages Content-Security-Policy \(quoted(configuration.policy.pages))
      \(kindLines)
      		handle_path \(path(base + "*")) {
      			root * \(root)
      			file_server {
      				index index.html
      				precompressed br gzip
      			}
      		}
      		error 404
      	}

      	# A folder without a page of its own is nothing that readers know of.
      	handle_errors {
      		@missing expression `{err.status_code} in [403, 404]`
      		handle @missing {
      			header Content-Type "text/html; charset=utf-8"
      			header Cache-Control "\(ServerConfiguration.askAlways)"
      			header Content-Security-Policy \(quoted(configuration.policy.pages))
      			root * \(root)
      			rewrite * /404.html
      			file_server {
      				status 404
      			}
      		}
      	}
      }

      """
  }

  private var address: String {
    guard let host = configuration.host else { return ":80" }
    return configuration.isSecure ? host : "http://" + host
  }

  private var headerLines: String {
    ServerConfiguration.headers.map { "\t\t\t\($0.0) \(quoted($0.1))" }.joined(separator: "\n")
  }

  /// What depends on the kind of file.
  private var kindLines: String {
    var lines: [String] = []
    for (number, kind) in ServerConfiguration.caching.enumerated() {
      lines.append("\t\t@kept\(number) path \(patterns(kind.extensions))")
      lines.append("\t\theader @kept\(number) Cache-Control \"\(kind.header)\"")
    }
    lines.append("\t\t@pictures path *.svg")
    lines.append(
      "\t\theader @pictures Content-Security-Policy \(quoted(ContentPolicy.pictures))")
    for (number, entry) in ServerConfiguration.types.enumerated() {
      let isText = ServerConfiguration.textTypes.contains(entry.type)
      let type = isText ? entry.type + "; charset=utf-8" : entry.type
      lines.append("\t\t@type\(number) path \(patterns(entry.extensions))")
      lines.append("\t\theader @type\(number) Content-Type \(quoted(type))")
    }
    return lines.joined(separator: "\n")
  }

  private func patterns(_ extensions: [String]) -> String {
    extensions.map { "*." + $0 }.joined(separator: " ")
  }

  private var redirectLines: String {
    let base = configuration.base
    var lines = configuration.redirects.map { redirect in
      "\t\tredir \(path(redirect.from)) \(quoted(redirect.to)) permanent\n"
    }
    if base != "/" {
      lines.append("\t\tredir \(path(String(base.dropLast()))) \(quoted(base)) permanent\n")
    }
    return lines.joined()
  }

  /// A path as Caddy matches it: with its escapes worked out.
  private func path(_ path: String) -> String { quoted(path.removingPercentEscapes) }

  private func quoted(_ text: String) -> String {
    "\"" + ServerConfiguration.escaping(text, "\\\"") + "\""
  }
}
