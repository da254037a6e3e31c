import ArgumentParser
import Diagnostics
import Preview
import SiteCompiler
import SiteModel

/// `dossier serve`
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site into memory and serve it on this machine.",
    discussion: "Listens on 127.0.0.1 only, until it is interrupted. Writes nothing.")

  @OptionGroup var options: ProjectOptions

  @Option(help: ArgumentHelp("The port; 0 picks one that is free.", valueName: "n"))
  var port: UInt16 = 8000

  func run() async throws {
    var compilation = await Compilation(options)
    await compilation.makePictures(options)
    let collected = RenderedFiles()
    try await compilation.render { await collected.append($0) }
    Console.report(compilation.report(options), as: options.format)
    guard !compilation.fails(options) else { throw ExitCode.publication }
    let count = compilation.site.pages.count
    let server = PreviewServer(site: PreviewSite(files: await collected.files), port: port)
    do {
      try await server.run { port in
        Console.say("Serving \(count) pages at http://127.0.0.1:\(port)/")
        Console.say("Press Control-C to stop.")
      }
    } catch {
      Console.note(
        "error: cannot serve on port \(port): it may be in use; choose another with --port, "
          + "or 0 for any that is free")
      throw ExitCode.environment
    }
  }
}
