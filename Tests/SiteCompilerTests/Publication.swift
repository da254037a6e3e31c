import Bytes
import Diagnostics
import Foundation
import SiteCompiler
import SiteModel
import SiteStorage
import Values

/// A publication given in a test's own source.
struct Publication {
  /// Files that are no text, by path in `Content/`.
  var bytes: [String: [UInt8]] = [:]
  /// Templates of the publication's own, by path in `Templates/`.
  var templates: [String: String] = [:]
  var files: [String: String]
  var drafts = false
  /// The circle that it is built for.
  var audience: TrafficLight?

  /// A publication of `files`, by path in `Content/`, with a `site.yaml` where none is given.
  init(_ files: [String: String], drafts: Bool = false) {
    self.files = files
    self.drafts = drafts
    if files["site.yaml"] == nil { self.files["site.yaml"] = "title: Test\n" }
  }

  /// What the publication compiles to.
  func compile(workers: Int = 1) async throws -> (site: ResolvedSite, diagnostics: [Diagnostic]) {
    let tree = try tree()
    let compiler = SiteCompiler(
      options: SiteCompiler.Options(
        includesDrafts: drafts, audience: audience, workers: workers))
    let outcome = await compiler.compile(tree)
    return (outcome.value, outcome.diagnostics.sortedForReport)
  }

  /// The report on the publication as people see it.
  func report() async throws -> String {
    TextWriter(files: try tree().files).report(try await compile().diagnostics)
  }

  /// Each finding as `path:line code`, in the report's order; without a place, as its code alone.
  func findings() async throws -> [String] {
    let files = try tree().files
    return try await compile().diagnostics.map { finding in
      guard let span = finding.span else { return finding.code.rawValue }
      let file = files[Int(span.file.index)]
      return "\(file.path):\(file.position(of: Int(span.start)).line) \(finding.code.rawValue)"
    }
  }

  /// The files of the site, by path.
  func render(workers: Int = 1) async throws -> [String: String] {
    try await Self.render(try await compile(workers: workers).site, workers: workers)
  }

  /// The files of `site`, by path.
  static func render(_ site: ResolvedSite, workers: Int = 1) async throws -> [String: String] {
    let sink = Sink()
    _ = try await SiteCompiler(options: SiteCompiler.Options(workers: workers)).render(site) {
      await sink.take($0)
    }
    return await sink.files
  }

  /// The report of the second net alone.
  func secondReport(workers: Int = 1) async throws -> String {
    let (site, _) = try await compile(workers: workers)
    let found = try await SiteCompiler(options: SiteCompiler.Options(workers: workers))
      .render(site) { _ in }.diagnostics
    return TextWriter(files: try tree().files).report(found.sortedForReport)
  }

  /// The files as they would be read from disk.
  func tree() throws -> SourceTree {
    var sources: [SourceFile] = []
    func entry(_ path: String, _ shown: String, _ bytes: [UInt8]) -> SourceTree.Entry {
      sources.append(SourceFile(path: shown, bytes: bytes))
      return SourceTree.Entry(path: path, kind: .text(SourceFileID(sources.count - 1)))
    }
    let all = bytes.merging(files.mapValues { Array($0.utf8) }) { bytes, _ in bytes }
    let content = all.sorted { $0.key < $1.key }.map { path, bytes in
      guard self.bytes[path] != nil, ImageHeader.endings.contains(where: path.hasSuffix) else {
        return entry(path, "Content/" + path, bytes)
      }
      return SourceTree.Entry(
        path: path, kind: .asset(location: "/dev/null"), image: ImageHeader(bytes))
    }
    let own = self.templates.mapValues { Array($0.utf8) }
    var theme = Dictionary(uniqueKeysWithValues: try Theme.files().map { ($0.path, $0.bytes) })
    let tables = theme.filter { $0.key.hasPrefix("words/") }.sorted { $0.key < $1.key }
    for (path, _) in tables { theme[path] = nil }
    let templates = theme.merging(own) { _, own in own }.sorted { $0.key < $1.key }
      .map { path, bytes in entry(path, "Templates/" + path, bytes) }
    let words = tables.map { path, bytes in entry(path, "(default) Templates/" + path, bytes) }
    return SourceTree(
      files: sources, content: content, templates: templates, themeWords: words)
  }

  private actor Sink {
    var files: [String: String] = [:]

    func take(_ file: RenderedFile) {
      guard case .bytes(let bytes) = file.content else { return }
      files[file.path] = String(decoding: bytes, as: UTF8.self)
    }
  }
}
