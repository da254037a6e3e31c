import ArgumentParser
import Diagnostics
import Foundation
import Preview
import Programs
import SiteStorage

/// `dossier serve`
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the site while it is written.",
    discussion: """
      Builds the site into memory and serves it to this machine until it is interrupted. When a \
      file changes, the site is built anew and the open pages follow; what keeps it from being \
      built is shown over the last good page. Writes no site.
      """)

  @OptionGroup var options: ProjectOptions

  @Option(
    help: ArgumentHelp(
      "The port; the next that is free where it is in use. 0 picks one.", valueName: "n"))
  var port: UInt16 = 8000

  @Option(
    help: ArgumentHelp(
      "The name or address to listen at; others than this machine's let others read along.",
      valueName: "name"))
  var host = "127.0.0.1"

  @Flag(help: "Open the site in a browser.")
  var open = false

  @Flag(help: "Look for changes twice a second, where the system does not tell of them.")
  var poll = false

  func run() async throws {
    let layout = options.layout
    // Without content there is nothing to wait for: most likely the folder is another one.
    guard Disk.kind(of: layout.content) == .folder else {
      Console.report(await Compilation(options).report(options), as: options.format)
      throw ExitCode.publication
    }
    var preview = Preview.Options(
      sources: [layout.content, layout.templates],
      origins: [layout.content, layout.templates, layout.cache])
    preview.host = host
    preview.port = port
    preview.ignored = [layout.output, layout.cache]
    if poll { preview.watching = .polling(every: .milliseconds(500)) }
    let builder = PreviewBuilder(options: options)
    do {
      try await Preview(preview) { try await builder.build($0) }.run { announce($0) }
    } catch let failure as Preview.Failure {
      Console.note("error: \(failure)")
      throw ExitCode.environment
    }
  }

  private func announce(_ event: Preview.Event) {
    guard !options.format.isForPrograms else {
      // With a report for programs nothing stands beside it, but where the site is must be said.
      if case .serving(let address) = event {
        Console.say(address.url)
        if open { openBrowser(address.url) }
      }
      return
    }
    switch event {
    case .portInUse(let port, let taken):
      Console.note("Port \(port) is in use, so this is port \(taken).")
    case .serving(let address):
      Console.say("Serving at \(address.url)")
      if let others = address.urlForOthers {
        Console.note(
          "warning: whoever can reach this computer can read the site, too, at \(others), and "
            + "lines of its sources where they have faults; without --host only this computer can")
      }
      Console.say("Press Control-C to stop.")
      if open { openBrowser(address.url) }
    case .watchingOtherwise(let reason):
      Console.note("note: \(reason)")
    case .followed(faults: 0, let count, let time):
      let milliseconds = Int((time / .milliseconds(1)).rounded())
      let files = count == 1 ? "1 file is" : "\(count) files are"
      Console.note("Built anew in \(milliseconds) ms: \(files) different.")
    case .followed:
      Console.note("Not built: the last good site stays.")
    }
  }

  /// Has the system show an address, in a browser of the reader's choice.
  private func openBrowser(_ url: String) {
    guard let program = OutsideProgram("xdg-open", "open") else {
      Console.note("note: --open needs xdg-open (on Debian: apt install xdg-utils); open \(url)")
      return
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program.path)
    process.arguments = [url]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // The program may stay for as long as the browser does, so it is not waited for.
    do { try process.run() } catch {
      Console.note("note: \(program.name) could not be started; open \(url)")
    }
  }
}
