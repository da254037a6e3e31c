import ArgumentParser
import Datasets
import Diagnostics
import SiteCompiler
import SiteModel
import SiteStorage

/// How rows are printed.
enum DataFormat: String, CaseIterable, ExpressibleByArgument {
  /// In columns, for people.
  case table
  case csv
  case json
}

/// The options that every command about data takes.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project's folder.", valueName: "dir"), completion: .directory)
  var project = "."

  @Option(
    help: ArgumentHelp("The folder of the publication, in the project.", valueName: "dir"),
    completion: .directory)
  var content = "Content"

  private var layout: ProjectLayout {
    ProjectLayout(project: project, content: content, templates: "Templates", output: "Site")
  }

  /// The publication's files, and what was wrong with reading them.
  func load() -> Outcome<SourceTree> {
    var loaded = SourceLoader.load(layout, defaults: [])
    // Data may be there before the first page is.
    loaded.diagnostics.removeAll { $0.code == .contentEmpty }
    return loaded
  }

  /// Reports what is wrong with the data, and ends with the status that says so.
  func finish(_ diagnostics: [Diagnostic], in tree: SourceTree) throws {
    // Only what concerns the data is asked for; `dossier check` tells the rest.
    if !diagnostics.isEmpty {
      Console.report(Report(diagnostics.sortedForReport, files: tree.files), as: .text)
    }
    if diagnostics.errorCount > 0 { throw ExitCode.publication }
  }
}
