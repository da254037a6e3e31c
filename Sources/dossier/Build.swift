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

  @Flag(inversion: .prefixedNo, help: "Use what the last build has kept, and keep it for the next.")
  var cache = true

  func run() async throws {
    let start = ContinuousClock.now
    let printer = pdf ? PagePrinter() : nil
    if pdf, printer == nil {
      Console.note(
        "error: --pdf prints through Chromium, which is not installed; install it (on Debian: "
          + "apt install chromium), or leave --pdf out")
      throw ExitCode.environment
    }
    Compilation.recoverOutput(options.layout)
    let earlier = cache ? LastBuild(options, makesPDFs: pdf) : nil
    async let isIntact = earlier?.isSiteIntact() ?? false
    let loaded = Compilation.load(options)
    let inputs = earlier.map { _ in InputDigests(loaded) }
    let output = options.layout.displayPath(options.layout.output)
    if let inputs, let last = earlier?.record(of: inputs), await isIntact {
      Console.report(
        options.report(last.diagnostics, files: loaded.value.files), as: options.format)
      guard !options.fails(last.diagnostics) else { throw nothingWritten() }
      guard !options.format.isForPrograms else { return }
      Console.note(
        "Nothing has changed: \(last.pageCount) pages, \(last.fileCount) files, in \(output), "
          + "in \(Self.seconds(since: start)) s.")
      return
    }
    var memory = Compilation.ProcessMemory()
    if let earlier { memory.pages = earlier.compiled() }
    var compilation = await Compilation(
      options, loaded, makesPDFs: pdf,
      inputs: inputs.flatMap { inputs in earlier.map { $0.renderInputs(inputs) } },
      remembering: &memory)
    do {
      let kept = earlier.flatMap { earlier in inputs.map { (earlier, $0, memory.pages) } }
      let count = try await write(&compilation, printer, kept)
      Console.report(compilation.report(options), as: options.format)
      guard let count else { throw nothingWritten() }
      guard !options.format.isForPrograms else { return }
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
    _ compilation: inout Compilation, _ printer: PagePrinter?,
    _ kept: (build: LastBuild, inputs: InputDigests, compiled: CompileMemory)?
  ) async throws -> Int? {
    if compilation.fails(options) {
      // What the produced pages refer to in vain belongs in the same report.
      try await compilation.render { _ in }
      return nil
    }
    let writer = try SiteWriter(
      options.layout, known: kept?.build.record?.outputTable() ?? OutputTable())
    let hasAllPictures = await compilation.makePictures(options)
    let reuse = kept.map { kept in
      RenderReuse(
        of: compilation.tree, inputs: kept.build.renderInputs(kept.inputs),
        last: kept.build.pages()
      ) { writer.keep($0) }
    }
    let written: (count: Int, outputs: OutputTable)
    let rendered: RenderOutcome?
    do {
      rendered = try await compilation.render(reusing: reuse) { try writer.write($0) }
      guard !compilation.fails(options) else {
        try writer.abandon()
        return nil
      }
      if let printer { try await printBriefs(of: compilation.site, by: printer, into: writer) }
      written = try writer.commit()
    } catch {
      try writer.abandon()
      throw error
    }
    if let kept, let rendered {
      keep(
        written.outputs, of: compilation, kept.compiled, rendered.memory, kept.build,
        kept.inputs, isWhole: hasAllPictures)
    }
    return written.count
  }

  /// Leaves the next build what it may use; where that fails, it has more to do.
  private func keep(
    _ outputs: OutputTable, of compilation: Compilation, _ compiled: CompileMemory,
    _ pages: RenderMemory,
    _ build: LastBuild, _ inputs: InputDigests, isWhole: Bool
  ) {
    do {
      // What failed today may work tomorrow, and places in texts that had to be decoded are not
      // those of the files.
      guard isWhole, compilation.site.decodedTexts.isEmpty else {
        try build.forget()
        return
      }
      try build.keep(
        inputs, pageCount: compilation.site.pages.count, diagnostics: compilation.diagnostics,
        outputs: outputs, compiled: compiled, pages: pages)
    } catch {
      Console.note("note: the next build will start anew: \(error)")
    }
  }

  private func nothingWritten() -> ExitCode {
    if !options.format.isForPrograms { Console.note("Nothing was written.") }
    return ExitCode.publication
  }

  /// Prints each brief from the staged site into it.
  private func printBriefs(
    of site: ResolvedSite, by printer: PagePrinter, into writer: SiteWriter
  ) async throws {
    let requests = SiteCompiler.printRequests(of: site)
    try writer.complete()
    var pages: [PagePrinter.Page] = []
    for request in requests {
      pages.append(
        PagePrinter.Page(
          file: writer.staged(request.page), address: request.address, day: request.day))
    }
    let workers = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    for await (index, outcome) in printer.print(pages, workers: workers) {
      switch outcome {
      case .pdf(let bytes):
        try writer.write(RenderedFile(path: requests[index].pdf, content: .bytes(bytes)))
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
