import Bytes
import Diagnostics
import Documents

/// Reads cells that hold JSON.
enum JSONText {
  /// The value, or why the text is no JSON.
  static func node(_ text: String) -> Result<Node, CellFault> {
    let outcome = JSONReader.read(Array(text.utf8), in: SourceFileID(0))
    if let node = outcome.value { return .success(node) }
    return .failure(CellFault(cause: outcome.diagnostics.first?.message))
  }

  /// A JSON object or array without blanks, so that equal values are equal texts.
  static func compact(_ text: String, isObject: Bool) -> Result<String, CellFault> {
    node(text).flatMap { node in
      let isOne = isObject ? node.entries != nil : node.elements != nil
      guard isOne else { return .failure(CellFault(cause: "it is \(node.kindInWords)")) }
      return .success(node.compactJSON)
    }
  }

  /// How many elements or keys an object or array has that ``compact(_:isObject:)`` made.
  static func count(_ text: String) -> Int {
    guard case .success(let node) = node(text) else { return 0 }
    return node.entries?.count ?? node.elements?.count ?? 0
  }
}

extension Node {
  /// The value as JSON without blanks; what is not quoted and no number, true, false or null
  /// becomes text.
  var compactJSON: String {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes)
    return bytes.text
  }

  private func appendJSON(to bytes: inout [UInt8]) {
    switch content {
    case .scalar(let text, let isQuoted):
      if isNull {
        bytes.append(contentsOf: "null".utf8)
      } else if !isQuoted, boolean != nil || number != nil {
        bytes.append(contentsOf: text.utf8)
      } else {
        bytes.appendJSONString(text)
      }
    case .sequence(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.appendJSON(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let entries):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in entries.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.appendJSONString(entry.key)
        bytes.append(UInt8(ascii: ":"))
        entry.value.appendJSON(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
