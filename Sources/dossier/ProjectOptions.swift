import ArgumentParser
import SiteStorage

/// The options that every command about a project takes.
struct ProjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project's folder.", valueName: "dir"))
  var project = "."

  @Option(help: ArgumentHelp("The folder of the publication, in the project.", valueName: "dir"))
  var content = "Content"

  @Option(help: ArgumentHelp("The folder of templates of its own.", valueName: "dir"))
  var templates = "Templates"

  @Option(help: ArgumentHelp("The folder to write the site to.", valueName: "dir"))
  var output = "Site"

  @Flag(help: "Include pages that are marked as drafts.")
  var drafts = false

  @Flag(help: "Let warnings count as errors.")
  var strict = false

  @Option(help: ArgumentHelp("How many pages to work on at once.", valueName: "n"))
  var jobs: Int?

  var layout: ProjectLayout {
    ProjectLayout(project: project, content: content, templates: templates, output: output)
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1") }
  }
}
