import Foundation
import PackagePlugin

/// Lets the program carry the default templates, the starter publication, the files of the preview
/// and the commit that it is built from.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let folders =
      target.name == "Preview"
      ? [("client", root.appending(path: "Sources/Preview/Client"))]
      : [
        ("templates", root.appending(path: "Templates")),
        ("starter", root.appending(path: "Sources/dossier/Starter")),
      ]
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    var arguments = [output.path()]
    var inputs: [URL] = []
    for (name, folder) in folders {
      arguments += [name, folder.path()]
      // The folder itself is an input too, so that a file that is added or removed is seen.
      inputs.append(folder)
      inputs += try files(under: folder)
    }
    let embedding = Command.buildCommand(
      displayName: "Embedding files into \(target.name)",
      executable: try context.tool(named: "EmbedFilesTool").url,
      arguments: arguments, inputFiles: inputs, outputFiles: [output])
    return target.name == "dossier" ? [embedding, try commit(context)] : [embedding]
  }

  /// Asks git for the commit after each commit and each change of a source.
  ///
  /// A command before each build would be simpler, but is left out while the build's plan is kept.
  private func commit(_ context: PluginContext) throws -> Command {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "SourceCommit.swift")
    let script = root.appending(path: ".ci/source-commit")
    var inputs = [script, root.appending(path: "Package.swift")]
    for folder in ["Sources", "Templates"] {
      inputs += try files(under: root.appending(path: folder))
    }
    // Each move of HEAD is added to its log; without one, as in a new clone, HEAD itself must do.
    let repository = repository(of: root)
    inputs += ["HEAD", "logs/HEAD"].map { repository.appending(path: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path()) }
    return .buildCommand(
      displayName: "Asking for the commit", executable: script, arguments: [output.path()],
      inputFiles: inputs, outputFiles: [output])
  }

  /// The folder of git's own files; in a further work tree, `.git` is a file that names it.
  private func repository(of root: URL) -> URL {
    let place = root.appending(path: ".git")
    let prefix = "gitdir: "
    guard let content = FileManager.default.contents(atPath: place.path()) else { return place }
    let line = String(decoding: content, as: UTF8.self).trimmingCharacters(in: .newlines)
    guard line.hasPrefix(prefix) else { return place }
    return URL(fileURLWithPath: String(line.dropFirst(prefix.count)), relativeTo: root)
  }

  private func files(under folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted()
      .map { folder.appending(path: $0) }
  }
}
