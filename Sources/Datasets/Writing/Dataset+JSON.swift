import Bytes

extension Dataset {
  /// The dataset as JSON: an array with an object for each row, one row on a line.
  ///
  /// Numbers, years among them, are numbers; dates and estimates are their text; a list column's
  /// cells are arrays; what the cells hold as JSON stands as JSON; a missing value is null, and so
  /// is infinity, for which JSON has no word.
  /// - Parameter rows: The rows to write, in order; nil means all of them.
  public func json(rows: [Int]? = nil) -> [UInt8] {
    let keys = fields.map { field in
      var key: [UInt8] = []
      key.appendJSONString(field.name)
      return key + Array(": ".utf8)
    }
    var bytes: [UInt8] = Array("[".utf8)
    var isFirst = true
    for row in rows ?? Array(0..<rowCount) where row >= 0 && row < rowCount {
      bytes.append(contentsOf: isFirst ? "\n  {".utf8 : ",\n  {".utf8)
      isFirst = false
      for (index, key) in keys.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        bytes.append(contentsOf: key)
        bytes.appendJSONValue(columns[index][row], of: fields[index])
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(contentsOf: isFirst ? "]\n".utf8 : "\n]\n".utf8)
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func appendJSONValue(_ value: Value, of field: Field) {
    switch value {
    case .missing: append(contentsOf: "null".utf8)
    case .number(let number):
      append(contentsOf: number.isFinite ? number.plainText.utf8 : "null".utf8)
    case .boolean: append(contentsOf: value.dataText.utf8)
    case .text(let text) where field.separator != nil:
      append(UInt8(ascii: "["))
      for (index, item) in field.items(of: text).enumerated() {
        if index > 0 { append(contentsOf: ", ".utf8) }
        appendJSONString(item)
      }
      append(UInt8(ascii: "]"))
    case .text(let text) where [.object, .array, .geojson].contains(field.kind):
      append(contentsOf: text.utf8)
    case .text, .date, .estimate: appendJSONString(value.dataText)
    }
  }
}
