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
      Console.print(Self.list(catalog, as: format))
    }
    try options.finish(diagnostics, in: loaded.value)
  }

  /// The datasets with how large they are, themselves rows of a dataset.
  private static func list(_ catalog: DatasetCatalog, as format: DataFormat) -> String {
    let datasets = catalog.names.compactMap { catalog[$0] }
    guard !datasets.isEmpty || format != .table else {
      return "There are no datasets: add a CSV file to data/.\n"
    }
    let list = Dataset(
      name: "datasets",
      fields: [
        Field(name: "name", kind: .string), Field(name: "rows", kind: .integer),
        Field(name: "columns", kind: .integer), Field(name: "title", kind: .string),
      ],
      columns: [
        .texts(datasets.map(\.name)), .numbers(datasets.map { Double($0.rowCount) }),
        .numbers(datasets.map { Double($0.fields.count) }), .texts(datasets.map(\.title)),
      ])
    return RowPrinter(list, limit: nil).text(as: format)
  }
}
