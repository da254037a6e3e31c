import ArgumentParser
import Diagnostics
import Publishing
import SiteCompiler
import SiteModel
import SiteStorage

/// Which of the targets in `site.yaml` is meant, and how it is reached.
struct PublishTargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The target in site.yaml; needed where there are several.", valueName: "name"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "The configuration that ssh is to read instead of its own.", valueName: "file"))
  var sshConfig: String?

  /// The target that is meant.
  /// - Throws: An exit status, after saying why.
  func target(_ options: ProjectOptions) throws -> PublishTarget {
    let tree = SourceLoader.load(options.layout, defaults: DefaultFiles.templates).value
    let outcome = SiteCompiler.configuration(of: tree)
    let targets = outcome.value.publishTargets
    if outcome.diagnostics.errorCount > 0 {
      Console.report(Report(outcome.diagnostics, files: tree.files), as: options.format)
      throw ExitCode.publication
    }
    guard !targets.isEmpty else {
      Console.note(
        "error: site.yaml names no place to publish to; add a line such as "
          + "publish: {targets: {web: {folder: /srv/www/briefs}}}")
      throw ExitCode.publication
    }
    let names = targets.map(\.name)
    if let target {
      if let found = targets.first(where: { $0.name == target }) { return found }
      let near = Suggestion.didYouMean(target, among: names)
      throw ValidationError(
        "site.yaml has no target '\(target.printable)'; "
          + (near ?? "it has \(names.map { "'\($0)'" }.joined(separator: ", "))"))
    }
    guard targets.count == 1 else {
      throw ValidationError(
        "site.yaml has several targets; name one: "
          + names.map { "--target \($0)" }.joined(separator: ", "))
    }
    return targets[0]
  }

  /// A publisher to `target`, which tells others that it is `holder`.
  func publisher(
    to target: PublishTarget, _ options: ProjectOptions, as holder: PublishHolder
  ) throws -> Publisher {
    let layout = options.layout
    switch target.place {
    case .folder:
      let folder = target.root(layout)
      for own in [layout.content, layout.templates, layout.output, layout.cache]
      where (own + "/").hasPrefix(folder + "/") || folder.hasPrefix(own + "/") {
        throw PublishError.unsuitable(
          place: folder, reason: "it and '\(own)' lie within one another")
      }
      return Publisher(folder: folder, as: holder)
    case .ssh(let place):
      return Publisher(
        place, sshConfiguration: sshConfig.map { Disk.absolute($0) }, layout: layout,
        as: holder)
    }
  }
}

extension PublishTarget {
  /// The folder of the releases, on the machine that has it.
  func root(_ layout: ProjectLayout) -> String {
    switch place {
    case .folder(let path):
      Disk.absolute(path.hasPrefix("/") ? path : layout.project + "/" + path)
    case .ssh(let place): place.path
    }
  }
}
