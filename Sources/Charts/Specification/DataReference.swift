import Datasets
import Diagnostics
import Documents

/// Where a view's data comes from.
enum DataReference: Sendable {
  /// A dataset of the site or of the chart's own `datasets`, by name.
  case named(Spanned<String>)
  /// A file within `Content/`, by its path, and how its columns are to be read.
  case file(Spanned<String>, DataFormat)
  /// Rows that stand in the block itself, and the same as a dataset for those who want its table.
  case inline(ChartTable, Dataset?)
  /// Something that could not be read, which was reported where it stands.
  case unreadable

  /// Reads `data: NAME`, `data: {name: NAME}`, `{url: PATH}`, `{values: […]}`, `{sequence: …}`.
  static func read(_ node: Node) -> Outcome<DataReference?> {
    if let name = node.text { return Outcome(.named(Spanned(name, at: node.span))) }
    var reader = PropertyReader(node, of: "the data of a chart")
    let format = reader.node("format").map { DataFormat.read($0).take(into: &reader) }
    if let values = reader.node("values") {
      let name = reader.text("name")?.value ?? "values"
      let reference = InlineData.read(values, name: name, format: format ?? DataFormat()).take(
        into: &reader)
      return Outcome(reference, reader.finish())
    }
    if let sequence = reader.node("sequence") {
      let table = InlineData.sequence(sequence).take(into: &reader)
      return Outcome(table.map { .inline($0, nil) } ?? .unreadable, reader.finish())
    }
    if let url = reader.text("url") {
      reader.acknowledge("name")
      return Outcome(.file(url, format ?? DataFormat()), reader.finish())
    }
    let name = reader.text("name")
    if name == nil, node.entries != nil {
      reader.report(
        .keyMissing, "the data of a chart has neither a name nor values", at: node.span,
        help: "write the name of a dataset")
    }
    return Outcome(name.map(DataReference.named), reader.finish())
  }
}
