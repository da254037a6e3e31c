import Testing

@testable import Publishing

@Suite("What web servers are told")
struct ServerConfigurationTests {
  private func text(
    _ server: ServerConfiguration.Server, baseURL: String? = "https://ex.org/a%20b/",
    root: String = "/srv/my \"www\"", redirects: [(from: String, to: String)] = []
  ) -> String {
    ServerConfiguration(
      root: root, baseURL: baseURL, policy: ContentPolicy(), redirects: redirects
    ).text(for: server)
  }

  @Test("A path with blanks and quotation marks stays one word", arguments: ["nginx", "apache"])
  func quotes(name: String) throws {
    let server = try #require(ServerConfiguration.Server(rawValue: name))
    #expect(text(server).contains("\"/srv/my \\\"www\\\"/current/\""))
  }

  @Test("Without a baseURL the site is the host's root, under any name")
  func bare() {
    #expect(text(.nginx, baseURL: nil).contains("server_name _;"))
    #expect(text(.nginx, baseURL: nil).contains("location ^~ \"/\" {"))
    #expect(text(.apache, baseURL: nil).contains("DocumentRoot"))
    #expect(!text(.apache, baseURL: nil).contains("ServerName"))
    #expect(text(.caddy, baseURL: nil).contains("\n:80 {\n"))
    #expect(text(.caddy).contains("\nex.org {\n"))
    #expect(text(.caddy, baseURL: "http://ex.org").contains("\nhttp://ex.org {\n"))
  }

  @Test("What means something to a server is taken as it is in a redirect")
  func redirects() {
    let odd = [(from: "old$1(x).html", to: "new$1&%41.html")]
    let nginx = text(.nginx, redirects: odd)
    #expect(
      nginx.contains(
        "location = \"/a b/old$1(x).html\" { return 301 \"/a%20b/new%241&%2541.html\"; }"))
    let apache = text(.apache, redirects: odd)
    #expect(
      apache.contains(
        #"RewriteRule "^/a b/old\$1\(x\)\.html$" "/a\%20b/new\$1&\%2541.html" [R=301,NE,L]"#))
  }

  @Test("A policy without digests lets nothing inline run, one with digests nothing else")
  func policies() {
    let strict = ContentPolicy().pages
    #expect(!strict.contains("unsafe") && !strict.contains("sha256"))
    let open = ContentPolicy(scripts: ["B", "A"], styles: ["C"], styleAttributes: ["D"]).pages
    #expect(open.contains("script-src 'self' 'sha256-A' 'sha256-B';"))
    #expect(open.contains("style-src 'self' 'unsafe-hashes' 'sha256-C' 'sha256-D';"))
    #expect(!open.contains("unsafe-inline"))
  }
}
