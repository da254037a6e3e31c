import ArgumentParser
import Datasets
import Diagnostics
import SiteCompiler

/// `dossier data show`
struct DataShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "List the datasets, or show one with its columns and rows.")

  @OptionGroup var options: DataOptions

  @Option(help: "How to write the rows.")
  var format = DataFormat.table

  @Option(help: ArgumentHelp("How many rows to show in a table.", valueName: "n"))
  var rows = 20

  @Argument(help: ArgumentHelp("The name of a dataset.", valueName: "name"))
  var name: String?

  func validate() throws {
    if rows < 0 { throw ValidationError("--rows takes a whole number from 0") }
  }

  func run() throws {
    let loaded = options.load()
    var diagnostics = loaded.diagnostics
    let catalog = SiteCompiler(options: SiteCompiler.Options()).datasets(of: loaded.value)
      .take(into: &diagnostics)
    if let name {
      if let dataset = catalog[name] {
        Console.print(RowPrinter(dataset, limit: rows).text(as: format, describing: true))
      } else {
        diagnostics += catalog.lookup(name, at: nil).diagnostics
      }
    } else {
      Console.print(Self.list(catalog))
    }
    try options.finish(diagnostics, in: loaded.value)
  }

  /// The datasets with how large they are, in columns.
  private static func list(_ catalog: DatasetCatalog) -> String {
    let lines = catalog.names.compactMap { catalog[$0] }.map { dataset in
      [
        dataset.name, String(dataset.rowCount), String(dataset.fields.count), dataset.title ?? "",
      ]
    }
    guard !lines.isEmpty else { return "There are no datasets: add a CSV file to data/.\n" }
    return TextTable(
      heads: ["name", "rows", "columns", "title"], rows: lines, numeric: [1, 2]
    ).text
  }
}
