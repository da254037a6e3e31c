import Bytes
import Diagnostics

/// Parts a `.bib` file into its entries, with abbreviations (`@string`) and concatenation (`#`)
/// carried out. Takes time in line with the file's length.
///
/// What stands between entries is a comment, as BibTeX has it. Where an entry cannot be read to its
/// end, reading goes on at the next `@type{` that begins a line.
struct BibTeXScanner {
  let bytes: [UInt8]
  let file: SourceFileID
  var index = 0
  /// Abbreviations by name, in small letters.
  var macros = BibTeXMonths.macros
  /// How many bytes abbreviations may still add: they can double with every line.
  var budget: Int
  /// Whether the entry that is being read broke off, so that none of its fields can follow.
  private var isBroken = false
  private(set) var entries: [BibTeXEntry] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], in file: SourceFileID) {
    self.bytes = bytes
    self.file = file
    self.budget = bytes.count + 1_000_000
  }

  /// Reads the whole file.
  mutating func scan() {
    while let start = nextEntry(from: index) {
      index = start + 1
      let type = word()
      skipBlanks()
      // `nextEntry` found the bracket already.
      let closer = bytes[index] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
      switch bytes[type].text.lowercased() {
      case "comment", "preamble": skipBracketed()
      case "string":
        index += 1
        definitions(until: closer)
      default:
        index += 1
        entry(type, from: start, until: closer)
      }
    }
  }

  mutating func report(_ message: String, at range: Range<Int>, help: String? = nil) {
    diagnostics.append(
      Diagnostic(.sourceInvalid, message, at: SourceSpan(file, range), help: help))
  }

  // MARK: Where entries begin

  /// The next `@` with a word and a bracket behind it, not within a word.
  private func nextEntry(from start: Int) -> Int? {
    var place = start
    while let at = bytes[place...].firstIndex(of: UInt8(ascii: "@")) {
      if opensEntry(at) { return at }
      place = at + 1
    }
    return nil
  }

  private func opensEntry(_ at: Int) -> Bool {
    guard at == 0 || !bytes[at - 1].isASCIIAlphanumeric else { return false }
    var place = at + 1
    // No type is longer, so that a row of `@aaaa…` costs no more than its length.
    while place < bytes.count, place - at < 40, Self.isNamePart(bytes[place]) { place += 1 }
    guard place > at + 1 else { return false }
    var blanks = 0
    while place < bytes.count, blanks < 40, bytes[place].isASCIIWhitespace {
      place += 1
      blanks += 1
    }
    return place < bytes.count
      && (bytes[place] == UInt8(ascii: "{") || bytes[place] == UInt8(ascii: "("))
  }

  /// Whether an entry begins at `place` as the first thing of its line.
  func opensEntryOnLine(_ place: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: "@") else { return false }
    let indented = bytes[max(0, place - 8)..<place]
    let before = indented.last { $0 != .space && $0 != .tab }
    return (before.map { $0 == .newline } ?? (place <= 8)) && opensEntry(place)
  }

  // MARK: Entries

  private mutating func entry(_ type: Range<Int>, from start: Int, until closer: UInt8) {
    skipBlanks()
    let keyStart = index
    while index < bytes.count, !Self.endsKey(bytes[index], closer) { index += 1 }
    let key = keyStart..<index
    skipBlanks()
    let hasFields = current == UInt8(ascii: ",")
    isBroken = false
    guard !key.isEmpty, current != UInt8(ascii: "=") else {
      let head = start..<(key.isEmpty ? type.upperBound : key.upperBound)
      report(
        "an entry of the type '\(bytes[type].text)' has no key", at: head,
        help: "write @\(bytes[type].text){key, …}, the key by which pages cite it")
      skipEntry(closer)
      return
    }
    if hasFields {
      index += 1
    } else if let byte = current, byte != closer {
      report("here should stand a ',' behind the key", at: index..<index + 1)
    }
    let fields = fields(until: closer)
    entries.append(
      BibTeXEntry(
        type: bytes[type].text.lowercased(), typeRange: type, key: bytes[key].text, keyRange: key,
        fields: fields, range: start..<index))
  }

  /// What is left of an entry whose head is at fault.
  private mutating func skipEntry(_ closer: UInt8) {
    let known = diagnostics.count
    if current == UInt8(ascii: "=") {
      // The key was a field's name; its value has braces of its own.
      index += 1
      _ = value()
    }
    _ = fields(until: closer)
    diagnostics.removeLast(diagnostics.count - known)
  }

  private mutating func fields(until closer: UInt8) -> [BibTeXEntry.Field] {
    var fields: [BibTeXEntry.Field] = []
    var places: [String: Range<Int>] = [:]
    while let (name, value, range) = assignment(until: closer) {
      let text = bytes[name].text.lowercased()
      if let first = places[text] {
        diagnostics.append(
          Diagnostic(
            .sourceInvalid, "the field '\(text)' stands twice in one entry",
            at: SourceSpan(file, name),
            labels: [Diagnostic.Label(SourceSpan(file, first), "the first '\(text)'")],
            help: "the first counts; take one of them out"))
      } else {
        places[text] = name
        fields.append(
          BibTeXEntry.Field(name: text, nameRange: name, value: value, valueRange: range))
      }
    }
    return fields
  }

  private mutating func definitions(until closer: UInt8) {
    isBroken = false
    while let (name, value, _) = assignment(until: closer) {
      macros[bytes[name].text.lowercased()] = value
    }
  }

  /// Reads one `name = value` and the comma behind it; nil where the entry ends or breaks off.
  private mutating func assignment(
    until closer: UInt8
  ) -> (name: Range<Int>, value: [UInt8], range: Range<Int>)? {
    guard !isBroken else { return nil }
    skipBlanks()
    while current == UInt8(ascii: ",") {
      index += 1
      skipBlanks()
    }
    guard let byte = current else {
      report("this entry never ends", at: max(0, bytes.count - 1)..<bytes.count, help: "add a '}'")
      return nil
    }
    if byte == closer {
      index += 1
      return nil
    }
    let name = word()
    skipBlanks()
    guard !name.isEmpty, current == UInt8(ascii: "=") else {
      breakOff(name.isEmpty ? "here should stand a field" : "here should stand a '='", closer)
      return nil
    }
    index += 1
    guard let (value, range) = value() else { return nil }
    skipBlanks()
    if let next = current, next != UInt8(ascii: ","), next != closer {
      breakOff("here should stand ',' or '\(closer == UInt8(ascii: ")") ? ")" : "}")'", closer)
    }
    return (name, value, range)
  }

  /// Reports what stands here, and goes on at the next entry that begins a line, or behind the
  /// bracket that closes this one.
  mutating func breakOff(_ message: String, _ closer: UInt8) {
    let place = min(index, max(0, bytes.count - 1))
    isBroken = true
    let isNext = opensEntryOnLine(place)
    report(
      message, at: place..<min(place + 1, bytes.count),
      help: isNext ? "a brace of the entry before this is not closed" : nil)
    var depth = 0
    while let byte = current {
      if opensEntryOnLine(index) { return }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return }
      index += 1
    }
  }
}

extension BibTeXScanner {
  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skipBlanks() {
    while let byte = current, byte.isASCIIWhitespace { index += 1 }
  }

  /// Reads a name: of a type, a field, an abbreviation, or a number.
  mutating func word() -> Range<Int> {
    let start = index
    while let byte = current, Self.isNamePart(byte) { index += 1 }
    return start..<index
  }

  static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0x80 || "-_:.+/'*!?".utf8.contains(byte)
  }

  static func endsKey(_ byte: UInt8, _ closer: UInt8) -> Bool {
    byte.isASCIIWhitespace || byte == closer || ",={}\"".utf8.contains(byte)
  }
}
