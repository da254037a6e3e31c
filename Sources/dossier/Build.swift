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
    // What is found of the site must be so until it is written.
    let lock = OutputLock.of(options.layout)
    let earlier = cache ? LastBuild(options, makesPDFs: pdf) : nil
    async let isIntact = earlier?.isSiteIntact() ?? false
    let loaded = Compilation.load(options)
    let inputs = earlier.map { _ in InputDigests(loaded) }
    let output = options.layout.displayPath(options.layout.output)
    let isWhole = await isIntact
    if let inputs, let last = earlier?.record(of: inputs), isWhole {
      Console.report(
        options.report(last.diagnostics, files: loaded.value.files), as: options.format)
      guard !options.fails(last.diagnostics) else { throw nothingWritten() }
      guard !options.format.isForPrograms else { return }
      Console.note(
        "Nothing has changed: \(last.pageCount) pages, \(last.fileCount) files, in \(output), "
          + "in \(Self.seconds(since: start)) s.")
      return
    }
    // It is read while the site is compiled.
    async let pages = earlier?.pages() ?? RenderMemory()
    var memory = Compilation.ProcessMemory()
    if let earlier { memory.pages = earlier.compiled() }
    var compilation = await Compilation(
      options, loaded, makesPDFs: pdf,
      inputs: inputs.flatMap { inputs in earlier.map { $0.renderInputs(inputs) } },
      remembering: &memory)
    do {
      var kept: Kept?
      if let earlier, let inputs {
        kept = await Kept(build: earlier, inputs: inputs, compiled: memory.pages, pages: pages)
      }
      let count = try await write(&compilation, printer, kept, lock, isIntact: isWhole)
      Console.report(compilation.report(options), as: options.format)
      guard let count else { throw nothingWritten() }
      guard !options.format.isForPrograms else { return }
      Console.note(
        "Built \(compilation.site.pages.count) pages, \(count) files, into \(output) "
          + "in \(Self.seconds(since: start)) s.")
      // Nothing is left to do but to end, which frees all at once and not page by page.
      _ = Unmanaged.passRetained(Remains(compilation: compilation, kept: kept))
    } catch let error as StorageError {
      Console.note("error: \(error)")
      throw ExitCode.environment
    } catch let error as PrintingError {
      Console.note("error: \(error)")
      throw ExitCode.environment
    }
  }

  /// What the last build has left, and what this one is to leave.
  private struct Kept: Sendable {
    let build: LastBuild
    let inputs: InputDigests
    let compiled: CompileMemory
    let pages: RenderMemory
  }

  /// What a build holds to its end.
  private final class Remains {
    let compilation: Compilation
    let kept: Kept?

    init(compilation: Compilation, kept: Kept?) {
      self.compilation = compilation
      self.kept = kept
    }
  }

  /// Renders into a staging folder, then puts it in the output's place; nil where the publication
  /// has a fault, and nothing is there that was not there before.
  private func write(
    _ compilation: inout Compilation, _ printer: PagePrinter?, _ kept: Kept?,
    _ lock: OutputLock?, isIntact: Bool
  ) async throws -> Int? {
    func reuse(
      keeping keep: @escaping @Sendable (String) async -> Bool,
      rest: (@Sendable (Set<String>) async -> Void)?
    ) -> RenderReuse? {
      kept.map { kept in
        RenderReuse(
          of: compilation.tree, inputs: kept.build.renderInputs(kept.inputs), last: kept.pages,
          keep: keep, keepRest: rest)
      }
    }
    if compilation.fails(options) {
      // What the produced pages refer to in vain belongs in the same report; of those that are as
      // they were, it is known.
      try await compilation.render(reusing: reuse(keeping: { _ in true }, rest: { _ in })) { _ in }
      return nil
    }
    let writer = try SiteWriter(
      options.layout, known: kept?.build.record?.outputTable() ?? OutputTable(), holding: lock,
      isIntact: isIntact)
    let hasAllPictures = await compilation.makePictures(options)
    let written: (count: Int, outputs: OutputTable)
    let rendered: RenderOutcome?
    do {
      let reuse = reuse(
        keeping: { writer.keep($0) },
        rest: !writer.hasIntactSite ? nil : { @Sendable in writer.keepRest(but: $0) })
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
      await keep(
        written.outputs, of: compilation, rendered.memory, kept, isWhole: hasAllPictures)
    }
    return written.count
  }

  /// Leaves the next build what it may use; where that fails, it has more to do.
  private func keep(
    _ outputs: OutputTable, of compilation: Compilation, _ pages: RenderMemory, _ kept: Kept,
    isWhole: Bool
  ) async {
    do {
      // What failed today may work tomorrow, and places in texts that had to be decoded are not
      // those of the files.
      guard isWhole, compilation.site.decodedTexts.isEmpty else {
        try kept.build.forget()
        return
      }
      try await kept.build.keep(
        kept.inputs, pageCount: compilation.site.pages.count,
        diagnostics: compilation.diagnostics, outputs: outputs, compiled: kept.compiled,
        pages: pages)
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
