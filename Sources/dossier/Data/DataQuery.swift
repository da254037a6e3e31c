import ArgumentParser
import Datasets
import Diagnostics
import SiteCompiler
import SiteModel

/// `dossier data query`
struct DataQuery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Run a SELECT over the datasets and print its rows.",
    discussion: "The guide's page on queries says what a query may do.")

  @OptionGroup var options: DataOptions

  @Option(help: "How to write the rows.")
  var format = DataFormat.table

  @Argument(help: ArgumentHelp("The SELECT.", valueName: "sql"))
  var sql: String

  func run() throws {
    let loaded = options.load()
    let query = SourceFile(path: "(query)", bytes: Array(sql.utf8))
    let tree = SourceTree(
      files: loaded.value.files + [query], content: loaded.value.content, templates: [],
      unreadable: loaded.value.unreadable)
    var diagnostics = loaded.diagnostics
    let rows = SiteCompiler(options: SiteCompiler.Options()).rows(
      ofQuery: SourceFileID(tree.files.count - 1), in: tree
    ).take(into: &diagnostics)
    if let rows { Console.print(RowPrinter(rows, limit: nil).text(as: format)) }
    try options.finish(diagnostics, in: tree)
  }
}
