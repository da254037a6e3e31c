import Charts
import Diagnostics
import Foundation
import Programs
import SiteCompiler
import SiteModel
import SiteStorage
import TestSupport
import Values

/// A folder under `Tests/Broken`: a publication with one kind of fault, and the report on it.
struct BrokenCase {
  static let folder = Repository.root.appendingPathComponent("Tests/Broken")
  static let codes: [String] = DiagnosticCode.allCases.map(\.rawValue)

  let code: String
  let diagnostics: [Diagnostic]
  let files: [SourceFile]

  /// What is found in the publication of `code`, in the order in which it is found; each is
  /// compiled once, however many tests ask.
  static func find(_ code: String) async throws -> BrokenCase {
    try await cache.find(code)
  }

  private static let cache = Cache()

  private actor Cache {
    private var tasks: [String: Task<BrokenCase, any Error>] = [:]

    func find(_ code: String) async throws -> BrokenCase {
      let task = tasks[code] ?? Task { try await BrokenCase(code) }
      tasks[code] = task
      return try await task.value
    }
  }

  private init(_ code: String) async throws {
    let layout = ProjectLayout(project: Self.project(code).path)
    let loaded = SourceLoader.load(layout, defaults: try Theme.files())
    var diagnostics = loaded.diagnostics
    var tree = loaded.value
    if !diagnostics.contains(where: { $0.code == .contentMissing || $0.code == .contentEmpty }) {
      let audience = try Self.audience(code)
      let compiler = SiteCompiler(options: SiteCompiler.Options(audience: audience, workers: 2))
      let site = await compiler.compile(loaded.value).take(into: &diagnostics)
      tree = tree.replacing(site.decodedTexts)
      let isTemplateBroken = diagnostics.contains { $0.code.rawValue.hasPrefix("template-") }
      if !isTemplateBroken { diagnostics += try await compiler.render(site) { _ in }.diagnostics }
      if code == DiagnosticCode.sourceUnstated.rawValue {
        diagnostics += ProvenanceCheck.check(site).diagnostics
      }
      if code == DiagnosticCode.textLeaked.rawValue {
        diagnostics += try await Self.audit(site, of: tree, by: compiler)
      }
      if let answer = try Self.programAnswer(code) {
        let requests = SiteCompiler.graphRequests(of: site).map {
          Graphviz.Request(dot: $0.request.dot, span: $0.span)
        }
        let answers = Dictionary(
          requests.map { ($0.dot, answer) }, uniquingKeysWith: { first, _ in first })
        diagnostics += Graphviz.diagnostics(requests, answers: answers)
      }
      if let answers = try Self.answers(code) {
        diagnostics += ExternalFindings.diagnostics(ExternalLinks.all(in: site), answers: answers)
      }
    }
    self.code = code
    self.diagnostics = diagnostics
    self.files = tree.files
  }

  /// What the audience would see that it may not.
  private static func audit(
    _ site: ResolvedSite, of tree: SourceTree, by compiler: SiteCompiler
  ) async throws -> [Diagnostic] {
    let files = Files()
    _ = try await compiler.render(site) { await files.append($0) }
    guard let audit = try await compiler.audit(of: tree) else { return [] }
    let found = try await files.all.flatMap { audit.search(try $0.read(), path: $0.path) }
    return audit.diagnostics(found)
  }

  private actor Files {
    private(set) var all: [RenderedFile] = []

    func append(_ file: RenderedFile) { all.append(file) }
  }

  /// The circle that the build is for.
  private static func audience(_ code: String) throws -> TrafficLight? {
    let file = folder.appendingPathComponent(code).appendingPathComponent("audience.txt")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let line = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    return TrafficLight(rawValue: line)
  }

  /// What `dot` would answer: that it is missing, or why it failed.
  private static func programAnswer(_ code: String) throws -> Graphviz.Answer? {
    let file = folder.appendingPathComponent(code).appendingPathComponent("programs.txt")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let line = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    let failed = "dot failed "
    return line.hasPrefix(failed) ? .failed(String(line.dropFirst(failed.count))) : .notInstalled
  }

  /// What outside hosts would answer, in lines of an address, a word and what belongs to it.
  private static func answers(_ code: String) throws -> [String: ExternalAnswer]? {
    let file = folder.appendingPathComponent(code).appendingPathComponent("answers.txt")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    var answers: [String: ExternalAnswer] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      let answer: ExternalAnswer =
        switch parts[1] {
        case "moved": .moved(to: parts[2])
        case "broken": .broken(parts[2])
        default: .found
        }
      answers[parts[0]] = answer
    }
    return answers
  }

  static func project(_ code: String) -> URL {
    folder.appendingPathComponent(code).appendingPathComponent("input")
  }

  var text: String { TextWriter(files: files).report(diagnostics.sortedForReport) }

  /// The report as `format` has it.
  func report(_ format: ReportFormat) -> Data {
    Data(Report(diagnostics, files: files).bytes(as: format, version: "1.0.0"))
  }
}

extension RenderedFile {
  /// What is in it.
  func read() throws -> [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .copy(let location): [UInt8](try Data(contentsOf: URL(fileURLWithPath: location)))
    }
  }
}
