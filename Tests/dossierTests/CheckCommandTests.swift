import Foundation
import TestSupport
import Testing

/// What `check` and `build` find once the pages are made, and outside.
extension CommandTests {
  @Test("Outside links are tried only when that is asked for, and good answers kept")
  func external() throws {
    try Self.scratch { folder in
      #expect(try Self.run("new", "notes", in: folder).status == 0)
      let project = folder.appendingPathComponent("notes")
      // Port 9 of this machine serves nothing.
      let page = "---\ntitle: Links\n---\n\nA [link](http://127.0.0.1:9/x#y).\n"
      try Data(page.utf8).write(to: project.appendingPathComponent("Content/links.md"))
      let sources = project.appendingPathComponent("Content/sources.json")
      try Data("[]".utf8).write(to: sources)
      let brief = project.appendingPathComponent("Content/briefs/rain-at-two-stations.md")
      try FileManager.default.removeItem(at: brief)
      let data = project.appendingPathComponent("Content/data")
      try FileManager.default.removeItem(at: data)
      let plain = try Self.run("check", in: project)
      #expect(plain.status == 0, "\(plain.output)")
      let cache = project.appendingPathComponent(".dossier-cache/external.json")
      #expect(!FileManager.default.fileExists(atPath: cache.path))
      let result = try Self.run("check", "--external", in: project)
      #expect(result.status == 1, "\(result.output)\(result.errors)")
      let place = "Content/links.md:5:10: error: 'http://127.0.0.1:9/x#y' is on a host that takes"
      #expect(result.output.contains(place), "\(result.output)")
      #expect(result.output.contains("[external-broken]"))
      #expect(FileManager.default.fileExists(atPath: cache.path))
      #expect(try Self.run("check", "--external-age", "-1", in: project).status == 64)
    }
  }

  @Test("What only a template breaks fails the build, and the last good site stays")
  func secondNet() throws {
    try Self.scratch { folder in
      #expect(try Self.run("new", "notes", in: folder).status == 0)
      let project = folder.appendingPathComponent("notes")
      #expect(try Self.run("build", in: project).status == 0)
      let built = project.appendingPathComponent("Site/index.html")
      let before = try Data(contentsOf: built)
      let partials = project.appendingPathComponent("Templates/partials")
      try FileManager.default.createDirectory(at: partials, withIntermediateDirectories: true)
      let foot = "<footer><a href=\"{{root}}imprint.html\">Imprint</a></footer>\n"
      try Data(foot.utf8).write(to: partials.appendingPathComponent("colophon.mustache"))
      for command in ["build", "check"] {
        let result = try Self.run(command, in: project)
        #expect(result.status == 1)
        let report = result.output + result.errors
        #expect(report.contains("Templates/partials/colophon.mustache:1:18: error: "), "\(report)")
        #expect(report.contains("1 error, 0 warnings"), "\(report)")
      }
      #expect(try Data(contentsOf: built) == before)
      let names = try FileManager.default.contentsOfDirectory(atPath: project.path)
      #expect(!names.contains { $0.contains("staging") }, "\(names)")
    }
  }

  @Test("What is shown without a source is listed and counted where that is asked for")
  func provenance() throws {
    try Self.scratch { folder in
      let faulty = Repository.root.appending(path: "Tests/Broken/source-unstated/input")
      let project = folder.appendingPathComponent("ferries")
      try FileManager.default.copyItem(at: faulty, to: project)
      let plain = try Self.run("check", in: project)
      #expect(plain.status == 0 && !plain.output.contains("source-unstated"), "\(plain.output)")
      let result = try Self.run("check", "--provenance", in: project)
      #expect(result.status == 0, "\(result.output)")
      let listed = result.output.components(separatedBy: "[source-unstated]").count - 1
      #expect(listed > 0)
      #expect(result.errors.contains("figures and values with a source, \(listed) without"))
      #expect(try Self.run("check", "--provenance", "--strict", in: project).status == 1)
      let json = try Self.run("check", "--provenance", "--format", "json", in: project)
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      let summary = try #require((object as? [String: Any])?["summary"] as? [String: Int])
      #expect(summary["unsourced"] == listed && summary["warnings"] == listed, "\(summary)")
      #expect((summary["sourced"] ?? 0) > 0, "\(summary)")
    }
  }
}
