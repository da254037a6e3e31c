import Bytes
import Diagnostics

extension BibTeXScanner {
  /// Reads a value: texts, numbers and abbreviations with `#` between them.
  mutating func value() -> (bytes: [UInt8], range: Range<Int>)? {
    skipBlanks()
    let start = index
    var result: [UInt8] = []
    while true {
      guard piece(into: &result) else { return nil }
      let end = index
      skipBlanks()
      guard current == UInt8(ascii: "#") else {
        index = end
        return (result, start..<end)
      }
      index += 1
      skipBlanks()
    }
  }

  private mutating func piece(into result: inout [UInt8]) -> Bool {
    let open = index
    switch current {
    case UInt8(ascii: "{"):
      guard let close = closing(from: open, by: UInt8(ascii: "}")) else { return false }
      result.append(contentsOf: bytes[open + 1..<close])
    case .quote:
      guard let close = closing(from: open, by: .quote) else { return false }
      result.append(contentsOf: bytes[open + 1..<close])
    default:
      let name = word()
      guard !name.isEmpty else {
        breakOff("here should stand a value", UInt8(ascii: "}"))
        return false
      }
      append(macro: name, to: &result)
    }
    return true
  }

  /// A number, or what an abbreviation stands for; one that nobody defined stands for itself.
  private mutating func append(macro name: Range<Int>, to result: inout [UInt8]) {
    let text = bytes[name].text.lowercased()
    if bytes[name].allSatisfy(\.isASCIIDigit) {
      result.append(contentsOf: bytes[name])
    } else if let value = macros[text] {
      guard value.count <= budget else {
        report("'\(text)' makes this value longer than a million bytes", at: name)
        return
      }
      budget -= value.count
      result.append(contentsOf: value)
    } else {
      report(
        "'\(bytes[name].text)' is no abbreviation that stands before this", at: name,
        help: Suggestion.didYouMean(text, among: macros.keys.sorted())
          ?? "put the text in braces, or define it with @string")
      result.append(contentsOf: bytes[name])
    }
  }

  /// Moves behind the byte that closes what opens at `open`, and returns its offset. Where none
  /// does, that is reported, and reading goes on where an entry begins a line.
  private mutating func closing(from open: Int, by closer: UInt8) -> Int? {
    var depth = bytes[open] == UInt8(ascii: "{") ? 1 : 0
    index = open + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == .backslash, index + 1 < bytes.count, !bytes[index + 1].isASCIILetter {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == closer, depth == 0 {
        index += 1
        return index - 1
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if depth < 0 || opensEntryOnLine(index) { break }
      index += 1
    }
    let isBrace = bytes[open] == UInt8(ascii: "{")
    report(
      isBrace ? "this brace is never closed" : "this quotation mark is never closed",
      at: open..<open + 1)
    return nil
  }

  /// Skips what a bracket at the current place holds.
  mutating func skipBracketed() {
    let open = current == UInt8(ascii: "(") ? UInt8(ascii: "(") : UInt8(ascii: "{")
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    var depth = 0
    while let byte = current {
      if depth > 0, opensEntryOnLine(index) { return }
      index += 1
      if byte == open { depth += 1 }
      if byte == close { depth -= 1 }
      if depth == 0 { return }
    }
  }
}
