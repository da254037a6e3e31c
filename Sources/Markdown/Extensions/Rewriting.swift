import Bytes
import Diagnostics

/// What the parser behind us does not know, put into words that it does.
///
/// A footnote's definition becomes an item of a list, whose rules for what it holds are the same.
/// The lines of a table become headings without words, and its cells headings of their own at the
/// text's front, each read as what it is: a line of inlines. An address with marks in it has them
/// escaped. Everything keeps its place in the file, and by it the tree's builder knows what stands
/// for what.
struct Rewriting {
  /// What stands in the place of a range of the source.
  struct Edit {
    let range: Range<Int>
    let words: [UInt8]
  }

  /// What a line stands for, by the place in the source where its edit begins.
  enum Role {
    /// The first line of a table: an index into ``tables``.
    case table(Int)
    /// A definition of a footnote: an index into ``footnotes``.
    case footnote(Int)
    /// A line that was read already.
    case none
  }

  /// A table.
  struct Table {
    let alignments: [TableBlock.Alignment?]
    /// The cells of each row, the head's first: indexes into ``cells``.
    var rows: [Range<Int>] = []
    /// The bytes of the source from its first line's to its last's.
    var source: Range<Int>
  }

  /// The definition of a footnote.
  struct Footnote {
    let label: Range<Int>
  }

  /// An abbreviation with what it stands for.
  struct Abbreviation {
    let label: Range<Int>
    let expansion: Range<Int>
  }

  /// Ranges of lines that are replaced.
  private(set) var lineEdits: [Edit] = []
  /// Bytes that are replaced or put in, wherever they stand.
  private(set) var byteEdits: [Edit] = []
  private(set) var roles: [Int: Role] = [:]
  private(set) var tables: [Table] = []
  private(set) var cells: [Range<Int>] = []
  private(set) var footnotes: [Footnote] = []
  private(set) var abbreviations: [Abbreviation] = []
  /// Addresses whose marks are escaped.
  private(set) var addresses: [Range<Int>] = []

  /// Whether there is nothing to rewrite.
  var isEmpty: Bool { lineEdits.isEmpty && byteEdits.isEmpty }

  /// Replaces each NUL by U+FFFD, as CommonMark 0.30 section 2.3 asks.
  mutating func replaceNULs(in bytes: UnsafeBufferPointer<UInt8>) {
    for (place, byte) in bytes.enumerated() where byte == 0 {
      byteEdits.append(Edit(range: place..<place + 1, words: [0xEF, 0xBF, 0xBD]))
    }
  }

  /// Takes a definition whose mark, with the white space about it, is `mark`.
  /// - Parameter isAlone: Whether nothing follows on its line.
  mutating func addFootnote(label: Range<Int>, mark: Range<Int>, isAlone: Bool) {
    guard roles[mark.lowerBound] == nil else { return }
    roles[mark.lowerBound] = .footnote(footnotes.count)
    footnotes.append(Footnote(label: label))
    // Four columns wide, as a definition is; the number one may follow a paragraph's line, but not
    // without words.
    lineEdits.append(Edit(range: mark, words: Array((isAlone ? "1)  <!---->" : "1)  ").utf8)))
  }

  /// Takes the line of an abbreviation.
  mutating func addAbbreviation(label: Range<Int>, expansion: Range<Int>, line: Range<Int>) {
    guard roles[line.lowerBound] == nil else { return }
    abbreviations.append(Abbreviation(label: label, expansion: expansion))
    cover(line, .none)
  }

  /// Takes a table.
  /// - Parameters:
  ///   - rows: The cells of each row, the head's first.
  ///   - lines: The lines, the delimiter row's among them.
  mutating func addTable(
    _ alignments: [TableBlock.Alignment?], rows: [[Range<Int>]], lines: [Range<Int>]
  ) {
    guard let first = lines.first, let last = lines.last, roles[first.lowerBound] == nil else {
      return
    }
    var table = Table(
      alignments: alignments, source: first.lowerBound..<max(first.lowerBound, last.upperBound))
    for row in rows {
      let start = cells.count
      cells += row
      table.rows.append(start..<cells.count)
    }
    for line in lines { cover(line, .none) }
    roles[first.lowerBound] = .table(tables.count)
    tables.append(table)
  }

  /// A heading without words ends a paragraph and holds nothing.
  private mutating func cover(_ line: Range<Int>, _ role: Role) {
    roles[line.lowerBound] = role
    lineEdits.append(Edit(range: line, words: [UInt8(ascii: "#")]))
  }

  /// Takes an address that holds marks of Markdown's; one with an escaped pipe stays as it is.
  mutating func addAddress(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes[range].contains(.backslash),
      addresses.last.map({ $0.upperBound <= range.lowerBound }) ?? true
    else { return }
    addresses.append(range)
    for place in range where bytes[place].isASCIIPunctuation {
      byteEdits.append(Edit(range: place..<place, words: [.backslash]))
    }
  }

  /// Takes back what turned out to stand in code or HTML, by the places of the edits.
  mutating func takeBack(_ places: Set<Int>) {
    lineEdits.removeAll { places.contains($0.range.lowerBound) }
    for place in places { roles[place] = nil }
  }
}
