import ArgumentParser
import Diagnostics
import Foundation
import Programs
import SiteCompiler
import SiteModel
import SiteStorage

/// `dossier build`
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site.",
    discussion: "Where the publication has an error, nothing is written and the last site stays.")

  @OptionGroup var options: ProjectOptions

  @Flag(help: "Print each brief as a PDF beside its page, through an installed Chromium.")
  var pdf = false

  func run() async throws {
    let start = ContinuousClock.now
    let printer = pdf ? PagePrinter() : nil
    if pdf, printer == nil {
      Console.note(
        "error: --pdf prints through Chromium, which is not installed; install it (on Debian: "
          + "apt install chromium), or leave --pdf out")
      throw ExitCode.environment
    }
    var compilation = await Compilation(options, makesPDFs: pdf)
    do {
      let count = try await write(&compilation, printer)
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
    } catch let error as PrintingError {
      Console.note("error: \(error)")
      throw ExitCode.environment
    }
  }

  /// Renders into a staging folder, then puts it in the output's place; nil where the publication
  /// has a fault, and nothing is there that was not there before.
  private func write(
    _ compilation: inout Compilation, _ printer: PagePrinter?
  ) async throws -> Int? {
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
      if let printer { try await printBriefs(of: compilation.site, by: printer, into: writer) }
      return try await writer.commit()
    } catch {
      try await writer.abandon()
      throw error
    }
  }

  /// Prints each brief from the staged site into it.
  private func printBriefs(
    of site: ResolvedSite, by printer: PagePrinter, into writer: SiteWriter
  ) async throws {
    let requests = SiteCompiler.printRequests(of: site)
    var pages: [PagePrinter.Page] = []
    for request in requests {
      pages.append(
        PagePrinter.Page(
          file: await writer.staged(request.page), address: request.address, day: request.day))
    }
    let workers = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    for await (index, outcome) in printer.print(pages, workers: workers) {
      switch outcome {
      case .pdf(let bytes):
        try await writer.write(RenderedFile(path: requests[index].pdf, content: .bytes(bytes)))
      case .failed(let reason):
        throw PrintingError(
          description: "'\(requests[index].page)' was not printed: Chromium \(reason)")
      }
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> String {
    let elapsed = ContinuousClock.now - start
    let hundredths = (elapsed / .milliseconds(10)).rounded()
    return "\(Int(hundredths) / 100).\(Int(hundredths) % 100 / 10)\(Int(hundredths) % 10)"
  }
}

/// Why a brief could not be printed.
private struct PrintingError: Error, CustomStringConvertible {
  let description: String
}
