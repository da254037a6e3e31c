import ArgumentParser
import Diagnostics
import SiteStorage
import Values

/// The options that every command about a project takes.
struct ProjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project's folder.", valueName: "dir"), completion: .directory)
  var project = "."

  @Option(
    help: ArgumentHelp("The folder of the publication, in the project.", valueName: "dir"),
    completion: .directory)
  var content = "Content"

  @Option(
    help: ArgumentHelp(
      "The folder of templates of its own; Templates where that is there.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  @Option(
    help: ArgumentHelp("The folder to write the site to.", valueName: "dir"),
    completion: .directory)
  var output = "Site"

  @Option(
    help: ArgumentHelp(
      "Only what is marked for this circle or a wider one: CLEAR, GREEN, AMBER, AMBER+STRICT, RED.",
      valueName: "tlp"))
  var audience: TrafficLight?

  @Flag(help: "Include pages that are marked as drafts.")
  var drafts = false

  @Flag(help: "Let warnings count as errors.")
  var strict = false

  @Option(help: "How to write what is found.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("How many pages to work on at once.", valueName: "n"))
  var jobs: Int?

  var layout: ProjectLayout {
    ProjectLayout(
      project: project, content: content, templates: templates ?? "Templates", output: output)
  }

  /// What was found in `files`, to be written as these options ask.
  func report(_ diagnostics: [Diagnostic], files: [SourceFile]) -> Report {
    var report = Report(diagnostics, files: files)
    // Forges look paths up from the root of the repository, which is where CI runs.
    if format == .sarif || format == .github { report.folder = folder }
    return report
  }

  /// Whether what was found forbids to show the publication.
  func fails(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.errorCount > 0 || (strict && diagnostics.warningCount > 0)
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1") }
    // A folder that was named and is not there is a slip, not a wish for the default theme.
    if let templates, Disk.kind(of: layout.templates) != .folder {
      throw ValidationError("--templates: there is no folder '\(templates.printable)'")
    }
  }

  /// The project's folder as seen from where the program runs, with a `/` behind it: empty where it
  /// is that folder, or does not lie in it.
  var folder: String {
    let here = Disk.absolute(".")
    let prefix = here == "/" ? "/" : here + "/"
    guard layout.project.utf8.starts(with: prefix.utf8) else { return "" }
    return String(layout.project.dropFirst(prefix.count)) + "/"
  }
}
