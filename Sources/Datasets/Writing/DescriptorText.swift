import Bytes

/// Writes the description of datasets as authors keep it: the YAML of a data package.
public enum DescriptorText {
  /// The resources of `datasets`, with the types of their columns.
  /// - Parameter isWhole: Whether a whole descriptor is wanted, to stand by itself.
  public static func yaml(of datasets: [Dataset], isWhole: Bool) -> String {
    var lines: [String] = []
    if isWhole { lines += ["name: data", "resources:"] }
    for dataset in datasets {
      lines.append("  - name: \(dataset.name)")
      if let path = dataset.path {
        let name = path.hasPrefix("data/") ? String(path.dropFirst(5)) : path
        lines.append("    path: \(quoted(name))")
      }
      lines.append("    schema:")
      if let key = key(of: dataset) { lines.append("      primaryKey: \(quoted(key))") }
      lines.append("      fields:")
      for field in dataset.fields {
        var parts = ["name: \(quoted(field.name))", "type: \(field.schemaType.rawValue)"]
        if let rdfType = field.rdfType { parts.append("rdfType: \(quoted(rdfType))") }
        lines.append("        - {\(parts.joined(separator: ", "))}")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The first column, where its name and its values say that it tells rows apart.
  private static func key(of dataset: Dataset) -> String? {
    if let only = dataset.primaryKey.first, dataset.primaryKey.count == 1 { return only }
    guard let field = dataset.fields.first, dataset.rowCount > 0 else { return nil }
    let name = field.name.asciiLowercased
    guard ["id", "key", "code", "name", "year"].contains(name) || name.hasSuffix("_id") else {
      return nil
    }
    var seen: Set<Value> = [.missing]
    let isKey = (0..<dataset.rowCount).allSatisfy { seen.insert(dataset.columns[0][$0]).inserted }
    return isKey ? field.name : nil
  }

  /// A text of YAML: as it is where that cannot be misread, or else in quotation marks.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.first?.isASCIILetter == true
      && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || "_-./".utf8.contains($0) }
      && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.asciiLowercased)
    if isPlain { return text }
    var bytes: [UInt8] = []
    bytes.appendJSONString(text)
    return bytes.text
  }
}
