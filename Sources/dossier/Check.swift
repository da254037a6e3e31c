import ArgumentParser
import Diagnostics
import Foundation
import Programs
import SiteCompiler
import SiteModel
import SiteStorage

/// `dossier check`
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the publication without writing anything.")

  @OptionGroup var options: ProjectOptions

  @Flag(help: "Try the links that lead out of the site, too.")
  var external = false

  @Flag(help: "List the figures and values that say no source, too.")
  var provenance = false

  @Option(
    help: ArgumentHelp("For how many days the answer of an outside host holds.", valueName: "days"))
  var externalAge = 7

  func validate() throws {
    if !(0...36_500).contains(externalAge) {
      throw ValidationError("--external-age takes a whole number of days from 0")
    }
  }

  func run() async throws {
    var compilation = await Compilation(options)
    // What cannot be drawn, or refers to nothing once it is drawn, should fail here too.
    try await compilation.render { _ in }
    if external {
      compilation.add(
        try await externalFindings(in: compilation.site),
        settling: [.externalBroken, .externalMoved])
    }
    var provenance: Report.Provenance?
    if self.provenance {
      let found = ProvenanceCheck.check(compilation.site)
      compilation.add(found.diagnostics, settling: [.sourceUnstated])
      // What a page allows is without a source all the same.
      provenance = Report.Provenance(
        sourced: found.sourcedCount, unsourced: found.diagnostics.count)
    }
    var report = compilation.report(options)
    report.provenance = provenance
    Console.report(report, as: options.format, toOutput: true)
    if let provenance {
      // People see the counts beside the report, which programs read.
      Console.note(
        "\(provenance.sourced) figures and values with a source, \(provenance.unsourced) without")
    }
    guard !compilation.fails(options) else { throw ExitCode.publication }
    if compilation.diagnostics.isEmpty, !options.format.isForPrograms {
      Console.say("\(compilation.site.pages.count) pages, no errors, no warnings")
    }
  }

  /// Asks for what the outside links lead to, and keeps the answers beside the project.
  private func externalFindings(in site: ResolvedSite) async throws -> [Diagnostic] {
    let links = ExternalLinks.all(in: site)
    let path = options.layout.cache + "/external.json"
    do {
      var cache = LinkCache()
      _ = try options.layout.makeCache()
      if !Disk.isLink(path), Disk.kind(of: path) == .file {
        cache = LinkCache(bytes: try Disk.read(path))
      }
      let answers = await LinkChecker().check(
        links, cache: &cache, now: Int(Date().timeIntervalSince1970), age: externalAge * 86_400)
      try Disk.write(cache.bytes(), to: path)
      return ExternalFindings.diagnostics(links, answers: answers)
    } catch {
      Console.note("error: \(error)")
      throw ExitCode.environment
    }
  }
}
