import ArgumentParser
import Diagnostics
import SiteCompiler
import SiteModel

/// `dossier check`
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the publication without writing anything.")

  @OptionGroup var options: ProjectOptions

  func run() async throws {
    let compilation = await Compilation(options)
    Console.report(compilation.report(options), as: options.format, toOutput: true)
    guard !compilation.fails(options) else { throw ExitCode.publication }
    // What cannot be drawn should fail here too, not only when the site is built.
    try await compilation.compiler.render(compilation.site) { _ in }
    if compilation.diagnostics.isEmpty, !options.format.isForPrograms {
      Console.say("\(compilation.site.pages.count) pages, no errors, no warnings")
    }
  }
}
