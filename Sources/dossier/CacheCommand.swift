import ArgumentParser
import SiteStorage

/// `dossier cache`
struct CacheCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "Look after what is kept between builds.",
    subcommands: [CacheClear.self])
}

/// `dossier cache clear`
struct CacheClear: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear",
    abstract: "Remove what builds and checks have kept to be quicker.",
    discussion: """
      The next build starts anew and gives the same site. Removed with it are pictures that other \
      programs made and the answers of outside hosts.
      """)

  @Option(help: ArgumentHelp("The project's folder.", valueName: "dir"), completion: .directory)
  var project = "."

  func run() async throws {
    let layout = ProjectLayout(project: project)
    let shown = layout.displayPath(layout.cache)
    guard Disk.kind(of: layout.cache) != nil else {
      Console.say("There is nothing in \(shown).")
      return
    }
    do {
      try Disk.remove(layout.cache)
    } catch {
      Console.note("error: \(error)")
      throw ExitCode.environment
    }
    Console.say("Removed \(shown).")
  }
}
