import ArgumentParser

/// The program: its commands, and nothing but wiring and reporting.
@main
struct Dossier: AsyncParsableCommand {
  /// The version of the program, as reports and pages name it.
  static let programVersion = "0.1.0"

  /// The version with the commit that the program is built from, where that is known.
  private static var fullVersion: String {
    SourceCommit.name.map { "\(programVersion) (\($0))" } ?? programVersion
  }

  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Builds a browsable site from Markdown briefs and structured data.",
    discussion: """
      Every figure, date, chart and link is checked; a broken one fails the build.

      Exit status: 0 clean, 1 errors in the publication, 64 wrong usage, 74 disk or network.
      """,
    version: fullVersion,
    subcommands: [
      Build.self, Check.self, Serve.self, Publish.self, AuditCommand.self, New.self, Explain.self,
      DataCommand.self, CacheCommand.self,
    ])
}
