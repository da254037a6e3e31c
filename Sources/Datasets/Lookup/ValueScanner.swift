import Bytes

/// Reads the bytes of one expression from left to right.
struct ValueScanner {
  static let example = "such as strength[2022-02].fighters or attacks.sum(killed)"

  let bytes: [UInt8]
  private var index = 0
  /// Where the part before the format ends.
  private var end: Int

  init(bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  private var byte: UInt8? { index < end ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte, byte.isASCIIWhitespace { index += 1 }
  }

  private func fault(
    _ message: String, _ range: Range<Int>, help: String? = nil
  ) -> ValueSyntaxError {
    ValueSyntaxError(message: message, range: range, help: help)
  }

  mutating func expression() throws(ValueSyntaxError) -> ValueExpression {
    skipBlanks()
    let start = index
    while let byte, !"[( |".utf8.contains(byte) { index += 1 }
    let head = start..<index
    guard !head.isEmpty else {
      throw fault("a value begins with a dataset", start..<end, help: Self.example)
    }
    if byte == UInt8(ascii: "[") {
      let keyStart = index
      let key = try key()
      let keyRange = keyStart..<index
      let format = try takeFormat(from: index, hasTexts: false)
      guard byte == UInt8(ascii: ".") else {
        throw fault(
          "a column must follow the key", index..<index + 1, help: "write .COLUMN behind it")
      }
      index += 1
      let column = try column()
      return ValueExpression(
        dataset: name(head), selection: .cell(key: key, column: column), selectionRange: keyRange,
        format: format?.name, isFormatQuoted: format?.isQuoted ?? false)
    }
    // A column may have bars and apostrophes in its name, as a key may; a condition has texts.
    let close = byte == UInt8(ascii: "(") ? bytes[index...].firstIndex(of: UInt8(ascii: ")")) : nil
    let format = try takeFormat(from: close ?? index, hasTexts: true)
    guard byte == UInt8(ascii: "("), let dot = bytes[head].lastIndex(of: UInt8(ascii: ".")),
      dot > head.lowerBound
    else {
      throw fault(
        "'\(bytes[head].text)' says which dataset, and not which value of it", head,
        help: "write [KEY].COLUMN behind it, or .sum(COLUMN), .count() and the like")
    }
    let operation = name(dot + 1..<head.upperBound)
    guard let aggregate = ValueExpression.Aggregate(rawValue: operation.text) else {
      let names = ValueExpression.Aggregate.allCases.map(\.rawValue)
      throw fault(
        "nothing is worked out by '\(operation.text)'", operation.range,
        help: "there are \(names.joined(separator: ", "))")
    }
    let (argument, condition) = try call(aggregate, operation.range)
    return ValueExpression(
      dataset: name(head.lowerBound..<dot),
      selection: .aggregate(aggregate, column: argument, condition: condition),
      selectionRange: operation.range, format: format?.name,
      isFormatQuoted: format?.isQuoted ?? false)
  }

  private func name(_ range: Range<Int>) -> ValueExpression.Name {
    ValueExpression.Name(text: bytes[range].text, range: range)
  }

  /// What stands behind the first bar from `start` on that is none of `||`.
  /// - Parameter hasTexts: Whether a bar in quotation marks is a part of a text.
  private mutating func takeFormat(
    from start: Int, hasTexts: Bool
  ) throws(ValueSyntaxError) -> (name: ValueExpression.Name, isQuoted: Bool)? {
    let bar = UInt8(ascii: "|")
    var quote: UInt8?
    var found: Int?
    var place = start
    while found == nil, place < bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if hasTexts, byte == .quote || byte == .apostrophe {
        quote = byte
      } else if byte == bar {
        if place + 1 < bytes.count, bytes[place + 1] == bar {
          place += 1
        } else {
          found = place
        }
      }
      place += 1
    }
    guard let found else { return nil }
    end = found
    var range = found + 1..<bytes.count
    while let first = range.first, bytes[first].isASCIIWhitespace { range = range.dropFirst() }
    while let last = range.last, bytes[last].isASCIIWhitespace { range = range.dropLast() }
    guard !range.isEmpty else {
      throw fault("a format must follow the bar", found..<found + 1, help: "such as | digits")
    }
    let first = bytes[range.lowerBound]
    if first == .quote || first == .apostrophe, range.count > 1,
      bytes[range.upperBound - 1] == first
    {
      return (name(range.lowerBound + 1..<range.upperBound - 1), true)
    }
    return (name(range), false)
  }

