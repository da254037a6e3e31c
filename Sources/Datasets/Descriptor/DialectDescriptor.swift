import Bytes
import Diagnostics
import Documents

/// Reads a resource's `dialect`: CSV Dialect 1.2, and Table Dialect's `property`.
enum DialectDescriptor {
  /// The dialect; what cannot be used is reported and left as it was in `base`.
  static func read(_ node: Node, of subject: String, over base: CSVDialect) -> Outcome<CSVDialect> {
    var reader = MappingReader(node, of: "the dialect of \(subject)")
    var dialect = base
    if let text = text("delimiter", &reader) {
      if text.utf8.contains(where: { $0 == .newline || $0 == .carriageReturn || $0 == 0 }) {
        refuse("delimiter", "a delimiter is on one line", &reader)
      } else {
        dialect.delimiter = Array(text.utf8)
      }
    }
    readMarks(&reader, &dialect)
    readTerminator(&reader, &dialect)
    dialect.doublesQuotes = reader.boolean("doubleQuote") ?? dialect.doublesQuotes
    dialect.skipsInitialSpace = reader.boolean("skipInitialSpace") ?? dialect.skipsInitialSpace
    dialect.hasHeader = reader.boolean("header") ?? dialect.hasHeader
    dialect.isCaseSensitive = reader.boolean("caseSensitiveHeader") ?? dialect.isCaseSensitive
    dialect.nullSequence = text("nullSequence", &reader) ?? dialect.nullSequence
    dialect.comment = text("commentChar", &reader).map { Array($0.utf8) } ?? dialect.comment
    dialect.property = reader.text("property") ?? dialect.property
    dialect.table = reader.text("table") ?? dialect.table
    if let quote = dialect.quote, dialect.delimiter.contains(quote) {
      refuse("delimiter", "the delimiter is the quotation mark", &reader)
      dialect.delimiter = base.delimiter
    }
    reader.accept(["csvddfVersion", "$schema", "type", "title", "description", "name"])
    reader.refuse([
      "headerRows", "headerJoin", "commentRows", "itemType", "itemKeys", "sheetNumber",
      "sheetName",
    ])
    return Outcome(dialect, reader.finish())
  }

  /// `quoteChar` and `escapeChar`, each one character; an escape without a quotation mark means
  /// that nothing is quoted, for the two are exclusive.
  private static func readMarks(_ reader: inout MappingReader, _ dialect: inout CSVDialect) {
    let isQuoteGiven = reader.entry("quoteChar") != nil
    dialect.quote = mark("quoteChar", &reader) ?? dialect.quote
    guard let escape = mark("escapeChar", &reader) else { return }
    dialect.escape = escape
    if !isQuoteGiven { dialect.quote = nil }
    if dialect.escape == dialect.quote {
      // To write a mark before a mark is what doubling is.
      dialect.escape = nil
      dialect.doublesQuotes = true
    }
  }

  private static func mark(_ key: String, _ reader: inout MappingReader) -> UInt8? {
    guard let text = text(key, &reader) else { return nil }
    guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, byte != .newline,
      byte != .carriageReturn, byte != 0
    else {
      refuse(key, "'\(key)' is one character of ASCII", &reader)
      return nil
    }
    return byte
  }

  private static func readTerminator(_ reader: inout MappingReader, _ dialect: inout CSVDialect) {
    guard let text = text("lineTerminator", &reader) else { return }
    // Readers take either line end for the other; what else ends a row, nothing else does.
    let isUsual = text.utf8.elementsEqual("\n".utf8) || text.utf8.elementsEqual("\r\n".utf8)
    dialect.terminator = isUsual ? nil : Array(text.utf8)
  }

  /// A text of at least one character, blanks among them.
  private static func text(_ key: String, _ reader: inout MappingReader) -> String? {
    guard let entry = reader.entry(key) else { return nil }
    if case .scalar(let text, _) = entry.value.content, !text.isEmpty { return text }
    reader.wrongType(entry.value, key, expected: "a character")
    return nil
  }

  private static func refuse(_ key: String, _ message: String, _ reader: inout MappingReader) {
    let span = reader.node(key)?.span ?? reader.span
    reader.report(Diagnostic(.packageInvalid, message, at: span))
  }
}
