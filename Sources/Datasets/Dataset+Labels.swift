extension Dataset {
  /// The value of `path` in `row` as readers see it: an entity by its title, not its stem.
  public func shownValue(_ path: FieldPath, row: Int) -> Value {
    let value = value(path, row: row)
    guard case .text(let text) = value, path.part == nil else { return value }
    let field = fields[path.column]
    if field.valueLabels.isEmpty { return value }
    return .text(field.items(of: text).map(field.label(of:)).joined(separator: ", "))
  }

  /// The dataset with what readers see for some columns' values, by the column's index; the values
  /// themselves stay, so that conditions and keys go on meaning them.
  public func labelling(_ labels: [Int: [String: String]]) -> Dataset {
    var labelled = self
    for (column, names) in labels where fields.indices.contains(column) {
      labelled.fields[column].valueLabels = names
    }
    return labelled
  }
}
