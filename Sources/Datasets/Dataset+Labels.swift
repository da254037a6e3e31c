extension Dataset {
  /// The dataset with what readers see for some columns' values, by the column's index; the values
  /// themselves stay, so that conditions and keys go on meaning them.
  public func labelling(_ labels: [Int: [String: String]]) -> Dataset {
    var fields = fields
    for (column, names) in labels where fields.indices.contains(column) {
      fields[column].valueLabels = names
    }
    return Dataset(
      name: name, title: title, description: description, path: path, fields: fields,
      columns: columns, primaryKey: primaryKey, sources: sources, licenses: licenses,
      events: events, marking: marking, cellSpans: cellSpans, span: span)
  }
}
