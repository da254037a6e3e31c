import ArgumentParser
import Diagnostics
import SiteCompiler
import SiteModel
import SiteStorage
import Values

/// `dossier audit`
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Build the site for an audience, and look for what it may not see.",
    discussion: """
      Builds into memory, then looks in every file for words of withheld pages, data and sources that
      nothing has that the audience may see. Writes nothing but its report.
      """)

  @OptionGroup var options: ProjectOptions

  func validate() throws {
    if options.audience == nil {
      throw ValidationError("audit needs an audience: --audience CLEAR, for one")
    }
  }

  func run() async throws {
    var compilation = await Compilation(options)
    await compilation.makePictures(options)
    let collected = RenderedFiles()
    try await compilation.render { await collected.append($0) }
    if compilation.fails(options) {
      Console.report(compilation.report(options), as: options.format, toOutput: true)
      Console.note("Nothing was audited: there is no site to publish.")
      throw ExitCode.publication
    }
    let files = Array(await collected.files.values)
    let audit = try await compilation.compiler.audit(
      of: compilation.tree, placements: compilation.site.graphPlacements)
    var findings: [Audit.Finding] = []
    do {
      findings = try await audit?.search(files) { try Disk.bytes(of: $0) } ?? []
    } catch {
      Console.note("error: \(error)")
      throw ExitCode.environment
    }
    compilation.add(audit?.diagnostics(findings) ?? [], settling: [])
    Console.report(compilation.report(options), as: options.format, toOutput: true)
    guard !compilation.fails(options) else { throw ExitCode.publication }
    if !options.format.isForPrograms, let audience = options.audience {
      Console.say("\(files.count) files, nothing in them that \(audience.label) may not see")
    }
  }
}
