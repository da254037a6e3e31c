import ArgumentParser
import Datasets
import Diagnostics
import SiteCompiler

/// `dossier data infer`
struct DataInfer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer",
    abstract: "Write the description of data files that have none.",
    discussion: """
      Prints what belongs into Content/data/datapackage.yaml: a resource for each file that no
      resource names, with the types that its cells have. Look it through before you use it.
      """)

  @OptionGroup var options: DataOptions

  @Argument(
    help: ArgumentHelp("A file in Content/data; all that are not described.", valueName: "file"))
  var file: String?

  func run() throws {
    let loaded = options.load()
    var diagnostics = loaded.diagnostics
    let inferred = SiteCompiler(options: SiteCompiler.Options()).undescribed(
      in: loaded.value, file: file
    ).take(into: &diagnostics)
    if inferred.datasets.isEmpty {
      if let file {
        throw ValidationError(
          "there is no data file '\(file.printable)' in \(options.content)/data")
      }
      // A file that cannot be read is not described either, which is reported.
      if diagnostics.errorCount == 0 { Console.note("Every data file is described.") }
    } else {
      Console.print(DescriptorText.yaml(of: inferred.datasets, isWhole: !inferred.hasDescriptor))
    }
    // That they are not described is why this was asked.
    try options.finish(
      diagnostics.filter { $0.code != .packageUnlisted }, in: loaded.value)
  }
}
