import Bytes

/// The LaTeX of a field as text with the markup that CSL allows: `<i>`, `<b>`, `<sup>`, `<sub>`,
/// small capitals, and `nocase` for what braces keep from being capitalised.
///
/// Commands that it does not know are left out and their arguments kept. Takes time in line with
/// the text's length and keeps its own stack, so that a million braces do no harm.
struct LaTeXText {
  private let bytes: ArraySlice<UInt8>
  /// Whether braces keep capitals, as they do in titles.
  private let protects: Bool
  private var index: Int
  private var output: [UInt8] = []
  private var groups: [Group] = []
  /// How many groups that protect are open.
  private var protectors = 0
  /// Whether a `$` that closes was looked for in vain.
  private var lacksDollar = false
  private var openQuotes = 0
  /// How many accents are about the one that is written.
  private var depth = 0

  private struct Group {
    /// What its end writes: closing tags, the last one first.
    var closers: [String] = []
    /// Where in the output a group that protects began.
    var protectedFrom: Int?
  }

  private init(_ bytes: ArraySlice<UInt8>, protects: Bool) {
    self.bytes = bytes
    self.protects = protects
    self.index = bytes.startIndex
  }

  /// The text of `latex`, blanks in a row made one and none at the ends.
  static func text(_ latex: some Sequence<UInt8>, protects: Bool = false) -> String {
    var reader = LaTeXText(Array(latex)[...], protects: protects)
    reader.read()
    return reader.output.trimmingASCIIWhitespace().text
  }

