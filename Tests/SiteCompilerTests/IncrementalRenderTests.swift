import Bytes
import Diagnostics
import Foundation
import SiteModel
import TestSupport
import Testing
import Values

@testable import SiteCompiler

/// Whatever is changed, in whatever order: what is taken over from the last build is what a build
/// from nothing would have made.
@Suite("Building again after a change")
struct IncrementalRenderTests {
  /// A site in memory, as a build left it.
  private struct Build {
    var files: [String: [UInt8]] = [:]
    var memory = RenderMemory()
    var parsed = CompileMemory()
    var diagnostics: [Diagnostic] = []
    var renderedCount = 0
    /// The files that were taken over.
    var kept: Set<String> = []

    var hasErrors: Bool { diagnostics.errorCount > 0 }
  }

  private actor Sink {
    var files: [String: [UInt8]] = [:]
    var kept: Set<String> = []

    func take(_ file: RenderedFile) {
      switch file.content {
      case .bytes(let bytes): files[file.path] = bytes
      case .copy(let location): files[file.path] = Array(location.utf8)
      }
    }

    func take(_ path: String, from last: [String: [UInt8]]) -> Bool {
      guard let bytes = last[path] else { return false }
      files[path] = bytes
      kept.insert(path)
      return true
    }

    func take(rest last: [String: [UInt8]], but dropped: Set<String>) {
      for (path, bytes) in last where files[path] == nil && !dropped.contains(path) {
        files[path] = bytes
        kept.insert(path)
      }
    }
  }

  /// Builds a publication, with what the last build left or from nothing.
  /// - Parameters:
  ///   - isOneProcess: Whether it all happens in one process, which keeps more than the disk.
  ///   - isIntact: Whether the files of the last build are known to be as it left them.
  ///   - audience: For whom the site is.
  private func build(
    _ publication: Publication, after last: Build?, isOneProcess: Bool = false,
    isIntact: Bool = true, audience: TrafficLight? = nil
  ) async throws -> Build {
    let tree = try publication.tree()
    let compiler = SiteCompiler(options: SiteCompiler.Options(audience: audience, workers: 2))
    let inputs = RenderInputs(
      files: tree.files.map { ContentDigest(of: $0.bytes) }, settings: ContentDigest())
    var parsed = last?.parsed ?? CompileMemory()
    let compiled = await compiler.compile(tree, known: inputs, remembering: &parsed)
    if !isOneProcess { parsed = try CompileMemory(BinaryReader(parsed.bytes)) }
    let sink = Sink()
    let files = last?.files ?? [:]
    var keepRest: (@Sendable (Set<String>) async -> Void)?
    if isIntact { keepRest = { await sink.take(rest: files, but: $0) } }
    let reuse = RenderReuse(
      of: tree, inputs: inputs, last: last?.memory ?? RenderMemory(),
      keep: { await sink.take($0, from: files) }, keepRest: keepRest)
    let rendered = try await compiler.render(compiled.value, reusing: reuse) { await sink.take($0) }
    return Build(
      files: await sink.files,
      memory: isOneProcess
        ? rendered.value.memory : try RenderMemory(BinaryReader(rendered.value.memory.bytes)),
      parsed: parsed,
      diagnostics: (compiled.diagnostics + rendered.diagnostics).sortedForReport,
      renderedCount: rendered.value.renderedCount, kept: await sink.kept)
  }

