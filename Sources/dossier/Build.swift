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
    var compilation = await Compilation(options)
    do {
      let count = try await write(&compilation)
      Console.report(compilation.report(options), as: options.format)
      guard let count else {
        if !options.format.isForPrograms { Console.note("Nothing was written.") }
        throw ExitCode.publication
      }
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

  /// Renders into a staging folder, then puts it in the output's place; nil where the publication
  /// has a fault, and nothing is there that was not there before.
  private func write(_ compilation: inout Compilation) async throws -> Int? {
    if compilation.fails(options) {
      // What the produced pages refer to in vain belongs in the same report.
      try await compilation.render { _ in }
      return nil
    }
    let writer = try SiteWriter(options.layout)
    await compilation.makePictures(options)
    do {
      try await compilation.render { try await writer.write($0) }
      guard !compilation.fails(options) else {
        try await writer.abandon()
        return nil
      }
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