  /// The text of a field that holds an address or a number and no prose: as it stands, but for
  /// escapes and `\url`.
  static func raw(_ latex: [UInt8]) -> String {
    var inner = latex.trimmingASCIIWhitespace()
    if inner.starts(with: "\\url{".utf8), inner.last == UInt8(ascii: "}") {
      inner = inner.dropFirst(5).dropLast()
    }
    var result: [UInt8] = []
    for (place, byte) in zip(inner.indices, inner) {
      let next = place + 1 < inner.endIndex ? inner[place + 1] : 0
      if byte == .backslash, "_%&#~$".utf8.contains(next) { continue }
      if byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}") { result.append(byte) }
    }
    return result.text
  }

  // MARK: Reading

  private mutating func read() {
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{"): open(closers: [])
      case UInt8(ascii: "}"): close()
      case .backslash: command()
      case UInt8(ascii: "$"): math()
      case UInt8(ascii: "~"): put("\u{A0}", width: 1)
      case UInt8(ascii: "-") where next(1) == byte:
        let isLong = next(2) == byte
        put(isLong ? "—" : "–", width: isLong ? 3 : 2)
      case UInt8(ascii: "`"):
        let isDouble = next(1) == byte
        if !isDouble { openQuotes += 1 }
        put(isDouble ? "“" : "‘", width: isDouble ? 2 : 1)
      case .apostrophe where next(1) == byte: put("”", width: 2)
      case .apostrophe where openQuotes > 0 && !(next(1)?.isASCIILetter ?? false):
        openQuotes -= 1
        put("’", width: 1)
      case _ where byte.isASCIIWhitespace: blank()
      default:
        output.append(byte)
        index += 1
      }
    }
    while !groups.isEmpty { endGroup() }
  }

  private func next(_ distance: Int) -> UInt8? {
    index + distance < bytes.endIndex ? bytes[index + distance] : nil
  }

  private mutating func put(_ text: String, width: Int) {
    output.append(contentsOf: text.utf8)
    index += width
  }

  private mutating func blank() {
    if output.last != .space { output.append(.space) }
    while index < bytes.endIndex, bytes[index].isASCIIWhitespace { index += 1 }
  }

  // MARK: Groups

  /// Enters the group whose brace stands here; its end writes `closers`. Braces about a command,
  /// as in `{\"o}`, protect nothing, by BibTeX's rule.
  private mutating func open(closers: [String], mayProtect: Bool = true) {
    index += 1
    var group = Group(closers: closers)
    if protects, mayProtect, protectors == 0, next(0) != .backslash {
      group.protectedFrom = output.count
      protectors += 1
    }
    groups.append(group)
  }

  private mutating func close() {
    index += 1
    if !groups.isEmpty { endGroup() }
  }

  private mutating func endGroup() {
    guard let group = groups.popLast() else { return }
    for closer in group.closers.reversed() { output.append(contentsOf: closer.utf8) }
    guard let start = group.protectedFrom else { return }
    protectors -= 1
    guard Self.needsProtection(output[start...]) else { return }
    output.insert(contentsOf: "<span class=\"nocase\">".utf8, at: start)
    output.append(contentsOf: "</span>".utf8)
  }

  /// Whether a title's capitals would change a word: one that begins with a small letter, or one
  /// such as `Of` that has a capital against the rule.
  private static func needsProtection(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(separator: .space).contains { word in
      let letters = word.text.unicodeScalars.drop { !$0.properties.isAlphabetic }
      guard let first = letters.first else { return false }
      if TitleCase.staysSmall(word.text.lowercased()) { return true }
      return first.properties.isLowercase && !letters.contains(where: \.properties.isUppercase)
    }
  }

  // MARK: Commands

  private mutating func command() {
    guard let first = next(1) else {
      index += 1
      return
    }
    index += 1
    let start = index
    if first.isASCIILetter {
      while let byte = next(0), byte.isASCIILetter { index += 1 }
    } else {
      index += 1
    }
    let name = bytes[start..<index].text
    if let mark = LaTeXSymbols.accents[name] { return accent(mark) }
    if first.isASCIILetter { skipBlanks() }
    if let symbol = LaTeXSymbols.symbols[name] {
      output.append(contentsOf: symbol.utf8)
      skipEmptyGroup()
    } else if let style = LaTeXSymbols.styles[name] {
      guard next(0) == UInt8(ascii: "{") else { return }
      output.append(contentsOf: style.open.utf8)
      open(closers: [style.close], mayProtect: false)
    } else if let style = LaTeXSymbols.declarations[name], !groups.isEmpty {
      output.append(contentsOf: style.open.utf8)
      groups[groups.count - 1].closers.append(style.close)
    } else if name == "url" || name == "path" {
      copyArgument()
    } else if LaTeXSymbols.dropped.contains(name) {
      skipArgument()
    } else if next(0) == UInt8(ascii: "{") {
      open(closers: [], mayProtect: false)
    }
  }

  private mutating func skipBlanks() {
    while let byte = next(0), byte.isASCIIWhitespace { index += 1 }
  }

  /// `\ss{}` and the like: the braces only end the name.
  private mutating func skipEmptyGroup() {
    if next(0) == UInt8(ascii: "{"), next(1) == UInt8(ascii: "}") { index += 2 }
  }

  private mutating func copyArgument() {
    guard let inner = argument() else { return }
    output.append(contentsOf: bytes[inner])
  }

  private mutating func skipArgument() { _ = argument() }

  /// Reads an argument in braces and returns what they hold; nil where none stands here.
  private mutating func argument() -> Range<Int>? {
    guard next(0) == UInt8(ascii: "{") else { return nil }
    let start = index + 1
    var depth = 0
    while let byte = next(0) {
      index += 1
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return start..<index - 1 }
    }
    return start..<index
  }

  /// Writes the letter that an accent stands on, with it: `\"o`, `\'{e}`, `\v c`, `\'{\i}`.
  private mutating func accent(_ mark: Unicode.Scalar) {
    skipBlanks()
    var braces = 0
    while next(0) == UInt8(ascii: "{"), braces < 3 {
      index += 1
      braces += 1
    }
    if next(0) == .backslash, let name = next(1), !name.isASCIILetter,
      let inner = LaTeXSymbols.accents[[name].text], depth < 3
    {
      // An accent on an accented letter: `\~{\^e}`.
      index += 2
      let start = output.count
      depth += 1
      accent(inner)
      depth -= 1
      let base = output[start...].text
      output.removeSubrange(start...)
      output.append(contentsOf: LaTeXSymbols.compose(base, mark).utf8)
    } else if next(0) == .backslash {
      let name = bytes[(index + 1)...].prefix { $0.isASCIILetter }.prefix(3)
      index += 1 + name.count
      let base = LaTeXSymbols.symbols[name.text] ?? ""
      output.append(contentsOf: LaTeXSymbols.compose(base, mark).utf8)
      skipBlanks()
    } else if let byte = next(0), byte != UInt8(ascii: "}") {
      let width = min(
        byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, bytes.endIndex - index)
      let base = bytes[index..<index + width].text
      index += width
      output.append(contentsOf: LaTeXSymbols.compose(base, mark).utf8)
    }
    // The brace that closes need not follow at once: `\t{oo}`.
    while braces > 0, let byte = next(0), byte != UInt8(ascii: "{") {
      if byte == UInt8(ascii: "}") { braces -= 1 } else { output.append(byte) }
      index += 1
    }
  }

  // MARK: Mathematics

  /// What stands between two `$`, as it is.
  private mutating func math() {
    guard !lacksDollar else { return put("$", width: 1) }
    var place = index + 1
    while place < bytes.endIndex, bytes[place] != UInt8(ascii: "$") {
      place += bytes[place] == .backslash ? 2 : 1
    }
    guard place < bytes.endIndex else {
      lacksDollar = true
      return put("$", width: 1)
    }
    output.append(contentsOf: bytes[index + 1..<place])
    index = place + 1
  }
}