  /// The parts of a key in brackets, each perhaps in quotation marks.
  private mutating func key() throws(ValueSyntaxError) -> [ValueExpression.Name] {
    let open = index
    var parts: [ValueExpression.Name] = []
    index += 1
    while true {
      skipBlanks()
      guard let first = byte else {
        throw fault("this key has no end", open..<open + 1, help: "close it with ]")
      }
      if first == .quote || first == .apostrophe {
        let start = index
        index += 1
        while let byte, byte != first { index += 1 }
        guard byte != nil else {
          throw fault(
            "this quotation mark has no counterpart", start..<start + 1,
            help: "a key with both kinds of marks cannot be written")
        }
        parts.append(name(start + 1..<index))
        index += 1
      } else {
        let start = index
        while let byte, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]") { index += 1 }
        var range = start..<index
        while let last = range.last, bytes[last].isASCIIWhitespace { range = range.dropLast() }
        guard !range.isEmpty else {
          throw fault("a part of the key is empty", open..<max(index, open + 1))
        }
        parts.append(name(range))
      }
      skipBlanks()
      if byte == UInt8(ascii: ",") {
        index += 1
      } else if byte == UInt8(ascii: "]") {
        index += 1
        return parts
      } else {
        throw fault("this key has no end", open..<open + 1, help: "close it with ]")
      }
    }
  }

  private mutating func column() throws(ValueSyntaxError) -> ValueExpression.Name {
    let start = index
    var range = start..<end
    while let last = range.last, bytes[last].isASCIIWhitespace { range = range.dropLast() }
    guard !range.isEmpty else {
      throw fault("a column must follow the point", max(0, start - 1)..<start)
    }
    return name(range)
  }

  /// `(COLUMN) where CONDITION`, from the opening parenthesis on.
  private mutating func call(
    _ aggregate: ValueExpression.Aggregate, _ operation: Range<Int>
  ) throws(ValueSyntaxError) -> (column: ValueExpression.Name?, condition: ValueExpression.Name?) {
    let open = index
    index += 1
    while let byte, byte != UInt8(ascii: ")") { index += 1 }
    guard byte != nil else {
      throw fault("this parenthesis has no counterpart", open..<open + 1, help: "close it with )")
    }
    var inner = open + 1..<index
    while let first = inner.first, bytes[first].isASCIIWhitespace { inner = inner.dropFirst() }
    while let last = inner.last, bytes[last].isASCIIWhitespace { inner = inner.dropLast() }
    index += 1
    if inner.isEmpty, aggregate != .count {
      throw fault(
        "'\(aggregate.rawValue)' is worked out of a column", operation,
        help: "write \(aggregate.rawValue)(COLUMN)")
    }
    skipBlanks()
    var condition: ValueExpression.Name?
    if index < end {
      let start = index
      while let byte, byte.isASCIIAlphanumeric { index += 1 }
      guard bytes[start..<index].text == "where" else {
        throw fault(
          "nothing but 'where' and a condition may follow here", start..<end,
          help: "a format stands behind a bar: | digits")
      }
      skipBlanks()
      var range = index..<end
      while let last = range.last, bytes[last].isASCIIWhitespace { range = range.dropLast() }
      guard !range.isEmpty else {
        throw fault("a condition must follow 'where'", start..<start + 5)
      }
      condition = name(range)
    }
    return (inner.isEmpty ? nil : name(inner), condition)
  }
}
