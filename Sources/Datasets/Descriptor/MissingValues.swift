import Diagnostics
import Documents

/// Reads `missingValues`, which schemas have, and fields since version 2.
enum MissingValues {
  /// The texts that mean that a cell has no value; nil where nothing is said of it.
  static func read(_ reader: inout MappingReader) -> Set<String>? {
    guard let node = reader.node("missingValues") else { return nil }
    guard let elements = node.elements else {
      reader.wrongType(node, "missingValues", expected: "a list of texts")
      return nil
    }
    var values: Set<String> = []
    for element in elements {
      // Version 2 lets each have a label for readers.
      if case .scalar(let text, _) = (element["value"] ?? element).content {
        values.insert(text)
      } else {
        reader.wrongType(element, "missingValues", expected: "a list of texts")
      }
    }
    return values
  }
}