  private static func harbour() throws -> Publication {
    let root = Repository.root.appending(path: "Tests/Browser/harbour/Content")
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path()) {
      let file = root.appending(path: path)
      guard !file.hasDirectoryPath, let text = try? String(contentsOf: file, encoding: .utf8) else {
        continue
      }
      files[path] = text
    }
    files["site.yaml"]? += "tlp: GREEN\n"
    for number in 1...4 {
      files["notes/n\(number).md"] = """
        ---
        title: Note \(number)
        summary: Of boats
        date: 2024-03-0\(number)
        topics: [rain, t\(number % 2)]
        series: Notes
        number: \(number)
        ---
        ## Weather

        It rained. See [the next](n\(number % 4 + 1).md#weather) and [ferries](../briefs/ferries.md).
        """
    }
    return Publication(files)
  }

  // What is done to a publication

  private static let words = ["rain", "Ida", "north quay", "harbour", "*tide*", "1,204", "@none"]

  /// Changes a publication in one of the ways in which authors do.
  private static func edit(
    _ publication: inout Publication, _ original: Publication,
    _ chance: inout DeterministicGenerator
  ) -> String {
    let pages = publication.files.keys.filter { $0.hasSuffix(".md") }.sorted()
    let path = chance.pick(pages)
    let text = publication.files[path] ?? ""
    switch chance.below(17) {
    case 0, 1, 2:
      publication.files[path] = text + "\nMore \(chance.pick(words)) came.\n"
      return "text of \(path)"
    case 3:
      publication.files[path] = text.replacing(
        "title: ", with: "title: \(chance.pick(["New", "Old", "Other"])) ", maxReplacements: 1)
      return "title of \(path)"
    case 4:
      publication.files[path] = text.replacing(
        "\n---\n", with: "\ntopics: [\(chance.pick(["rain", "wind"]))]\n---\n", maxReplacements: 1)
      return "topics of \(path)"
    case 5:
      publication.files[path] = nil
      return "deletes \(path)"
    case 6:
      publication.files[path] = nil
      publication.files["moved/m\(chance.below(9)).md"] = text
      return "moves \(path)"
    case 7:
      let target = chance.pick(pages)
      publication.files["new/p\(chance.below(9)).md"] =
        "---\ntitle: New page\ndate: 2025-01-0\(1 + chance.below(9))\n---\n\nSee [it](/\(target)).\n"
      return "adds a page"
    case 8:
      publication.files[path] = text + "\n## Another heading \(chance.below(3))\n\nText.\n"
      return "heading of \(path)"
    case 9:
      let data = chance.pick(publication.files.keys.filter { $0.hasSuffix(".csv") }.sorted())
      var lines = (publication.files[data] ?? "").split(separator: "\n")
      if lines.count > 3 { lines.swapAt(1, 2) }
      if chance.below(2) == 0, lines.count > 4 { lines.removeLast() }
      publication.files[data] = lines.joined(separator: "\n") + "\n"
      return "rows of \(data)"
    case 10:
      publication.files["sources.json"] = publication.files["sources.json"]?.replacing(
        "\"title\": \"", with: "\"title\": \"\(chance.pick(["A ", "B "]))", maxReplacements: 1)
      return "sources"
    case 11:
      publication.files["site.yaml"] = (publication.files["site.yaml"] ?? "").replacing(
        "title: ", with: "title: \(chance.pick(["A", "B"])) ", maxReplacements: 1)
      return "site.yaml"
    case 12:
      publication.templates["onward.mustache"] =
        chance.below(2) == 0
        ? nil : "<p>\(chance.pick(["On", "Further"])): {{{onward.next.title}}}</p>\n"
      return "a template"
    case 13:
      publication.files[path] = text.replacing("## Weather", with: "## Sky")
      return "renames a heading of \(path)"
    case 14:
      publication.files["assets/mark.svg"] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(1 + chance.below(3))0\" height=\"9\"/>"
      publication.files[path] = text + "\n![Mark](/assets/mark.svg)\n"
      return "a picture on \(path)"
    case 15:
      publication.files["assets/old.html"] =
        "<!DOCTYPE html><title>Old</title><p id=\"\(chance.pick(["part", "rest"]))\">Text"
      publication.files[path] = text + "\n[Old](/assets/old.html#part)\n"
      return "a copied page, and a link to it on \(path)"
    default:
      publication.files[path] = original.files[path]
      return "takes back \(path)"
    }
  }

  /// How many chains of edits are tried: a few beside the other tests, which wait for answers in
  /// time, and as many as `DOSSIER_CHAINS` says where it runs by itself, as in `make test`.
  private static var chainCount: Int {
    ProcessInfo.processInfo.environment["DOSSIER_CHAINS"].flatMap(Int.init) ?? 4
  }

  @Test("Chains of edits give the site and the findings of a build from nothing")
  func chains() async throws {
    let original = try Self.harbour()
    let first = try await build(original, after: nil)
    #expect(!first.hasErrors, "\(first.diagnostics.map(\.message))")
    try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<2 {
        group.addTask {
          var taken = 0
          for seed in stride(from: worker, to: Self.chainCount, by: 2) {
            taken += try await chain(UInt64(seed), original, first)
          }
          return taken
        }
      }
      var taken = 0
      for try await count in group { taken += count }
      // Chains in which nothing is taken over would show nothing.
      #expect(taken > Self.chainCount * first.files.count / 20)
    }
  }

  /// One chain of edits.
  /// - Returns: How many pages were taken over.
  private func chain(_ seed: UInt64, _ original: Publication, _ first: Build) async throws -> Int {
    var chance = DeterministicGenerator(seed: seed)
    var publication = original
    // For an audience, files are there while a page uses them.
    let audience: TrafficLight? = seed % 5 == 4 ? .red : nil
    var last = audience == nil ? first : Build()
    var story: [String] = []
    var taken = 0
    for _ in 0..<3 {
      for _ in 0..<(1 + chance.below(2)) {
        story.append(Self.edit(&publication, original, &chance))
      }
      let clean = try await build(publication, after: nil, audience: audience)
      let again = try await build(
        publication, after: last, isOneProcess: seed % 2 == 0, isIntact: chance.below(4) > 0,
        audience: audience)
      taken += clean.renderedCount - again.renderedCount
      let differing = Set(clean.files.keys).union(again.files.keys)
        .filter { clean.files[$0] != again.files[$0] }.sorted()
      #expect(differing == [], "chain \(seed): \(story)")
      #expect(clean.diagnostics == again.diagnostics, "chain \(seed): \(story)")
      guard differing.isEmpty else { return taken }
      // A site with errors is not written, and leaves nothing but in the memory of its process.
      if !again.hasErrors {
        last = again
      } else if seed % 2 == 0 {
        last.parsed = again.parsed
      }
    }
    return taken
  }

  @Test(
    "For an audience a file comes with the first text that uses it, and goes with the last",
    arguments: [true, false])
  func filesInUse(isOneProcess: Bool) async throws {
    var publication = try Self.harbour()
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"
    publication.files["assets/mark.svg"] = picture
    let text = try #require(publication.files["notes/n1.md"])
    var last = try await build(publication, after: nil, audience: .red)
    #expect(!last.hasErrors && last.files["assets/mark.svg"] == nil)
    for isUsed in [true, true, false] {
      publication.files["notes/n1.md"] =
        text + (isUsed ? "\n![Mark](/assets/mark.svg) \(last.files.count)\n" : "\nNone.\n")
      let clean = try await build(publication, after: nil, audience: .red)
      last = try await build(
        publication, after: last, isOneProcess: isOneProcess, audience: .red)
      #expect(!clean.hasErrors && (clean.files["assets/mark.svg"] != nil) == isUsed)
      #expect(clean.files == last.files && clean.diagnostics == last.diagnostics)
    }
  }

  @Test("Files that come under other numbers, the same in all else, are read by these")
  func otherNumbers() async throws {
    let tree = try Self.harbour().tree()
    // A theme's own copy of a template stands elsewhere among the files.
    let (one, other) = (tree.templates[0], tree.templates[1])
    var files = tree.files
    var templates = tree.templates
    let (first, second) = try (#require(one.text), #require(other.text))
    files.swapAt(Int(first.index), Int(second.index))
    templates[0] = SourceTree.Entry(path: one.path, kind: .text(second))
    templates[1] = SourceTree.Entry(path: other.path, kind: .text(first))
    let moved = SourceTree(
      files: files, content: tree.content, templates: templates, themeWords: tree.themeWords)
    var memory = CompileMemory()
    let compiler = SiteCompiler(options: SiteCompiler.Options(workers: 2))
    for tree in [tree, moved, tree] {
      let inputs = RenderInputs(
        files: tree.files.map { ContentDigest(of: $0.bytes) }, settings: ContentDigest())
      let again = await compiler.compile(tree, known: inputs, remembering: &memory).value
      let clean = await compiler.compile(tree).value
      #expect(again.templates.map(\.text) == clean.templates.map(\.text))
    }
  }

  @Test("Of data and sources those alone count that a page shows, or that it looks something up in")
  func ownData() async throws {
    func chart(_ data: String, _ more: String = "") -> String {
      """
      ```chart
      title: Chart
      description: A chart.
      data: \(data)
      \(more)
      mark: bar
      encoding: {x: {field: day}, y: {field: rain}}
      ```
      """
    }
    let lookup = "transform: [{lookup: day, from: {data: names, key: day, fields: [name]}}]"
    func page(_ title: String, _ text: String) -> String {
      "---\ntitle: \(title)\ndate: 2024-01-02\n---\n\n\(text)\n"
    }
    let publication = Publication([
      "site.yaml": "title: Site\n",
      "data/north.csv": "day,rain\n1,2\n", "data/south.csv": "day,rain\n1,3\n",
      "data/names.csv": "day,name\n1,Monday\n",
      "data/both.sql":
        "SELECT n.day AS day, n.rain + s.rain AS rain FROM north n JOIN south s ON n.day = s.day",
      "sources.json": """
      [{"id": "a", "type": "report", "title": "First", "issued": {"date-parts": [[2020]]}},
       {"id": "b", "type": "report", "title": "Second", "issued": {"date-parts": [[2021]]}}]
      """,
      "p/north.md": page("A", chart("north")), "p/south.md": page("B", chart("south")),
      "p/looks.md": page("C", chart("south", lookup)), "p/both.md": page("D", chart("both")),
      "p/value.md": page("E", "It was `{value} north.sum(rain)`."),
      "p/query.md": page("F", "```sql {#wet}\nSELECT day FROM south\n```"),
      "p/a.md": page("G", "So it is [@a]."), "p/b.md": page("H", "So it is [@b]."),
      "p/none.md": page("I", "Text."),
    ])
    let first = try await build(publication, after: nil)
    #expect(!first.hasErrors, "\(first.diagnostics.map(\.message))")
    func again(_ path: String, _ old: String, _ new: String) async throws -> [String] {
      var changed = publication
      changed.files[path] = changed.files[path]?.replacing(old, with: new)
      #expect(changed.files[path] != publication.files[path])
      let kept = try await build(changed, after: first).kept
      let pages = publication.files.keys.filter { $0.hasPrefix("p/") }
        .map { $0.replacing(".md", with: ".html") }
      return pages.filter { !kept.contains($0) }
        .map { String($0.dropFirst(2).prefix { $0 != "." }) }.sorted()
    }
    #expect(try await again("data/north.csv", "1,2", "1,5") == ["both", "north", "value"])
    #expect(
      try await again("data/south.csv", "1,3", "1,5") == ["both", "looks", "query", "south"])
    #expect(try await again("data/names.csv", "Monday", "Tuesday") == ["looks"])
    #expect(try await again("data/both.sql", "n.rain + s.rain", "n.rain") == ["both"])
    #expect(try await again("sources.json", "First", "Last") == ["a"])
    #expect(try await again("sources.json", "2021", "2022") == ["b"])
  }

  @Test("A page is rendered again when something that it shows has changed, and only then")
  func exactly() async throws {
    let publication = try Self.harbour()
    let first = try await build(publication, after: nil)
    func rendered(_ change: (inout Publication) -> Void) async throws -> Int {
      var changed = publication
      change(&changed)
      return try await build(changed, after: first).renderedCount
    }
    #expect(try await rendered { _ in } == 0)
    let body = try await rendered { $0.files["notes/n1.md"]? += "\nMore.\n" }
    #expect(body == 1)
    let template = try await rendered { $0.templates["onward.mustache"] = "<p>On</p>\n" }
    #expect(template == first.renderedCount)
    let title = try await rendered {
      $0.files["notes/n1.md"] = $0.files["notes/n1.md"]?.replacing("Note 1", with: "Remark 1")
    }
    #expect(title > 3 && title < first.renderedCount)
  }
}
