import Diagnostics
import Foundation
import SiteModel
import Testing
import Values

@testable import SiteCompiler

@Suite("Where site.yaml says that the site goes")
struct PublishTargetTests {
  private static func report(_ target: String) async throws -> String {
    try await Publication([
      "site.yaml": "title: Test\npublish: {targets: {\(target)}}\n",
      "index.md": "---\ntitle: Front\n---\n",
    ]).report()
  }

  private func targets(_ text: String) async throws -> [PublishTarget] {
    let publication = Publication([
      "site.yaml": "title: Test\npublish: {targets: {\(text)}}\n",
      "index.md": "---\ntitle: Front\n---\n",
    ])
    return SiteCompiler.configuration(of: try publication.tree()).value.publishTargets
  }

  @Test("A target is a folder here, or one that ssh reaches")
  func places() async throws {
    let found = try await targets(
      "a: {folder: /srv/www/a b}, b: {folder: ../www}, c: {rsync: 'web:briefs'}, "
        + "d: {rsync: 'ada@web.example.org:/srv/briefs', port: 2222}, e: {rsync: 'x@[::1]:/srv'}")
    #expect(found.map(\.name) == ["a", "b", "c", "d", "e"])
    func ssh(_ user: String?, _ host: String, _ port: Int?, _ path: String) -> PublishTarget.Place {
      .ssh(SSHPlace(user: user, host: host, port: port, path: path))
    }
    #expect(
      found.map(\.place) == [
        .folder("/srv/www/a b"), .folder("../www"), ssh(nil, "web", nil, "briefs"),
        ssh("ada", "web.example.org", 2222, "/srv/briefs"), ssh("x", "::1", nil, "/srv"),
      ])
    guard case .ssh(let place) = found[4].place else { return }
    #expect(place.text == "x@[::1]:/srv" && place.destination == "x@::1")
    #expect(try await Self.report("a: {folder: /srv/www}") == "")
  }

  @Test("A target may say for whom it is; a slip in that is an error")
  func audiences() async throws {
    let found = try await targets(
      "a: {folder: /srv/a, audience: GREEN}, b: {rsync: 'web:b', audience: AMBER+STRICT}, "
        + "c: {folder: /srv/c}")
    #expect(found.map(\.audience) == [.green, .amberStrict, nil])
    for (slip, help) in [
      ("audience: GREN", "did you mean 'GREEN'?"), ("audience: all", "it can be CLEAR"),
      ("audeince: GREEN", "did you mean 'audience'?"),
    ] {
      let report = try await Self.report("a: {folder: /srv/a, \(slip)}")
      #expect(report.contains(": error: ") && report.contains(help), "\(report)")
    }
  }

  @Test(
    "What is no place is an error at its place, with what would mend it",
    arguments: [
      ("web: {folder: 'web:/srv/www'}", "looks like a place on another host", "rsync: web:/srv"),
      ("web: {folder: /}", "is no path of a folder", "from the root"),
      ("web: {folder: '~/www'}", "is no path of a folder", "from the root"),
      ("web: {rsync: /srv/www}", "names no host and path", "user@host:/srv/briefs"),
      ("web: {rsync: 'web:'}", "names no host and path", "user@host:/srv/briefs"),
      ("web: {rsync: 'rsync://web/briefs'}", "is an address", "user@host:/srv/briefs"),
      ("web: {rsync: 'web::briefs'}", "module of an rsync server", "user@host:/srv/briefs"),
      ("web: {rsync: 'web:~/briefs'}", "begins with '~'", "leave out '~/'"),
      ("web: {rsync: 'web:/'}", "cannot be the folder", "user@host:/srv/briefs"),
      ("web: {rsync: 'web:/srv/../etc'}", "cannot be the folder", "user@host:/srv/briefs"),
      ("web: {folder: /srv, rsync: 'web:/srv'}", "is a folder here and one on a host", "two"),
      ("web: {folder: /srv, port: 22}", "has no port", "leave 'port' out"),
      ("web: {rsync: 'web:/srv', port: ssh}", "is no port", "from 1 to 65535"),
      ("web: {rsync: 'web:/srv', port: 70000}", "is no port", "from 1 to 65535"),
      ("web: {}", "says no place", "folder: /srv/www/briefs"),
      ("web: {fodler: /srv}", "has no key 'fodler'", "did you mean 'folder'?"),
      ("Web Site: {folder: /srv}", "cannot be the name of a target", "small letters"),
    ])
  func faults(target: String, message: String, help: String) async throws {
    let report = try await Self.report(target)
    #expect(report.contains("Content/site.yaml:2:"), "\(report)")
    #expect(report.contains(message) && report.contains(help), "\(report)")
    #expect(report.components(separatedBy: "Content/site.yaml:").count == 2, "\(report)")
  }

  @Test(
    "Nothing that site.yaml says becomes an option of a command",
    arguments: ["-oProxyCommand=id:/srv", "a@-oProxyCommand=id:/srv", "-x@web:/srv", "we b:/srv"])
  func options(place: String) async throws {
    #expect(try await Self.report("web: {rsync: '\(place)'}").contains("cannot be the name of"))
    #expect(try await targets("web: {rsync: '\(place)'}").isEmpty)
  }
}
