import Foundation
import PackagePlugin

/// Lets the program carry the default templates, the starter publication and the files of the
/// preview.
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
    return [
      .buildCommand(
        displayName: "Embedding files into \(target.name)",
        executable: try context.tool(named: "EmbedFilesTool").url,
        arguments: arguments, inputFiles: inputs, outputFiles: [output])
    ]
  }

  private func files(under folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted()
      .map { folder.appending(path: $0) }
  }
}
