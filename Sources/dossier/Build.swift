import ArgumentParser
import Diagnostics
import SiteCompiler
import SiteModel
import SiteStorage

/// `dossier build`
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site.",
    discussion: "Where the publication has an error, nothing is written and the last site stays.")

  @OptionGroup var options: ProjectOptions

  func run() async throws {
    let start = ContinuousClock.now
    let compilation = await Compilation(options)
    Console.report(compilation.report(options), as: options.format)
    guard !compilation.fails(options) else {
      if !options.format.isForPrograms { Console.note("Nothing was written.") }
      throw ExitCode.publication
    }
    do {
      let count = try await write(compilation)
      guard !options.format.isForPrograms else { return }
      let output = options.layout.displayPath(options.layout.output)
      Console.note(
        "Built \(compilation.site.pages.count) pages, \(count) files, into \(output) "
          + "in \(Self.seconds(since: start)) s.")
    } catch let error as StorageError {
      Console.note("error: \(error)")
      throw ExitCode.environment
    }
  }

  /// Renders into a staging folder, then puts it in the output's place.
  private func write(_ compilation: Compilation) async throws -> Int {
    let writer = try SiteWriter(options.layout)
    do {
      try await compilation.compiler.render(compilation.site) { try await writer.write($0) }
      return try await writer.commit()
    } catch {
      try await writer.abandon()
      throw error
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> String {
    let elapsed = ContinuousClock.now - start
    let hundredths = (elapsed / .milliseconds(10)).rounded()
    return "\(Int(hundredths) / 100).\(Int(hundredths) % 100 / 10)\(Int(hundredths) % 10)"
  }
}
